"""Scheduling: which routines stand in which opening, the best that the weeks ahead allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cached_property
from itertools import groupby
from zoneinfo import ZoneInfo

from attrs import define, field, frozen

from spinecare.model import Routine, RoutineId, Slot
from spinecare.planning.courses import (
    LoadGroup,
    Loads,
    courses,
    minutes_after,
    most_times,
)
from spinecare.planning.objective import DAYS_A_WEEK, MINUTES_AN_HOUR
from spinecare.planning.offers import WORTH_IT, Offers
from spinecare.planning.openings import Opening
from spinecare.planning.optimum import Moment, Problem, Solution, solve
from spinecare.planning.outlook import Outlook
from spinecare.planning.recovery import hours_between, hours_of

WEEKS_AHEAD = 2
"""A week is planned together with the one that follows it (design §5)."""


@frozen
class Wish:
    """What an opening is for."""

    whole: tuple[Routine, ...] = field(default=())
    """Routines that fit whole, the most wanted first."""
    piece: Routine | None = field(default=None)
    """One more, of which a piece fits."""

    @property
    def routines(self) -> tuple[Routine, ...]:
        """All of them, the piece last."""
        return self.whole if self.piece is None else (*self.whole, self.piece)


@define(kw_only=True)
class Scheduler:
    """The best schedule of each week in turn. It grows while one plan is made."""

    outlook: Outlook
    routines: Sequence[Routine]
    """The routines with dates, the most wanted first."""
    most_expanded: int | None = field(default=None)
    """How many states a search may look into; `None` for as many as it takes."""
    _solved: dict[object, Solution] = field(factory=dict[object, Solution])

    _able: dict[tuple[RoutineId, Slot], float] = field(factory=dict[tuple[RoutineId, Slot], float])

    @cached_property
    def _by_id(self) -> Sequence[Routine]:
        return sorted(self.routines, key=lambda routine: routine.id)

    @cached_property
    def _loads(self) -> Loads:
        return Loads.of(self.outlook, self._by_id)

    @cached_property
    def _offers(self) -> Offers:
        return Offers(outlook=self.outlook, routines=self._by_id, loads=self._loads)

    @cached_property
    def _slots(self) -> Mapping[tuple[str, time], int]:
        slots = self.outlook.person.availability.slots
        return {(slot.weekday.value, slot.start): number for number, slot in enumerate(slots)}

    def week(
        self, first: date, openings: Sequence[Opening]
    ) -> tuple[Mapping[datetime, Wish], Solution]:
        """Return what the openings from a day on are for, by their moments, and the proof.

        Args:
            first: The first day of the week.
            openings: The openings of that week and of the next, those with real wall times.
        """
        problem = self.problem(first, openings)
        # offers are made once, so that who they are says what they are
        moments = ((m.at_min, m.day, m.slot, id(m.offers)) for m in problem.moments)
        key = problem.courses, problem.loaded_min, tuple(moments)
        if key not in self._solved:
            self._solved[key] = solve(problem, most_expanded=self.most_expanded)
        solution = self._solved[key]
        wishes: dict[datetime, Wish] = {}
        for opening, offer in zip(openings, solution.schedule, strict=True):
            if offer is None:
                continue
            parts = [(self._by_id[part.course], part.is_whole) for part in offer.parts]
            whole = {routine for routine, is_whole in parts if is_whole}
            wishes[opening.at] = Wish(
                whole=tuple(routine for routine in self.routines if routine in whole),
                piece=next((routine for routine, is_whole in parts if not is_whole), None),
            )
        return wishes, solution

    def problem(self, first: date, openings: Sequence[Opening]) -> Problem:
        """Return the week that begins on a day, and the next, as a problem in whole numbers."""
        midnight = datetime.combine(first, time.min, ZoneInfo(self.outlook.person.timezone))
        origin = midnight.astimezone(UTC)
        return Problem(
            days=WEEKS_AHEAD * DAYS_A_WEEK,
            courses=courses(
                self.outlook,
                self.routines,
                self._loads,
                first=first,
                origin=origin,
                slots=self._slots,
            ),
            moments=tuple(
                Moment(
                    at_min=minutes_after(origin, opening.at),
                    day=(opening.date - first).days,
                    slot=self._slots[opening.habit],
                    offers=self._offers.of(opening, first, fitting),
                )
                for opening, fitting in zip(openings, self._fitting(openings), strict=True)
            ),
            apart_min=self._loads.apart_min,
            loaded_min=tuple(self._loaded_min(origin)),
        )

    def _loaded_min(self, origin: datetime) -> Iterator[int | None]:
        """Yield for each load when it last was; `None` where that is over and done with.

        What another routine, no longer planned, has loaded counts as the load itself,
        as long ago as to ask for the same rest.
        """
        history, level = self.outlook.history, self.outlook.person.level
        groups, numbers = self._loads.groups, self._loads.numbers
        own = [self._own_last(group) for group in groups]
        known = {
            (muscle, group.recovery, last)
            for group, last in zip(groups, own, strict=True)
            for muscle in group.entries[0].muscles
        }
        done = [list[int]() for _ in self._loads.apart_min]
        for group, number, last in zip(groups, numbers, own, strict=True):
            if last is not None:
                done[number].append(minutes_after(origin, last))
            for muscle in group.entries[0].muscles:
                for kind, at in history.loads.get(muscle, {}).items():
                    if (muscle, kind, at) not in known:
                        hours = hours_between(group.recovery, kind, level)
                        sooner_h = hours_of(group.recovery, level) - hours
                        sooner_min = round(sooner_h * MINUTES_AN_HOUR)
                        done[number].append(minutes_after(origin, at) - sooner_min)
        for times, apart in zip(done, self._loads.apart_min, strict=True):
            latest = max(times, default=None)
            yield None if latest is None or -latest >= max(apart) else latest

    def _own_last(self, group: LoadGroup) -> datetime | None:
        last_done = self.outlook.history.last_done
        return max(
            (last_done[entry.id] for entry in group.entries if entry.id in last_done), default=None
        )

    def _fitting(self, openings: Sequence[Opening]) -> list[tuple[bool, ...]]:
        """Return for each opening which routines may stand at its time of day.

        What comes once a day in the morning stands in the first slot of the day in which anything
        of it can be done, what comes in the evening in the last. A slot that is too short for more
        than a token is passed over, where another is not.
        """
        fitting: list[tuple[bool, ...]] = []
        for _, those in groupby(openings, lambda opening: opening.date):
            day = tuple(those)
            wanted = [self._wanted(routine, day) for routine in self._by_id]
            fitting += [tuple(opening in at for at in wanted) for opening in day]
        return fitting

    def _wanted(self, routine: Routine, day: tuple[Opening, ...]) -> tuple[Opening, ...]:
        when = routine.cadence.when
        if not when or most_times(routine) > 1:
            return day
        able = [(opening, self._able_s(routine, opening)) for opening in day]
        admits = [opening for opening, able_s in able if able_s]
        roomy = [one for one, able_s in able if able_s and WORTH_IT * one.seconds >= able_s]
        return tuple((roomy or admits)[:1] if when == "morning" else (roomy or admits)[-1:])

    def _able_s(self, routine: Routine, opening: Opening) -> float:
        """Return the seconds of what can be done of a routine in a slot, were it long enough."""
        key = routine.id, opening.slot
        if key not in self._able:
            self._able[key] = sum(
                self._offers.own_s(routine, entry)
                for entry in self.outlook.allowed_of(routine)
                if not self.outlook.barrier(entry, routine, opening.slot, opening.date)
            )
        return self._able[key]
