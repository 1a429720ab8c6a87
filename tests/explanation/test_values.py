"""Explanations as values: printed, compared, written as JSON and read back."""

from __future__ import annotations

import json
import pickle

import pytest

from spinecare.codec import from_data, to_data
from spinecare.explanation import Explanation, explain
from tests.explanation.people import NAMES, explanations, person, plan


def test_printed_an_explanation_is_one_sentence_to_a_line() -> None:
    """Summary, reasons, concessions, sources."""
    why = explain(plan("disc-herniation"), "2026-11-27", person=person("disc-herniation"))

    lines = str(why).splitlines()

    assert lines[0] == why.summary
    assert lines[1 : 1 + len(why.reasons)] == [reason.text for reason in why.reasons]
    assert lines[-1] == f"Sources: {'; '.join(why.sources)}."
    assert all(line.endswith(".") for line in lines)


def test_a_sentence_that_is_said_of_several_things_is_printed_once() -> None:
    """Each of them keeps its reason."""
    why = explain(plan("older"), "upper-back")
    texts = [reason.text for reason in why.reasons]

    assert len(str(why).splitlines()) == 2 + len(set(texts))


def test_concessions_stand_below_the_reasons() -> None:
    """What would change it comes last, before the sources."""
    why = explain(plan("desk-worker"), "neck-5-weighted-shrug", person=person("desk-worker"))

    lines = str(why).splitlines()
    assert lines[-2] == why.concessions[0].text


def test_without_a_source_there_is_no_line_of_sources() -> None:
    """Nothing is made up."""
    assert "Sources" not in str(explain(plan("keen"), "lifestyle"))


def test_a_number_is_found_by_its_name() -> None:
    """And a name that it does not state is refused as mappings do."""
    (time, *_) = explain(plan("keen"), plan("keen").sessions[0]).reasons

    assert time.number("slot_min") == 45
    with pytest.raises(KeyError):
        time.number("nothing")


@pytest.mark.parametrize("name", NAMES)
def test_every_explanation_can_be_written_as_json_and_read_back(name: str) -> None:
    """The codec writes them like the values of the model."""
    for why in explanations(name):
        text = json.dumps(to_data(why))

        assert from_data(json.loads(text), Explanation, what="explanation") == why


def test_an_explanation_with_concessions_can_be_written_as_json_and_read_back() -> None:
    """Changes hold slots, things and times."""
    why = explain(plan("desk-worker"), "neck-5-weighted-shrug", person=person("desk-worker"))

    data = json.loads(json.dumps(to_data(why)))

    assert why.concessions
    assert from_data(data, Explanation, what="explanation") == why


def test_explanations_can_be_pickled_and_hashed() -> None:
    """Frozen like every value."""
    why = explain(plan("keen"), "neck")

    assert pickle.loads(pickle.dumps(why)) == why  # noqa: S301  its own pickle
    assert len({why, explain(plan("keen"), "neck")}) == 1
