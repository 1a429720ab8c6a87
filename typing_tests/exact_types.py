"""What type checkers see of the library: read by mypy and pyright, never run.

Each `assert_type` fails the check when the library's types become wider or other than they were;
each line with an ignore fails it when the wrong argument is no longer an error.
"""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal, assert_type

import pandas as pd
import polars as pl
from pint.facets.plain import PlainQuantity

from spinecare.catalogue import load_catalogue
from spinecare.codec import from_data
from spinecare.drawing import draw
from spinecare.errors import Fault, FaultyInputError, UnknownIdError
from spinecare.explanation import Concession, Explanation, Reason, explain
from spinecare.export import (
    from_json,
    journal_from_csv,
    journal_to_csv,
    recover_journal,
    to_ical,
    to_ical_files,
    to_json,
)
from spinecare.figures import Figure
from spinecare.model import (
    Availability,
    Cadence,
    Catalogue,
    Dose,
    Exercise,
    ExerciseId,
    Goal,
    Hold,
    Journal,
    Laterality,
    Level,
    Person,
    Phase,
    Plan,
    Pose,
    Position,
    Reps,
    RepsPer,
    Role,
    Routine,
    Screening,
    Session,
    Side,
    Slot,
    Span,
    Step,
    Tempo,
    Weekday,
    unknown_ids,
)
from spinecare.profile import load_person
from spinecare.response import Calibration, ResponseModel, ResponsePoint, calibration
from spinecare.reviewing import Action, Policy, Review, Standing, Verdict, review
from spinecare.schemas import json_schema
from spinecare.units import quantity, read_bounds, read_number


def doses() -> None:
    """A dose takes what people have in hand and shows exact types."""
    dose = Dose(hold_s="10-30 s", reps="2-4", mass_kg=1.5, rest_s=timedelta(seconds=60))
    Dose(hold_s=quantity(10, "second"), tempo=(2, "3 s"), hold_cap_s="1 min")
    Dose(hold_s=(10, None), reps=(8, 12), effort_pct=("20 %", "50 %"), change_s=5)

    assert_type(dose.hold_s, Hold | None)
    assert_type(dose.hold, Span[PlainQuantity[float]] | None)
    assert_type(dose.reps, Reps)
    assert_type(dose.reps.low, int)
    assert_type(dose.reps.high, int | None)
    assert_type(dose.reps.per, RepsPer)
    assert_type(dose.sets, Span[int])
    assert_type(dose.mass_kg, Span[float] | None)
    assert_type(dose.mass, Span[PlainQuantity[float]] | None)
    assert_type(dose.tempo, Tempo | None)
    assert_type(dose.change_s, float)
    assert_type(dose.change, PlainQuantity[float])
    if dose.hold_s is not None:
        assert_type(dose.hold_s.low, float)
        assert_type(dose.hold_s.high, float | None)
        assert_type(dose.hold_s.at(0.5), float)
    if dose.hold is not None:
        assert_type(dose.hold.low, PlainQuantity[float])
        assert_type(dose.hold.high, PlainQuantity[float] | None)

    Dose(hold_s=b"10 s")  # type: ignore[arg-type]
    Dose(hold_s=date(2026, 1, 1))  # type: ignore[arg-type]
    Dose(reps=2.5)  # type: ignore[arg-type]
    Dose(tempo=3)  # type: ignore[arg-type]
    Dose(reps_cap="2")  # type: ignore[arg-type]
    Dose("10 s")  # type: ignore[call-arg]
    Dose(holds=10)  # type: ignore[call-arg]
    dose.change_s = 3  # type: ignore[misc]


def people() -> None:
    """A person is built from text or from values."""
    person = Person(
        timezone="Europe/Berlin",
        availability="Mon-Fri 07:00 20 min",
        goals=["relax", Goal.EASE_NECK],
        wakes_at="06:30",
        level="practised",
        routines=["neck"],
        screening=Screening(yes=["rf-fever"], others="no"),
    )

    assert_type(person.availability, Availability)
    assert_type(person.availability.slots, tuple[Slot, ...])
    assert_type(person.goals, tuple[Goal, ...])
    assert_type(person.wakes_at, time | None)
    assert_type(person.level, Level)
    assert_type(person.pain, float | None)
    assert_type(person.tried, tuple[ExerciseId, ...])
    assert_type(person.screening.others, Literal["no", "not asked"])
    assert_type(person.availability.slots[0].weekday, Weekday)
    assert_type(person.availability.slots[0].minutes, float)

    Person(timezone="UTC")  # type: ignore[call-arg]
    Person(timezone=3, availability="Mon 07:00 20 min")  # type: ignore[arg-type]
    Person(timezone="UTC", availability=20)  # type: ignore[arg-type]
    Person(timezone="UTC", availability="Mon 07:00 20 min", pain="3")  # type: ignore[arg-type]
    Slot(weekday=1, start="07:00", minutes=20)  # type: ignore[arg-type]


def exercises(exercise: Exercise, phase: Phase, routine: Routine) -> None:
    """Words of the lists are enumerations once they are in."""
    assert_type(exercise.id, ExerciseId)
    assert_type(exercise.sides, Laterality)
    assert_type(exercise.first_side, Side | None)
    assert_type(exercise.start, Pose)
    assert_type(exercise.start.position, Position)
    assert_type(exercise.phases, tuple[Phase, ...])
    assert_type(exercise.role_of(phase), Role)
    assert_type(exercise.has_stress, bool)
    assert_type(phase.seconds, Hold | None)
    assert_type(phase.role, Role | None)
    assert_type(routine.cadence, Cadence)
    assert_type(routine.cadence.window, Span[PlainQuantity[float]] | None)
    assert_type(Pose(position="supine").position, Position)

    Pose(position=3)  # type: ignore[arg-type]
    Phase(kind="move", cue="x", seconds=[10, 30])  # type: ignore[arg-type]
    Cadence(kind="window", window_days="5-8 days", times=1.5)  # type: ignore[arg-type]


def plans(plan: Plan, session: Session, step: Step) -> None:
    """A plan is tuples of values, down to single numbers."""
    assert_type(plan.sessions, tuple[Session, ...])
    assert_type(session.steps, tuple[Step, ...])
    assert_type(session.duration_s, float)
    assert_type(step.sides, tuple[Side, ...])
    assert_type(step.hold_s, float | None)
    assert_type(plan.to_rows(), tuple[dict[str, str | int | float | bool | None], ...])
    assert_type(plan.to_pandas(), pd.DataFrame)
    assert_type(plan.to_polars(), pl.DataFrame)

    plan.weeks[0].days[0].sessions[0].steps.append(step)  # type: ignore[attr-defined]


def documents(plan: Plan, person: Person, step: Step) -> None:
    """Reading gives the kind that was asked for, a plan where none was."""
    text = to_json(plan)

    assert_type(text, str)
    assert_type(to_ical(plan, alarm_minutes=10, feed=False, previous=plan), bytes)
    assert_type(to_ical_files(plan, alarm_minutes=7.5), dict[str, bytes])
    assert_type(from_json(text), Plan)
    assert_type(from_json(text.encode(), Plan), Plan)
    assert_type(from_json(to_json(person), Person), Person)
    assert_type(from_json(text, kind=Journal), Journal)
    assert_type(from_json(text, Catalogue), Catalogue)
    assert_type(json_schema("person-file"), dict[str, Any])

    to_json(step)  # type: ignore[arg-type]
    to_ical(plan, alarm_minutes="10")  # type: ignore[arg-type]
    from_json(text, Step)  # type: ignore[type-var]
    json_schema("step")  # type: ignore[arg-type]


def journals(journal: Journal, plan: Plan, day: date, moment: datetime, policy: Policy) -> None:
    """A journal is reviewed, written as a sheet, and rescued."""
    found = review(journal, on=day, policy=policy)
    assert_type(found, Review)
    assert_type(review(journal, on=day, policy="monitored").verdicts, tuple[Verdict, ...])
    assert_type(found.verdicts[0].standing, Standing)
    assert_type(found.verdicts[0].action, Action)
    assert_type(found.verdicts[0].looks_again, date | None)
    assert_type(journal_to_csv(plan, separator=";"), str)
    assert_type(journal_to_csv(plan.sessions), str)
    assert_type(journal_from_csv("", written_at=moment, plan=plan), Journal)
    assert_type(recover_journal(b""), tuple[Journal, tuple[Fault, ...]])

    review(journal)  # type: ignore[call-arg]
    journal_from_csv("")  # type: ignore[call-arg]
    journal_to_csv(plan, separator="|")  # type: ignore[arg-type]


def files(path: Path, person: Person) -> None:
    """Loaders take paths and give whole values."""
    catalogue = load_catalogue()

    assert_type(catalogue, Catalogue)
    assert_type(load_catalogue("own.toml", path), Catalogue)
    assert_type(load_person("me.toml"), Person)
    assert_type(load_person(path, catalogue), Person)
    assert_type(catalogue.entry_by_id, Mapping[str, Exercise])
    assert_type(catalogue.entry("neck"), Exercise)
    assert_type(unknown_ids(person, catalogue), tuple[UnknownIdError, ...])
    assert_type(from_data({}, Person, what="person"), Person)

    load_catalogue(3)  # type: ignore[arg-type]
    load_person(b"me.toml")  # type: ignore[arg-type]


def responses() -> None:
    """Times are plain days; a model takes them as people have them."""
    model = ResponseModel(k1=1, k2=2, tau1="9.5 days", tau2=timedelta(hours=54))

    assert_type(model.tau1, float)
    assert_type(model.peak_time, float)
    assert_type(model.window(), Span[float])
    assert_type(model.steady_state("1 week", load=2), float)
    assert_type(model.curve(range(14)), tuple[ResponsePoint, ...])
    assert_type(model.performance([(0, 1), ("1 week", 1)], at=[14]), tuple[ResponsePoint, ...])
    assert_type(model.curve([1])[0].performance, float)
    assert_type(calibration("classic"), Calibration)
    assert_type(calibration("classic").model, ResponseModel)

    ResponseModel(1, 2, 9.5, 2.25)  # type: ignore[call-arg]
    ResponseModel(k1="1", k2=2, tau1=9.5, tau2=2.25)  # type: ignore[arg-type]
    model.curve(7)  # type: ignore[arg-type]
    model.performance([7], at=[14])  # type: ignore[list-item]


def explanations(plan: Plan, person: Person) -> None:
    """Ids, dates and the things themselves can be asked about."""
    why = explain(plan, "neck", person=person)

    assert_type(why, Explanation)
    assert_type(explain(plan, plan.start).reasons, tuple[Reason, ...])
    assert_type(explain(plan, plan.sessions[0]).concessions, tuple[Concession, ...])
    assert_type(why.reasons[0].number("since_d"), float)
    assert_type(why.concessions[0].change.applied_to(person), Person)

    explain(plan, 3)  # type: ignore[arg-type]
    explain("plan", "neck")  # type: ignore[arg-type]


def pictures(exercise: Exercise, session: Session) -> None:
    """What can be drawn, and how."""
    assert_type(draw(exercise), Figure)
    assert_type(draw(session, theme="print").size, tuple[int, int])
    assert_type(draw("lumbar-1-half-push-up", form="strip", side="left").png(width=472), bytes)

    draw(exercise, form="film")  # type: ignore[arg-type]
    draw(3)  # type: ignore[arg-type]


def numbers() -> None:
    """The door for numbers."""
    assert_type(quantity(3.0, "second"), PlainQuantity[float])
    assert_type(read_number("3 s", "second", "hold"), float)
    assert_type(read_bounds("3 s", "second", "hold"), tuple[float, float | None])
    assert_type(Hold.of("10-30 s"), Hold)
    assert_type(Reps.of("8-12"), Reps)

    read_number([3], "second", "hold")  # type: ignore[arg-type]


def errors(error: FaultyInputError, unknown: UnknownIdError) -> None:
    """Errors keep their parts as values."""
    assert_type(error.faults, tuple[Fault, ...])
    assert_type(error.faults[0].line, int | None)
    assert_type(unknown.nearest, tuple[str, ...])
