"""From a plan to its handout."""

from __future__ import annotations

from spinecare.errors import InvalidValueError
from spinecare.handout import _closing as closing
from spinecare.handout import _manner as manner
from spinecare.handout._cards import cards
from spinecare.handout._findings import findings
from spinecare.handout._sheets import sheets
from spinecare.handout._values import Handout
from spinecare.handout._weeks import weeks
from spinecare.model import Plan, Weekday
from spinecare.wording import STOP_LEAD, amendments, clean, day_text, shown, week_outlines


def handout(plan: Plan) -> Handout:
    """Return all that paper and page say of a plan, as plain text in the order of reading.

    Args:
        plan: The plan. Everything comes from it; nothing else is read.

    Returns:
        Frozen values; equal plans give equal ones.

    Raises:
        InvalidValueError: Not a plan.
    """
    if not isinstance(plan, Plan):
        raise InvalidValueError.of("plan", "a Plan", plan, "make one with make_plan.")
    outlines = week_outlines(plan)
    return Handout(
        title=clean(plan.name) or "Your plan",
        period=manner.period(plan),
        timezone=plan.timezone,
        revision=manner.revision(plan),
        notice=shown(plan.catalogue.notice) if plan.catalogue.notice else "",
        stop_lead=STOP_LEAD,
        stop_signs=tuple(shown(sign) for sign in plan.catalogue.stop_signs),
        before=manner.BEFORE,
        notes=manner.notes_to_tell(plan),
        during=(manner.STOP, *manner.rules(plan)),
        after=(manner.AFTER,),
        reading=manner.reading(plan),
        sides=manner.sides(plan),
        marks=tuple(manner.marks(plan)),
        weekdays=tuple(Weekday.of(day.date).value for day in plan.days[:7]),
        weeks=tuple(weeks(plan, outlines)),
        sheets=tuple(sheets(plan, outlines)),
        cards=tuple(cards(plan, outlines)),
        log=closing.log(outlines),
        breaks=tuple(closing.breaks(plan)),
        habits=tuple(closing.habits_in_passing(plan)),
        routines=tuple(closing.routines(plan)),
        findings=tuple(findings(plan)),
        changes=tuple(shown(told.text) for told in amendments(plan)),
        dropped=tuple(f"{day_text(item.date)} {item.start:%H:%M}" for item in plan.cancelled),
        sources=tuple(closing.sources(plan)),
    )
