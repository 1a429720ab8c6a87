"""Planning anew with a change, a bounded number of times."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field, frozen

from spinecare.errors import InvalidValueError
from spinecare.explanation._changes import Change, ChangeKind
from spinecare.explanation._counts import wanted_times
from spinecare.explanation._held import Held
from spinecare.model import Person, Plan, Severity
from spinecare.planning import EFFORT, MOST_WEEKS, plan_for

MOST_PLANS = 24
"""How many plans one explanation makes at most, to try changes with."""


class OutOfTrials(Exception):  # noqa: N818  not an error: the search ends
    """As many plans were made as may be."""


@frozen(kw_only=True)
class Sized:
    """Changes of one sort that differ in size: minutes, weeks."""

    of: Callable[[int], Change]
    """The change of a size, from 1 on."""
    most: int
    """The largest size."""
    guess: int = field(default=1)
    """The size to try first."""


@define(kw_only=True)
class Trials:
    """Plans made to try changes with. It grows while one explanation is made, never shared."""

    held: Held
    person: Person
    previous: Plan | None = field(default=None)
    effort: int | None = field(default=EFFORT)
    made: int = field(default=0)
    """How many plans were made."""
    ran_out: bool = field(default=False)
    """Whether another plan was wanted when as many were made as may be."""

    def reproduces(self) -> bool:
        """Whether the person, as given, gets the plan that is explained."""
        return self._plan(self.person, 0).plan.weeks == self.held.plan.weeks

    def cures(self, change: Change, is_cured: Callable[[Held], bool]) -> bool:
        """Whether a plan made with a change is cured, and nothing else is worse.

        Raises:
            OutOfTrials: As many plans were made as may be.
        """
        try:
            person = change.applied_to(self.person)
        except InvalidValueError:
            return False  # such slots would overlap
        if len(self.held.plan.weeks) + change.more_weeks > MOST_WEEKS:
            return False
        other = self._plan(person, change.more_weeks)
        is_longer = change.kind is ChangeKind.MORE_WEEKS
        return is_cured(other) and (is_longer or not is_worse(self.held, other))

    def smallest(self, sized: Sized, is_cured: Callable[[Held], bool]) -> Change | None:
        """Return the smallest change of a sort that cures, or `None`.

        The first guess is tried, then the largest size, so that what no size cures costs two plans.
        After that the steps away from the guess double, and the span between the largest size that
        failed and the smallest that cured is halved: one size less than the result was tried too.

        Raises:
            OutOfTrials: As many plans were made as may be.
        """
        failed, step = 0, 1
        size = min(max(1, sized.guess), sized.most)
        if self.cures(sized.of(size), is_cured):
            if size > 1 and self.cures(sized.of(size - 1), is_cured):
                size -= 1
            else:
                failed = size - 1
        elif size < sized.most and self.cures(sized.of(sized.most), is_cured):
            failed = size
            while failed + step < sized.most:
                size = failed + step
                if self.cures(sized.of(size), is_cured):
                    break
                failed, size, step = size, sized.most, 2 * step
            else:
                size = sized.most
        else:
            return None
        while size - failed > 1:
            middle = (failed + size) // 2
            if self.cures(sized.of(middle), is_cured):
                size = middle
            else:
                failed = middle
        return sized.of(size)

    def _plan(self, person: Person, more_weeks: int) -> Held:
        if self.made == MOST_PLANS:
            self.ran_out = True
            raise OutOfTrials
        self.made += 1
        plan = plan_for(
            person,
            self.held.known,
            start=self.held.plan.start,
            weeks=len(self.held.plan.weeks) + more_weeks,
            previous=self.previous,
            effort=self.effort,
        )
        return Held(plan=plan, whole=self.held.whole)


def is_worse(old: Held, new: Held) -> bool:
    """Whether a plan lacks something that another one holds, of the routines of that one.

    With more time the goals may choose another routine too; what that one lacks is no loss.
    """
    own = {*old.plan.routines, *(id for routine in old.routines for id in routine.entries)}
    weighty = (Severity.LEFT_OUT, Severity.NOT_FITTED)
    lacks = {(f.rule, f.subject) for f in old.plan.findings if f.severity in weighty}
    more = {(f.rule, f.subject) for f in new.plan.findings if f.severity in weighty} - lacks
    if any(subject in own for _, subject in more):
        return True
    return any(
        len(new.sessions_of(routine.id)) < min(wanted, len(old.sessions_of(routine.id)))
        for routine in old.dated
        if (wanted := wanted_times(old, routine)) is not None
    )
