"""Check that the parts of an exercise agree: doses, sides and roles with its phases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spinecare.catalogue._breach import Breach
from spinecare.model import (
    Catalogue,
    Exercise,
    Laterality,
    PhaseKind,
    Record,
    RepsPer,
    Role,
    Side,
    Span,
)

_MOVING = frozenset({PhaseKind.CONTRACT, PhaseKind.MOVE, PhaseKind.HOLD, PhaseKind.STRETCH})
_TWO_SIDED = frozenset({Laterality.LEFT_RIGHT, Laterality.ALTERNATING, Laterality.DIAGONAL})


def exercise_breaches(catalogue: Catalogue) -> Iterator[Breach]:
    """Yield what does not agree inside each entry."""
    for index, entry in enumerate(catalogue.entries):
        for check in _CHECKS:
            for path, message in check(entry):
                yield Breach(field="entries", index=index, path=path, message=message)


def _caps(entry: Exercise) -> Iterator[tuple[str, str]]:
    """Find spans that are open at the top and have no cap to stand for it."""
    dose = entry.dose
    holds: list[tuple[str, Span[float] | None]] = [(".dose.hold_s", dose.hold_s)]
    holds += [(f".phases[{n}].seconds", phase.seconds) for n, phase in enumerate(entry.phases)]
    for path, hold in holds:
        yield from _cap(path, hold, dose.hold_cap_s, "hold_cap_s")
    yield from _cap(".dose.reps", dose.reps, dose.reps_cap, "reps_cap")
    for name in ("sets", "rest_s", "relax_s", "mass_kg", "amplitude_cm", "effort_pct"):
        yield from _cap(f".dose.{name}", getattr(dose, name), None, "")


def _cap(
    path: str, span: Span[float] | Span[int] | None, cap: float | None, name: str
) -> Iterator[tuple[str, str]]:
    if span is None or span.high is not None:
        return
    if not name:
        yield path, f"span must have a highest value, got at least {span.low:g}"
    elif cap is None:
        missing = f"{name} must be given for an 'at least', got none"
        yield path, f"{missing}; Maybe write dose.{name}, the highest that a plan may take."
    elif cap < span.low:
        yield f".dose.{name}", f"{name} must be {span.low:g} or more, got {cap:g}"


def _sides(entry: Exercise) -> Iterator[tuple[str, str]]:
    """Find sides that do not fit the phases, the first side or the count."""
    kinds = {phase.kind for phase in entry.phases}
    if entry.phases and entry.sides in _TWO_SIDED and not kinds & _MOVING:
        expected = f"phases must move, hold or stretch something for sides {entry.sides.value!r}"
        yield ".phases", f"{expected}, got {', '.join(sorted(kinds))}"
    if entry.first_side is Side.BOTH:
        yield ".first_side", "first_side must be left or right, got 'both'"
    if entry.first_side is not None and not entry.sides.has_starting_side:
        expected = "first_side must be given only where one side comes first"
        yield ".first_side", f"{expected}, got it for sides {entry.sides.value!r}"
    reps = entry.dose.reps
    if reps.per is RepsPer.TOTAL and reps.low % 2:
        expected = "reps per total must begin with an even count, so that both sides get the same"
        yield ".dose.reps", f"{expected}, got {reps.low}"


def _roles(entry: Exercise) -> Iterator[tuple[str, str]]:
    """Find roles that the phases contradict."""
    stresses = [n for n, phase in enumerate(entry.phases) if entry.role_of(phase) is Role.STRESS]
    if entry.phases and entry.role in (Role.STRESS, Role.MIXED) and not stresses:
        expected = f"role {entry.role.value!r} must have a phase of stress, got none"
        yield ".role", f"{expected}; Maybe write role = 'stress' on the phase that is the effort."
    for number in stresses:
        path = f".phases[{number}].role"
        if entry.role is Role.RELAX:
            yield path, "role must not be 'stress' in an entry of role 'relax', got 'stress'"
        if entry.phases[number].kind is PhaseKind.RELAX:
            yield path, "role must not be 'stress' in a phase of kind 'relax', got 'stress'"


def _content(entry: Exercise) -> Iterator[tuple[str, str]]:
    """Find protocols that hold nothing."""
    if entry.record is Record.PROTOCOL and not entry.items and not entry.phases:
        expected = "protocol must have items or phases, got neither"
        yield "", f"{expected}; Maybe list the ids of its entries in items."


_CHECKS: tuple[Callable[[Exercise], Iterator[tuple[str, str]]], ...] = (
    _caps,
    _sides,
    _roles,
    _content,
)
