"""What placing looks at: the person, the catalogue, and the sessions placed so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from spinecare.model import (
    Catalogue,
    Exercise,
    ExerciseId,
    Person,
    Recovery,
    Routine,
    RoutineId,
    SessionPart,
    Side,
    Slot,
    Step,
    TagId,
)
from spinecare.planning.dosing import dosed
from spinecare.planning.history import History
from spinecare.planning.openings import Opening, hours_awake
from spinecare.planning.optimum.packing import Piece
from spinecare.planning.recovery import is_recovered
from spinecare.planning.screening import PAIN, Suitability, lacks
from spinecare.planning.timing import Grade

if TYPE_CHECKING:
    from spinecare.planning.assembling import Outline
    from spinecare.planning.lived import Lived

FLEXION_END = TagId("flexion-end")
EXTENSION_END = TagId("extension-end")
MOST_NEW = 3
"""Untried exercises that may join in one session (design §5, `new-things`)."""
APART_DAYS = 28
"""Days in which bending and arching strength work are kept apart (evidence.md §9.4)."""


@define(kw_only=True)
class Draft:
    """A session that was worked out before."""

    outline: Outline
    """What it holds."""
    sides: Mapping[ExerciseId, Side | None]
    """Of what was added to it, the side that began the time before."""
    steps: tuple[Step, ...] = field(default=())
    """Its steps, once they were asked for."""


@frozen(kw_only=True)
class Outlook:
    """Everything that decides what an opening can hold."""

    person: Person
    catalogue: Catalogue
    suitable: Mapping[ExerciseId, Suitability]
    history: History
    start: date
    """The first day of the plan."""
    counts_every_kind: bool
    """Whether untried exercises of every kind count, not only efforts (`new-things`)."""
    waking_h: float
    """Hours after getting up without end-range bending (`waking`)."""
    lived: Lived | None = None
    """What the journal says; `None` without one."""
    begun: date | None = None
    """The first day of exercise, as the journal knows it; `None` where that is the plan's own."""

    doses: dict[tuple[ExerciseId, Grade, bool, Side | None], tuple[Step, float]] = field(
        factory=dict[tuple[ExerciseId, Grade, bool, Side | None], tuple[Step, float]],
        eq=False,
        repr=False,
    )
    """Doses worked out before, so that each is worked out once."""
    drafts: dict[object, list[Draft]] = field(
        factory=dict[object, "list[Draft]"], eq=False, repr=False
    )
    """Sessions that were worked out before."""
    pieces: dict[object, Piece] = field(factory=dict[object, Piece], eq=False, repr=False)
    """Pieces of routines that were worked out before."""
    unproven_pieces: dict[tuple[RoutineId, date], int] = field(
        factory=dict[tuple[RoutineId, date], int], eq=False, repr=False
    )
    """Routines and days with a piece whose choice was stopped, with the sessions it promises."""
    kept: dict[object, tuple[Step, ...]] = field(
        factory=dict[object, tuple[Step, ...]], eq=False, repr=False
    )
    """Steps that were seen to keep the rules which look at nothing else, by slot and identity."""

    @cached_property
    def addable(self) -> tuple[ExerciseId, ...]:
        """What the planner adds to sessions by itself: relief, openings, rests, the way up."""
        relief = [r for r in self.catalogue.routines if r.part is SessionPart.RELIEF]
        lists = [(*routine.opening, *routine.closing) for routine in self.catalogue.routines]
        lists += [routine.entries for routine in relief]
        own = (*self.catalogue.rests, *self.catalogue.transitions)
        ids = dict.fromkeys((*(entry.id for entry in own), *chain.from_iterable(lists)))
        return tuple(ids)

    @cached_property
    def rise_s(self) -> float:
        """Seconds to sit before standing up, after lying."""
        conditions = (self.catalogue.condition(id) for id in self.person.conditions)
        return max((condition.rise_s for condition in conditions), default=0.0)

    @cached_property
    def session_notes(self) -> tuple[str, ...]:
        """What every session tells the person, in the catalogue's order of conditions."""
        own = [c.session_note for c in self.catalogue.conditions if c.id in self.person.conditions]
        return tuple(dict.fromkeys(note for note in own if note))

    @cached_property
    def _needs(self) -> Mapping[ExerciseId, frozenset[ExerciseId]]:
        needs: dict[ExerciseId, frozenset[ExerciseId]] = {}
        for edge in self.catalogue.edges:
            if edge.needs:
                needs[edge.after] = needs.get(edge.after, frozenset()) | {edge.before}
        return needs

    def needs_of(self, entry: Exercise) -> frozenset[ExerciseId]:
        """Return the exercises that one repeats or uses, so that they come in its session too."""
        return self._needs.get(entry.id, frozenset())

    def closure_of(self, entry: Exercise) -> frozenset[ExerciseId]:
        """Return an exercise with all that it needs, and all that they need."""
        needs = self.needs_of(entry)
        return frozenset({entry.id}).union(
            *(self.closure_of(self.catalogue.entry(id)) for id in needs)
        )

    @cached_property
    def place_of(self) -> Mapping[RoutineId, int]:
        """The place of each routine in the article's order."""
        return {routine.id: place for place, routine in enumerate(self.catalogue.routines)}

    @cached_property
    def _allowed(self) -> Mapping[RoutineId, tuple[Exercise, ...]]:
        return {
            routine.id: tuple(
                self.catalogue.entry(id) for id in routine.entries if self.suitable[id].is_allowed
            )
            for routine in self.catalogue.routines
        }

    def allowed_of(self, routine: Routine) -> tuple[Exercise, ...]:
        """Return the exercises of a routine that the person may do, in order."""
        return self._allowed[routine.id]

    def dose(
        self, entry: Exercise, *, grade: Grade, strict: bool, first_side: Side | None
    ) -> tuple[Step, float]:
        """Return an exercise with the dose the person gets, as `dosed` does."""
        key = entry.id, grade, strict, first_side
        if key not in self.doses:
            self.doses[key] = dosed(
                entry,
                self.suitable[entry.id],
                self.catalogue,
                grade=grade,
                strict=strict,
                first_side=first_side,
            )
        return self.doses[key]

    def hindrance(self, entry: Exercise, routine: Routine, opening: Opening) -> str:
        """Return the id of the rule that keeps an exercise out of an opening; empty if none does.

        Args:
            entry: The exercise.
            routine: The routine it would be done for.
            opening: Where.
        """
        barred = self.barrier(entry, routine, opening.slot, opening.date)
        if barred:
            return barred
        if self.rests(entry.id, opening.date) or self.is_spent(entry, opening.date):
            return "pain"
        if self.joins_later(entry.id, opening):
            return "load"
        if not is_recovered(entry, opening.at, self.history.loads, self.person.level):
            return "spacing"
        days = self.history.exercise_days[entry.id]
        if entry.recovery is Recovery.DAILY and days and days[-1] == opening.date:
            return "spacing"
        return ""

    def rests(self, id: ExerciseId, day: date) -> bool:
        """Whether an exercise rests on a day, because of how it felt (`pain`, R4)."""
        until = None if self.lived is None else self.lived.rests_until(id)
        return until is not None and day < until

    def joins_later(self, id: ExerciseId, opening: Opening) -> bool:
        """Whether a week has no room yet for an exercise in an opening (`load`)."""
        return self.lived is not None and (opening.session, id) in self.lived.later

    def is_spent(self, entry: Exercise, day: date) -> bool:
        """Whether no more effort follows on a day, because of how a session of it felt (R3)."""
        return entry.is_effort and self.lived is not None and self.lived.is_spent(day)

    def barrier(self, entry: Exercise, routine: Routine, slot: Slot, day: date) -> str:
        """Return the id of the rule that keeps an exercise out of a slot, whoever has rested.

        Args:
            entry: The exercise.
            routine: The routine it would be done for.
            slot: The slot of the week.
            day: The day, for the stages.
        """
        suits = self.suitable[entry.id]
        if not suits.is_allowed:
            return str(PAIN) if suits.rests_for_pain else "condition-avoid"
        missing = lacks(entry, self.person.place(slot.place))
        if missing:
            return "place" if missing == "floor" else "equipment"
        if self.bends_too_early(entry, slot.start):
            return "waking"
        return "" if self._stage_is_open(entry, routine, day) else "stage"

    def mostly_rests_for_pain(self, routines: Iterable[Routine]) -> bool:
        """Whether pain keeps out at least half of all that routines hold."""
        ids = dict.fromkeys(id for routine in routines for id in routine.entries)
        return 2 * sum(self.suitable[id].rests_for_pain for id in ids) >= len(ids) > 0

    def is_too_early(self, entry: Exercise, opening: Opening) -> bool:
        """Whether an exercise bends to the end of the range too soon after getting up."""
        return self.bends_too_early(entry, opening.slot.start)

    def bends_too_early(self, entry: Exercise, at: time) -> bool:
        """Whether an exercise bends to the end of the range too soon after getting up."""
        return FLEXION_END in entry.tags and hours_awake(self.person, at) < self.waking_h

    def counts_as_new(self, entry: Exercise) -> bool:
        """Whether an exercise is untried and of a kind that the limit counts."""
        if self.history.is_tried(entry.id):
            return False
        if self.counts_every_kind:
            return not entry.is_only_relaxation
        return entry.is_effort

    def keeps_apart(self, day: date) -> bool:
        """Whether flexion-heavy and extension-heavy strength work is kept apart on a day."""
        return (day - (self.begun or self.start)).days < APART_DAYS

    def open_stages(self, day: date) -> tuple[bool, ...]:
        """Return which stages of the catalogue's routines are open on a day, in its order."""
        return tuple(
            self.history.is_open(
                stage, frozenset(entry.id for entry in self.allowed_of(routine)), day
            )
            for routine in self.catalogue.routines
            for stage in routine.stages
        )

    def _stage_is_open(self, entry: Exercise, routine: Routine, day: date) -> bool:
        if not routine.stages:
            return True
        allowed = frozenset(entry.id for entry in self.allowed_of(routine))
        return all(
            self.history.is_open(stage, allowed, day)
            for stage in routine.stages
            if entry.id in stage.opens
        )
