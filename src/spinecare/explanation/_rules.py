"""Rules by id: why each is there, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from spinecare.planning import RULES


@frozen
class Ground:
    """What stands behind a rule."""

    reason: str
    """Why it is there, in one sentence."""
    sources: tuple[str, ...]
    """Where it comes from."""


_DESIGN = ("design §5",)
_OTHERS = {
    "late": Ground(
        "Nothing is to come later than its window; the first wish weighs most.", _DESIGN
    ),
    "missing": Ground(
        "As much of each routine as fits is done; what had no room last time comes first.", _DESIGN
    ),
    "off-habit": Ground(
        "What is not daily keeps its weekday and time from week to week, so that it becomes a "
        "habit.",
        _DESIGN,
    ),
    "uneven": Ground("Sessions of a routine come as evenly as they can.", _DESIGN),
    "position-changes": Ground("One changes position as seldom as the order allows.", _DESIGN),
    "cadence": Ground(
        "Each routine comes as often as the article or a default asks.", ("article",)
    ),
    "wish": Ground("What the person wants decides which routines are planned.", _DESIGN),
    "goals": Ground("Where no routines are named, the goals choose them.", _DESIGN),
    "place": Ground("Lying and kneeling need a floor that can be used.", _DESIGN),
    "on-request": Ground(
        "What is easy to get wrong is planned only for those who ask for it.", ("D-JUDGE",)
    ),
    "water": Ground("Work in water has a session of its own.", _DESIGN),
    "wall-time": Ground(
        "No session begins or ends at a time of day that a change of the clocks takes or repeats.",
        _DESIGN,
    ),
    "idle-slot": Ground("A slot that never holds anything is told, not hidden.", _DESIGN),
    "unknown-place": Ground("At a place that nobody described nothing is at hand.", _DESIGN),
    "stretch-norm": Ground(
        "Stretching gains most at about ten minutes a week for each muscle.", ("INGRAM-2025",)
    ),
    "load": Ground(
        "A week asks for at most 15 % more work than the last four held on average.",
        ("evidence.md §8", "D-JUDGE"),
    ),
    "optimum": Ground("A search that was stopped says how far it may be from the best.", _DESIGN),
}
_IN_GENERAL = {
    "waking": Ground(
        "A back is stiff after the night: no bending to the end of the range soon after getting "
        "up.",
        ("Snook 1998", "evidence.md §9.5"),
    ),
    "supine-limit": Ground("Lying on the back stays short.", ("evidence.md §2.2",)),
}
"""Said without the condition that the rule names: an explanation is shown to others."""
GROUNDS: Mapping[str, Ground] = {
    **{
        str(rule.id): Ground(rule.reason, tuple(part.strip() for part in rule.source.split(";")))
        for rule in RULES
    },
    **_IN_GENERAL,
    **_OTHERS,
}
"""What stands behind every rule that a reason or a finding names, the hard rules first."""


def sources_of(rule: str) -> tuple[str, ...]:
    """Return where a rule comes from; nothing where the rule is not known."""
    ground = GROUNDS.get(rule)
    return () if ground is None else ground.sources
