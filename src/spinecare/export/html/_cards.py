"""A card for each exercise: picture, dose, how to do it, what to mind, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spinecare.export.html._claims import Claims
from spinecare.export.html._figures import Pictures
from spinecare.export.html._markup import Markup, tag
from spinecare.export.html._parts import NO_BREAK, dose_text, folded, section, tick
from spinecare.handout import Handout, HandoutCard, HandoutDose, HandoutTicks
from spinecare.wording import listed

_OPEN = "The article's words leave this one open; this is how they are read here."


def cards(
    page: Handout, pictures: Pictures, rows: Mapping[str, str], claims: Claims
) -> Markup | None:
    """Return the cards of all exercises; nothing if there are none.

    Args:
        page: The handout.
        pictures: The pictures of the page.
        rows: Ids of the rows of the log, by session: they name the boxes to tick.
        claims: The claims told so far.
    """
    if not page.cards:
        return None
    shown = (_card(card, page, pictures, rows, claims) for card in page.cards)
    return section("exercises", "How to do each exercise", *shown)


def _card(
    card: HandoutCard, page: Handout, pictures: Pictures, rows: Mapping[str, str], claims: Claims
) -> Markup:
    title = tag("h3", tag("span", str(card.number), class_="number"), f" {card.name}")
    numbers = [*card.numbers, *([_OPEN] if card.is_open else [])]
    return tag(
        "article",
        title,
        pictures.told(card.id, css="picture"),
        tag(
            "div",
            *map(_dose, card.doses),
            tag("p", f"Used in: {listed(card.others)}.", class_="places") if card.others else None,
            tag("p", card.instruction),
            *_lines(card),
            *map(claims.told, card.claims),
            folded("Whose numbers these are", *(tag("p", text) for text in numbers), css="numbers")
            if numbers
            else None,
            class_="how",
        ),
        _ticks(card, page, rows) if card.ticks else None,
        id=f"card-{card.number}",
        class_="card",
    )


def _dose(dose: HandoutDose) -> Markup:
    text = dose_text(dose.dose, dose.length)
    places = ", ".join(place.replace(" ", NO_BREAK) for place in dose.places)
    parts = (dose.sides, text, "gentle form" if dose.is_gentle else "")
    return tag(
        "p",
        tag("b", " · ".join(filter(None, parts))),
        tag("span", f" in {places}", class_="places"),
        class_="dose",
    )


def _lines(card: HandoutCard) -> Iterator[Markup]:
    if card.needs:
        yield _line("You need:", f"{listed(card.needs)}.")
    if card.breath:
        yield _line("Breath:", card.breath)
    if card.tempo:
        yield _line("Tempo:", card.tempo)
    for mind in card.minds:
        yield _line("Mind (the article):" if mind.is_articles else "Mind:", mind.text, css="mind")


def _line(lead: str, text: str, css: str = "") -> Markup:
    return tag("p", tag("b", lead), f" {text}", class_=css)


def _ticks(card: HandoutCard, page: Handout, rows: Mapping[str, str]) -> Markup:
    """Return the boxes: a row for each week, a column for each weekday."""
    has_weeks = len(page.log.rows) > 0 and page.log.rows[-1].week > 1
    head = (tag("th", day, scope="col") for day in page.weekdays)
    corner = tag("td") if has_weeks else None
    return tag(
        "table",
        tag("caption", "Tick when done"),
        tag("thead", tag("tr", corner, *head)),
        tag("tbody", *(_week(ticks, rows, has_weeks=has_weeks) for ticks in card.ticks)),
        class_="ticks",
        data_exercise=card.id,
    )


def _week(ticks: HandoutTicks, rows: Mapping[str, str], *, has_weeks: bool) -> Markup:
    name = tag("th", f"Week {ticks.week}", scope="row") if has_weeks else None
    days = (tag("td", *(tick(rows[item.session]) for item in day)) for day in ticks.days)
    return tag("tr", name, *days)
