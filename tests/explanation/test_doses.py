"""Why a dose is what it is: each number against its span, and its growth."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from spinecare import Dose, Exercise, Plan, Session, Step
from spinecare.explanation import explain
from tests.explanation.people import CATALOGUE, of_rule, plan, planned, someone, with_steps

PULL = "pulse-pull-up"


def _with_dose(id: str, **changes: Any) -> tuple[Plan, Exercise]:
    """Return a plan whose steps of an exercise are changed in every session."""
    made = plan("keen")
    for session in made.sessions:
        steps = (evolve(s, **changes) if s.exercise == id else s for s in session.steps)
        made = with_steps(made, session, *steps)
    return made, CATALOGUE.entry(id)


def _dose(made: Plan, entry: Exercise) -> str:
    rules = ("dose-range", "condition-caution")
    return next(r.text for r in explain(made, entry).reasons if r.rule in rules and r.places)


def test_a_dose_at_the_low_end_says_so() -> None:
    """Sets, repetitions and times, each with the span of the catalogue."""
    made = planned(someone(availability="Mon 18:00 30 min"), 1)

    (dose, beginning) = of_rule(explain(made, PULL), "dose-range")

    assert dose.text == (
        "Mon 23 Nov: 1 set (the low end of 1–3); 8 repetitions (the low end of 8–12); "
        "tense 2 s (fixed); let go 1 min (fixed)."
    )
    assert dose.sources == ("D-RT", "D-JUDGE")
    assert beginning.text == "Every dose begins at the low end of what the catalogue gives."


def test_a_dose_between_the_ends_and_at_the_high_end_says_so() -> None:
    """Several sets bring the rest between them."""
    made, entry = _with_dose(PULL, sets=3, reps=10, rest_s=90.0)

    assert "3 sets (the high end of 1–3); 10 repetitions (of 8–12)" in _dose(made, entry)
    assert "rest 1 min 30 s between sets (of 1 min to 2 min)" in _dose(made, entry)


def test_a_number_with_an_open_top_says_at_least() -> None:
    """With what stands for the top, where there is something."""
    entry = evolve(
        CATALOGUE.entry(PULL), dose=Dose(reps="at least 6", reps_cap=9, sets="at least 1")
    )
    made, _ = _with_dose(PULL, sets=2, reps=7)

    dose = _dose(made, entry)

    assert "2 sets (at least 1)" in dose
    assert "7 repetitions (at least 6, planned up to 9)" in dose


def test_a_long_hold_with_an_open_top_says_at_least() -> None:
    """Minutes are said as minutes."""
    hold = CATALOGUE.entry("yoga-spinal-traction")
    stretch, *others = hold.phases
    entry = evolve(hold, phases=(evolve(stretch, seconds="at least 60 s"), *others))
    made = plan("keen")
    for session in made.sessions:
        steps = tuple(_longer(s) if s.exercise == hold.id else s for s in session.steps)
        made = with_steps(made, session, *steps)

    text = "".join(r.text for r in of_rule(explain(made, entry), "dose-range"))

    assert "1 min 30 s (at least 1 min)" in text


def _longer(step: Step) -> Step:
    first, *others = step.phases
    return evolve(step, phases=(evolve(first, seconds=90.0), *others))


def test_a_relaxation_that_answers_an_effort_may_be_longer_than_the_catalogue_says() -> None:
    """The strict form answers light movement with as much relaxation."""
    who = someone(routines=["wushu-morning"], strict_relaxation=True)
    made = planned(who, 1)

    assert "longer than 10 s to answer the effort" in str(explain(made, "wushu-knee-rotation"))


def test_the_reduced_form_is_told_with_what_it_shortens_and_leaves_out() -> None:
    """Less than the span, with the words of the reduced form."""
    why = explain(plan("disc-herniation"), "yoga-two-legged-table-pose")

    assert "hold 2 s instead of 15–30 s: the gentle form" in str(why)
    assert "Each time: in the gentle form: lift only half way" in str(why)


def test_what_a_reduced_form_leaves_out_is_said() -> None:
    """A phase without seconds is none."""
    made, entry = _with_dose("yoga-spinal-traction")
    session = next(s for s in made.sessions if any(t.exercise == entry.id for t in s.steps))
    steps = tuple(_dropped(s) if s.exercise == entry.id else s for s in session.steps)

    text = str(explain(with_steps(made, session, *steps), entry))

    assert "without this, which the gentle form leaves out: " in text


def _dropped(step: Step) -> Step:
    phases = (evolve(p, seconds=0.0) if p.kind == "stretch" else p for p in step.phases)
    return evolve(step, phases=tuple(phases), is_reduced=True)


def test_weights_are_told_in_kilograms_or_as_none_yet() -> None:
    """Under a caution the hands stay empty at first."""
    who = someone(routines=["neck"], availability="daily 08:00, 18:00 20 min")
    made = planned(who, 3)
    shrug = CATALOGUE.entry("neck-5-weighted-shrug")
    session = next(s for s in made.sessions if any(t.exercise == shrug.id for t in s.steps))
    bare = (evolve(t, mass_kg=0.0) if t.exercise == shrug.id else t for t in session.steps)

    loaded = str(explain(made, shrug))
    empty = str(explain(with_steps(made, session, *bare), shrug))

    assert "1.5 kg in each hand (the low end of 1.5–2 kg)" in loaded
    assert "no weight yet, as the gentle form asks" in empty


def test_repetitions_say_what_they_count() -> None:
    """On each side, in each direction, in all, of each round."""
    text = {
        id: str(explain(plan("keen"), id)) for id in ("yoga-supine-twist", "extra-10-knee-rolls")
    }

    assert "2 repetitions on each side" in text["yoga-supine-twist"]
    assert "6 repetitions in all, from side to side" in text["extra-10-knee-rolls"]
    assert "10 repetitions in each direction" in str(explain(plan("keen"), "wushu-knee-rotation"))


def test_repetitions_of_something_else_than_a_cycle_say_of_what() -> None:
    """The catalogue's own word for what is counted."""
    made = planned(someone(routines=["lumbar"], availability="daily 18:00 60 min"), 1)

    assert "5 repetitions of each diagonal" in str(explain(made, "lumbar-3-dry-land-swim"))


def test_a_dose_without_a_default_is_the_articles() -> None:
    """With its first line, or without where it has none."""
    made = plan("desk-worker")
    entry = CATALOGUE.entry("lying-09a-elongation-both")

    (known, *_) = [r for r in of_rule(explain(made, entry), "dose-range") if r.places]
    (bare, *_) = [
        r for r in of_rule(explain(made, evolve(entry, lines=())), "dose-range") if r.places
    ]

    assert known.sources == ("article, line 210",)
    assert bare.sources == ("article",)


def test_growth_tells_from_when_and_how_long_the_dose_before_had_lasted() -> None:
    """Fourteen days and four sessions at the least."""
    made = plan("keen")

    grown = [
        reason
        for entry in CATALOGUE.entries
        for reason in explain(made, entry).reasons
        if "grown: " in reason.text
    ]

    assert grown
    for reason in grown:
        assert reason.number("dose_d") >= reason.number("least_d") == 14
        assert reason.number("dose_n") >= reason.number("least_n") == 4


def test_growth_of_sets_repetitions_and_holds_is_told_number_by_number() -> None:
    """What is more, and what it was."""
    made = planned(someone(routines=["yoga-asanas"], availability="Mon, Wed, Fri 18:00 60 min"))
    last = made.sessions[-1]
    steps = tuple(_more(s) if s.exercise == "yoga-supine-twist" else s for s in last.steps)

    (grown,) = [
        r
        for r in explain(with_steps(made, last, *steps), "yoga-supine-twist").reasons
        if "grown: " in r.text
    ]

    more = "2 sets instead of 1 and 3 repetitions instead of 2 and stretch 30 s instead of 15 s"
    assert f"grown: {more}, " in grown.text


def test_growth_is_told_in_the_session_where_it_happens() -> None:
    """With the name of the exercise, and there only."""
    made = planned(someone(routines=["yoga-asanas"], availability="Mon, Wed, Fri 18:00 60 min"))
    *_, before, last = made.sessions
    steps = tuple(_more(s) if s.exercise == "yoga-supine-twist" else s for s in last.steps)
    grown = with_steps(made, last, *steps)

    assert "Jathara Parivartanasana): grown" in str(explain(grown, last.id))
    assert "grown: " not in str(explain(grown, before.id))


def _more(step: Step) -> Step:
    phases = (evolve(p, seconds=30.0) if p.kind == "stretch" else p for p in step.phases)
    return evolve(step, sets=2, reps=3, phases=tuple(phases))


def test_a_dose_that_shrinks_is_no_growth() -> None:
    """Only more of everything is more."""
    made = plan("keen")
    last: Session = next(
        s for s in reversed(made.sessions) if any(t.exercise == PULL for t in s.steps)
    )
    steps = tuple(evolve(s, reps=1) if s.exercise == PULL else s for s in last.steps)

    text = str(explain(with_steps(made, last, *steps), PULL))

    assert f"{last.date.day} Dec: grown" not in text
