"""What holds for every class of the model."""

from __future__ import annotations

import pickle
from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecare.errors import InvalidValueError
from tests.strategies import MODEL_CLASSES, instances

JUNK: tuple[Any, ...] = (
    *(None, "", " ", "x", "\ud800", b"x", 0, -1, 3, 10**400, 1.5, float("nan"), float("inf")),
    *(True, [], [3], [None], [[]], {}, {"a": 1}, {3}, (), (1, 2, 3), (2, 1), timedelta(seconds=1)),
    *(object(), Exception, lambda: None),
)
"""Values that hardly any field takes."""


@pytest.mark.parametrize("kind", MODEL_CLASSES)
def test_every_value_is_frozen_slotted_and_built_by_keywords(kind: type[Any]) -> None:
    """A value never changes, holds nothing unforeseen, and is built by the names of its fields."""
    fields = attrs.fields(kind)

    slots = {name for base in kind.__mro__ for name in getattr(base, "__slots__", ())}

    assert {attribute.name for attribute in fields} <= slots
    assert not hasattr(kind, "__dict__") or "__dict__" not in slots
    assert all(attribute.kw_only for attribute in fields)


@pytest.mark.parametrize("kind", MODEL_CLASSES)
@settings(max_examples=settings().max_examples // 10)  # for each of forty classes
@given(data=st.data())
def test_a_value_never_changes_and_is_compared_by_content(
    kind: type[Any], data: st.DataObject
) -> None:
    """Assigning to a field is refused; a copy, or one built from its fields again, is equal."""
    value = data.draw(instances(kind))

    copies = (pickle.loads(pickle.dumps(value)), attrs.evolve(value))  # noqa: S301  our own bytes

    assert all(copy == value and hash(copy) == hash(value) for copy in copies)
    for attribute in attrs.fields(kind):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, attribute.name, None)


@pytest.mark.parametrize("kind", MODEL_CLASSES)
@settings(max_examples=settings().max_examples // 20)  # each with a thousand misfits
@given(data=st.data())
def test_a_constructor_takes_a_field_or_refuses_it_by_name(
    kind: type[Any], data: st.DataObject
) -> None:
    """Whatever comes, the only error is one that says field, expectation and value."""
    value = data.draw(instances(kind))

    for attribute in attrs.fields(kind):
        for junk in JUNK:
            refusal = _refusal(value, attribute.name, junk)

            assert refusal is None or (refusal.field and refusal.expected and refusal.got)


def _refusal(value: Any, field: str, junk: object) -> InvalidValueError | None:
    try:
        attrs.evolve(value, **{field: junk})
    except InvalidValueError as error:
        return error
    return None


YES_UNLESS_SAID = {("Routine", "keeps_order"), ("Phase", "in_reduced")}


@pytest.mark.parametrize("kind", MODEL_CLASSES)
def test_what_nobody_said_is_not_so(kind: type[Any]) -> None:
    """A yes-or-no field left out means no, but for a routine's order and reduced phases."""
    defaults = {
        (kind.__name__, attribute.name): attribute.default
        for attribute in attrs.fields(kind)
        if isinstance(attribute.default, bool)
    }

    assert {field for field, default in defaults.items() if default} <= YES_UNLESS_SAID
    assert all(defaults[field] for field in YES_UNLESS_SAID & set(defaults))
