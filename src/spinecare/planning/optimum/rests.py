"""What muscles that must rest cost at the least: a bound on loads that disturb one another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from spinecare.planning.optimum.problem import Problem


@frozen(eq=False)
class Rest:
    """Loads of which any two, and each with itself, must keep apart."""

    loads: tuple[int, ...]
    """Their numbers in the problem."""
    apart_min: int
    """The least minutes between any two of them."""
    starts: tuple[int, ...]
    """When the moments begin."""
    after: tuple[int, ...] = field(init=False)
    """For each moment the first that is far enough from it."""
    before: tuple[int, ...] = field(init=False)
    """For each moment, and for the end, how many come so long before it that they do not disturb;
    at the end nothing does."""

    def __attrs_post_init__(self) -> None:
        """Work out what is far enough from what."""
        far = [bisect_left(self.starts, at + self.apart_min) for at in self.starts]
        near = [bisect_right(self.starts, at - self.apart_min) for at in self.starts]
        object.__setattr__(self, "after", tuple(far))
        object.__setattr__(self, "before", (*near, len(near)))

    def gains(self, worth: Sequence[int]) -> list[int]:
        """Return for each moment, and the end, the most that the loads are worth from there on.

        Args:
            worth: For each moment what doing all of them at it is worth at the most.
        """
        gains = [0] * (len(worth) + 1)
        for number in range(len(worth) - 1, -1, -1):
            gains[number] = max(gains[number + 1], worth[number] + gains[self.after[number]])
        return gains

    def best(self, gains: Sequence[int], first: int) -> list[bool]:
        """Return at which moments, from the first on, they are done where they are worth most."""
        done, number = [False] * len(self.starts), first
        while number < len(self.starts):
            if gains[number] == gains[number + 1]:
                number += 1
            else:
                done[number] = True
                number = self.after[number]
        return done


def rests_of(problem: Problem) -> tuple[Rest, ...]:
    """Return groups of loads that disturb one another: any two that do are together in one.

    The longest rests come first, and each group is as large as it can be. What the gap of a course
    keeps apart anyhow is left out.
    """
    apart_min, starts = problem.apart_min, tuple(moment.at_min for moment in problem.moments)
    found, covered = list[Rest](), set[tuple[int, int]]()
    for apart in sorted({apart for row in apart_min for apart in row if apart}, reverse=True):
        able = [load for load, row in enumerate(apart_min) if row[load] >= apart]
        for pair in ((one, other) for one in able for other in able if one <= other):
            if apart_min[pair[0]][pair[1]] != apart or pair in covered:
                continue
            group = list(dict.fromkeys(pair))
            for load in able:
                if load not in group and all(apart_min[load][one] >= apart for one in group):
                    group.append(load)
            covered.update((one, other) for one in group for other in group)
            if not is_kept_apart(problem, group, apart):
                found.append(Rest(tuple(group), apart, starts))
    return tuple(found)


def is_kept_apart(problem: Problem, loads: Sequence[int], apart_min: int) -> bool:
    """Whether the gap of a course keeps loads apart anyhow: all are of it and never without it."""
    owners = {owner for load in loads for owner in _owners(problem, load)}
    if len(owners) > 1:
        return False
    lasts = [problem.loaded_min[load] for load in loads]
    return all(
        problem.courses[owner].gap_min >= apart_min
        and all(last is None or _is_done(problem.courses[owner].last_min, last) for last in lasts)
        for owner in owners
    )


def _is_done(course_min: int | None, load_min: int) -> bool:
    """Whether a course was done when its load was, or later."""
    return course_min is not None and load_min <= course_min


def _owners(problem: Problem, load: int) -> Iterator[int]:
    """Yield the courses that a load belongs to."""
    for number, course in enumerate(problem.courses):
        if any(one.id == load for one in course.loads):
            yield number
