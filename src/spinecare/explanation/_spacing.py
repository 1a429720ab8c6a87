"""How long muscles have rested before a session loads them again."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from spinecare.explanation._held import Held
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling, session_text, some
from spinecare.model import Exercise, Level, Purpose, Recovery, Session
from spinecare.planning.recovery import hours_between, hours_of


@frozen(kw_only=True)
class Rest:
    """What an exercise waits for: the load of the same muscles that asks for the most rest."""

    session: Session
    """The session with that load."""
    entry: Exercise
    """The exercise that loaded them."""
    since_h: float
    """Real hours since then."""
    asked_h: float
    """Hours that the two loads ask for."""
    beginner_h: float
    """The same for a beginner."""

    @property
    def is_over(self) -> bool:
        """Whether a practised person has rested long enough."""
        return self.since_h >= self.asked_h


def needs_rest(entry: Exercise) -> bool:
    """Whether the muscles of an exercise ask for rest before they are loaded again."""
    return hours_of(entry.recovery, Level.PRACTISED) > 0


def rest_before(held: Held, entry: Exercise, session: Session) -> Rest | None:
    """Return the earlier load that leaves the least to spare, or `None` where there is none."""
    rests = list(_rests(held, entry, session))
    return min(rests, key=lambda rest: rest.since_h - rest.beginner_h, default=None)


def _rests(held: Held, entry: Exercise, session: Session) -> Iterator[Rest]:
    level = held.person.level if held.person else None
    now = held.at[session.id]
    for earlier in (other for other in held.plan.sessions if held.at[other.id] < now):
        for step in earlier.steps:
            other = held.entry(step.exercise)
            if other is None or step.purpose is Purpose.REST or other.recovery is Recovery.NONE:
                continue
            asked_h = hours_between(entry.recovery, other.recovery, level or Level.PRACTISED)
            if asked_h and set(entry.muscles) & set(other.muscles):
                yield Rest(
                    session=earlier,
                    entry=other,
                    since_h=held.hours(earlier, session),
                    asked_h=asked_h,
                    beginner_h=hours_between(
                        entry.recovery, other.recovery, level or Level.BEGINNER
                    ),
                )


def rested(held: Held, session: Session) -> Iterator[Telling]:
    """Yield how long the muscles of a session's exercises had rested, alike ones together."""
    alike: dict[tuple[object, ...], tuple[Rest, list[Exercise]]] = {}
    for id in dict.fromkeys(s.exercise for s in session.steps if s.purpose is Purpose.MAIN):
        entry = held.entry(id)
        rest = rest_before(held, entry, session) if entry and needs_rest(entry) else None
        if entry is not None and rest is not None:
            key = rest.session.id, rest.asked_h, rest.beginner_h
            alike.setdefault(key, (rest, []))[1].append(entry)
    for rest, entries in alike.values():
        said = Said()
        names = some((entry.name for entry in entries), said)
        last = session_text(rest.session)
        hours = said.hours("since_h", rest.since_h)
        yield Telling(
            rule="spacing",
            about=tuple(entry.id for entry in entries),
            at=session,
            text=f"{names}: {hours} after the same muscles worked on {last}; they are to rest "
            f"{asked(rest, said)}.",
            said=said,
            sources=sources_of("spacing"),
        )


def asked(rest: Rest, said: Said) -> str:
    """Say how long muscles are to rest: `48 hours (72 for a beginner)`."""
    hours = said.hours("asked_h", rest.asked_h)
    if rest.asked_h == rest.beginner_h:
        return hours
    return f"{hours} ({said.plain('beginner_h', rest.beginner_h)} for a beginner)"


def least_rest(held: Held, entry: Exercise, sessions: tuple[Session, ...]) -> Iterator[Telling]:
    """Yield the shortest rest that the muscles of an exercise had before any of its sessions."""
    found = [
        (rest.since_h - rest.beginner_h, index, rest)
        for index, session in enumerate(sessions)
        if (rest := rest_before(held, entry, session)) is not None
    ]
    if not needs_rest(entry) or not found:
        return
    _, index, rest = min(found, key=lambda item: item[:2])
    said = Said()
    by = "" if rest.entry.id == entry.id else f", after {rest.entry.name}"
    least = asked(rest, said)
    hours = said.hours("since_h", rest.since_h)
    yield Telling(
        rule="spacing",
        about=(entry.id,),
        at=sessions[index],
        shows_where=False,
        text=f"Its muscles are to rest {least}; the shortest rest is {hours}, from "
        f"{session_text(rest.session)} to {session_text(sessions[index])}{by}.",
        said=said,
        sources=sources_of("spacing"),
    )
