"""Every pain from 0 to 10 and unknown, against the specification written down once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from typing import Any, NamedTuple

import pytest
from attrs import evolve

from spinecare.model import Pain
from spinecare.reviewing import MONITORED, STRICT, Action, Experience, Policy, Ruling, Start
from spinecare.reviewing import after as r3
from spinecare.reviewing import during as r2
from spinecare.reviewing import mornings as r4
from spinecare.reviewing import start as r1
from tests.reviewing.test_rules import lived

PAINS: tuple[float | None, ...] = (None, *map(float, range(11)))
POLICIES = pytest.mark.parametrize("policy", [STRICT, MONITORED], ids=lambda policy: policy.name)


class Told(NamedTuple):
    """The pain before, and the one that a rule looks at."""

    b: Any
    x: Any


Line = tuple[Callable[[Told], bool], Action]

# The lines of evidence.md §4, read as they stand; a comparison with unknown does not fit.
R2_STRICT: Sequence[Line] = (
    (lambda p: p.x is None, Action.REPEAT),
    (lambda p: p.x > 5, Action.STOP_ENTRY),
    (lambda p: p.b is not None and p.x >= p.b + 3, Action.STOP_ENTRY),
    (lambda p: p.x > 2, Action.STOP_ENTRY),
    (lambda p: p.x <= 2, Action.KEEP),
)
R2_MONITORED: Sequence[Line] = (
    *R2_STRICT[:3],
    (lambda p: p.x > 2, Action.REPEAT),
    (lambda p: p.x <= 2, Action.KEEP),
)
R3: Sequence[Line] = (
    (lambda p: p.x is None, Action.REPEAT),
    (lambda p: p.x > 5, Action.REGRESS),
    (lambda p: p.b is None, Action.REPEAT),
    (lambda p: p.x > p.b + 1, Action.REPEAT),
    (lambda p: p.x <= p.b + 1 and p.x <= 5, Action.KEEP),
)


def r4_lines(worse: Action) -> Sequence[Line]:
    """Return the lines of one morning."""
    return (
        (lambda p: p.x is None, Action.REPEAT),
        (lambda p: p.x > 5 or (p.b is not None and p.x > p.b + 2), worse),
        (lambda p: p.b is None, Action.REPEAT),
        (lambda p: p.b < p.x <= p.b + 2 and p.x <= 5, Action.REPEAT),
        (lambda p: p.x <= p.b and p.x <= 5, Action.KEEP),
    )


def first_that_fits(lines: Sequence[Line], b: float | None, x: float | None) -> Action:
    """Return what the first fitting line says; that there is one is the law "no gap"."""
    return next(action for fits, action in lines if fits(Told(b, x)))


PLAIN = lived()


def with_pain(**pains: float | None) -> Experience:
    """Return an experience with just these pains."""
    return evolve(PLAIN, pain=Pain(**pains))


def rising(action: Callable[[float | None], Action]) -> Iterator[tuple[float, Action, Action]]:
    """Return, for each pain from 0 to 9, what it leads to and what one more leads to."""
    for lower, higher in pairwise(PAINS[1:]):
        assert lower is not None
        yield lower, action(lower), action(higher)


@POLICIES
def test_during_says_what_the_specification_says(policy: Policy) -> None:
    """R2 on the whole grid, exactly one result for each pair."""
    lines = R2_STRICT if policy is STRICT else R2_MONITORED
    for b, d in product(PAINS, PAINS):
        found = r2(with_pain(before=b, during=d), policy).action

        assert found is first_that_fits(lines, b, d), (b, d)


@POLICIES
def test_after_says_what_the_specification_says(policy: Policy) -> None:
    """R3 on the whole grid."""
    for b, a in product(PAINS, PAINS):
        assert r3(with_pain(before=b, after=a), policy).action is first_that_fits(R3, b, a), (b, a)


@POLICIES
def test_the_mornings_say_what_the_specification_says(policy: Policy) -> None:
    """R4 on the whole grid: each morning by itself, then the stricter."""
    for b, n, n2 in product(PAINS, PAINS, PAINS):
        first = first_that_fits(r4_lines(Action.REGRESS), b, n)
        second = first_that_fits(r4_lines(Action.SKIP), b, n2)
        found = r4(with_pain(before=b, next_morning=n, second_morning=n2), policy).action

        assert found is max(first, second, key=lambda action: action.strictness), (b, n, n2)


@POLICIES
@pytest.mark.parametrize("b", PAINS)
def test_more_pain_is_never_judged_milder(policy: Policy, b: float | None) -> None:
    """During, after and on both mornings, whatever the pain before."""
    names = ("during", "after", "next_morning", "second_morning")
    calm: dict[str, float | None] = dict.fromkeys(names, 0.0)
    for name in names:
        rule = {"during": r2, "after": r3}.get(name, r4)

        def action(
            pain: float | None,
            name: str = name,
            rule: Callable[[Experience, Policy], Ruling] = rule,
        ) -> Action:
            return rule(with_pain(**{**calm, "before": b, name: pain}), policy).action

        for pain, lower, higher in rising(action):
            assert higher.strictness >= lower.strictness, (name, pain)


@POLICIES
@pytest.mark.parametrize("b", PAINS)
def test_unknown_is_never_judged_as_mild_as_what_allows_progress(
    policy: Policy, b: float | None
) -> None:
    """Unknown is never progress."""
    assert r2(with_pain(before=b), policy).action is Action.REPEAT
    assert r3(with_pain(before=b), policy).action is Action.REPEAT
    assert r4(with_pain(before=b), policy).action is Action.REPEAT
    assert r4(with_pain(before=b, next_morning=0), policy).action is Action.REPEAT
    assert r4(with_pain(before=b, second_morning=0), policy).action is Action.REPEAT


@POLICIES
def test_more_pain_before_never_starts_a_session_more_boldly(policy: Policy) -> None:
    """R1 is monotone too, and unknown never starts one as planned."""
    order = list(Start)
    starts = [r1(pain, policy) for pain in PAINS[1:]]
    strictness = [order.index(found) for found in starts]

    assert strictness == sorted(strictness, reverse=True)
    assert r1(None, policy) is Start.ASK


def test_pain_is_what_the_grid_thinks_it_is() -> None:
    """The grid covers the scale and every answer there is."""
    assert Pain(before=PAINS[1], during=PAINS[-1]) == Pain(before=0.0, during=10.0)
