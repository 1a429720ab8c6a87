"""What the article claims, with its label."""

from __future__ import annotations

from spinecare.export.html._markup import Markup, tag
from spinecare.handout import HandoutClaim


class Claims:
    """Which claims the page has told already."""

    def __init__(self) -> None:
        """Begin with none."""
        self._told: set[str] = set()

    def told(self, claim: HandoutClaim) -> Markup:
        """Return a claim with its label; what the evidence says only the first time."""
        finding = None if claim.id in self._told else f" {claim.finding}"
        self._told.add(claim.id)
        return tag(
            "p",
            f"The article says: “{claim.text}.” Evidence: ",
            tag("b", claim.label, class_="label"),
            ".",
            finding,
            class_="claim",
        )
