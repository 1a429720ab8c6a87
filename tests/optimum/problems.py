"""Random weeks: what people ask of a planner, and what they rarely do. One number, one problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random
from typing import Any, NamedTuple

from attrs import evolve

from spinecare.planning.objective import BEST_GAP_H, WHOLE, weights
from spinecare.planning.optimum import Course, Load, Moment, Offer, Part, Period, Problem

DAY = 24 * 60
"""Minutes a day."""
_WEEKS = 2
_CLOCK = (6 * 60 + 50, 7 * 60, 8 * 60, 12 * 60 + 30, 18 * 60, 19 * 60, 20 * 60 + 30, 23 * 60 + 50)
"""Where slots begin, two of them an hour apart, one just before midnight."""
_MINUTES = ((8, 10, 12), (8, 10, 15, 20, 30, 45), (10, 15, 20, 30), (30, 45, 60))
"""How long the slots of a person are: tight, mixed, middling, loose."""
_LENGTHS = (3, 5, 8, 8, 10, 12, 15, 20, 40)
"""Minutes that a course takes."""
_OVERHEAD = (0, 2, 3)
"""Minutes that every session takes besides."""
_LEAST = 3
"""Minutes that a piece of a course takes at the least."""
_REST = (0, 6, 24, 48, 48, 72)
"""Hours that muscles must rest."""
_SHARES = ((), (), (), (1000,), (250,), (200, 300), (125, 500))
"""What of a course must rest, thousandths."""
_SOMEWHERE_ELSE = 0.3
"""How many people have slots at a place where only some loads can be done."""
_GROUPS = 4
"""Muscle groups, so that loads of one course disturb those of another."""

_Kind = dict[str, Any]
_KINDS: tuple[_Kind, ...] = (
    {"period": Period.DAY, "latest_days": 1, "ideal_h": 24},
    {"period": Period.DAY, "latest_days": 1, "ideal_h": 24},
    {"period": Period.DAY, "latest_days": 3, "ideal_h": 24},
    {"period": Period.DAY, "most": 2, "latest_days": 1, "ideal_h": 12, "gap_min": 6 * 60},
    {"period": Period.DAY, "most": 3, "latest_days": 1, "ideal_h": 5, "gap_min": 60},
    {"period": Period.WEEK, "most": 3, "latest_days": 4, "ideal_h": 56, "gap_min": 2 * DAY},
    {"period": Period.WEEK, "most": 3, "latest_days": 3, "ideal_h": 56, "gap_min": DAY},
    {"period": Period.WEEK, "most": 2, "latest_days": 5, "ideal_h": 84, "gap_min": 3 * DAY},
    {"period": Period.WEEK, "most": 1, "latest_days": 9, "ideal_h": 168, "gap_min": 4 * DAY},
    {"latest_days": 8, "ideal_h": BEST_GAP_H, "gap_min": 5 * DAY},
    {"latest_days": 8, "ideal_h": BEST_GAP_H, "gap_min": 5 * DAY},
    {"latest_days": 6, "ideal_h": 127, "gap_min": 5 * DAY},
)
"""How often: days, times a day, times a week, windows of five to eight days."""


class _Slot(NamedTuple):
    weekday: int
    start: int
    minutes: int


def random_week(seed: int) -> Problem:
    """Return the problem of a number: two weeks, 3-7 courses, up to 3 slots a day."""
    rng = Random(seed)
    slots = _slots(rng)
    starts = list(_starts(rng, slots))
    first = starts[0][1] if starts else 0
    courses, rests = list[Course](), list[tuple[int, int]]()
    for number, weight in enumerate(weights(rng.randint(3, 7))):
        kind, shares = rng.choice(_KINDS), rng.choice(_SHARES)
        loads = tuple(Load(id=id, share=share) for id, share in enumerate(shares, len(rests)))
        rests += [(_hours_of_rest(rng, kind), rng.randrange(_GROUPS)) for _ in loads]
        habit, history = _habit(rng, kind, len(slots)), _history(rng, kind, first)
        courses.append(
            Course(
                id=f"course {number}", weight=weight, loads=loads, habit=habit, **kind, **history
            )
        )
    offers = _offers(rng, slots, len(courses))
    if rng.random() < _SOMEWHERE_ELSE:
        offers = [_elsewhere(rng, courses, held) for held in offers]
    return Problem(
        days=7 * _WEEKS,
        courses=tuple(courses),
        moments=tuple(
            Moment(at_min=at_min, day=day, slot=slot, offers=offers[slot])
            for day, at_min, slot in starts
        ),
        apart_min=tuple(
            tuple(60 * min(own, other) * (group == near) for other, near in rests)
            for own, group in rests
        ),
        loaded_min=tuple(_loaded(rng, courses, first)),
    )


def _slots(rng: Random) -> list[_Slot]:
    most, minutes = rng.randint(1, 3), rng.choice(_MINUTES)
    return [
        _Slot(weekday, start, rng.choice(minutes))
        for weekday in range(7)
        for start in sorted(rng.sample(_CLOCK, rng.randint(0 if rng.random() < 0.3 else 1, most)))
    ]


def _starts(rng: Random, slots: Sequence[_Slot]) -> Iterator[tuple[int, int, int]]:
    """Yield day, minute and slot of each moment: days off, empty weeks, a change of the clock."""
    days_off = {day for day in range(7 * _WEEKS) if rng.random() < 0.05}
    week_off = rng.randrange(_WEEKS) if rng.random() < 0.08 else None
    changes, by_min = rng.randrange(7 * _WEEKS), rng.choice((0, 0, 0, 0, 60, -60))
    for week in range(_WEEKS):
        for number, slot in enumerate(slots):
            day = 7 * week + slot.weekday
            if week != week_off and day not in days_off:
                yield day, DAY * day + slot.start + by_min * (day > changes), number


def _hours_of_rest(rng: Random, kind: _Kind) -> int:
    """Return hours that a load must rest: with a window of days it may be all of the gap."""
    return rng.choice(_REST if "period" in kind else (*_REST, int(kind["gap_min"]) // 60))


def _history(rng: Random, kind: _Kind, first: int) -> dict[str, Any]:
    """Return when a course was last done: never, yesterday, in its window, late, long ago, today.

    Args:
        rng: Chance.
        kind: How often the course is done.
        first: When the first moment begins, minutes.
    """
    latest = int(kind["latest_days"])
    days_ago = rng.choice(
        (None, None, 1, 1, latest - 1, latest, latest + 2, rng.randint(10, 60), 0)
    )
    if days_ago is None:
        return {}
    last_min = first - 90 if days_ago == 0 else rng.choice(_CLOCK) - DAY * days_ago
    last_min = min(last_min, first - 30)
    return {"last_min": last_min, "last_day": last_min // DAY}


def _habit(rng: Random, kind: _Kind, slots: int) -> frozenset[int]:
    """Return slots of the week before, of which one may be gone by now."""
    if rng.random() < 0.4 or (kind.get("period") is Period.DAY and rng.random() < 0.8):
        return frozenset()
    return frozenset(rng.sample(range(slots + 1), min(slots + 1, int(kind.get("most", 1)))))


def _loaded(rng: Random, courses: Sequence[Course], first: int) -> Iterator[int | None]:
    for course in courses:
        for _ in course.loads:
            elsewhere = first - rng.randint(30, 5 * DAY)
            yield rng.choice((course.last_min, course.last_min, elsewhere, None))


def _offers(rng: Random, slots: Sequence[_Slot], courses: int) -> list[tuple[Offer, ...]]:
    """Return for each slot what fits: whole courses, and a piece of one more in what is left."""
    lengths = [rng.choice(_LENGTHS) for _ in range(courses)]
    overhead, takes_pieces = rng.choice(_OVERHEAD), rng.random() < 0.8
    return [
        tuple(
            _fitting(
                slot.minutes - overhead,
                {course: length for course, length in enumerate(lengths) if rng.random() < 0.9},
                takes_pieces=takes_pieces,
            )
        )
        for slot in slots
    ]


def _elsewhere(
    rng: Random, courses: Sequence[Course], offers: Sequence[Offer]
) -> tuple[Offer, ...]:
    """Return offers of a slot whose place lacks what some loads of the courses need."""
    there = {load for course in courses for load in course.loads if rng.random() < 0.5}
    return tuple(
        Offer(parts=tuple(_partial(part, courses[part.course], there) for part in offer.parts))
        for offer in offers
    )


def _partial(part: Part, course: Course, there: set[Load]) -> Part:
    """Return a part without the loads that are not there, unless nothing would be left of it."""
    kept = tuple(load for load in course.loads if load in there)
    gone = sum(load.share for load in course.loads if load not in there)
    share = part.share * (WHOLE - gone) // WHOLE
    return evolve(part, share=share, loads=kept) if share else part


def _fitting(room: int, lengths: dict[int, int], *, takes_pieces: bool) -> Iterator[Offer]:
    for count in range(len(lengths) + 1):
        for wholes in combinations(lengths, count):
            left = room - sum(lengths[course] for course in wholes)
            if left < 0:
                continue
            parts = tuple(Part(course=course, share=WHOLE) for course in wholes)
            if parts:
                yield Offer(parts=parts)
            for course, length in lengths.items():
                if takes_pieces and course not in wholes and _LEAST <= left < length:
                    piece = Part(course=course, share=WHOLE * left // length, is_whole=False)
                    yield Offer(parts=(*parts, piece))
