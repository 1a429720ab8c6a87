"""What a session leaves out of its routines, by what kept it out."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.explanation._counts import share
from spinecare.explanation._held import Held
from spinecare.explanation._missing import UNTOLD, Absence, absence, new_here
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling, session_text, some
from spinecare.explanation._spacing import asked
from spinecare.model import Exercise, Routine, Session

_Found = list[tuple[Exercise, Absence]]


def left(held: Held, routine: Routine, session: Session) -> Iterator[Telling]:
    """Yield what a session leaves out of a routine, and why, as far as the plan tells."""
    causes: dict[str, _Found] = {}
    for id in share(held, routine, session).missing:
        entry = held.entry(id)
        if entry is not None:
            why = absence(held, routine, entry, session)
            causes.setdefault(why.rule, []).append((entry, why))
    for rule, found in causes.items():
        said = Said()
        names = some((entry.name for entry, _ in found), said)
        text = _text(held, rule, names, found, session, said)
        if text:
            yield Telling(
                rule=rule or "missing",
                about=(routine.id, *(entry.id for entry, _ in found)),
                at=session,
                text=text,
                said=said,
                sources=sources_of(rule or "missing"),
            )


def _text(held: Held, rule: str, names: str, found: _Found, session: Session, said: Said) -> str:
    is_one = len(found) == 1
    why = found[0][1]
    if rule == "time":
        least = said.seconds("least_s", min(each.needs_s for _, each in found))
        left_s = said.spare("left_s", why.left_s)
        needs = "it takes" if is_one else "the shortest of them takes"
        return f"No room was left for {names}: {needs} {least}, and {left_s} could be spared."
    if rule == "spacing" and why.rest is not None:
        hours = said.hours("since_h", why.rest.since_h)
        last = session_text(why.rest.session)
        return (
            f"{names}: only {hours} after the same muscles worked on {last}; they are to rest "
            f"{asked(why.rest, said)}."
        )
    if rule == "new-things":
        joined = said.count("new_n", len(new_here(held, session)), "new exercise")
        return f"{names}: {joined} join here already, as many as may at once."
    if rule == UNTOLD:
        later = [entry.name for entry, _ in found if held.steps_of(entry.id)]
        told = some(later, said) if later else ""
        return f"{told}: left for another session." if later else ""
    return {
        "stage": f"{names}: not joined yet.",
        "spacing": f"{names}: once a day is enough.",
        "equipment": f"{names}: needs {_things(held, found)}, not at hand at {session.place}.",
        "place": f"{names}: one cannot lie or kneel at {session.place}.",
        "waking": f"{names}: too soon after getting up to bend as far as it goes.",
        "order": f"{names}: what it builds on is not there.",
    }[rule]


def _things(held: Held, found: _Found) -> str:
    things = dict.fromkeys(why.thing for _, why in found if why.thing)
    return " or ".join(held.thing_name(thing) for thing in things)
