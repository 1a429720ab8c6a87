"""What conditions change in sessions beside exercises: notes, the way up, dropped phases."""

from __future__ import annotations

from attrs import evolve

from spinecare.model import Catalogue, Hold, Phase, Purpose
from spinecare.planning.additions import added
from spinecare.planning.composing import SORE
from spinecare.planning.dosing import dosed
from spinecare.planning.screening import Suitability
from spinecare.planning.timing import LOWEST
from tests.planning.builders import CATALOGUE, effort, outlook_of, person, planned

RISE = CATALOGUE.entry("transition-roll-and-rise")
TOGETHER = ["dizziness-on-rising", "disc-herniation"]


def note_of(id: str, catalogue: Catalogue = CATALOGUE) -> str:
    """Return what a condition says in sessions."""
    return catalogue.condition(id).session_note


def test_every_session_tells_what_conditions_ask_for() -> None:
    """In the catalogue's order, however the person lists them; after the word about pain."""
    for order in (TOGETHER, TOGETHER[::-1]):
        who = person(conditions=order, pain=1, routines=["wushu-morning"])

        notes = {session.notes for session in planned(who).sessions}

        assert notes == {(SORE, note_of("disc-herniation"), note_of("dizziness-on-rising"))}


def test_notes_of_sessions_name_nothing_that_a_person_has() -> None:
    """A plan is shown to others."""
    for condition in CATALOGUE.conditions:
        assert condition.session_note
        assert condition.label.lower() not in condition.session_note.lower()


def test_a_note_that_two_conditions_share_is_said_once_and_an_empty_one_never() -> None:
    """Of a catalogue of one's own."""
    own = tuple(
        evolve(known, session_note="" if known.id == "glaucoma" else "Breathe.")
        for known in CATALOGUE.conditions
    )
    catalogue = evolve(CATALOGUE, conditions=own)

    def notes(*ids: str) -> tuple[str, ...]:
        return outlook_of(person(conditions=list(ids)), catalogue).session_notes

    assert notes("glaucoma", "knee-pain", "hip-pain") == ("Breathe.",)
    assert notes("glaucoma") == notes() == ()


def test_with_dizziness_one_sits_half_a_minute_before_standing() -> None:
    """The way up lasts so much longer; the longest word of all conditions counts."""
    usual = added(outlook_of(), RISE, Purpose.WAY_UP).step
    dizzy = added(outlook_of(person(conditions=TOGETHER)), RISE, Purpose.WAY_UP).step

    assert outlook_of(person(conditions=TOGETHER)).rise_s == 30
    assert dizzy.duration_s == usual.duration_s + 30
    assert dizzy.leave_s == usual.leave_s + 30


def test_only_ways_up_take_the_longer() -> None:
    """A closing rest does not."""
    corpse = CATALOGUE.entry("yoga-corpse-pose")
    look = outlook_of(person(conditions=["dizziness-on-rising"]))

    assert added(look, corpse, Purpose.CLOSING).step == (
        added(outlook_of(), corpse, Purpose.CLOSING).step
    )


def test_a_session_counts_the_sitting_before_standing() -> None:
    """In the steps of a plan, inside its slot."""
    who = person(conditions=["dizziness-on-rising"], routines=["yoga-asanas"])

    plan = planned(who)

    ups = [s for one in plan.sessions for s in one.steps if s.purpose is Purpose.WAY_UP]
    assert ups
    assert {step.leave_s for step in ups} == {30 + RISE.dose.leave_s}
    assert all(one.duration_s <= one.minutes * 60 for one in plan.sessions)


def test_the_reduced_form_drops_the_phases_it_does_not_keep() -> None:
    """With the way into them; the full form has them all."""
    phases = (
        Phase(kind="hold", cue="hold", seconds=Hold.of(5)),
        Phase(kind="contract", cue="curl the head up", seconds=Hold.of(3), in_reduced=False),
        Phase(kind="relax", cue="rest", seconds=Hold.of(9)),
    )
    own = effort(phases=phases)

    def seconds(suits: Suitability) -> list[tuple[float, float]]:
        step, _ = dosed(own, suits, CATALOGUE, grade=LOWEST, strict=False, first_side=None)
        return [(phase.seconds, phase.into_s) for phase in step.phases]

    full, reduced = seconds(Suitability()), seconds(Suitability(is_reduced=True))

    assert reduced == [full[0], (0, 0), full[2]]
    assert full[1][0] == 3


def test_head_curls_are_dropped_from_the_double_knee_to_chest() -> None:
    """Knees come to the chest and the head stays down."""
    curl = CATALOGUE.entry("lying-10d-double-knee-to-chest")
    dropped = [not phase.in_reduced for phase in curl.phases]

    step, _ = dosed(
        curl, Suitability(is_reduced=True), CATALOGUE, grade=LOWEST, strict=False, first_side=None
    )

    assert any(dropped)
    gone = [phase.seconds == phase.into_s == 0 for phase in step.phases]
    assert [g for g, d in zip(gone, dropped, strict=True) if d] == [True] * sum(dropped)


def test_pregnancy_says_which_side_to_lie_and_rise_on() -> None:
    """The left one, in words too: elsewhere either side will do."""
    who = person(conditions=["pregnancy"], routines=["lying-complex"])

    [way_up] = [step for step in planned(who).sessions[0].steps if step.purpose == "way-up"]

    assert way_up.sides == ("left",)
    assert "on the left side" in way_up.notes
