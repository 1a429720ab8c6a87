"""The guided session: a plan's sessions led through on a screen beside the mat."""

from __future__ import annotations

from spinecare.export.html.player._player import Player, player

__all__ = ["Player", "player"]
