"""What muscles that must rest cost at the least: a bound on loads that disturb one another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from spinecare.planning.optimum.problem import Course, Problem


@frozen(eq=False)
class Rest:
    """Loads of which any two, and each with itself, must keep apart."""

    loads: tuple[int, ...]
    """Their numbers in the problem."""
    courses: tuple[int, ...]
    """For each of them the course it belongs to."""
    shares: tuple[int, ...]
    """For each of them what a whole session lacks without it, thousandths."""
    apart_min: int
    """The least minutes between any two of them."""
    starts: tuple[int, ...]
    """When the moments begin."""

    def first(self, loaded: Sequence[int | None]) -> int:
        """Return the first moment at which one of them may be done, given when each last was."""
        last = [at for load in self.loads if (at := loaded[load]) is not None]
        return bisect_left(self.starts, max(last) + self.apart_min) if last else 0

    def gains(self, worth: Sequence[int]) -> list[int]:
        """Return for each moment, and the end, the most that the loads are worth from there on.

        Args:
            worth: For each moment what doing all of them at it is worth at the most.
        """
        gains = [0] * (len(worth) + 1)
        for number in range(len(worth) - 1, -1, -1):
            gains[number] = gains[number + 1]
            if worth[number]:
                after = bisect_left(self.starts, self.starts[number] + self.apart_min)
                gains[number] = max(gains[number], worth[number] + gains[after])
        return gains

    def best(self, worth: Sequence[int], gains: Sequence[int], first: int) -> list[bool]:
        """Return at which moments they are done where they are worth the most."""
        done, number = [False] * len(worth), first
        while number < len(worth):
            if gains[number] == gains[number + 1]:
                number += 1
            else:
                done[number] = True
                number = bisect_left(self.starts, self.starts[number] + self.apart_min)
        return done


def rests_of(problem: Problem) -> tuple[Rest, ...]:
    """Return loads in groups that disturb one another, each load in one, the largest first."""
    shares = [
        (load.id, number, load.share)
        for number, course in enumerate(problem.courses)
        for load in course.loads
    ]
    shares.sort(key=lambda item: (-item[2], item[0]))
    left, found = shares, list[list[tuple[int, int, int]]]()
    for apart in sorted(
        {apart for row in problem.apart_min for apart in row if apart}, reverse=True
    ):
        while True:
            group: list[tuple[int, int, int]] = []
            for item in left:
                row = problem.apart_min[item[0]]
                if row[item[0]] >= apart and all(row[other] >= apart for other, _, _ in group):
                    group.append(item)
            if not group or (len(group) == 1 and problem.courses[group[0][1]].gap_min >= apart):
                break
            found.append(group)
            left = [item for item in left if item not in group]
    starts = tuple(moment.at_min for moment in problem.moments)
    return tuple(
        Rest(
            loads=tuple(load for load, _, _ in group),
            courses=tuple(course for _, course, _ in group),
            shares=tuple(share for _, _, share in group),
            apart_min=min(
                problem.apart_min[one][other] for one, _, _ in group for other, _, _ in group
            ),
            starts=starts,
        )
        for group in found
    )


def disturbing(problem: Problem, course: Course, load: int) -> tuple[tuple[int, int], ...]:
    """Return the loads that a load must keep away from, with the minutes.

    Those of its own course that its own gap keeps away anyhow are left out.
    """
    own = {other.id for other in course.loads if _is_done_with(problem, course, other.id)}
    return tuple(
        (other, apart)
        for other, apart in enumerate(problem.apart_min[load])
        if apart > (course.gap_min if other in own else 0)
    )


def _is_done_with(problem: Problem, course: Course, load: int) -> bool:
    """Whether a load was and will be done in sessions of its course and never without it."""
    last = problem.loaded_min[load]
    if last is not None and (course.last_min is None or last > course.last_min):
        return False
    return all(other.id != load or one is course for one in problem.courses for other in one.loads)
