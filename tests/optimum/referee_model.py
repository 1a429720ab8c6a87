"""A problem as a CP-SAT model: its choices, and the four levels counted on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ortools.sat.python.cp_model import CpModel, CpSolver, IntVar, LinearExpr

from spinecare.planning.objective import DAYS_A_WEEK, WHOLE, uneven_hours
from spinecare.planning.optimum import Course, Period, Problem, Schedule
from tests.optimum.referee_logic import Term, any_of, one_of, total
from tests.optimum.referee_rest import lost


class Model:
    """A problem as a model."""

    def __init__(self, problem: Problem) -> None:
        """Lay down what may be done when."""
        self.problem = problem
        self.model = CpModel()
        self.chosen = [
            [self.model.new_bool_var("") for _ in moment.offers] for moment in problem.moments
        ]
        for choices in self.chosen:
            self.model.add_at_most_one(choices)
        self.done = [
            [one_of(self.model, self._holding(number, place)) for place in range(len(self.chosen))]
            for number in range(len(problem.courses))
        ]
        for course, done in zip(problem.courses, self.done, strict=True):
            self._keep_gap(course, done)
            self._keep_cap(course, done)
        self.lost = list(lost(self.model, problem, self.chosen))  # it also forbids, so it is first

    def levels(self) -> Iterator[LinearExpr]:
        """Yield the levels one by one; what a level needs is laid down when it is asked for."""
        wanted = sum(map(self.problem.wanted, self.problem.courses))
        yield total(self._each(self._late))
        yield total([*self._short(), *self.lost], wanted)
        yield total(self._each(self._off_habit))
        yield total(self._each(self._uneven))

    def schedule(self, solver: CpSolver) -> Schedule:
        """Return the schedule that the solver found."""
        found = []
        for moment, choices in zip(self.problem.moments, self.chosen, strict=True):
            taken = [solver.boolean_value(choice) for choice in choices]
            found.append(moment.offers[taken.index(True)] if any(taken) else None)
        return tuple(found)

    def _holding(self, number: int, place: int) -> list[IntVar]:
        """Return the choices at a moment that hold a course."""
        offers = self.problem.moments[place].offers
        return [
            choice
            for offer, choice in zip(offers, self.chosen[place], strict=True)
            if number in offer.courses
        ]

    def _keep_gap(self, course: Course, done: Sequence[IntVar]) -> None:
        """Forbid any two sessions that are too near, and those too near to the last one before."""
        starts = [moment.at_min for moment in self.problem.moments]
        for place, start in enumerate(starts):
            if course.last_min is not None and start - course.last_min < course.gap_min:
                self.model.add(done[place] == 0)
            near = [
                occurs
                for occurs, later in zip(done[place:], starts[place:], strict=True)
                if later - start < course.gap_min
            ]
            self.model.add_at_most_one(near)

    def _keep_cap(self, course: Course, done: Sequence[IntVar]) -> None:
        if course.period is None:
            return
        length = 1 if course.period is Period.DAY else DAYS_A_WEEK
        for first in range(0, self.problem.days, length):
            within = [
                occurs
                for moment, occurs in zip(self.problem.moments, done, strict=True)
                if first <= moment.day < first + length
            ]
            self.model.add(sum(within) <= course.most)

    def _each(self, terms: Callable[[Course, Sequence[IntVar]], Iterator[Term]]) -> Iterator[Term]:
        for course, done in zip(self.problem.courses, self.done, strict=True):
            yield from terms(course, done)

    def _late(self, course: Course, done: Sequence[IntVar]) -> Iterator[Term]:
        """Yield the days up to which no session lies that would keep them in time."""
        for day in range(self.problem.days):
            too_long_ago = day - course.latest_days
            if course.last_day is not None and course.last_day > too_long_ago:
                continue
            keeping = [
                occurs
                for moment, occurs in zip(self.problem.moments, done, strict=True)
                if too_long_ago < moment.day <= day
            ]
            yield ~any_of(self.model, keeping), course.weight

    def _short(self) -> Iterator[Term]:
        """Yield what the choices do of what is wanted, and what windows lack in them."""
        for moment, choices in zip(self.problem.moments, self.chosen, strict=True):
            for offer, choice in zip(moment.offers, choices, strict=True):
                windows = [self.problem.courses[part.course].period for part in offer.parts]
                share = sum(part.share for part in offer.parts)
                yield choice, WHOLE * windows.count(None) - share

    def _off_habit(self, course: Course, done: Sequence[IntVar]) -> Iterator[Term]:
        if course.habit and course.period is not Period.DAY:
            for moment, occurs in zip(self.problem.moments, done, strict=True):
                if moment.slot not in course.habit:
                    yield occurs, 1

    def _uneven(self, course: Course, done: Sequence[IntVar]) -> Iterator[Term]:
        """Yield the arcs from each session to the next: one path through all of them."""
        starts = [moment.at_min for moment in self.problem.moments]
        left, reached = [list[IntVar]() for _ in done], [list[IntVar]() for _ in done]
        firsts = list[IntVar]()
        for place, start in enumerate(starts):
            arc = self.model.new_bool_var("")
            firsts.append(arc)
            reached[place].append(arc)
            if course.last_min is not None:
                gap = start - course.last_min
                yield arc, course.weight * uneven_hours(gap, course.ideal_h)
            for later in range(place + 1, len(starts)):
                gap = starts[later] - start
                if gap >= course.gap_min:
                    arc = self.model.new_bool_var("")
                    left[place].append(arc)
                    reached[later].append(arc)
                    yield arc, course.weight * uneven_hours(gap, course.ideal_h)
        self.model.add_at_most_one(firsts)
        for occurs, out, into in zip(done, left, reached, strict=True):
            self.model.add(sum(into) == occurs)
            self.model.add(sum(out) <= occurs)
