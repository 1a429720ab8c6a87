"""What changed since the plan before, told session by session with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from attrs import frozen

from spinecare.model import (
    Amendment,
    AmendmentKind,
    Availability,
    Catalogue,
    ExerciseId,
    Plan,
    Purpose,
    RoutineId,
    Session,
    SessionId,
    SessionPart,
    Step,
    WeeklyPlan,
)
from spinecare.planning.lived import Lived
from spinecare.planning.picking import LESS_FAR
from spinecare.planning.screening import Suitability
from spinecare.reviewing import Course, monday_of


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
    kept_out: tuple[tuple[ExerciseId, str, int], ...] = ()
    """Exercise, rule, and how often the rule kept it out of the new weeks."""
    later: frozenset[tuple[SessionId, ExerciseId]] = frozenset()
    """Sessions, each with an exercise for which the weeks had no room there."""
    availability: Availability
    """When the person has time now."""
    wished: frozenset[RoutineId]
    """The routines that the person or their goals chose."""

    def amendments(self, weeks: tuple[WeeklyPlan, ...]) -> tuple[Amendment, ...]:
        """Return what the new weeks do otherwise than the plan before did on the same days."""
        days = {day.date for day in self.previous.days if day.date >= self.start}
        before = {one.id: one for one in self.previous.sessions if one.date in days}
        after = {one.id: one for week in weeks for one in week.sessions if one.date in days}
        gone = [before[id] for id in sorted(before.keys() - after.keys())]
        last = weeks[-1].days[-1].date
        found = [self._whole(AmendmentKind.DROPPED, one, self._why_gone(one, last)) for one in gone]
        moved = {
            (monday_of(session.date), exercise)
            for id, session in after.items()
            for exercise in _main(session) - (_main(before[id]) if id in before else set())
        }
        for id, session in after.items():
            if id in before:
                found += self._within(before[id], session, moved)
            else:
                found.append(self._whole(AmendmentKind.ADDED, session, self._why_come(session)))
        return tuple(sorted(found, key=_order))

    def _whole(self, kind: AmendmentKind, session: Session, reason: str) -> Amendment:
        return Amendment(kind=kind, session=session.id, date=session.date, reason=reason)

    def _why_gone(self, session: Session, last: date) -> str:
        if session.date > last:
            return _BEYOND
        return _NO_PLACE if _has_slot(self.availability, session) else _MOVED

    def _why_come(self, session: Session) -> str:
        before = self.previous.availability
        if before is not None and before.slots and not _has_slot(before, session):
            return _MOVED
        return _ANEW if self.lived is None else _MADE_UP

    def _within(
        self,
        old: Session,
        new: Session,
        moved: Collection[tuple[date, ExerciseId]] = (),
    ) -> Iterator[Amendment]:
        """Yield what differs between two forms of a session.

        Args:
            old: The session of the plan before.
            new: The same session now.
            moved: Mondays and exercises that other sessions of their weeks have now.
        """
        if old == new:
            return
        if (old.start, old.minutes, old.place) != (new.start, new.minutes, new.place):
            yield self._whole(AmendmentKind.MOVED, new, _MOVED)
        mine, theirs = _by_exercise(new), _by_exercise(old)
        told = False
        for id in sorted(mine.keys() | theirs.keys()):
            kind, reason = self._exercise(theirs.get(id), mine.get(id), id, new)
            if kind is AmendmentKind.DROPPED and (monday_of(new.date), id) in moved:
                reason = _MOVES
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
        self, old: Step | None, new: Step | None, id: ExerciseId, session: Session
    ) -> tuple[AmendmentKind | None, str]:
        if old is None:
            return (None, "") if new is None else (AmendmentKind.ADDED, self._why_added(new))
        if new is None:
            return AmendmentKind.DROPPED, self._why_dropped(old, session)
        if new.is_reduced and not old.is_reduced:
            return AmendmentKind.GENTLER, self._why_gentler(id)
        if old.is_reduced and not new.is_reduced:
            return AmendmentKind.MORE, self._why_more(id)
        change = new.work_s - old.work_s or (new.mass_kg or 0.0) - (old.mass_kg or 0.0)
        if change > 0:
            return AmendmentKind.MORE, self._why_more(id)
        if change < 0:
            return AmendmentKind.LESS, self._why_less(id)
        return self._range(old, new)

    def _range(self, old: Step, new: Step) -> tuple[AmendmentKind | None, str]:
        """Return whether an exercise of the same dose is done less far, or as far again."""
        was_less, is_less = LESS_FAR in old.notes, LESS_FAR in new.notes
        if was_less == is_less:
            return None, ""
        return (AmendmentKind.GENTLER, _LESS_FAR) if is_less else (AmendmentKind.OTHERWISE, _FAR)

    def _why_dropped(self, old: Step, session: Session) -> str:
        id = old.exercise
        suits = self.suitable.get(id)
        if suits is None or not suits.is_allowed:
            refused = suits.refused if suits is not None else ""
            return f"Left out: {refused}." if refused else "It no longer suits what you told."
        if self.lived is not None and self.lived.now.course is Course.END:
            return "Your mornings were above 5 of 10: only relief positions for now."
        if self.lived is not None and self.lived.now.hurts_everywhere:
            return "Most of what you did, did no good: only relief positions for now."
        until = None if self.lived is None else self.lived.rests_until(id)
        if until is not None and session.date < until:
            return f"It rests until {until.isoformat()}: the last time it did not do you good."
        missing = [self._name(other) for other in self._needed(id) if not self._is_allowed(other)]
        if missing:
            return f"It comes only with or after what is out: {', '.join(missing)}."
        if old.purpose is not Purpose.MAIN:
            return "Nothing that this session holds now asks for it."
        if old.routine is not None and old.routine not in self.wished:
            known = {one.id: one for one in self.previous.catalogue.routines}
            is_relief = known[old.routine].part is SessionPart.RELIEF
            return _RELIEVED if is_relief else "You no longer want the routine that it was of."
        if self.lived is None:
            return _ANEW
        if (session.id, id) in self.later:
            return _LATER
        rules = {rule for exercise, rule, _ in self.kept_out if exercise == id}
        return next((why for rule, why in _KEPT_OUT.items() if rule in rules), _NO_ROOM)

    def _why_added(self, new: Step) -> str:
        if new.purpose is not Purpose.MAIN:
            return "It goes with what else this session holds now."
        return _ANEW if self.lived is None else _MADE_UP

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
        if self.lived.grows(id) or self.lived.level(id) > 0:
            return "Your last sessions left you no worse."
        return "What you told allows it again, or there is time for it."

    def _why_less(self, id: ExerciseId) -> str:
        if self.lived is None:
            return "A plan made again begins low, or your time or what you told allows less."
        if self.lived.is_eased(id):
            return "It did not do you good as it was."
        if self.lived.now.course is Course.BACK:
            return "Your mornings got worse in the last two weeks."
        if self.lived.was_missed(id):
            return _MISSED
        if self.lived.lowered:
            return "The weeks would ask for much more than the last four held."
        suits = self.suitable.get(id)
        if suits is not None and suits.is_eased:
            return "It did not do you good as it was."
        if id in self.lived.held:
            return _WAITS
        if self.lived.felt_well(id):
            return "It waits for four good sessions in a row before it is more."
        return "How it felt is not known, or it did not do you good: the dose waits."


_LESS_FAR = "It hurt a little: the dose stays, and you go less far."
_FAR = "It hurt no more: you go as far as before."
_ANEW = "The plan was made anew from this day on."
_NO_ROOM = "Something else took its time or its rest."
_KEPT_OUT = {
    "pain": "It rests, because of how it felt.",
    "stage": "It joins only when the exercises before it were done for long enough.",
    "new-things": "At most three exercises that you have not noted as done join at a time.",
    "spacing": "Its muscles have not rested long enough yet.",
    "time": "There is no time for it beside the rest of the session.",
}
"""Why something is out, by the rule that kept it out."""
_MOVED = "Your times or places changed."
_RELIEVED = "It was there for relief; the session holds exercises again."
_MOVES = "It stands in another session of that week now."
_NO_PLACE = "Nothing that was due could stand there any more."
_BEYOND = "The new plan ends before it."
_MADE_UP = "It stands in for what is out, or there is room for it now."
_LATER = "What is new or would come more often joins bit by bit, as your weeks have room."
_WAITS = "It has earned a step more, which waits until your weeks have room for it."
_MISSED = "You were away from it for a while, or noted nothing of it: it is taken up again at less."
_SIDES = "Only the side that begins, or the mark of what is new, is another than before."


def _by_exercise(session: Session) -> dict[ExerciseId, Step]:
    """Return the first step of each exercise."""
    return {step.exercise: step for step in reversed(session.steps)}


def _has_slot(availability: Availability, session: Session) -> bool:
    """Whether a session stands at the weekday and time of a slot, days off or not."""
    at = session.date.weekday(), session.start
    return any(at == (slot.weekday.number, slot.start) for slot in availability.slots)


def _main(session: Session) -> set[ExerciseId]:
    return {step.exercise for step in session.steps if step.purpose is Purpose.MAIN}


def _order(amendment: Amendment) -> tuple[date, str, str]:
    return amendment.date, amendment.session, amendment.exercise or ""
