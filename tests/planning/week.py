"""A calendar with a history, to ask what is due."""

from __future__ import annotations

from datetime import date

from spinecare.model import Person
from spinecare.planning.due import Calendar
from spinecare.planning.history import History
from spinecare.planning.openings import Opening, openings
from spinecare.planning.pattern import training_slots
from tests.planning.builders import CATALOGUE, MONDAY, outlook_of, session_at, step_of

FIRST = {  # an exercise of each routine, to stand for it
    routine.id: routine.entries[0] for routine in CATALOGUE.routines if routine.entries
}


class Week:
    """A calendar with a history, to ask and to fill by the number of the opening."""

    def __init__(self, who: Person, *routines: str, weeks: int = 2, start: date = MONDAY) -> None:
        """Lay a person's slots on the calendar."""
        self.every = openings(who, start, weeks)
        places = frozenset(slot.place for slot in who.availability.slots)
        self.calendar = Calendar(
            routines=tuple(CATALOGUE.routine(id) for id in routines),
            openings=self.every,
            training=training_slots(who, {}),
            can_hold={CATALOGUE.routine(id).id: places for id in routines},
            worth={
                (CATALOGUE.routine(id).id, slot): 1
                for id in routines
                for slot in who.availability.slots
            },
        )
        self.history: History = outlook_of(who, start=start).history

    def due(self, number: int) -> list[str]:
        """Return what is due at an opening, counted from 0."""
        return [routine.id for routine in self.calendar.due(self.every[number], self.history)]

    def debt(self, routine: str, at: Opening) -> float:
        """Return how long a routine has waited, in gaps of its own."""
        return self.calendar._debt(CATALOGUE.routine(routine), at, self.history)

    def done(self, number: int, *routines: str) -> None:
        """Let a session of routines have been placed."""
        steps = (step_of(FIRST[CATALOGUE.routine(id).id], id) for id in routines)
        at: Opening = self.every[number]
        self.history.record(session_at(at, *steps), at)
