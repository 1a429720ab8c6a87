"""Hand-made plans for the exporters' tests; no planner and no real catalogue is needed.

`sample_plan()` is the everyday one. The others show one thing each: an empty plan, a revision that
drops a session, four weeks over a change of the clocks, texts that try to break out of a format.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import attrs

from spinecare.model import (
    Cancelled,
    Day,
    DeskBreak,
    ExerciseId,
    Finding,
    Plan,
    RoutineId,
    RuleId,
    Session,
    SessionId,
    Step,
    StepPhase,
    WeeklyPlan,
)
from tests.export.sample_catalogue import SMALL_CATALOGUE

NECK = RoutineId("neck")
LYING = RoutineId("lying")
PULLS = RoutineId("pulse-pull-ups")


def relief() -> Step:
    """Return an opening of two minutes."""
    return Step(
        exercise=ExerciseId("relief-legs-on-chair"),
        purpose="opening",
        sides=("both",),
        hold_s=120,
        phases=(StepPhase(kind="relax", role="relax", seconds=120, each="step"),),
    )


def rotation(first: str = "left") -> Step:
    """Return five turns of the head to each side, 70 s."""
    return Step(
        exercise=ExerciseId("neck-2-rotation"),
        routine=NECK,
        sides=(first, "right" if first == "left" else "left"),
        reps=5,
        cycles=5,
        between_s=15,
        phases=(
            StepPhase(kind="move", role="stress", seconds=3),
            StepPhase(kind="move", role="stress", seconds=3),
            StepPhase(kind="relax", role="relax", seconds=8),
        ),
        is_new=True,
    )


def press() -> Step:
    """Return three presses of ten seconds, each answered by ten seconds of rest."""
    return Step(
        exercise=ExerciseId("neck-4-front"),
        routine=NECK,
        sides=("both",),
        reps=3,
        cycles=3,
        hold_s=10,
        between_s=5,
        phases=(
            StepPhase(kind="contract", role="stress", seconds=10),
            StepPhase(kind="relax", role="relax", seconds=10),
        ),
    )


def resting() -> Step:
    """Return a resting pose that the planner added."""
    return Step(
        exercise=ExerciseId("rest-sitting"),
        purpose="rest",
        sides=("both",),
        hold_s=10,
        phases=(StepPhase(kind="relax", role="relax", seconds=10, each="step"),),
    )


def stretch(first: str = "right") -> Step:
    """Return a stretch in its reduced form, twice on each side, one side after the other."""
    return Step(
        exercise=ExerciseId("lying-04-figure-four"),
        routine=LYING,
        sides=(first, "right" if first == "left" else "left"),
        one_side_after_other=True,
        reps=2,
        reps_per="side",
        cycles=2,
        hold_s=10,
        change_s=5,
        between_s=20,
        phases=(
            StepPhase(kind="setup", role="neutral", seconds=3, each="set"),
            StepPhase(kind="stretch", role="neutral", seconds=10, into_s=2),
            StepPhase(kind="relax", role="relax", seconds=5),
        ),
        is_reduced=True,
        notes=("half as far, no pull at the end",),
    )


def pulls() -> Step:
    """Return two sets of four pull-ups with two minutes between them."""
    return Step(
        exercise=ExerciseId("pulse-pull-up"),
        routine=PULLS,
        sides=("both",),
        sets=2,
        reps=4,
        cycles=4,
        rest_s=120,
        between_s=30,
        phases=(
            StepPhase(kind="move", role="stress", seconds=2),
            StepPhase(kind="return", role="neutral", seconds=2),
            StepPhase(kind="relax", role="relax", seconds=60, each="set"),
        ),
    )


def shrugs() -> Step:
    """Return eight shrugs with one and a half kilograms in each hand."""
    return Step(
        exercise=ExerciseId("neck-7-shrug"),
        routine=NECK,
        sides=("both",),
        reps=8,
        cycles=8,
        mass_kg=1.5,
        between_s=20,
        phases=(
            StepPhase(kind="move", role="stress", seconds=2),
            StepPhase(kind="relax", role="relax", seconds=8),
        ),
    )


def closing() -> tuple[Step, Step]:
    """Return the rest that ends lying work and the way up."""
    return (
        Step(
            exercise=ExerciseId("fetal-rest"),
            purpose="closing",
            sides=("left",),
            hold_s=60,
            between_s=10,
            phases=(StepPhase(kind="relax", role="relax", seconds=60, each="step"),),
        ),
        Step(
            exercise=ExerciseId("rise-from-side"),
            purpose="way-up",
            sides=("left",),
            phases=(StepPhase(kind="move", role="neutral", seconds=15, each="step"),),
        ),
    )


def desk_breaks(*starts: str) -> tuple[DeskBreak, ...]:
    """Return breaks of three minutes at these times of day."""
    return tuple(
        DeskBreak(
            start=time.fromisoformat(start),
            minutes=3,
            exercise=ExerciseId("desk-stand-and-walk"),
            others=(ExerciseId("neck-2-rotation"),),
        )
        for start in starts
    )


def session(
    day: date,
    start: str,
    steps: tuple[Step, ...],
    *,
    minutes: float = 20,
    place: str = "home",
    notes: tuple[str, ...] = (),
) -> Session:
    """Return a session; its id comes from day and time, its routines from its steps."""
    routines = tuple(dict.fromkeys(step.routine for step in steps if step.routine is not None))
    return Session(
        id=SessionId(f"s-{day:%Y%m%d}-{start.replace(':', '')}"),
        date=day,
        start=time.fromisoformat(start),
        minutes=minutes,
        place=place,
        routines=routines,
        steps=steps,
        notes=notes,
    )


def _sample_day(day: date, off: tuple[date, ...]) -> Day:
    """Fill a day: neck on working days, lying on Tuesday and Friday, pull-ups on Saturday."""
    if day in off:
        return Day(date=day)
    first = "left" if day.toordinal() % 2 else "right"
    sessions: tuple[Session, ...] = ()
    breaks: tuple[DeskBreak, ...] = ()
    if day.weekday() < 5:
        sessions += (session(day, "07:00", (relief(), rotation(first), press(), resting())),)
        breaks = desk_breaks("10:00", "11:00", "14:00", *(["15:00"] if day.weekday() < 4 else []))
    if day.weekday() in (1, 4):
        note = ("rate pain from 0 to 10 first",)
        sessions += (session(day, "19:30", (stretch(first), *closing()), notes=note),)
    if day.weekday() == 5:
        sessions += (session(day, "10:00", (pulls(), shrugs()), minutes=45, place="the park"),)
    return Day(date=day, sessions=sessions, desk_breaks=breaks)


def build_plan(
    day_of: Callable[[date], Day],
    *,
    start: date = date(2026, 11, 23),
    weeks: int = 1,
    zone: str = "Europe/Berlin",
) -> Plan:
    """Return a plan whose days come from a function, without findings."""
    return Plan(
        id="p-sample",
        name="Ann's back",
        start=start,
        timezone=zone,
        updated_at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
        routines=(NECK, LYING, PULLS, RoutineId("desk-breaks")),
        weeks=tuple(
            WeeklyPlan(
                number=number + 1,
                days=tuple(day_of(start + timedelta(days=7 * number + day)) for day in range(7)),
                advice=("life-pillow",) if number % 2 == 0 else (),
            )
            for number in range(weeks)
        ),
        catalogue=SMALL_CATALOGUE,
    )


def sample_plan(
    weeks: int = 1,
    *,
    start: date = date(2026, 11, 23),
    zone: str = "Europe/Berlin",
    off: tuple[date, ...] = (),
) -> Plan:
    """Return the everyday plan.

    Args:
        weeks: How many weeks; each holds the same but for the starting sides.
        start: The first day.
        zone: The time zone.
        off: Days without anything.
    """
    plan = build_plan(lambda day: _sample_day(day, off), start=start, weeks=weeks, zone=zone)
    findings = tuple(
        Finding(
            rule=RuleId(rule),
            severity=severity,
            subject=subject,
            place=place,
            reason=reason,
            concession=concession,
        )
        for rule, severity, subject, place, reason, concession in _FINDINGS
    )
    return attrs.evolve(plan, findings=findings)


_FINDINGS = (
    (
        "condition-avoid",
        "left-out",
        "magic-towel",
        "",
        "The towel bends the back under load, which your disc does not allow yet.",
        "",
    ),
    (
        "time",
        "not-fitted",
        "lying",
        "2026-11-24",
        "The lying stretches need 29 minutes; Tuesday evening holds 20.",
        "9 more minutes on Tuesday would hold the whole routine.",
    ),
    (
        "condition-caution",
        "changed",
        "lying-04-figure-four",
        "week 1",
        "The figure-four stretch is done in its reduced form.",
        "",
    ),
    (
        "supercompensation",
        "note",
        "pulse-pull-ups",
        "2026-11-28",
        "Pull-ups come back 7 days later; the window is 5-8.",
        "",
    ),
)


def empty_plan() -> Plan:
    """Return a week in which nothing could be planned."""
    return attrs.evolve(sample_plan(off=_days(date(2026, 11, 23), 7)), name="", routines=())


def _days(start: date, count: int) -> tuple[date, ...]:
    return tuple(start + timedelta(days=day) for day in range(count))


def revised_plan() -> Plan:
    """Return the sample plan after it was planned again: Tuesday evening is dropped."""
    plan = sample_plan()
    dropped = plan.days[1].sessions[1]
    tuesday = attrs.evolve(plan.days[1], sessions=plan.days[1].sessions[:1])
    week = plan.weeks[0]
    return attrs.evolve(
        plan,
        weeks=(attrs.evolve(week, days=(week.days[0], tuesday, *week.days[2:])),),
        revision=1,
        updated_at=plan.updated_at + timedelta(days=1),
        cancelled=(Cancelled(id=dropped.id, date=dropped.date, start=dropped.start, minutes=20),),
    )


def short_plan() -> Plan:
    """Return a week that is quick to read: two sessions, five breaks, one dropped session."""
    monday, friday = date(2026, 11, 23), date(2026, 11, 27)
    sessions = {
        monday: (session(monday, "07:00", (relief(), rotation(), press(), resting())),),
        friday: (session(friday, "19:30", (stretch(), *closing()), place="the gym"),),
    }

    def day_of(day: date) -> Day:
        breaks = desk_breaks("10:00") if day.weekday() < 5 else ()
        return Day(date=day, sessions=sessions.get(day, ()), desk_breaks=breaks)

    plan = sample_plan()
    dropped = Cancelled(
        id=SessionId("s-20261125-1900"), date=date(2026, 11, 25), start=time(19), minutes=20
    )
    return attrs.evolve(
        build_plan(day_of),
        revision=1,
        findings=plan.findings[2:3],
        cancelled=(dropped,),
        catalogue=plan.catalogue.restricted_to(
            entries=frozenset(
                step.exercise for steps in sessions.values() for step in steps[0].steps
            )
            | {"desk-stand-and-walk"},
            routines=frozenset({"neck", "lying", "desk-breaks"}),
            advice=frozenset({"life-pillow"}),
        ),
    )


def plan_over_the_change(zone: str = "Europe/Berlin") -> Plan:
    """Return four weeks in which Europe's clocks go back, with one free Wednesday."""
    return sample_plan(4, start=date(2026, 10, 12), zone=zone, off=(date(2026, 10, 21),))


def plan_with_text(text: str) -> Plan:
    """Return the sample plan with a text, not blank, in every place a person can fill."""
    plan = sample_plan()
    catalogue = attrs.evolve(
        SMALL_CATALOGUE,
        entries=tuple(
            attrs.evolve(
                entry,
                name=text,
                instruction=text,
                breath=text,
                phases=tuple(attrs.evolve(phase, cue=text) for phase in entry.phases),
                safety=tuple(attrs.evolve(note, text=text) for note in entry.safety),
                cautions=tuple(attrs.evolve(note, text=text) for note in entry.cautions),
            )
            for entry in SMALL_CATALOGUE.entries
        ),
        routines=tuple(
            attrs.evolve(routine, name=text, summary=text) for routine in SMALL_CATALOGUE.routines
        ),
        advice=tuple(
            attrs.evolve(advice, name=text, instruction=text) for advice in SMALL_CATALOGUE.advice
        ),
        notice=text,
        stop_signs=(text,),
    )

    def fill(step: Step) -> Step:
        return attrs.evolve(step, notes=(text,))

    def fill_session(item: Session) -> Session:
        return attrs.evolve(item, place=text, notes=(text,), steps=tuple(map(fill, item.steps)))

    weeks = tuple(
        attrs.evolve(
            week,
            days=tuple(
                attrs.evolve(day, sessions=tuple(map(fill_session, day.sessions)))
                for day in week.days
            ),
        )
        for week in plan.weeks
    )
    findings = tuple(
        attrs.evolve(finding, reason=text, concession=text) for finding in plan.findings
    )
    return attrs.evolve(plan, name=text, weeks=weeks, findings=findings, catalogue=catalogue)
