"""The weeks and the sessions of a handout, as plain text."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class HandoutSitting:
    """One session in the table of a week."""

    session: str
    """The id of the session."""
    start: str
    """When it begins: `12:30`."""
    letter: str
    """The letter of the sheet that tells its steps."""
    title: str
    """What it holds, in a few words."""
    minutes: str
    """How long it lasts: `12 min`."""
    place: str
    """Where."""
    turned: str
    """Steps that begin with the other side than on the sheet; empty where a rule says it all."""


@frozen(kw_only=True)
class HandoutDay:
    """One day in the table of a week."""

    date: str
    """The date: `2026-11-23`."""
    text: str
    """The date as people say it: `Mon 23 Nov`."""
    sittings: tuple[HandoutSitting, ...]
    """Its sessions, in order; empty on a free day."""
    breaks: str
    """When to get up from sitting: `every 60 min from 10:00 to 16:00`; empty where not."""


@frozen(kw_only=True)
class HandoutClaim:
    """What the article claims, and how that stands against the evidence."""

    id: str
    """The id of the claim; the same one may stand in several places."""
    text: str
    """What the article says, without a full stop."""
    label: str
    """How it stands: `partly supported`."""
    finding: str
    """What the evidence says, a sentence."""


@frozen(kw_only=True)
class HandoutAdvice:
    """A piece of advice for the day beside the exercises."""

    id: str
    """The id of the advice."""
    name: str
    """A short title."""
    instruction: str
    """What to do; empty where an earlier week told it or the plan does not hold it."""
    minds: tuple[str, ...]
    """What to mind, sentences."""
    claims: tuple[HandoutClaim, ...]
    """The article's claims about it."""
    was_told: bool
    """Whether an earlier week told it."""


@frozen(kw_only=True)
class HandoutWeek:
    """A week at a glance, or weeks in a row that repeat the same earlier one."""

    numbers: tuple[int, ...]
    """The weeks, counted from 1."""
    title: str
    """`Week 1`, `Weeks 2 to 4`."""
    period: str
    """`23 to 29 Nov`."""
    repeats: int | None
    """The week whose sessions come again on the same weekdays and times; `None` if not."""
    note: str
    """What stands in place of a table: that it repeats a week, or has no session."""
    days: tuple[HandoutDay, ...]
    """Its seven days; empty where `note` says it all."""
    breaks: tuple[str, ...]
    """When to get up from sitting: `Mon to Fri every 60 min from 10:00 to 16:00`."""
    advice: tuple[HandoutAdvice, ...]
    """What to try beside the exercises."""


@frozen(kw_only=True)
class HandoutRest:
    """A resting pose that answers a step."""

    exercise: str
    """The id of the pose."""
    name: str
    """Its name."""
    length: str
    """How long: `15 s`."""


@frozen(kw_only=True)
class HandoutStep:
    """One numbered step of a session."""

    number: int
    """Its number in the session, counted from 1."""
    exercise: str
    """The id of the exercise."""
    side: str
    """The side to draw: `left` or `right`, the one that begins; empty where there is none."""
    purpose: str
    """`Opening`, `Closing`, `Way up`; empty for an exercise of a routine."""
    name: str
    """The name of the exercise."""
    sides: str
    """The sides in order: `left, then right`; empty where they do not matter."""
    dose: tuple[str, ...]
    """How often, how long to hold, how long to let go: parts of a few words."""
    length: str
    """How long it takes in all: `1 min 20 s`; empty where the dose says it."""
    is_gentle: bool
    """Whether it is done in the gentle form."""
    is_new: bool
    """Whether it is done for the first time."""
    notes: tuple[str, ...]
    """What to mind here, sentences."""
    rests: tuple[HandoutRest, ...]
    """How to rest after it."""
    row: str
    """At the first step of a row that is done several times: that it is; else empty."""


@frozen(kw_only=True)
class HandoutNote:
    """A note that several steps share."""

    steps: str
    """The steps: `Steps 3 to 7`."""
    text: str
    """The note, a sentence."""


@frozen(kw_only=True)
class HandoutSheet:
    """The steps of one or more sessions that differ in nothing but the sides that start."""

    letter: str
    """Its name: `A`, `B` …"""
    week: int
    """The week in which it appears first."""
    title: str
    """What it holds, in a few words."""
    routines: str
    """All its routines by name; empty where the title names them all."""
    minutes: str
    """How long it lasts: `12 min`."""
    when: str
    """The days and times of its sessions: `Mon to Fri 12:30, office`."""
    notes: tuple[str, ...]
    """What to mind for the whole session, sentences."""
    shared: tuple[HandoutNote, ...]
    """Notes that several of its steps share."""
    steps: tuple[HandoutStep, ...]
    """Its steps, in order."""
