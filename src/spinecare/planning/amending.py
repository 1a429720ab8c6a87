"""What changed since the plan before, told session by session with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from spinecare.model import (
    Amendment,
    AmendmentKind,
    Catalogue,
    ExerciseId,
    Plan,
    Session,
    Step,
    WeeklyPlan,
)
from spinecare.planning.lived import Lived
from spinecare.planning.screening import Suitability
from spinecare.planning.timing import work_s
from spinecare.reviewing import Course


@frozen(kw_only=True)
class Amending:
    """The plan before, and what is known since."""

    previous: Plan
    """The plan before."""
    suitable: Mapping[ExerciseId, Suitability]
    """What suits the person now."""
    lived: Lived | None
    """What the journal says; `None` without one."""
    start: date
    """The first day of the new plan."""
    catalogue: Catalogue
    """What has the names."""

    def amendments(self, weeks: tuple[WeeklyPlan, ...]) -> tuple[Amendment, ...]:
        """Return what the new weeks do otherwise than the plan before did on the same days."""
        days = {day.date for day in self.previous.days if day.date >= self.start}
        before = {one.id: one for one in self.previous.sessions if one.date in days}
        after = {one.id: one for week in weeks for one in week.sessions if one.date in days}
        gone = [before[id] for id in sorted(before.keys() - after.keys())]
        last = weeks[-1].days[-1].date
        found = [
            self._whole(AmendmentKind.DROPPED, one, _BEYOND if one.date > last else _NO_PLACE)
            for one in gone
        ]
        for id, session in after.items():
            if id in before:
                found += self._within(before[id], session)
            else:
                found.append(self._whole(AmendmentKind.ADDED, session, _MADE_UP))
        return tuple(sorted(found, key=_order))

    def _whole(self, kind: AmendmentKind, session: Session, reason: str) -> Amendment:
        return Amendment(kind=kind, session=session.id, date=session.date, reason=reason)

    def _within(self, old: Session, new: Session) -> Iterator[Amendment]:
        """Yield what differs between two forms of a session."""
        if old == new:
            return
        if (old.start, old.minutes, old.place) != (new.start, new.minutes, new.place):
            yield self._whole(AmendmentKind.MOVED, new, "Your times or places changed.")
        mine, theirs = _by_exercise(new), _by_exercise(old)
        told = False
        for id in sorted(mine.keys() | theirs.keys()):
            kind, reason = self._exercise(theirs.get(id), mine.get(id), id)
            if kind is not None:
                told = True
                yield Amendment(
                    kind=kind,
                    session=new.id,
                    date=new.date,
                    exercise=id,
                    name=self._name(id),
                    reason=reason,
                )
        if not told and old.start == new.start:
            yield self._whole(AmendmentKind.OTHERWISE, new, _SIDES)

    def _name(self, id: ExerciseId) -> str:
        is_known = id in self.catalogue.entry_by_id
        return (self.catalogue if is_known else self.previous.catalogue).entry(id).name

    def _exercise(
        self, old: Step | None, new: Step | None, id: ExerciseId
    ) -> tuple[AmendmentKind | None, str]:
        if new is None:
            return AmendmentKind.DROPPED, self._why_dropped(id)
        if old is None:
            return AmendmentKind.ADDED, _MADE_UP
        if new.is_reduced and not old.is_reduced:
            return AmendmentKind.GENTLER, self._why_gentler(id)
        change = work_s(new) - work_s(old) or (new.mass_kg or 0.0) - (old.mass_kg or 0.0)
        if change > 0:
            return AmendmentKind.MORE, self._why_more(id)
        if change < 0:
            return AmendmentKind.LESS, self._why_less()
        return None, ""

    def _why_dropped(self, id: ExerciseId) -> str:
        suits = self.suitable.get(id)
        if suits is None or not suits.is_allowed:
            refused = suits.refused if suits is not None else ""
            return f"Left out: {refused}." if refused else "It no longer suits what you told."
        until = None if self.lived is None else self.lived.rests_until(id)
        if until is not None:
            return f"It rests until {until.isoformat()}: the last time it did not do you good."
        missing = [self._name(other) for other in self._needed(id) if not self._is_allowed(other)]
        if missing:
            return f"It comes only with or after what is out: {', '.join(missing)}."
        return "Something else took its time or its rest."

    def _needed(self, id: ExerciseId) -> tuple[ExerciseId, ...]:
        """Return what an exercise uses, and what opens its stage."""
        used = [edge.before for edge in self.catalogue.edges if edge.needs and edge.after == id]
        stages = [stage for routine in self.catalogue.routines for stage in routine.stages]
        opening = [other for stage in stages if id in stage.opens for other in stage.after]
        return tuple(dict.fromkeys((*used, *opening)))

    def _is_allowed(self, id: ExerciseId) -> bool:
        suits = self.suitable.get(id)
        return suits is not None and suits.is_allowed

    def _why_gentler(self, id: ExerciseId) -> str:
        suits = self.suitable.get(id)
        eased = suits is not None and suits.is_eased
        return "It did not do you good as it was." if eased else "What you told asks for it."

    def _why_more(self, id: ExerciseId) -> str:
        if self.lived is None:
            return "Its dose grows with the weeks, or there is time for it again."
        grows = self.lived.level(id) > 0
        return "Your last sessions left you no worse." if grows else "There is time for it again."

    def _why_less(self) -> str:
        if self.lived is None:
            return "A plan made again begins low, or your time or what you told allows less."
        if self.lived.now.course is Course.BACK:
            return "Your mornings got worse in the last two weeks."
        if self.lived.setback:
            return "You were away from it for a while: it is taken up again at less."
        return "How it felt is not known, or it did not do you good: the dose waits."


_NO_PLACE = "Nothing that was due could stand there any more."
_BEYOND = "The new plan ends before it."
_MADE_UP = "It stands in for what was missed or left out."
_SIDES = "The side that begins, or a mark, changed with the sessions before it."


def _by_exercise(session: Session) -> dict[ExerciseId, Step]:
    """Return the first step of each exercise."""
    return {step.exercise: step for step in reversed(session.steps)}


def _order(amendment: Amendment) -> tuple[date, str, str]:
    return amendment.date, amendment.session, amendment.exercise or ""
