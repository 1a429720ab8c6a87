"""What the article claims, with its label."""

from __future__ import annotations

from spinecare.export.markdown.text import plain
from spinecare.handout import HandoutClaim


class Claims:
    """Which claims the sheet has told already."""

    def __init__(self) -> None:
        """Begin with none."""
        self._told: set[str] = set()

    def lines(self, claims: tuple[HandoutClaim, ...]) -> tuple[str, ...]:
        """Return each claim with its label; what the evidence says only the first time."""
        lines: list[str] = []
        for claim in claims:
            line = f"The article says: “{plain(claim.text)}.” Evidence: **{claim.label}**."
            if claim.id not in self._told:
                line += f" {plain(claim.finding)}"
            self._told.add(claim.id)
            lines.append(line)
        return tuple(lines)
