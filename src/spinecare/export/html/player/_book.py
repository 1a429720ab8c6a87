"""The sessions of a plan as the guided session reads them: what repeats is told once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from spinecare._version import __version__
from spinecare.cueing import cues
from spinecare.export.html.player._answers import (
    CHARACTER_WORDS,
    REASON_WORDS,
)
from spinecare.model import (
    Cue,
    CueKind,
    Plan,
    Purpose,
    Role,
    Session,
    SessionPart,
    Side,
    Step,
)
from spinecare.reviewing import SIGN_WORDS, STOPPING
from spinecare.wording import clean, listed, minutes_text, sentence, title_of

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | None"
"""What a page can carry."""
_Row: TypeAlias = "tuple[str | int | float | _Row | None, ...]"

_KINDS = tuple(CueKind)
_ROLES = (Role.STRESS, Role.RELAX, Role.NEUTRAL)
_SIDES = (None, Side.LEFT, Side.RIGHT)
_PURPOSES = (*(purpose.value for purpose in Purpose), SessionPart.RELIEF.value)


class _Table:
    """Rows that are kept once; each is known by its place."""

    def __init__(self) -> None:
        self._places: dict[_Row | str, int] = {}

    def place(self, row: _Row | str) -> int:
        """Return the place of a row, which is added if it is new."""
        return self._places.setdefault(row, len(self._places))

    def written(self) -> list[Json]:
        return [_listed(row) for row in self._places]


def book(plan: Plan) -> dict[str, Json]:
    """Return the sessions of a plan as data for a page, with what they share told once.

    Returns:
        A table with `generator`, the program that writes the journal; `plan`, its id; `kinds`,
        `roles` and `purposes`, the words that rows name by their place; `stops`, the stop signs;
        `symptoms`, `characters` and `reasons`, the answers with their words, and `stopping`, the
        characters that are stop signs; and rows that name each other by place:

        - `texts`: every text once, as one line;
        - `exercises`: id, text of the name;
        - `shapes`: kind, role, seconds, text to read, text of the breath, side (0 none, 1 left,
          2 right), repetitions, sets;
        - `cues`: shape, text to say;
        - `doses`: sets, repetitions, seconds of the hold, kilograms, 1 for the reduced form;
        - `parts`: a step: exercise, dose, purpose (`relief` where a routine of relief
          positions is done for its own sake), side that begins, 1 if the other follows, text of how
          it is done where it opens a session at once, texts of its marks and its notes, and a row
          of its cues, in which a pair says which set and repetition begin;
        - `courses`: the places of the parts of a session;
        - `sessions`: id, date, time of day, text of the title, text of the length, texts of what to
          mind, course.
    """
    return _Book(plan).written()


class _Book:
    """The tables while they grow."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        routines = plan.catalogue.routines
        self._relief = {one.id for one in routines if one.part is SessionPart.RELIEF}
        self._texts = _Table()
        self._exercises = _Table()
        self._shapes = _Table()
        self._cues = _Table()
        self._doses = _Table()
        self._parts = _Table()
        self._courses = _Table()

    def written(self) -> dict[str, Json]:
        plan = self._plan
        # Sessions first: they fill the tables.
        sessions: list[Json] = [self._session(session) for session in plan.sessions]
        return {
            "generator": f"spinecare {__version__}",
            "plan": plan.id,
            "kinds": [kind.value for kind in _KINDS],
            "roles": [role.value for role in _ROLES],
            "purposes": list(_PURPOSES),
            "stops": [clean(sign) for sign in plan.catalogue.stop_signs],
            "symptoms": [[sign.value, words] for sign, words in SIGN_WORDS.items()],
            "characters": [[one.value, words] for one, words in CHARACTER_WORDS.items()],
            "stopping": [one.value for one in STOPPING],
            "reasons": [[reason.value, words] for reason, words in REASON_WORDS.items()],
            "texts": self._texts.written(),
            "exercises": self._exercises.written(),
            "shapes": self._shapes.written(),
            "cues": self._cues.written(),
            "doses": self._doses.written(),
            "parts": self._parts.written(),
            "courses": self._courses.written(),
            "sessions": sessions,
        }

    def _text(self, text: str) -> int:
        return self._texts.place(clean(text))

    def _session(self, session: Session) -> list[Json]:
        titles = [title_of(self._plan, id) for id in session.routines]
        return [
            session.id,
            session.date.isoformat(),
            f"{session.start:%H:%M}",
            self._text(listed(titles) if titles else "Session"),
            self._text(minutes_text(session.duration_s)),
            [self._text(_opened(sentence(note))) for note in session.notes],
            self._courses.place(tuple(self._course(session))),
        ]

    def _course(self, session: Session) -> Iterator[int]:
        by_step: dict[int, list[Cue]] = {}
        for cue in cues(session, catalogue=self._plan.catalogue):
            by_step.setdefault(cue.step, []).append(cue)
        for number, step in enumerate(session.steps, start=1):
            yield self._part(step, by_step[number])

    def _part(self, step: Step, own: list[Cue]) -> int:
        first = next((side for side in step.sides if side is not Side.BOTH), None)
        row = (
            self._exercise(step, own[0].title),
            self._doses.place(
                (
                    step.sets,
                    step.reps,
                    step.hold_s,
                    step.mass_kg,
                    int(step.is_reduced),
                    _short(step.duration_s),
                )
            ),
            _PURPOSES.index(self._purpose(step)),
            _SIDES.index(first),
            int(len(step.sides) > 1),
            self._text(self._how(step, own[0])),
            self._text(_marks(step)),
            self._text(" ".join(_opened(sentence(note)) for note in step.notes)),
            tuple(self._row(own)),
        )
        return self._parts.place(row)

    def _purpose(self, step: Step) -> str:
        """Return why a step is there; relief may be led through where exercises may not."""
        is_relief = step.purpose is Purpose.MAIN and step.routine in self._relief
        return SessionPart.RELIEF.value if is_relief else step.purpose.value

    def _exercise(self, step: Step, name: str) -> int:
        return self._exercises.place((step.exercise, self._text(name)))

    def _how(self, step: Step, first: Cue) -> str:
        """Return how an exercise is done, where no cue to get ready by says it."""
        known = self._plan.catalogue.entry_by_id.get(step.exercise)
        is_said = first.kind is CueKind.READY or first.at_s > 0
        return "" if is_said or known is None else sentence(known.instruction)

    def _row(self, own: list[Cue]) -> Iterator[int | tuple[int, int]]:
        """Yield the place of each cue, and before it the set and repetition where they are new."""
        known = (0, 0)
        for cue in own:
            if (cue.set, cue.rep) != known:
                known = (cue.set, cue.rep)
                yield known
            yield self._cues.place((self._shape(cue), self._text(cue.say)))

    def _shape(self, cue: Cue) -> int:
        shape = (
            _KINDS.index(cue.kind),
            _ROLES.index(cue.role),
            _short(cue.lasts_s),
            self._text(cue.text),
            self._text(cue.breath),
            _SIDES.index(cue.side),
            cue.reps,
            cue.sets,
        )
        return self._shapes.place(shape)


def _marks(step: Step) -> str:
    """Return what is special about a step in this plan."""
    new = "New: try it gently." if step.is_new else ""
    return f"{new} {'The gentle form.' if step.is_reduced else ''}"


def _opened(text: str) -> str:
    """Return text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def _short(seconds: float) -> int | float:
    """Return seconds as they are written shortest: hundredths are finer than anyone follows."""
    rounded = round(seconds, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _listed(row: _Row | str) -> Json:
    if isinstance(row, str):
        return row
    return [_listed(part) if isinstance(part, tuple) else part for part in row]
