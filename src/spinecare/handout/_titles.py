"""What a plan calls its things, and what the article claims of them."""

from __future__ import annotations

from spinecare.handout._session_values import HandoutClaim
from spinecare.model import Plan, RoutineId
from spinecare.wording import LABEL_WORDS, clean, listed, sentence, shown, title_of


def title(plan: Plan, id: str) -> str:
    """Return the name of an exercise, routine, advice or session."""
    return shown(title_of(plan, id))


def routines_text(plan: Plan, ids: tuple[RoutineId, ...]) -> str:
    """Return the names of routines joined by plus signs."""
    return " + ".join(title(plan, id) for id in ids)


def briefly(plan: Plan, ids: tuple[RoutineId, ...]) -> str:
    """Return what a session holds in so few words that a table stays narrow."""
    if len(ids) < 3:
        return routines_text(plan, ids)
    return f"{title(plan, ids[0])} and {len(ids) - 1} more"


def steps_text(numbers: tuple[int, ...]) -> str:
    """Return step numbers: `step 2`, `steps 2 and 5`, `steps 3 to 7`."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return f"steps {first} to {last}"
    return f"{'step' if len(numbers) == 1 else 'steps'} {listed(map(str, numbers))}"


def claims(plan: Plan, id: str) -> tuple[HandoutClaim, ...]:
    """Return what the article claims of a thing, with the label of each claim."""
    return tuple(
        HandoutClaim(
            id=claim.id,
            text=clean(claim.text).rstrip("."),
            label=LABEL_WORDS[claim.label],
            finding=sentence(claim.finding),
        )
        for claim in plan.catalogue.claims_about(id)
    )
