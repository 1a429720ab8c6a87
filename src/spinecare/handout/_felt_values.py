"""What a handout says of a journal, as plain text."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class HandoutNeed:
    """Something in a journal that needs the person, not a dose."""

    what: str
    """What it is: `New numbness`."""
    when: str
    """On which days: `Mon 23 Nov`."""
    what_to_do: str
    """What to do, sentences."""


@frozen(kw_only=True)
class HandoutVerdict:
    """What the library concludes for an exercise."""

    name: str
    """The name of the exercise."""
    standing: str
    """Where it stands: `rests until Wed 25 Nov`."""
    next_time: str
    """What happens with its dose the next time: `a step easier`."""
    why: tuple[str, ...]
    """Why, a few words each, the strictest reason first; none where it was not tried."""


@frozen(kw_only=True)
class HandoutVerdicts:
    """Where each exercise stands."""

    title: str
    """What it is called."""
    columns: tuple[str, ...]
    """The names of the columns: of the fields of a row, in their order."""
    rows: tuple[HandoutVerdict, ...]
    """A row for each exercise: what is left out first, then what rests, what is on trial, what
    suits, what was not tried."""


@frozen(kw_only=True)
class HandoutPainDay:
    """What was felt in an exercise on a day."""

    day: str
    """`Mon 23 Nov`."""
    answers: tuple[str, ...]
    """Pain before, during, after, on the next morning and on the second; a dash for unknown."""


@frozen(kw_only=True)
class HandoutPain:
    """What was felt in an exercise."""

    name: str
    """The name of the exercise."""
    highest: str
    """The highest pain and its day, `at most 6, Mon 2 Nov`; empty where the days show it."""
    days: tuple[HandoutPainDay, ...]
    """The last days of which something is known, in order."""


@frozen(kw_only=True)
class HandoutPains:
    """Pain over time, exercise by exercise."""

    title: str
    """What it is called."""
    lead: str
    """What the numbers mean, a sentence."""
    reading: str
    """How to read the rows, sentences."""
    columns: tuple[str, ...]
    """The names of the columns: the exercise, the day, the answers."""
    rows: tuple[HandoutPain, ...]
    """The exercises that hurt most, the worst first."""
    left_out: str
    """How many more there are and how high pain was in them, a sentence; empty for none."""


@frozen(kw_only=True)
class HandoutFelt:
    """How it felt: what a journal says of the exercises, and to the person.

    These are health data.
    """

    title: str
    """What it is called."""
    lead: str
    """On which day it is looked at, and how it is judged, sentences."""
    later: str
    """That the journal goes on after that day, a sentence; empty where it does not."""
    signs_title: str
    """What stands over signs that end all exercise, where they come before all else."""
    needs_title: str
    """What stands over all that needs the person."""
    signs: tuple[HandoutNeed, ...]
    """Signs that end all exercise, the most urgent first; those of later days too."""
    clinician: str
    """Whose word goes before them, a sentence; empty without signs."""
    concerns: tuple[HandoutNeed, ...]
    """What is no such sign, and no dose puts right, by day."""
    unanswered: str
    """Which mornings and sessions nobody told of yet, a sentence for each; empty for none."""
    verdicts: HandoutVerdicts
    """Where each exercise stands."""
    pains: HandoutPains
    """Pain over time."""
