"""How it felt: what needs the person, where each exercise stands, pain over time."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.export.markdown.text import plain, strong, table
from spinecare.handout import HandoutFelt, HandoutNeed, HandoutPain, HandoutPains, HandoutVerdicts


def sign_section(felt: HandoutFelt) -> Iterator[str]:
    """Yield signs that end all exercise, which come before all else."""
    if felt.signs:
        yield f"## {felt.signs_title}"
        yield _items((*map(_need, felt.signs), felt.clinician))


def felt_section(felt: HandoutFelt) -> Iterator[str]:
    """Yield what a journal says."""
    yield f"## {felt.title}"
    yield plain(felt.lead)
    if felt.later:
        yield plain(felt.later)
    needs = [*map(_need, felt.signs), felt.clinician, *map(_need, felt.concerns), felt.unanswered]
    if any(needs):
        yield f"### {felt.needs_title}"
        yield _items(tuple(filter(None, needs)))
    yield from _verdicts(felt.verdicts)
    yield from _pains(felt.pains)


def _items(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _need(need: HandoutNeed) -> str:
    return f"{strong(need.what)} ({need.when}): {plain(need.what_to_do)}"


def _verdicts(verdicts: HandoutVerdicts) -> Iterator[str]:
    if verdicts.rows:
        yield f"### {verdicts.title}"
        rows = [
            (plain(row.name), row.standing, row.next_time, plain("; ".join(row.why)))
            for row in verdicts.rows
        ]
        yield table(verdicts.columns, rows)


def _pains(pains: HandoutPains) -> Iterator[str]:
    if pains.rows:
        yield f"### {pains.title}"
        yield f"{pains.lead} {pains.reading}"
        yield table(pains.columns, [row for pain in pains.rows for row in _rows(pain)])
        if pains.left_out:
            yield pains.left_out


def _rows(pain: HandoutPain) -> Iterator[tuple[str, ...]]:
    """Yield a row for each day, the first with the name."""
    name = plain(pain.name)
    if pain.highest:
        name += f" ({pain.highest})"
    for day in pain.days:
        yield name, day.day, *day.answers
        name = ""
