"""From a plan to its handout."""

from __future__ import annotations

from spinecare.errors import InvalidValueError
from spinecare.handout import _closing as closing
from spinecare.handout import _manner as manner
from spinecare.handout._cards import cards
from spinecare.handout._felt import felt
from spinecare.handout._findings import findings
from spinecare.handout._sheets import sheets
from spinecare.handout._values import Handout
from spinecare.handout._weeks import weeks
from spinecare.model import Journal, Plan, Weekday
from spinecare.reviewing import Policy, policy_of
from spinecare.wording import STOP_LEAD, amendments, clean, day_text, shown, week_outlines


def handout(
    plan: Plan, *, journal: Journal | None = None, policy: Policy | str = "strict"
) -> Handout:
    """Return all that paper and page say of a plan, as plain text in the order of reading.

    Args:
        plan: The plan. But for the journal everything comes from it; nothing else is read.
        journal: What was noted so far: with it the handout says how it felt, as `review` does on
            the first day of the plan; these are health data. Without it there is none of them.
        policy: What pain means: `strict`, `monitored`, or numbers of your own. That of
            `make_plan`, so that the verdicts are those which the plan follows.

    Returns:
        Frozen values; equal plans and journals give equal ones.

    Raises:
        InvalidValueError: Not a plan, not a journal, or a policy that is none.
    """
    if not isinstance(plan, Plan):
        raise InvalidValueError.of("plan", "a Plan", plan, "make one with make_plan.")
    judged_by = policy_of(policy)
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
        felt=None if journal is None else felt(plan, journal, judged_by),
    )
