"""A card for each exercise: picture, dose, how to do it, what to mind, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spinecare.export.html._claims import Claims
from spinecare.export.html._figures import Pictures
from spinecare.export.html._markup import Markup, tag
from spinecare.export.html._parts import NO_BREAK, dose_text, folded, section, tick
from spinecare.handout import Handout, HandoutCard, HandoutDose, HandoutTicks
from spinecare.wording import listed

_MANY = 12
"""So many places are all named; of more, only the first few."""
_FEW = 6


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
    return tag(
        "article",
        title,
        pictures.told(card.id, css="picture"),
        tag(
            "div",
            *map(_dose, card.doses),
            tag("p", f"Used in: {listed(card.others)}.", class_="places") if card.others else None,
            *(_line("Gentle form:", text, css="mind") for text in card.gentle),
            tag("p", card.instruction),
            *_lines(card),
            *map(claims.told, card.claims),
            folded(
                "Whose numbers these are", *(tag("p", text) for text in card.numbers), css="numbers"
            )
            if card.numbers
            else None,
            class_="how",
        ),
        _ticks(card, page, rows) if card.ticks else None,
        id=f"card-{card.number}",
        class_="card",
    )


def _dose(dose: HandoutDose) -> Markup:
    text = dose_text(dose.dose, dose.length)
    shown = dose.places if len(dose.places) <= _MANY else dose.places[:_FEW]
    places = ", ".join(place.replace(" ", NO_BREAK) for place in shown)
    if len(shown) < len(dose.places):
        places += f" and {len(dose.places) - len(shown)} more"
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
    is_long = page.log.rows[-1].week > 1
    head = (tag("th", day, scope="col") for day in page.weekdays)
    corner = tag("th", "Week", scope="col") if is_long else None
    table = tag(
        "table",
        tag("caption", "Tick when done"),
        tag("thead", tag("tr", corner, *head)),
        tag("tbody", *(_week(ticks, rows, is_long=is_long) for ticks in card.ticks)),
        class_="ticks long" if is_long else "ticks",
        data_exercise=card.id,
    )
    return folded("Boxes to tick", table, css="boxes") if is_long else table


def _week(ticks: HandoutTicks, rows: Mapping[str, str], *, is_long: bool) -> Markup:
    name = tag("th", str(ticks.week), scope="row") if is_long else None
    days = (tag("td", *(tick(rows[item.session]) for item in day)) for day in ticks.days)
    return tag("tr", name, *days)
