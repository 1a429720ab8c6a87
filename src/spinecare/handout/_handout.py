"""From a plan to its handout."""

from __future__ import annotations

from spinecare.handout import _closing as closing
from spinecare.handout._cards import cards
from spinecare.handout._findings import findings
from spinecare.handout._manner import AFTER, BEFORE, STOP, notes_to_tell, period, reading, revision
from spinecare.handout._manner import rules as rules_of
from spinecare.handout._sheets import sheets
from spinecare.handout._values import Handout
from spinecare.handout._weeks import weeks
from spinecare.model import Plan, Weekday
from spinecare.wording import clean, day_text, week_outlines


def handout(plan: Plan) -> Handout:
    """Return all that paper and page say of a plan, as plain text in the order of reading.

    Args:
        plan: The plan. Everything comes from it; nothing else is read.

    Returns:
        Frozen values; equal plans give equal ones.
    """
    outlines = week_outlines(plan)
    return Handout(
        title=clean(plan.name) or "Your plan",
        period=period(plan),
        timezone=plan.timezone,
        revision=revision(plan),
        notice=clean(plan.catalogue.notice),
        stop_signs=tuple(clean(sign) for sign in plan.catalogue.stop_signs),
        before=BEFORE,
        notes=notes_to_tell(plan),
        during=(STOP, *rules_of(plan)),
        after=(AFTER,),
        reading=reading(plan),
        weekdays=tuple(Weekday.of(day.date).value for day in plan.days[:7]),
        weeks=tuple(weeks(plan, outlines)),
        sheets=tuple(sheets(plan, outlines)),
        cards=tuple(cards(plan, outlines)),
        log=closing.log(outlines),
        breaks=tuple(closing.breaks(plan)),
        habits=tuple(closing.habits_in_passing(plan)),
        routines=tuple(closing.routines(plan)),
        findings=tuple(findings(plan)),
        dropped=tuple(f"{day_text(item.date)} {item.start:%H:%M}" for item in plan.cancelled),
        sources=tuple(closing.sources(plan)),
    )
