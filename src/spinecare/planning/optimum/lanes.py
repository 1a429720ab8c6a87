"""One course alone: all its ways through the days, as states and the moves between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import field, frozen

from spinecare.planning.objective import WHOLE, Levels, late_days, uneven_hours
from spinecare.planning.optimum.problem import Course, Moment, Problem
from spinecare.planning.optimum.scale import Scale

NEVER = 1 << 400
"""More than any schedule costs."""


class Move(NamedTuple):
    """Doing a course at a moment."""

    state: int
    """From: when it was last done, and how many times in that period."""
    following: int
    """To."""
    cost: int
    """What that costs when the most that fits of it is done."""


@frozen(eq=False)
class Lane:
    """The states of a course, and the moves between them; state 0 is the history."""

    moves: tuple[tuple[Move, ...], ...]
    """For each moment the ways to do the course at it."""
    counts: int
    """How many states each moment adds to those before it."""
    ends: tuple[int, ...]
    """For each state what it costs to stay in it to the end."""
    _excess: dict[tuple[int, int, int], int] = field(
        factory=dict[tuple[int, int, int], int], init=False, repr=False
    )

    @cached_property
    def from_state(self) -> tuple[Mapping[int, Move], ...]:
        """For each moment the move from a state, where there is one."""
        return tuple({move.state: move for move in moves} for moves in self.moves)

    def costs_to_go(self, prices: Sequence[int]) -> list[list[int]]:
        """Return for each moment, and for the end, what each state costs from there on at best.

        Args:
            prices: For each moment what doing the course at it costs on top.
        """
        costs = [list(self.ends)]
        for number in range(len(self.moves) - 1, -1, -1):
            after, price = costs[-1], prices[number]
            row = after[: 1 + number * self.counts]
            for state, following, cost in self.moves[number]:
                value = cost + price + after[following]
                if value < row[state]:
                    row[state] = value
            costs.append(row)
        costs.reverse()
        return costs

    def before(self, number: int, after: Sequence[int], price: int) -> list[int]:
        """Return what each state before a moment costs, given what each costs after it.

        Args:
            number: The moment.
            after: What each state costs after it, to the end.
            price: What doing the course at the moment costs on top.
        """
        row = list(after[: 1 + number * self.counts])
        for state, following, cost in self.moves[number]:
            value = cost + price + after[following]
            if value < row[state]:
                row[state] = value
        return row

    def reached(self, number: int, before: Sequence[int], price: int) -> list[int]:
        """Return what it costs to come to the states that a moment adds.

        Args:
            number: The moment.
            before: What it costs to come to each state before it, at least.
            price: What doing the course at the moment costs on top.
        """
        first = 1 + number * self.counts
        row = [NEVER] * self.counts
        for state, following, cost in self.moves[number]:
            value = before[state] + cost + price
            if value < row[following - first]:
                row[following - first] = value
        return row

    @cached_property
    def opens(self) -> tuple[int, ...]:
        """For each state the first moment at which the course may be done from it."""
        opens = [len(self.moves)] * len(self.ends)
        for number in range(len(self.moves) - 1, -1, -1):
            for move in self.moves[number]:
                opens[move.state] = number
        return tuple(opens)

    def best(self, costs: Sequence[Sequence[int]], prices: Sequence[int]) -> list[bool]:
        """Return at which moments the cheapest way does the course; of two alike, the later."""
        state, done = 0, [False] * len(self.moves)
        for index, moves in enumerate(self.from_state):
            move = moves.get(state)
            after = costs[index + 1]
            if move and move.cost + prices[index] + after[move.following] < after[state]:
                done[index], state = True, move.following
        return done

    def excess(self, index: int, state: int, other: int) -> int:
        """Return what one state costs more than another at the worst, whatever is done from here.

        Args:
            index: The moment that comes next.
            state: The state that is weighed.
            other: The state it is weighed against: all that is done from it is done from `state`.

        Returns:
            A number, negative where `state` is better by so much at least; `NEVER` where something
            may be done from `other` and not from `state`.
        """
        if state == other:
            return 0
        key = index, state, other
        if key not in self._excess:
            self._excess[key] = self._most_excess(index, state, other)
        return self._excess[key]

    def _most_excess(self, index: int, state: int, other: int) -> int:
        if index == len(self.moves):
            return self.ends[state] - self.ends[other]
        waiting = self.excess(index + 1, state, other)
        theirs = self.from_state[index].get(other)
        if theirs is None:
            return waiting
        own = self.from_state[index].get(state)
        if own is None:
            return NEVER
        after = self.excess(index + 1, own.following, theirs.following)
        return max(waiting, own.cost - theirs.cost + after)


def lane_of(problem: Problem, number: int, scale: Scale, most: Sequence[int]) -> Lane:
    """Return the lane of a course.

    Args:
        problem: The problem.
        number: The place of the course among its courses.
        scale: How levels make one number.
        most: For each moment the largest share of it that an offer holds; 0 where none does.
    """
    course = problem.courses[number]
    counts = _counts(course)
    ends = [_late(course, course.last_day, problem.days)]
    for moment in problem.moments:
        ends += [_late(course, moment.day, problem.days)] * counts
    return Lane(
        counts=counts,
        moves=tuple(
            tuple(_moves(problem, course, scale.units, index, share)) if share else ()
            for index, share in enumerate(most)
        ),
        ends=tuple(scale.units.late * late for late in ends),
    )


def _counts(course: Course) -> int:
    return course.most if course.period else 1


def _late(course: Course, last: int | None, following: int) -> int:
    return course.weight * late_days(last, following, course.latest_days)


def _moves(
    problem: Problem, course: Course, units: Levels, index: int, share: int
) -> Iterator[Move]:
    """Yield the ways to do a course at a moment: from the history, then from earlier moments."""
    counts, moment = _counts(course), problem.moments[index]
    first = 1 + index * counts
    fixed = units.missing * ((0 if course.period else WHOLE) - share)
    if course.has_habit and moment.slot not in course.habit:
        fixed += units.off_habit
    cost = _cost(course, units, course.last_day, course.last_min, moment)
    if cost is not None:
        yield Move(0, first, fixed + cost)
    for number, before in enumerate(problem.moments[:index]):
        cost = _cost(course, units, before.day, before.at_min, moment)
        if cost is None:
            continue
        together = course.period is not None and (
            problem.period_of(course, before) == problem.period_of(course, moment)
        )
        for count in range(counts):
            if not together:
                yield Move(1 + number * counts + count, first, fixed + cost)
            elif count + 1 < counts:
                yield Move(1 + number * counts + count, first + count + 1, fixed + cost)


def _cost(
    course: Course, units: Levels, last_day: int | None, last_min: int | None, moment: Moment
) -> int | None:
    """Return what the time since the last session costs; `None` where it is too short."""
    late = units.late * _late(course, last_day, moment.day)
    if last_min is None:
        return late
    gap = moment.at_min - last_min
    if gap < course.gap_min:
        return None
    return late + units.uneven * course.weight * uneven_hours(gap, course.ideal_h)
