"""A handout: all that paper and page say of a plan, as plain text."""

from __future__ import annotations

from attrs import frozen

from spinecare.handout._card_values import HandoutCard
from spinecare.handout._felt_values import HandoutFelt
from spinecare.handout._session_values import HandoutClaim, HandoutSheet, HandoutWeek


@frozen(kw_only=True)
class HandoutMark:
    """What a mark on a step means: a sentence in three pieces, the mark between the others."""

    before: str
    """How the sentence begins: `What is`; may be empty."""
    mark: str
    """The mark: `new`, `Gentle form`."""
    after: str
    """How it ends."""


@frozen(kw_only=True)
class HandoutLogRow:
    """A line to fill in by hand."""

    session: str
    """The id of the session."""
    week: int
    """Its week, counted from 1."""
    day: str
    """`Mon 23 Nov`."""
    start: str
    """`12:30`."""
    letter: str
    """The letter of its sheet."""


@frozen(kw_only=True)
class HandoutLog:
    """A log of pain and of the next mornings, to fill in by hand."""

    title: str
    """What it is called."""
    lead: str
    """How to fill it in."""
    columns: tuple[str, ...]
    """The names of the columns to fill in."""
    rows: tuple[HandoutLogRow, ...]
    """A row for each session, in order."""


@frozen(kw_only=True)
class HandoutBreak:
    """Breaks from sitting that are the same on one or more days."""

    days: str
    """`Mon to Fri`."""
    times: str
    """`every 60 min from 10:00 to 16:00`."""
    length: str
    """`3 min`."""
    what: tuple[str, ...]
    """What to do, the preferred first."""


@frozen(kw_only=True)
class HandoutHabit:
    """What is done when the occasion comes."""

    name: str
    """The name of the routine."""
    how_often: str
    """A sentence."""
    what: tuple[str, ...]
    """The names of its exercises."""


@frozen(kw_only=True)
class HandoutRoutine:
    """A routine that the plan holds something of."""

    name: str
    """Its name."""
    summary: str
    """What it is, sentences."""
    how_often: str
    """A sentence."""
    claims: tuple[HandoutClaim, ...]
    """The article's claims about it."""


@frozen(kw_only=True)
class HandoutName:
    """A thing that a finding is about, and where in the plan."""

    name: str
    """The name."""
    place: str
    """`Mon to Fri`, `week 3`; empty where the finding says it for all, or for the whole plan."""


@frozen(kw_only=True)
class HandoutFinding:
    """What was left out or changed, and why."""

    about: tuple[HandoutName, ...]
    """What it is about; none where the reason says it."""
    place: str
    """Where, for all of them; empty for the whole plan."""
    follows_name: bool
    """Whether `reason` goes on after the names without a colon; of several: "each" before it."""
    reason: str
    """Why: a sentence, or how it ends."""
    concession: str
    """What would change it; empty where nothing would."""


@frozen(kw_only=True)
class HandoutFindings:
    """Findings of one weight."""

    title: str
    """`Left out`, `Changed` …"""
    findings: tuple[HandoutFinding, ...]
    """In the order of the plan."""


@frozen(kw_only=True)
class HandoutSource:
    """A source."""

    id: str
    """Its key."""
    title: str
    """Author, title, year; a sentence."""
    url: str
    """A web address; empty where there is none."""
    was_read: bool
    """Whether it was read when the data were made."""


@frozen(kw_only=True)
class Handout:
    """All that paper and page say of a plan, in order.

    Every text is plain, on one line, without control characters and without markup: whoever writes
    it into a format escapes it. `attrs.asdict` turns the whole into plain data, fit for JSON.
    Pictures are no part of it: `spinecare.draw` draws an exercise by its id and side, and the
    description of that figure is its text for those who do not see it.
    """

    title: str
    """The name of the plan."""
    period: str
    """From when to when, how many weeks and sessions."""
    timezone: str
    """The time zone of all times."""
    revision: str
    """Which revision, of which day; empty for a first plan."""
    notice: str
    """That it does not diagnose."""
    stop_lead: str
    """What stands before the stop signs, a sentence that ends with a colon."""
    stop_signs: tuple[str, ...]
    """Signs that end a session at once."""
    before: tuple[str, ...]
    """What to do before each session, sentences in order."""
    notes: tuple[str, ...]
    """What to mind in every session of this plan, sentences."""
    during: tuple[str, ...]
    """What to do while exercising, sentences; the first: to stop what hurts."""
    after: tuple[str, ...]
    """What to do after each session, sentences."""
    reading: str
    """How to read a step, a sentence; empty without sessions."""
    sides: str
    """Which side begins when an exercise comes again; empty where the sheets say it."""
    marks: tuple[HandoutMark, ...]
    """What the marks on steps mean."""
    weekdays: tuple[str, ...]
    """The weekdays in the order of the plan's weeks: `Mon` …"""
    weeks: tuple[HandoutWeek, ...]
    """The weeks at a glance."""
    sheets: tuple[HandoutSheet, ...]
    """Every different session once."""
    cards: tuple[HandoutCard, ...]
    """Every exercise once, in the order a reader meets them."""
    log: HandoutLog
    """A log to fill in by hand."""
    breaks: tuple[HandoutBreak, ...]
    """Breaks from sitting."""
    habits: tuple[HandoutHabit, ...]
    """What is done in passing."""
    routines: tuple[HandoutRoutine, ...]
    """The routines, in the order of the catalogue."""
    findings: tuple[HandoutFindings, ...]
    """What was left out or changed, by weight."""
    changes: tuple[str, ...]
    """What the plan does otherwise than the one before it, a line each."""
    dropped: tuple[str, ...]
    """Sessions that the last revision dropped: `Mon 23 Nov 07:00`."""
    sources: tuple[HandoutSource, ...]
    """The sources that it names."""
    felt: HandoutFelt | None
    """How it felt, as a journal tells it: health data; `None` where none was given."""
