"""How to do each exercise, what to mind, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.export.markdown._claims import Claims
from spinecare.export.markdown.text import link, plain
from spinecare.handout import Handout, HandoutCard, HandoutSource
from spinecare.wording import listed


def exercise_section(page: Handout, claims: Claims) -> Iterator[str]:
    """Yield each exercise of the plan once, in the order a reader meets them."""
    if not page.cards:
        return
    yield "## How to do each exercise"
    for card in page.cards:
        yield f"### {plain(card.name)}"
        for text in card.gentle:
            yield f"**Gentle form:** {plain(text)}"
        yield plain(card.instruction)
        lines = [f"- {line}" for line in _lines(card, claims)]
        if lines:
            yield "\n".join(lines)


def _lines(card: HandoutCard, claims: Claims) -> Iterator[str]:
    if card.needs:
        yield f"You need: {plain(listed(card.needs))}."
    if card.breath:
        yield f"Breath: {plain(card.breath)}"
    if card.tempo:
        yield f"Tempo: {plain(card.tempo)}"
    for mind in card.minds:
        yield f"Mind{' (the article)' if mind.is_articles else ''}: {plain(mind.text)}"
    yield from map(plain, card.numbers)
    yield from claims.lines(card.claims)


def source_section(page: Handout) -> Iterator[str]:
    """Yield the sources that the sheet names."""
    if page.sources:
        yield "## Sources"
        yield "\n".join(map(_source, page.sources))


def _source(source: HandoutSource) -> str:
    text = f"- **{plain(source.id)}**: {plain(source.title)}"
    if source.url:
        text += f" {link(source.url)}"
    return text if source.was_read else f"{text} (not read)"
