"""Everything the library knows, as one value."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar, cast

from attrs import evolve, field, fields, frozen, has

from spinecare.errors import UnknownIdError
from spinecare.model._drawing import Drawing, Frame
from spinecare.model._exercise import Exercise
from spinecare.model._pose import Contact
from spinecare.model._reading import is_a, members, not_blank, word
from spinecare.model._routine import Edge, Routine
from spinecare.model._safety import Condition, RedFlag, Tag
from spinecare.model._showing import ShownBriefly
from spinecare.model._source import Advice, Claim, GuidingRule, Source
from spinecare.model._vocabulary import Record

T = TypeVar("T")


@frozen(kw_only=True)
class Code:
    """The id of a thing in a terminology of the field."""

    system: str = field(validator=not_blank)
    """The terminology: `SNOMED`, `UBERON`, `FMA`, `ICF`, `wger`, …"""
    code: str = field(validator=not_blank)
    """The id there."""
    note: str = field(default="", validator=is_a(str))
    """What to know: a parent term, an open question."""


@frozen(kw_only=True)
class Term:
    """A word of a vocabulary: a region, a muscle, a piece of equipment, a position."""

    id: str = field(validator=word)
    """The id."""
    name: str = field(validator=not_blank)
    """The name as people say it."""
    codes: tuple[Code, ...] = field(default=(), validator=members(Code))
    """Ids in other terminologies."""
    note: str = field(default="", validator=is_a(str))
    """What to know."""
    contacts: tuple[Contact, ...] = field(default=(), validator=members(Contact))
    """Positions only: what touches what."""


def _index(items: tuple[T, ...]) -> dict[str, T]:
    return {str(getattr(item, "id")): item for item in items}  # noqa: B009  T has no bound


@frozen(kw_only=True)
class Catalogue(ShownBriefly):
    """Exercises, routines, rules and vocabularies, each in stable order and found by id.

    Raises:
        UnknownIdError: From every look-up by an id that is not there, with the nearest ones.
    """

    entries: tuple[Exercise, ...] = field(default=(), validator=members(Exercise))
    """Exercises, variants, protocols, transitions and resting poses."""
    routines: tuple[Routine, ...] = field(default=(), validator=members(Routine))
    """Routines, in the order of the article."""
    advice: tuple[Advice, ...] = field(default=(), validator=members(Advice))
    """Advice for the day."""
    rules: tuple[GuidingRule, ...] = field(default=(), validator=members(GuidingRule))
    """The article's rules that apply to many entries."""
    edges: tuple[Edge, ...] = field(default=(), validator=members(Edge))
    """What comes before what."""
    red_flags: tuple[RedFlag, ...] = field(default=(), validator=members(RedFlag))
    """Warning signs."""
    conditions: tuple[Condition, ...] = field(default=(), validator=members(Condition))
    """Condition rules."""
    tags: tuple[Tag, ...] = field(default=(), validator=members(Tag))
    """Mechanical tags with their reduced forms."""
    regions: tuple[Term, ...] = field(default=(), validator=members(Term))
    """Body regions."""
    muscles: tuple[Term, ...] = field(default=(), validator=members(Term))
    """Muscles."""
    equipment: tuple[Term, ...] = field(default=(), validator=members(Term))
    """Things that exercises use."""
    positions: tuple[Term, ...] = field(default=(), validator=members(Term))
    """Positions with their contacts and codes."""
    claims: tuple[Claim, ...] = field(default=(), validator=members(Claim))
    """Claims of the article with their labels."""
    sources: tuple[Source, ...] = field(default=(), validator=members(Source))
    """Sources."""
    postures: tuple[Frame, ...] = field(default=(), validator=members(Frame))
    """Body shapes that frames of drawings begin from; those of positions bear their names."""
    drawings: tuple[Drawing, ...] = field(default=(), validator=members(Drawing))
    """How exercises are drawn."""
    notice: str = field(default="", validator=is_a(str))
    """The standing text for users: no diagnosis."""
    stop_signs: tuple[str, ...] = field(default=(), validator=members(str))
    """Signs that end a session at once."""
    reduced_form: str = field(default="", validator=is_a(str))
    """What every caution asks for, before the tags' own forms."""

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Entries with a start and an action of their own."""
        return self.of_record(Record.EXERCISE)

    @property
    def variants(self) -> tuple[Exercise, ...]:
        """Entries that vary another one."""
        return self.of_record(Record.VARIANT)

    @property
    def protocols(self) -> tuple[Exercise, ...]:
        """Entries that are a set of others or a habit."""
        return self.of_record(Record.PROTOCOL)

    @property
    def transitions(self) -> tuple[Exercise, ...]:
        """Entries that lead from one position to another."""
        return self.of_record(Record.TRANSITION)

    @property
    def rests(self) -> tuple[Exercise, ...]:
        """Resting poses that the planner adds."""
        return self.of_record(Record.REST)

    def of_record(self, record: Record) -> tuple[Exercise, ...]:
        """Return the entries of one sort, in order."""
        return tuple(entry for entry in self.entries if entry.record is record)

    @cached_property
    def entry_by_id(self) -> Mapping[str, Exercise]:
        """All entries by id."""
        return _index(self.entries)

    @cached_property
    def _routine_by_id(self) -> Mapping[str, Routine]:
        return _index(self.routines)

    @cached_property
    def _tag_by_id(self) -> Mapping[str, Tag]:
        return _index(self.tags)

    @cached_property
    def _term_by_id(self) -> Mapping[str, Term]:
        return _index(self.regions + self.muscles + self.equipment + self.positions)

    def entry(self, id: str) -> Exercise:
        """Return the entry of an id, whatever its sort."""
        return _find("exercise", id, self.entry_by_id)

    def routine(self, id: str) -> Routine:
        """Return the routine of an id."""
        return _find("routine", id, self._routine_by_id)

    def tag(self, id: str) -> Tag:
        """Return the mechanical tag of an id."""
        return _find("tag", id, self._tag_by_id)

    def condition(self, id: str) -> Condition:
        """Return the condition rule of an id."""
        return _find("condition", id, _index(self.conditions))

    def red_flag(self, id: str) -> RedFlag:
        """Return the warning sign of an id."""
        return _find("red flag", id, _index(self.red_flags))

    def source(self, id: str) -> Source:
        """Return the source of a key."""
        return _find("source", id, _index(self.sources))

    def drawing(self, id: str) -> Drawing | None:
        """Return how an exercise is drawn; `None` where nobody has said it."""
        return self._drawing_by_exercise.get(id)

    @cached_property
    def _drawing_by_exercise(self) -> Mapping[str, Drawing]:
        return {drawing.of: drawing for drawing in self.drawings}

    @cached_property
    def posture_by_id(self) -> Mapping[str, Frame]:
        """All postures by id."""
        return _index(self.postures)

    def advice_by_id(self, id: str) -> Advice:
        """Return the advice of an id."""
        return _find("advice", id, _index(self.advice))

    def term_name(self, id: str) -> str:
        """Return the name of a region, muscle, piece of equipment or position."""
        return _find("term", id, self._term_by_id).name

    def claims_about(self, id: str) -> tuple[Claim, ...]:
        """Return the claims that an entry, routine or advice must show."""
        return tuple(claim for claim in self.claims if id in claim.about)

    @cached_property
    def arranged(self) -> Catalogue:
        """The same in one order, however it came: by the article's lines, then by id."""
        lists: dict[str, Any] = {}
        for name in (one.name for one in fields(Catalogue)):
            if isinstance(getattr(self, name), tuple) and name != "stop_signs":
                value: tuple[object, ...] = getattr(self, name)
                lists[name] = tuple(sorted(value, key=_in_article))
        return evolve(self, **lists)

    def restricted_to(
        self, *, entries: frozenset[str], routines: frozenset[str], advice: frozenset[str]
    ) -> Catalogue:
        """Return the part of the catalogue that a plan with these ids needs to be read.

        Red flags and conditions are left out: a plan carries cautions, not diagnoses. Of the
        sources those stay that something in the part names, and the project's own judgement.
        """
        kept = tuple(entry for entry in self.entries if entry.id in entries)
        drawings = tuple(drawing for drawing in self.drawings if drawing.of in entries)
        shown = entries | routines | advice
        tags = {tag for entry in kept for tag in entry.tags}
        rules = {
            rule for routine in self.routines if routine.id in routines for rule in routine.rules
        }
        part = Catalogue(
            entries=kept,
            routines=tuple(routine for routine in self.routines if routine.id in routines),
            advice=tuple(item for item in self.advice if item.id in advice),
            rules=tuple(rule for rule in self.rules if rule.id in rules),
            edges=tuple(
                edge for edge in self.edges if edge.before in entries and edge.after in entries
            ),
            tags=tuple(tag for tag in self.tags if tag.id in tags),
            claims=tuple(claim for claim in self.claims if shown & set(claim.about)),
            notice=self.notice,
            stop_signs=self.stop_signs,
            reduced_form=self.reduced_form,
            equipment=tuple(
                term
                for term in self.equipment
                if any(term.id == need.id for entry in kept for need in entry.equipment)
            ),
            postures=self._postures_of(drawings),
            drawings=drawings,
        )
        named = set(_words_in(part))
        return evolve(
            part, sources=tuple(s for s in self.sources if s.is_own_judgement or s.id in named)
        )

    def _postures_of(self, drawings: tuple[Drawing, ...]) -> tuple[Frame, ...]:
        """Return the postures that the frames of drawings begin from, and theirs."""
        wanted: set[str] = set()
        asked = {frame.like for drawing in drawings for frame in drawing.frames}
        while asked:
            wanted |= asked
            asked = {p.like for p in self.postures if p.id in asked} - wanted
        return tuple(posture for posture in self.postures if posture.id in wanted)


_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


def _words_in(value: object) -> Iterator[str]:
    """Yield every word of every text in a value: ids may stand inside a sentence."""
    if isinstance(value, str):
        yield from _WORD.findall(value)
    elif isinstance(value, tuple):
        for member in cast("tuple[object, ...]", value):
            yield from _words_in(member)
    else:
        kind = type(value)
        for one in fields(kind) if has(kind) else ():
            yield from _words_in(getattr(value, one.name))


def _in_article(item: object) -> tuple[tuple[int, ...], str, str]:
    """Return what sorts a thing: what the article does not name comes last; edges have no id."""
    lines = getattr(item, "lines", ()) or (sys.maxsize,)
    id = getattr(item, "id", "") or getattr(item, "after", "") or getattr(item, "of", "")
    return lines, str(id), str(getattr(item, "before", ""))


def _find(kind: str, id: str, by_id: Mapping[str, T]) -> T:
    found = by_id.get(id)
    if found is None:
        raise UnknownIdError(kind, id, tuple(difflib.get_close_matches(id, by_id, n=3)))
    return found
