"""All levels in one number, so that adding and comparing stay exact and quick."""

from __future__ import annotations

from attrs import frozen

from spinecare.planning.objective import WHOLE, Levels, uneven_hours
from spinecare.planning.optimum.problem import Problem


@frozen
class Scale:
    """How the levels make one number: a step of a level outweighs all that later ones can hold."""

    units: Levels
    """What one step of each level counts."""

    @classmethod
    def of(cls, problem: Problem) -> Scale:
        """Return a scale on which no two schedules of a problem change places."""
        starts = [moment.at_min for moment in problem.moments] or [0]
        past = [course.last_min for course in problem.courses if course.last_min is not None]
        longest = max(starts) - min(starts + past)
        parts = len(problem.moments) * len(problem.courses)
        uneven = sum(
            course.weight * len(problem.moments) * uneven_hours(gap, course.ideal_h)
            for course in problem.courses
            for gap in (0, longest)
        )
        loads = sum(load.share for course in problem.courses for load in course.loads)
        missing = sum(map(problem.wanted, problem.courses)) + parts * (WHOLE + loads)
        off_habit_unit = uneven + 1
        missing_unit = off_habit_unit * (parts + 1)
        return cls(Levels(missing_unit * (2 * missing + 1), missing_unit, off_habit_unit, 1))

    def number(self, levels: Levels) -> int:
        """Return levels as one number."""
        return sum(unit * level for unit, level in zip(self.units, levels, strict=True))

    def levels(self, number: int) -> Levels:
        """Return the levels that a number stands for.

        A number between those of two schedules gives levels between theirs.
        """
        late, rest = divmod(number, self.units.late)
        missing, rest = divmod(rest, self.units.missing)
        return Levels(late, missing, *divmod(rest, self.units.off_habit))
