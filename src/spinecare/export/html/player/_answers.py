"""The answers that the guided session offers, in words."""

from __future__ import annotations

from spinecare.model import PainCharacter, SkipReason

CHARACTER_WORDS = {
    PainCharacter.DULL: "dull",
    PainCharacter.STIFF: "stiff",
    PainCharacter.PULLING: "pulling",
    PainCharacter.BURNING: "burning",
    PainCharacter.SHARP: "sharp",
    PainCharacter.ELECTRIC: "electric",
    PainCharacter.SPREADING: "spreading",
}
"""How a pain feels."""
REASON_WORDS = {
    SkipReason.PAIN: "it hurt",
    SkipReason.NO_TIME: "no time",
    SkipReason.TRAVEL: "on a journey",
    SkipReason.ILLNESS: "ill",
    SkipReason.NO_EQUIPMENT: "something was not at hand",
    SkipReason.TOO_HARD: "too hard",
    SkipReason.NO_WISH: "no wish to",
    SkipReason.OTHER: "another reason",
}
"""Why something was left out."""
