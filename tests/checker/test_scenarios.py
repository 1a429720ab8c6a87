"""What must be true of real plans, one promise after the other, read from the exported JSON."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from spinecare import ClinicianFirst, SpinecareError
from spinecare.errors import NotScreenedError
from tests.checker.facts import Table, built_in_facts
from tests.checker.people import FLAGS
from tests.checker.planned import breaches_of, document_of, exported

MONDAY = date(2026, 11, 23)
PROFILES = Path(__file__).parents[2] / "examples" / "profiles"
EVERYTHING = ["mat", "small-pillow", "chair", "wall-or-chair", "pull-up-bar", "dumbbells"]
EVERYTHING += ["gym-ball", "towel", "firm-bed-or-sofa"]
KEEN: Table = {
    "timezone": "Europe/Berlin",
    "availability": "Mon-Fri 07:00 45 min; daily 19:00 45 min",
    "screening": {"others": "no"},
    "equipment": EVERYTHING,
    "wakes_at": "06:30",
    "level": "practised",
    "pain": 0,
    "tense": [],
    "desk": "Mon-Fri 09:00-17:00",
    "routines": ["pulse-pull-ups", "neck", "upper-back", "lumbar", "lying-complex", "desk-breaks"],
}
HERNIATED = KEEN | {
    "conditions": ["disc-herniation"],
    "routines": ["magic-towel", "lying-complex", "wushu-morning", "lumbar"],
    "tense": ["lower-back"],
    "pain": 2,
}


def sessions(document: Table) -> list[Table]:
    """Return all sessions of a plan, in order."""
    days = [day for week in document["plan"]["weeks"] for day in week["days"]]
    return [session for day in days for session in day.get("sessions", [])]


def steps(document: Table) -> Iterator[tuple[Table, Table]]:
    """Yield every step with its session."""
    for session in sessions(document):
        for step in session["steps"]:
            yield session, step


def dates_of(document: Table, exercise: str) -> list[date]:
    """Return the dates of an exercise."""
    return [
        date.fromisoformat(session["date"])
        for session, step in steps(document)
        if step["exercise"] == exercise
    ]


@pytest.mark.parametrize(
    "person",
    [KEEN, HERNIATED, KEEN | {"routines": [], "goals": ["ease-neck", "grow-stronger", "relax"]}],
)
def test_a_plan_of_many_weeks_breaks_no_hard_rule(person: Table) -> None:
    """Twelve weeks over the turn of the year, seen by the independent checker."""
    assert breaches_of(person, MONDAY, 12) == []


def test_with_room_for_it_every_exercise_of_the_wished_routines_comes_up() -> None:
    """Mornings must not swallow what bends, nor lifts what the evening before has tired."""
    document = document_of(KEEN, MONDAY, 4)
    facts = built_in_facts()
    wished = {id for routine in KEEN["routines"] for id in facts.routines[routine]["entries"]}
    wished -= {id for id in wished if facts.entry(id).get("on_request")}
    wished -= {"lumbar-4-swimming", *facts.routines["desk-breaks"]["entries"]}

    missing = wished - {step["exercise"] for _, step in steps(document)}

    assert missing == set()


@pytest.mark.parametrize("profile", sorted(PROFILES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_plans_of_the_examples_break_no_hard_rule(profile: Path) -> None:
    """The people beside the example, over eight weeks of winter."""
    person = tomllib.loads(profile.read_text("utf-8"))

    assert breaches_of(person, MONDAY, 8) == []


@pytest.mark.parametrize(
    "condition", ["disc-herniation", "abdominal-hernia-or-surgery", "recent-back-injury"]
)
def test_the_towel_never_comes_with_a_hernia_or_an_injury_and_the_plan_says_why(
    condition: str,
) -> None:
    """The article warns of it (line 67); the finding gives a reason and no diagnosis."""
    person = HERNIATED | {"conditions": [condition], "asks_for": ["towel-roller-lying"]}

    document = document_of(person, MONDAY, 12)

    assert dates_of(document, "towel-roller-lying") == []
    [finding] = [f for f in document["plan"]["findings"] if f["subject"] == "towel-roller-lying"]
    assert (finding["rule"], finding["severity"]) == ("condition-avoid", "left-out")
    assert any(why in finding["reason"] for why in ("the article", "end range"))


@pytest.mark.parametrize("condition", sorted(built_in_facts().conditions))
def test_a_plan_carries_cautions_and_no_diagnosis(condition: str) -> None:
    """An exported plan may be shown: neither conditions nor their labels stand in it."""
    label = built_in_facts().conditions[condition]["label"]

    text = exported(HERNIATED | {"conditions": [condition]}, MONDAY, 1)

    assert label not in text
    assert '"conditions"' not in text
    assert '"screening"' not in text


def test_the_towel_comes_without_a_hernia() -> None:
    """Else the test above would hold for any reason at all; new it is one or two minutes."""
    document = document_of(KEEN | {"routines": ["magic-towel"]}, MONDAY, 1)

    holds = [s["hold_s"] for _, s in steps(document) if s["exercise"] == "towel-roller-lying"]

    assert 1 <= len(holds) <= 7
    assert 60 <= holds[0] <= 120


@pytest.mark.parametrize("flag", FLAGS)
def test_every_warning_sign_refuses_the_plan_and_says_what_to_do(flag: str) -> None:
    """All 26, each on its own; the message begins with what to do."""
    urgency = built_in_facts().red_flags[flag]["urgency"]
    person = KEEN | {"screening": {"yes": [flag], "others": "no"}}

    with pytest.raises(ClinicianFirst) as caught:
        document_of(person, MONDAY, 1)

    words = {"emergency": "emergency services", "urgent": "24", "before-start": "clear"}
    assert caught.value.urgency == urgency
    assert words[urgency] in str(caught.value).splitlines()[0]


def test_a_clinicians_word_opens_before_start_signs_and_no_others() -> None:
    """Cleared people with a before-start sign are planned for; emergencies never."""
    for flag in FLAGS:
        person = KEEN | {"cleared_by_clinician": True}
        person |= {"screening": {"yes": [flag], "others": "no"}}
        if built_in_facts().red_flags[flag]["urgency"] == "before-start":
            assert breaches_of(person, MONDAY, 1) == []
        else:
            with pytest.raises(ClinicianFirst):
                document_of(person, MONDAY, 1)


def test_one_unanswered_question_refuses_the_plan() -> None:
    """Unanswered is not no: every one of the 26 counts, and the error names it."""
    for flag in FLAGS:
        others = [id for id in FLAGS if id != flag]
        with pytest.raises(NotScreenedError) as caught:
            document_of(KEEN | {"screening": {"no": others}}, MONDAY, 1)
        assert [id for id, _ in caught.value.open_questions] == [flag]
        assert isinstance(caught.value, SpinecareError)


def test_pull_ups_come_every_five_to_eight_days_over_all_week_borders() -> None:
    """Twelve weeks: enough of them, none too early, none too late."""
    days = dates_of(document_of(KEEN, MONDAY, 12), "pulse-pull-up")

    gaps = [(later - earlier).days for earlier, later in pairwise(days)]

    assert len(days) >= 10
    assert set(gaps) <= {5, 6, 7, 8}


def test_neck_four_and_five_join_in_week_three_and_not_before() -> None:
    """Two weeks of the first three come first (article, line 85)."""
    document = document_of(KEEN, MONDAY, 4)

    for exercise in ("neck-4-isometric-resisted", "neck-5-weighted-shrug"):
        first = min(dates_of(document, exercise))
        assert 14 <= (first - MONDAY).days < 21
    assert min(dates_of(document, "neck-1-flexion-extension")) == MONDAY


def test_a_session_after_which_one_lies_ends_with_rolling_to_the_side() -> None:
    """Nobody gets up sharply (article, line 55)."""
    facts = built_in_facts()
    lying = {"supine", "hook-lying", "prone", "prone-on-elbows", "supine-butterfly", "side-lying"}
    found = 0

    for session in sessions(document_of(KEEN, MONDAY, 4)):
        main = [step for step in session["steps"] if step["purpose"] == "main"]
        if facts.ends(main[-1]["exercise"]) in lying:
            found += 1
            last_two = [step["exercise"] for step in session["steps"][-2:]]
            assert last_two[1] == "transition-roll-and-rise"
            assert facts.entry(last_two[0])["kinds"] == ["relaxation"]

    assert found > 4


def test_desk_breaks_fall_inside_desk_hours_only() -> None:
    """From Monday to Friday, 09:00 to 17:00, an hour apart, and on no other day."""
    days = [day for week in document_of(KEEN, MONDAY, 2)["plan"]["weeks"] for day in week["days"]]

    for day in days:
        starts = [item["start"] for item in day.get("desk_breaks", [])]
        works = date.fromisoformat(day["date"]).weekday() < 5
        assert bool(starts) == works
        assert all("10:00" <= start <= "16:55" for start in starts)
        hours = [int(start[:2]) * 60 + int(start[3:]) for start in starts]
        assert all(later - earlier >= 60 for earlier, later in pairwise(hours))


def test_nothing_bends_to_the_end_in_the_first_hour_of_the_day() -> None:
    """07:00 is half an hour after getting up; at 19:00 bending is there."""
    facts = built_in_facts()
    document = document_of(KEEN | {"routines": ["wushu-morning", "lying-complex"]}, MONDAY, 4)

    bending = {
        session["start"]
        for session, step in steps(document)
        if "flexion-end" in facts.tags(step["exercise"])
    }

    assert {session["start"] for session in sessions(document)} == {"07:00", "19:00"}
    assert bending == {"19:00"}


def test_the_side_that_starts_changes_from_session_to_session() -> None:
    """Each exercise for itself, over four weeks."""
    starts: dict[str, list[str]] = {}
    for session in sessions(document_of(KEEN, MONDAY, 4)):
        first = {s["exercise"]: s["sides"][0] for s in reversed(session["steps"])}
        for exercise, side in first.items():
            if side != "both" and _has_two(exercise):
                starts.setdefault(exercise, []).append(side)

    assert len(starts) > 5
    for exercise, sides in starts.items():
        assert all(one != other for one, other in pairwise(sides)), exercise


def _has_two(exercise: str) -> bool:
    return built_in_facts().entry(exercise)["sides"] in ("left-right", "alternating", "diagonal")


def test_the_same_person_gets_the_same_bytes_and_lists_may_be_shuffled() -> None:
    """Conditions, equipment and what was tried have no order."""
    person = KEEN | {"conditions": ["knee-pain", "glaucoma"], "tried": ["neck-2-rotation"]}
    other = person | {"conditions": ["glaucoma", "knee-pain"], "equipment": EVERYTHING[::-1]}

    assert exported(person, MONDAY, 4) == exported(person, MONDAY, 4)
    assert exported(person, MONDAY, 4) == exported(other, MONDAY, 4)
