"""The independent checker: a plan's JSON, the catalogue's data and the person in, breaches out.

It shares no code with the library. Each check is a short function named after what it looks at;
the ids in its breaches are those of design §5 where there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.checker import (
    rules_calendar,
    rules_course,
    rules_dose,
    rules_person,
    rules_session,
    rules_spacing,
    rules_whole,
)
from tests.checker.breach import Breach
from tests.checker.facts import Facts, Table
from tests.checker.profile import Profile
from tests.checker.view import View, view_of

CHECKS: tuple[Callable[[View], Iterator[Breach]], ...] = (
    rules_whole.ids,
    rules_whole.purposes,
    rules_whole.sessions,
    rules_whole.findings,
    rules_whole.completeness,
    rules_person.red_flag,
    rules_person.condition_avoid,
    rules_person.condition_caution,
    rules_person.on_request,
    rules_person.equipment,
    rules_person.supine_limit,
    rules_calendar.weeks,
    rules_calendar.slots,
    rules_calendar.desk_breaks,
    rules_calendar.waking,
    rules_spacing.spacing,
    rules_spacing.once_a_day,
    rules_spacing.cadence,
    rules_spacing.supercompensation,
    rules_spacing.stage,
    rules_session.stress_relax,
    rules_session.order,
    rules_session.opening,
    rules_session.closing,
    rules_session.sides,
    rules_dose.time,
    rules_dose.dose_range,
    rules_dose.heavy_neighbours,
    rules_dose.new_things,
    rules_course.pain,
    rules_course.ramp,
    rules_course.resting_poses,
    rules_course.rows,
    rules_course.reduced_notes,
)


def check(document: Table, facts: Facts, person: Table) -> list[Breach]:
    """Return every breach of a plan, in the order of the checks.

    Args:
        document: The exported JSON of the plan, parsed.
        facts: The catalogue's data.
        person: The table of the person's profile.
    """
    view = view_of(document, facts, Profile(person, facts))
    return [breach for look in CHECKS for breach in look(view)]
