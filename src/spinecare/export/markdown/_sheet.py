"""The whole sheet: what comes first, what follows."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.export.markdown._claims import Claims
from spinecare.export.markdown._exercises import exercise_section, source_section
from spinecare.export.markdown._felt import felt_section, sign_section
from spinecare.export.markdown._findings import finding_section
from spinecare.export.markdown._weeks import break_section, week_sections
from spinecare.export.markdown.text import plain
from spinecare.handout import Handout, HandoutHabit, HandoutMark, HandoutRoutine, handout
from spinecare.model import Journal, Plan
from spinecare.reviewing import Policy


def to_markdown(
    plan: Plan, *, journal: Journal | None = None, policy: Policy | str = "strict"
) -> str:
    """Return a plan as a sheet in Markdown, to print, to read on a phone or to keep in a project.

    The sheet tells the weeks as tables, each different session once with its steps, each exercise
    once with what to mind, and what was left out or changed with the reason. With a journal it also
    tells how it felt: what needs the person, where each exercise stands and why, pain over time.
    Text of people and catalogues stays text: no markup, HTML or link comes out of it, but for mail
    addresses, which GitHub links by itself.

    Args:
        plan: The plan. But for the journal everything comes from it.
        journal: What was noted so far. The sheet holds health data then: signs, pain and verdicts,
            as `review` gives them on the first day of the plan. Without it there is none of them.
        policy: What pain means, `strict` or `monitored`: that of `make_plan`.

    Returns:
        Text that ends with a line break; equal plans and journals give equal text.

    Raises:
        InvalidValueError: Not a plan, not a journal, or a policy that is none.
    """
    return "\n\n".join(_blocks(handout(plan, journal=journal, policy=policy))) + "\n"


def _blocks(page: Handout) -> Iterator[str]:
    claims = Claims()
    yield f"# {plain(page.title)}"
    yield _summary(page)
    if page.notice:
        yield f"> {plain(page.notice)}"
    if page.felt is not None:
        yield from sign_section(page.felt)
    if page.stop_signs:
        yield "## Stop signs"
        yield page.stop_lead
        yield _items(page.stop_signs)
    yield from _manner(page)
    yield from week_sections(page, claims)
    yield from break_section(page)
    yield from _in_passing(page.habits)
    yield from _routines(page.routines, claims)
    yield from exercise_section(page, claims)
    if page.felt is not None:
        yield from felt_section(page.felt)
    yield from finding_section(page)
    yield from source_section(page)


def _items(texts: tuple[str, ...]) -> str:
    return "\n".join(f"- {plain(text)}" for text in texts)


def _summary(page: Handout) -> str:
    text = f"{plain(page.period)} Times are those of {plain(page.timezone)}."
    return f"{text} {page.revision}" if page.revision else text


def _manner(page: Handout) -> Iterator[str]:
    """Say what to do before, during and after every session."""
    stop, *rules = page.during
    yield "## Before each session"
    lines = (*page.before, " ".join((stop, *page.after)))
    yield "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))
    if page.notes:
        yield "In each of your sessions:"
        yield _items(page.notes)
    if rules:
        yield "While you exercise:"
        yield _items(tuple(rules))
    marks = [_mark(mark) for mark in page.marks]
    if page.reading:
        yield " ".join((page.reading, *marks[:1]))
    if page.sides:
        yield page.sides
    yield from marks[1:]


def _mark(mark: HandoutMark) -> str:
    return f"{f'{mark.before} ' if mark.before else ''}*{mark.mark}* {plain(mark.after)}"


def _routines(routines: tuple[HandoutRoutine, ...], claims: Claims) -> Iterator[str]:
    if routines:
        yield "## The routines"
        yield "\n".join(
            "\n    - ".join((_routine(routine), *claims.lines(routine.claims)))
            for routine in routines
        )


def _routine(routine: HandoutRoutine) -> str:
    often = plain(routine.how_often)
    return f"- **{plain(routine.name)}**: {plain(routine.summary)} How often: {often}"


def _in_passing(habits: tuple[HandoutHabit, ...]) -> Iterator[str]:
    """Yield what has no timetable: it is done when the occasion comes."""
    if habits:
        yield "## In passing"
        yield "\n".join(
            f"- **{plain(habit.name)}**: {plain(habit.how_often)} What to do: "
            f"{'; '.join(map(plain, habit.what))}."
            for habit in habits
        )
