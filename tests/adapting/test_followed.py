"""No hard rule is broken after adapting: the independent checker, with the journal beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from spinecare import Done
from tests.adapting.following import (
    KINDS,
    NOTING,
    SMALL,
    SMALL_PULLS,
    away,
    one_culprit,
    profile,
    weeks_of,
)
from tests.adapting.living import CALM, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from spinecare import Session, Step
    from tests.adapting.following import Week
    from tests.checker.facts import Table

pytestmark = pytest.mark.no_cover  # tests/README.md says why

CULPRITS = {
    "desk-worker": "neck-2-rotation",
    "disc-herniation": "lying-10a-single-knee-to-chest",
    "keen": "upper-back-2-cat-all-fours",
    "older": "extra-10-knee-rolls",
}


def said(table: Table, tell: Week, **how: Any) -> list[str]:
    """Return what the checker says of each plan of a person who follows it."""
    return [
        f"{new.start}: {breach}"
        for _, new, _, found in weeks_of(table, tell, **how)
        for breach in found
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("table", [SMALL, SMALL_PULLS], ids=["daily", "window"])
def test_no_rule_is_broken_in_any_kind_of_week(table: Table, kind: str) -> None:
    """Made again every week for four weeks, the journal growing."""
    assert said(table, KINDS[kind], rounds=4) == []


@pytest.mark.parametrize("noting", ["by session", "two days late"])
@pytest.mark.parametrize("kind", ["all well", "one culprit", "mornings rising", "skipped sessions"])
@pytest.mark.parametrize("table", [SMALL, SMALL_PULLS], ids=["daily", "window"])
def test_no_rule_is_broken_however_the_journal_is_kept(
    table: Table, kind: str, noting: str
) -> None:
    """Of whole sessions only, or of sessions that were done on another day than planned."""
    assert said(table, KINDS[kind], rounds=4, noting=noting) == []


@pytest.mark.parametrize("name", PEOPLE)
def test_no_rule_is_broken_for_the_example_people(name: str) -> None:
    """A culprit in the first week, the second and third missed, then all well."""
    culprit, missed = one_culprit(CULPRITS[name], during=4), away("illness", 1, 2)

    def tell(session: Session, step: Step, week: int) -> Mapping[str, Any] | None:
        return culprit(session, step, week) if week == 0 else missed(session, step, week)

    assert said(profile(name), tell, rounds=4) == []


@pytest.mark.parametrize("table", [SMALL, SMALL_PULLS], ids=["daily", "window"])
def test_a_plan_that_is_made_again_every_day_forgets_nothing(table: Table) -> None:
    """The plan before holds one day that is past: what was done earlier is in the journal."""
    assert said(table, KINDS["all well"], rounds=10, every=1, weeks=1) == []


OTHER_SLOTS = [
    "Mon-Sat 18:00 10 min",
    "Mon-Fri 07:00 10 min; Mon-Fri 18:00 10 min; Sun 10:00 20 min",
    "Mon,Wed,Fri 18:00 25 min",
    "Mon-Sun 06:40 8 min; Tue,Thu 20:00 30 min",
]
OTHER_ROUTINES = [["neck"], ["lumbar", "upper-back", "neck"], ["pulse-pull-ups", "neck"]]
OTHERWISE = st.fixed_dictionaries(
    {"availability": st.sampled_from(OTHER_SLOTS), "routines": st.sampled_from(OTHER_ROUTINES)}
)


@settings(max_examples=2, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate])
@example(  # once made again with less, and then otherwise
    kind="a week of travel",
    changed={
        1: {"availability": OTHER_SLOTS[0], "routines": OTHER_ROUTINES[1]},
        3: {"availability": OTHER_SLOTS[1], "routines": OTHER_ROUTINES[1]},
    },
)
@given(st.sampled_from(list(KINDS)), st.dictionaries(st.integers(1, 5), OTHERWISE, min_size=1))
def test_no_rule_is_broken_where_slots_and_routines_change(
    kind: str, changed: Mapping[int, Table]
) -> None:
    """On the way, and more than once; made again without news the plan is the same all the same."""
    table = SMALL | {"equipment": ["mat", "chair", "pull-up-bar"]}

    assert said(table, KINDS[kind], rounds=5, every=10, changed=changed) == []


FELT = st.one_of(st.none(), st.integers(0, 3), st.integers(0, 10))


@settings(max_examples=6, derandomize=True, database=None, phases=[Phase.generate])
@given(st.sampled_from([SMALL, SMALL_PULLS]), st.sampled_from(list(NOTING)), st.data())
def test_no_rule_is_broken_whatever_the_journal_says(
    table: Table, noting: str, data: st.DataObject
) -> None:
    """Any pain, anything skipped or left unsaid, over three weeks."""
    answers: dict[tuple[str, str], Mapping[str, Any] | None] = {}
    noted = st.one_of(
        st.none(),
        st.builds(
            lambda outcome, during, first, second: {
                "done": {"outcome": outcome},
                "pain": {"during": during, "next_morning": first, "second_morning": second},
            },
            st.sampled_from(["done", "done", "partly", "skipped"]),
            FELT,
            FELT,
            FELT,
        ),
    )

    def tell(session: Session, step: Step, _: int) -> Mapping[str, Any] | None:
        key = session.id, step.exercise
        if key not in answers:
            answers[key] = _entry_fields(data.draw(noted))
        return answers[key]

    assert said(table, tell, rounds=3, noting=noting) == []


def _entry_fields(told: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Return an answer as fields of an entry."""
    if told is None:
        return None
    return {"done": Done(**told["done"]), "pain": attrs.evolve(CALM, **told["pain"])}
