"""A session as cues: its time, its sides, its words."""

from __future__ import annotations

from datetime import date, time
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare import (
    Catalogue,
    Cue,
    CueKind,
    ExerciseId,
    Person,
    Plan,
    Role,
    Screening,
    Session,
    SessionId,
    Side,
    Step,
    StepPhase,
    cues,
    draw,
    load_catalogue,
    load_person,
    make_plan,
)
from spinecare.cueing._texts import WORDS_A_SECOND, spoken
from spinecare.errors import InvalidValueError
from spinecare.planning.timing import step_at, timeline
from tests.strategies import instances

PROFILES = sorted((Path(__file__).parents[2] / "examples" / "profiles").glob("*.toml"))
ENTRIES = [entry.id for entry in load_catalogue().entries if entry.phases]


def a_session(*steps: Step) -> Session:
    """Return a session of these steps."""
    return Session(
        id=SessionId("s"),
        date=date(2026, 11, 23),
        start=time(7),
        minutes=600,
        routines=(),
        steps=steps,
    )


def step_of(id: str, first: Side | None = None, **changes: Any) -> Step:
    """Return an exercise of the catalogue at its lowest dose, ten seconds after the one before."""
    step = step_at(load_catalogue().entry(id), first_side=first)
    return attrs.evolve(step, **{"between_s": 10.0, **changes})


@cache
def plan_of(profile: Path) -> Plan:
    """Return two weeks of one of the example people."""
    return make_plan(load_person(profile), start=date(2026, 11, 23), weeks=2)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda path: path.stem)
def test_cues_follow_each_other_and_last_as_long_as_the_session(profile: Path) -> None:
    """No gap, no overlap, and the end that the calendar has."""
    plan = plan_of(profile)

    for session in plan.sessions:
        found = cues(session, catalogue=plan.catalogue)

        assert found[0].at_s == 0
        assert all(one.ends_s == next.at_s for one, next in pairwise(found))
        assert found[-1].ends_s == pytest.approx(session.duration_s, abs=1e-6)
        assert {cue.step for cue in found} == set(range(1, len(session.steps) + 1))


@given(steps=st.lists(instances(Step).filter(lambda step: step.sides), max_size=4).map(tuple))
def test_any_steps_are_led_through_to_their_last_second(steps: tuple[Step, ...]) -> None:
    """Whatever a step is made of, known to the catalogue or not, its time is told to the end."""
    short = tuple(
        attrs.evolve(
            step,
            sets=min(step.sets, 2),
            cycles=min(step.cycles, 3),
            phases=tuple(attrs.evolve(p, times=min(p.times, 3)) for p in step.phases),
        )
        for step in steps
    )
    session = a_session(*short)

    found = cues(session)

    total = sum(step.between_s + step.duration_s for step in short)
    assert sum(cue.lasts_s for cue in found) == pytest.approx(total)
    assert {cue.step for cue in found} == set(range(1, len(short) + 1))
    assert all(one.at_s <= next.at_s for one, next in pairwise(found))


@pytest.mark.parametrize("id", ENTRIES)
def test_effort_and_rest_take_the_time_that_the_planner_counts(id: str) -> None:
    """The seconds of stress, relaxation and what is neither are those of the planner."""
    step = step_of(id)

    found = cues(a_session(step))

    for role in (Role.STRESS, Role.RELAX):
        counted = sum(seconds for kind, seconds, _ in timeline(step) if kind is role)
        assert sum(cue.lasts_s for cue in found if cue.role is role) == pytest.approx(counted)


ONE_SIDED = [entry.id for entry in load_catalogue().entries if entry.sides == "left-right"]


@pytest.mark.parametrize("id", [id for id in ONE_SIDED if id in ENTRIES])
def test_both_sides_get_the_same(id: str) -> None:
    """What is done on the first side is done as long, and in the same way, on the second."""
    found = cues(a_session(step_of(id)))

    on_side = {
        side: [(cue.kind, cue.role, cue.lasts_s) for cue in found if _is_work_on(cue, side)]
        for side in (Side.LEFT, Side.RIGHT)
    }
    assert on_side[Side.LEFT] == on_side[Side.RIGHT] != []


def _is_work_on(cue: Cue, side: Side) -> bool:
    once = (CueKind.READY, CueKind.CHANGE, CueKind.LEAVE)
    return cue.side is side and cue.kind not in once


@pytest.mark.no_cover  # tests/README.md says why
@pytest.mark.parametrize("id", ENTRIES)
def test_every_cue_of_every_exercise_can_be_drawn_and_says_something_to_the_eye(id: str) -> None:
    """Each has words on the screen, and a frame of the exercise's own drawing."""
    found = cues(a_session(step_of(id)))

    drawn = {(cue.figure, cue.figure_side): draw(cue).svg for cue in found}

    assert all(cue.text for cue in found)
    assert all(svg.startswith("<svg") for svg in drawn.values())


@pytest.mark.parametrize("id", ENTRIES)
def test_a_voice_finds_the_time_for_what_it_says(id: str) -> None:
    """Nothing is said that takes longer than its cue, but for a name, which is always said."""
    for cue in cues(a_session(step_of(id))):
        if cue.kind is not CueKind.READY:
            assert len(cue.say.split()) <= cue.lasts_s * WORDS_A_SECOND


def test_a_step_is_announced_with_its_side_and_how_to_get_into_it() -> None:
    """Who lies with closed eyes hears what comes, on which side, and what to do."""
    first, second, *_ = cues(a_session(step_of("yoga-supine-twist", Side.RIGHT)))

    assert first.kind is CueKind.READY
    assert first.say == "Next: Supine spinal twist, right side first. Arms out at shoulder height."
    assert second.say == "Begin."


def test_sides_are_changed_with_words() -> None:
    """The change of sides is a cue of its own, and all after it is on the other side."""
    found = cues(a_session(step_of("yoga-supine-twist", Side.LEFT)))

    (change,) = [cue for cue in found if cue.kind is CueKind.CHANGE]

    assert change.say == "Change sides. Now the right side."
    assert change.side is Side.RIGHT
    assert {cue.side for cue in found if cue.at_s < change.at_s} == {Side.LEFT}
    assert {cue.side for cue in found if cue.at_s >= change.at_s} == {Side.RIGHT}


@pytest.mark.parametrize(
    ("side", "words"), [("left", "left leg over the right"), ("right", "right leg over the left")]
)
def test_left_and_right_change_places_in_the_words_of_the_other_side(side: str, words: str) -> None:
    """The article describes the left; who works on the right is not sent to the wrong leg."""
    found = cues(a_session(step_of("lying-02-crossed-leg-rotation-stretch", Side.LEFT)))

    told = [cue.text for cue in found if cue.side == side and "over the" in cue.text]

    assert told
    assert all(words in text.lower() for text in told)


def test_a_right_angle_stays_one_on_either_side() -> None:
    """Only sides change places."""
    found = cues(a_session(step_of("lying-11a-crossover-twist", Side.RIGHT)))

    told = " ".join(cue.text for cue in found)

    assert "Right arm out at a right angle" in told
    assert "left angle" not in told


def test_work_in_turn_that_begins_with_the_other_side_is_told_the_other_way_round() -> None:
    """Words, side and frame agree when the swim on land begins with the right arm."""
    left, right = (
        next(
            cue
            for cue in cues(a_session(step_of("lumbar-3-dry-land-swim", first)))
            if cue.kind is CueKind.CONTRACT
        )
        for first in (Side.LEFT, Side.RIGHT)
    )

    assert left.text.endswith("Raise the left arm and right leg as in the crawl.")
    assert right.text.endswith("Raise the right arm and left leg as in the crawl.")
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
    assert (left.figure, right.figure) == ("left-arm", "right-arm")


def test_a_movement_done_twice_in_a_row_changes_sides_where_sides_take_turns() -> None:
    """Trunk turns go left and right; ankle circles stay on their side."""
    turns = cues(a_session(step_of("wushu-trunk-twist", Side.LEFT)))
    circles = cues(a_session(step_of("wushu-foot-rotation", Side.LEFT)))

    moves = [cue.side for cue in turns if cue.kind is CueKind.MOVE]
    on_first = [cue.side for cue in circles if cue.kind is CueKind.MOVE and cue.at_s < 40]

    assert moves[:4] == ["left", "right", "left", "right"]
    assert set(on_first) == {"left"}


def test_repetitions_are_counted_in_few_words() -> None:
    """The first time all is told; from the second on a number and a word."""
    found = cues(a_session(step_of("lumbar-3-dry-land-swim", Side.LEFT)))

    firsts = [cue for cue in found if cue.kind is CueKind.CONTRACT and cue.side is Side.LEFT]

    assert [cue.rep for cue in firsts] == list(range(1, firsts[0].reps + 1))
    assert [cue.say for cue in firsts[1:3]] == ["2. Left.", "3. Left."]


def test_sets_are_parted_by_a_rest_that_is_told() -> None:
    """The rest between sets is relaxation, with its length."""
    step = step_of("pulse-pull-up", sets=2, rest_s=120.0, reps=4, cycles=4)

    found = cues(a_session(step))

    (rest,) = [cue for cue in found if cue.kind is CueKind.REST]
    assert (rest.role, rest.lasts_s, rest.say) == (Role.RELAX, 120.0, "Rest, 2 minutes.")
    assert rest.text == "Rest before set 2 of 2."


def test_what_takes_no_time_is_told_by_the_next_cue() -> None:
    """Getting into position has no seconds of its own, and is not lost."""
    found = cues(a_session(step_of("yoga-pigeon-pose")))

    into = next(cue for cue in found if cue.kind is CueKind.SETUP)

    assert into.text.startswith("Bring one knee forward")
    assert "Slide the other leg back" in into.text


def test_what_is_left_at_the_end_is_told_by_the_last_cue() -> None:
    """A way out without seconds of its own, after the last relaxation."""
    alone = cues(a_session(step_of("yoga-corpse-pose")))
    followed = cues(a_session(step_of("yoga-corpse-pose"), step_of("yoga-supine-twist")))

    assert alone[-1].text.endswith("Move fingers and toes, bend the knees and roll to one side.")
    after = next(cue for cue in followed if cue.step == 2)
    assert after.text.startswith("Move fingers and toes")


def test_the_first_cue_announces_its_exercise_when_nothing_comes_before_it() -> None:
    """Without seconds to change, the first cue names the exercise too."""
    first = cues(a_session(step_of("yoga-corpse-pose", between_s=0.0)))[0]

    assert first.kind is CueKind.RELAX
    assert first.say.startswith("Next: Corpse pose. Lie on the back")


def test_a_step_that_takes_no_time_still_has_its_cue() -> None:
    """Nothing of a session is skipped silently."""
    nothing = Step(exercise=ExerciseId("neck-2-rotation"), sides=("both",))

    (found,) = cues(a_session(nothing))

    assert (found.kind, found.lasts_s) == (CueKind.READY, 0)
    assert found.say == "Neck rotation."


def test_the_gentle_form_says_what_to_mind_and_not_what_it_leaves_out() -> None:
    """Notes of the plan are shown at the start; a dropped phase is in no cue."""
    whole = step_of("lying-10d-double-knee-to-chest")
    catalogue = load_catalogue()
    dropped = [not phase.in_reduced for phase in catalogue.entry(whole.exercise).phases]
    phases = tuple(
        attrs.evolve(phase, seconds=0.0, into_s=0.0) if drop else phase
        for phase, drop in zip(whole.phases, dropped, strict=True)
    )
    gentle = attrs.evolve(whole, is_reduced=True, phases=phases, notes=("half as far",))

    found = cues(a_session(gentle))

    assert found[0].text.startswith("Gentle form: Half as far. ")
    assert found[0].say.endswith("Gentle form: Half as far.")
    assert any("curl the head" in cue.text for cue in cues(a_session(whole)))
    assert not any("then curl the head" in cue.text.lower() for cue in found[1:])


def test_in_the_gentle_form_the_voice_says_nothing_that_the_form_forbids() -> None:
    """It limits the words of the exercise; whoever lies with closed eyes hears only the voice."""
    gentle = step_of("lying-05a-neck-contract-relax", is_reduced=True, notes=("head stays down",))

    ready, *rest = cues(a_session(gentle))

    own = [phase.cue for phase in load_catalogue().entry(gentle.exercise).phases]
    assert "Head stays down." in ready.say
    assert ready.text.startswith("Gentle form: Head stays down. ")
    assert not any(words in cue.say.lower() for cue in rest for words in own if words != "let go")


def test_a_gentle_form_is_announced_in_as_many_words_as_there_is_time_for() -> None:
    """At least that it is gentle."""
    gentle = step_of("yoga-corpse-pose", is_reduced=True, notes=("a long note " * 9,))

    in_five, at_once = (
        cues(a_session(attrs.evolve(gentle, between_s=seconds)))[0] for seconds in (5.0, 1.0)
    )

    assert in_five.say == "Next: Corpse pose, in its gentle form."
    assert at_once.say == "Corpse pose, gently."


def test_an_unknown_exercise_is_led_through_in_plain_words() -> None:
    """A plan from elsewhere can be followed too: id, verbs, sides, no picture."""
    phases = (
        StepPhase(kind="contract", role="stress", seconds=10, into_s=2),
        StepPhase(kind="relax", role="relax", seconds=10),
    )
    step = Step(
        exercise=ExerciseId("my-own-thing"), sides=("left", "right"), phases=phases, between_s=5
    )
    one_sided = attrs.evolve(step, one_side_after_other=True, change_s=5)

    found = cues(a_session(step, one_sided), catalogue=Catalogue())

    assert {cue.title for cue in found} == {"My own thing"}
    assert [cue.text for cue in found[:4]] == ["", "Get into position.", "Go.", "Let go."]
    assert [cue.side for cue in found[4:]] == ["left"] * 4 + ["right"] * 4
    assert {cue.figure for cue in found} == {""}


def test_words_of_ones_own_catalogue_come_first() -> None:
    """The caller's catalogue names the exercise, the built-in one does not."""
    entry = load_catalogue().entry("neck-2-rotation")
    mine = Catalogue(entries=(attrs.evolve(entry, name="Look round"),))

    found = cues(a_session(step_of("neck-2-rotation")), catalogue=mine)

    assert {cue.title for cue in found} == {"Look round"}


def test_a_phase_that_the_catalogue_does_not_know_is_told_by_its_kind() -> None:
    """A plan made with a longer exercise of the same id is not cut short."""
    extra = StepPhase(kind="relax", role="relax", seconds=9)
    step = step_of("wushu-trunk-twist")
    longer = attrs.evolve(step, phases=(*step.phases, extra))

    found = cues(a_session(longer))

    told = [cue for cue in found if cue.lasts_s == 9]
    assert {cue.text for cue in told} == {"Let go."}


def test_breath_is_that_of_the_phase_or_of_the_exercise() -> None:
    """The phase's own words on breathing come first."""
    entry = load_catalogue().entry("lying-07-low-back-flattener")
    first, *rest = entry.phases[1:]
    phases = (entry.phases[0], attrs.evolve(first, breath="breathe out"), *rest)
    mine = Catalogue(entries=(attrs.evolve(entry, breath="evenly", phases=phases),))

    found = cues(a_session(step_of(entry.id)), catalogue=mine)

    assert {cue.breath for cue in found if cue.kind is CueKind.CONTRACT} == {"breathe out"}
    assert {cue.breath for cue in found if cue.kind is CueKind.RELAX} == {"evenly"}


def test_a_session_without_steps_has_no_cues() -> None:
    """Nothing to follow."""
    assert cues(a_session()) == ()


@pytest.mark.parametrize("wrong", ["s", 3, [a_session()]])
def test_what_is_no_session_is_refused_by_name(wrong: Any) -> None:
    """The error names the argument and what it takes."""
    with pytest.raises(InvalidValueError, match="session must be a Session"):
        cues(wrong)
    with pytest.raises(InvalidValueError, match="catalogue must be a Catalogue"):
        cues(a_session(), catalogue=wrong)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (15, "15 seconds"),
        (60, "1 minute"),
        (75, "1 minute 15 seconds"),
        (90, "1 and a half minutes"),
        (150, "2 and a half minutes"),
        (300, "5 minutes"),
    ],
)
def test_times_are_spoken_as_people_speak(seconds: float, words: str) -> None:
    """No colons, no abbreviations."""
    assert spoken(seconds) == words


def test_the_steps_of_a_session_are_told_in_order() -> None:
    """Cues of one step stand together, each step beginning with its own."""
    person = Person(
        goals=["ease-neck"],
        availability="Mon 19:00 20 min",
        timezone="Europe/Berlin",
        screening=Screening(others="no"),
    )
    session = make_plan(person, start=date(2026, 11, 23)).sessions[0]

    found = cues(session)

    order = [number for number, _ in groupby(found, key=_step_number)]
    assert order == list(range(1, len(session.steps) + 1))


def _step_number(cue: Cue) -> int:
    return cue.step
