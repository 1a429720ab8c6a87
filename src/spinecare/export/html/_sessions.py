"""The sessions: every different one once, its steps with small pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spinecare.export.html._figures import Pictures
from spinecare.export.html._markup import Markup, joined, tag
from spinecare.export.html._parts import dose_text, folded, items, section
from spinecare.handout import Handout, HandoutSheet, HandoutStep
from spinecare.model import Catalogue, Laterality

_MIRRORED = (Laterality.LEFT_RIGHT, Laterality.EITHER)


def sessions(page: Handout, pictures: Pictures, catalogue: Catalogue) -> Markup | None:
    """Return the sheets of all sessions; nothing if there are none."""
    if not page.sheets:
        return None
    cards = {card.id: card.number for card in page.cards}
    mirrored = frozenset(
        id for id, entry in catalogue.entry_by_id.items() if entry.sides in _MIRRORED
    )
    sheets = (_Sheet(sheet, pictures, cards, mirrored).written() for sheet in page.sheets)
    return section("sessions", "Sessions", *sheets)


class _Sheet:
    """One sheet while it is written."""

    def __init__(
        self,
        sheet: HandoutSheet,
        pictures: Pictures,
        cards: Mapping[str, int],
        mirrored: frozenset[str],
    ) -> None:
        self._sheet = sheet
        self._pictures = pictures
        self._cards = cards
        self._mirrored = mirrored

    def written(self) -> Markup:
        sheet = self._sheet
        title = tag(
            "h3",
            tag("span", "Session ", class_="unseen"),
            tag("span", sheet.letter, class_="letter"),
            f" {sheet.title or 'free'}",
            tag("small", f"about {sheet.minutes} – {sheet.when}"),
        )
        notes = [tag("p", f"{sheet.routines}.")] if sheet.routines else []
        notes += [tag("p", note) for note in sheet.notes]
        notes += [tag("p", tag("b", f"{n.steps}:"), f" {n.text}") for n in sheet.shared]
        steps = items((self._step(step) for step in sheet.steps), "ol", css="steps")
        return folded(title, *notes, steps, id=f"session-{sheet.letter}", css="session")

    def _step(self, step: HandoutStep) -> Markup:
        card = self._cards.get(step.exercise)
        is_left = step.side == "left" and step.exercise in self._mirrored
        name = tag("b", step.name)
        return joined(
            self._pictures.shown(step.exercise, css="thumb", is_left=is_left),
            tag(
                "p",
                tag("i", f"{step.purpose}: ") if step.purpose else None,
                tag("a", name, href=f"#card-{card}") if card else name,
                f", {step.sides}" if step.sides else None,
                *_marks(step),
            ),
            *_lines(step),
        )


def _marks(step: HandoutStep) -> Iterator[Markup]:
    for word, is_so in (("gentle form", step.is_gentle), ("new", step.is_new)):
        if is_so:
            yield joined(" ", tag("span", word, class_="mark"))


def _lines(step: HandoutStep) -> Iterator[Markup]:
    dose = dose_text(step.dose, step.length)
    if dose:
        yield tag("p", dose, class_="dose")
    for note in step.notes:
        yield tag("p", note, class_="note")
    for rest in step.rests:
        yield tag("p", f"Then rest: {rest.name}, {rest.length}.", class_="note")
    if step.row:
        yield tag("p", step.row, class_="row")
