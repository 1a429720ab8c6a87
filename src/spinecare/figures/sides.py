"""Left and right: what the mirror image of a body changes."""

from __future__ import annotations

from typing import Final

TURNED: Final = frozenset(
    {"tz", "tilt", "turn", "lum_lat", "lum_rot", "tho_lat", "tho_rot", "neck_lat", "neck_rot"}
)
"""Numbers of the body that change their sign; all others go to the other side as they are."""


def other_side(name: str) -> str:
    """Return the same joint, landmark or segment on the other side; itself where there is none."""
    return {"R_": "L_", "L_": "R_"}.get(name[:2], name[:2]) + name[2:]
