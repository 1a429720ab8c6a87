"""Laws: whatever the plan, everything in it can be explained, the same way each time."""

from __future__ import annotations

from hypothesis import given, settings

from spinecare import Plan
from spinecare.codec import to_data
from spinecare.explanation import SubjectLike, explain
from tests.strategies import instances


@settings(max_examples=25)
@given(instances(Plan))
def test_everything_that_any_plan_holds_can_be_explained(plan: Plan) -> None:
    """Also a plan that no planner would make, of things that no catalogue has."""
    held: list[SubjectLike] = [finding.rule for finding in plan.findings]
    held += (*plan.sessions, *plan.days, *plan.catalogue.entries, *plan.catalogue.routines)

    for subject in held:
        why = explain(plan, subject)

        assert str(why)
        assert to_data(why) == to_data(explain(plan, subject))
