"""The cards of a handout's exercises, as plain text."""

from __future__ import annotations

from attrs import frozen

from spinecare.handout._session_values import HandoutClaim


@frozen(kw_only=True)
class HandoutMind:
    """What to mind with an exercise."""

    text: str
    """What, a sentence."""
    is_articles: bool
    """Whether the article says it; else the library adds it."""


@frozen(kw_only=True)
class HandoutDose:
    """A dose of an exercise, and where it is used."""

    places: tuple[str, ...]
    """Letter and number of the steps: `A 3`; `after A 3` for the rest that follows a step."""
    sides: str
    """How the sides take part, whichever begins; empty where they do not matter."""
    dose: tuple[str, ...]
    """How often, how long to hold, how long to let go: parts of a few words."""
    length: str
    """How long it takes in all; empty where the dose says it."""
    is_gentle: bool
    """Whether it is the gentle form."""


@frozen(kw_only=True)
class HandoutTick:
    """A box to tick when the exercise was done in a session."""

    session: str
    """The id of the session."""
    text: str
    """Which: `Mon 23 Nov 12:30`."""


@frozen(kw_only=True)
class HandoutTicks:
    """The boxes of one week."""

    week: int
    """The week, counted from 1."""
    days: tuple[tuple[HandoutTick, ...], ...]
    """The boxes of its seven days."""


@frozen(kw_only=True)
class HandoutCard:
    """How one exercise is done."""

    number: int
    """Its number among the cards, counted from 1."""
    id: str
    """The id of the exercise."""
    side: str
    """The side to draw: `left` or `right`; empty where there is none."""
    name: str
    """Its name."""
    gentle: tuple[str, ...]
    """What its gentle form asks for, sentences; none where the plan has it as it is. It comes
    before the instruction, which it limits."""
    instruction: str
    """What to do, sentences."""
    needs: tuple[str, ...]
    """What it cannot be done without."""
    breath: str
    """How to breathe, a sentence; empty where nothing is said."""
    tempo: str
    """How fast, a sentence; empty where nothing is said."""
    minds: tuple[HandoutMind, ...]
    """What to mind, the article's words first."""
    numbers: tuple[str, ...]
    """Whose its numbers are: the article's, a source's, the project's own choice; sentences.

    The last says that the article's words leave open how it is meant, where they do.
    """
    claims: tuple[HandoutClaim, ...]
    """The article's claims about it."""
    doses: tuple[HandoutDose, ...]
    """How much, and in which steps."""
    others: tuple[str, ...]
    """Where else it is used: the names of breaks and of what is done in passing."""
    ticks: tuple[HandoutTicks, ...]
    """A box for each session that holds it, by weeks; weeks without any are left out."""
