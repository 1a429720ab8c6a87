"""What fits into a slot: routines whole, together, or one of them in pieces.

The offers are what a person can look forward to once everything has been tried: the limit on new
exercises, which binds in the first sessions only, is left to the composing of each session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import define, evolve, field

from spinecare.model import Exercise, ExerciseId, Purpose, Routine
from spinecare.planning.assembling import Outline, Pick
from spinecare.planning.courses import Loads
from spinecare.planning.history import History
from spinecare.planning.objective import WHOLE
from spinecare.planning.openings import Opening, hours_awake
from spinecare.planning.optimum import Offer, Part
from spinecare.planning.outlook import Outlook
from spinecare.planning.picking import dose_of, outlined, pick
from spinecare.planning.servings import Extract, Serving, held_loads
from spinecare.planning.timing import BETWEEN_EXERCISES_S

Surroundings = tuple[str, bool, bool]
"""All of an opening but its length that decides what it admits."""


@define(kw_only=True)
class Offers:
    """The offers of all slots, worked out once for each state of the doses.

    It grows while one plan is made and is never shared.
    """

    outlook: Outlook
    routines: Sequence[Routine]
    """The routines with dates, in the order of the courses."""
    loads: Loads
    """What of them must rest."""
    _settled: Outlook = field(init=False)
    """The same person, for whom nothing is new any more and every dose is at its low end."""
    _made: dict[object, tuple[Offer, ...]] = field(factory=dict[object, tuple[Offer, ...]])
    _distinct: dict[object, tuple[Offer, ...]] = field(factory=dict[object, tuple[Offer, ...]])
    """Equal offers are one value: grown doses that change none of them make no new problem."""
    _extracts: dict[object, Extract | None] = field(factory=dict[object, Extract | None])
    _around: dict[object, tuple[str, float]] = field(factory=dict[object, tuple[str, float]])

    def __attrs_post_init__(self) -> None:
        """Look at the person as one who has tried everything."""
        person, catalogue = self.outlook.person, self.outlook.catalogue
        tried = evolve(person, tried=tuple(entry.id for entry in catalogue.entries))
        history = History(person=tried, catalogue=catalogue)
        self._settled = evolve(self.outlook, person=tried, history=history)

    def of(self, opening: Opening, stage_day: date, fitting: Sequence[bool]) -> tuple[Offer, ...]:
        """Return what fits into an opening.

        Args:
            opening: The opening.
            stage_day: The day whose stages count: the first of the weeks to plan.
            fitting: For each routine whether it may stand at this time of day.
        """
        stages = self.outlook.open_stages(stage_day)
        kind = (*self._surroundings(opening), stages)
        key = kind, opening.seconds, tuple(fitting), self.outlook.history.climbed
        if key not in self._made:
            servings = [
                serving
                for number, (routine, fits) in enumerate(zip(self.routines, fitting, strict=True))
                if fits and (extract := self._extract(opening, routine, stage_day, kind))
                if (serving := self._serving(opening, number, extract))
            ]
            made = tuple(self._offers(opening, servings))
            self._made[key] = self._distinct.setdefault(made, made)
        return self._made[key]

    def _surroundings(self, opening: Opening) -> Surroundings:
        """Return all of an opening but its length that decides what it admits."""
        early = hours_awake(self.outlook.person, opening.slot.start) < self.outlook.waking_h
        return opening.slot.place, early, self.outlook.keeps_apart(opening.date)

    def _extract(
        self, opening: Opening, routine: Routine, stage_day: date, kind: object
    ) -> Extract | None:
        """Return what of a routine can stand together here, the most of it in its order."""
        key = routine.id, kind
        if key not in self._extracts:
            admitted = list(self._admitted(opening, routine, stage_day))
            entries, clashing = admitted, list[Exercise]()
            if self._outline(opening, routine, entries).hindrance not in _FINE:
                entries = self._together(opening, routine, entries)
                clashing = [entry for entry in admitted if entry not in entries]
            self._extracts[key] = (
                self._extracted(opening, routine, entries, clashing) if entries else None
            )
        return self._extracts[key]

    def _admitted(self, opening: Opening, routine: Routine, day: date) -> Iterator[Exercise]:
        """Yield what the slot admits of a routine, with all it needs before it."""
        there: set[ExerciseId] = set()
        for entry in self.outlook.allowed_of(routine):
            barred = self.outlook.barrier(entry, routine, opening.slot, day)
            if not barred and self.outlook.needs_of(entry) <= there and entry.id not in there:
                there.add(entry.id)
                yield entry

    def _together(
        self,
        opening: Opening,
        routine: Routine,
        entries: Sequence[Exercise],
        others: Sequence[Pick] = (),
    ) -> list[Exercise]:
        """Return exercises without those that break a rule beside others and the ones before."""
        kept: list[Exercise] = []
        for entry in entries:
            if self.outlook.needs_of(entry) <= {one.id for one in kept}:
                picks = [*others, *self._picks(opening, routine, [*kept, entry])]
                if outlined(self._settled, opening, picks).hindrance in _FINE:
                    kept.append(entry)
        return kept

    def _extracted(
        self,
        opening: Opening,
        routine: Routine,
        entries: Sequence[Exercise],
        in_turn: Sequence[Exercise] = (),
    ) -> Extract:
        closures = [self.outlook.closure_of(entry) for entry in entries]
        return Extract(
            routine=routine,
            entries=tuple(entries),
            groups=tuple(
                tuple(entry for entry in entries if entry.id in closure) for closure in closures
            ),
            in_turn=tuple(in_turn),
            times=Counter(
                item.entry.id
                for item in self._outline(opening, routine, entries).items
                if item.purpose is Purpose.MAIN
            ),
        )

    def _outline(self, opening: Opening, routine: Routine, entries: Sequence[Exercise]) -> Outline:
        return outlined(self._settled, opening, self._picks(opening, routine, entries))

    def _picks(self, opening: Opening, routine: Routine, entries: Sequence[Exercise]) -> list[Pick]:
        return [pick(self._settled, opening, routine, one, grown=False) for one in entries]

    def _serving(self, opening: Opening, course: int, extract: Extract) -> Serving | None:
        """Return a routine with the doses of the day, without what is too long for the slot."""
        sizes = {entry.id: self.own_s(extract.routine, entry) for entry in extract.entries}
        _, around_s = self._around_of(opening, self._surroundings(opening), (extract,))
        lengths = [sum(sizes[one.id] for one in group) for group in extract.groups]
        longest = max(lengths)
        if longest + around_s > opening.seconds:
            fitting = [
                entry
                for entry, length in zip(extract.entries, lengths, strict=True)
                if length + around_s <= opening.seconds
            ]
            if not fitting:
                return None
            key = extract, len(fitting)
            if key not in self._extracts:
                self._extracts[key] = self._extracted(opening, extract.routine, fitting)
            extract = self._extracts[key] or extract
            lengths = [length for length in lengths if length + around_s <= opening.seconds]
        allowed = self.outlook.allowed_of(extract.routine)
        share = WHOLE * len(extract.entries) // len(allowed)
        return Serving(
            course=course,
            extract=extract,
            share=share,
            loads=held_loads(self.loads, extract, allowed, share),
            own_s=sum(extract.times[one.id] * sizes[one.id] for one in extract.entries),
            around_s=around_s,
            smallest_s=min(lengths),
        )

    def own_s(self, routine: Routine, entry: Exercise) -> float:
        """Return the seconds of an exercise with its rest and the way to it, at today's dose."""
        step, rest_after_s = dose_of(self.outlook, routine, entry)
        return step.duration_s + rest_after_s + BETWEEN_EXERCISES_S

    def _around_of(
        self, opening: Opening, surroundings: Surroundings, extracts: Sequence[Extract]
    ) -> tuple[str, float]:
        """Return what hinders routines together, other than time, and the seconds around them."""
        key = (*surroundings, *extracts)
        if key not in self._around:
            picks = [
                chosen
                for one in extracts
                for chosen in self._picks(opening, one.routine, one.entries)
            ]
            made = outlined(self._settled, opening, picks)
            own_s = sum(
                one.times[each.entry.id]
                * (each.step.duration_s + each.rest_after_s + BETWEEN_EXERCISES_S)
                for one in extracts
                for each in picks
                if each.routine is one.routine
            )
            hindrance = "" if made.hindrance in _FINE else made.hindrance
            self._around[key] = hindrance, made.seconds - own_s
        return self._around[key]

    def _offers(self, opening: Opening, servings: Sequence[Serving]) -> Iterator[Offer]:
        """Yield routines that fit together whole, and such with a piece of one more."""
        sets = dict(self._whole(opening, servings))
        for held, length_s in sets.items():
            beside = [serving for serving in servings if serving.course in held]
            whole = tuple(
                Part(serving.course, serving.share, loads=serving.loads) for serving in beside
            )
            if whole:
                yield Offer(whole)
            for serving in servings:
                if serving.course in held or held | {serving.course} in sets:
                    continue
                rest = self._beside(opening, beside, serving)
                share = rest.piece(opening.seconds - length_s) if rest else 0
                if rest and WORTH_IT * share >= serving.piece(opening.seconds) > 0:
                    piece = Part(serving.course, share, is_whole=False, loads=rest.loads)
                    yield Offer((*whole, piece))

    def _beside(
        self, opening: Opening, beside: Sequence[Serving], serving: Serving
    ) -> Serving | None:
        """Return what of a routine can stand beside others, if there is time; `None` for nothing.

        What clashes with others does so with one of them alone.
        """
        surroundings, own = self._surroundings(opening), serving.extract
        pairs = (sorted((one, serving), key=lambda each: each.course) for one in beside)
        if not any(
            self._around_of(opening, surroundings, [each.extract for each in pair])[0]
            for pair in pairs
        ):
            return serving
        key = (*surroundings, *(one.extract for one in beside), "beside", own)
        if key not in self._extracts:
            others = [
                chosen
                for one in beside
                for chosen in self._picks(opening, one.extract.routine, one.extract.entries)
            ]
            kept = self._together(opening, own.routine, own.entries, others)
            self._extracts[key] = self._extracted(opening, own.routine, kept) if kept else None
        extract = self._extracts[key]
        return None if extract is None else self._serving(opening, serving.course, extract)

    def _whole(
        self, opening: Opening, servings: Sequence[Serving]
    ) -> Iterator[tuple[frozenset[int], float]]:
        """Yield every set of routines that fits, none included, with its seconds."""
        surroundings = self._surroundings(opening)
        unfinished: list[tuple[int, tuple[Serving, ...], float]] = [(0, (), 0.0)]
        while unfinished:
            first, together, length_s = unfinished.pop()
            yield frozenset(serving.course for serving in together), length_s
            for number in range(first, len(servings)):
                more = (*together, servings[number])
                own_s = sum(serving.own_s for serving in more)
                if own_s - BETWEEN_EXERCISES_S > opening.seconds:  # there is no way to the first
                    continue
                hindrance, around_s = self._around_of(
                    opening, surroundings, [one.extract for one in more]
                )
                if not hindrance and own_s + around_s <= opening.seconds:
                    unfinished.append((number + 1, more, own_s + around_s))


WORTH_IT = 4
"""A piece beside other routines holds at least this part of what the slot alone would hold of it:
a quarter (D-JUDGE: less is a token that only looks like doing the routine)."""
_FINE = frozenset({"", "time"})
"""Hindrances that leave exercises together: none, or that it lasts too long for this slot."""
