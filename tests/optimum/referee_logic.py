"""One, any, both, and a sum: the few words the referee's model is written in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ortools.sat.python.cp_model import BoolVarT, CpModel, IntVar, LinearExpr

Term = tuple[BoolVarT, int]
"""Something that may be true, and what it counts then."""


def one_of(model: CpModel, exclusive: Sequence[BoolVarT]) -> IntVar:
    """Return whether one is true, of several of which no two can be."""
    is_one = model.new_bool_var("")
    model.add(sum(exclusive) == is_one)
    return is_one


def any_of(model: CpModel, literals: Sequence[BoolVarT]) -> IntVar:
    """Return whether at least one is true."""
    is_any = model.new_bool_var("")
    model.add_bool_or(*literals, ~is_any)
    for literal in literals:
        model.add_implication(literal, is_any)
    return is_any


def both_of(model: CpModel, one: BoolVarT, other: BoolVarT) -> IntVar:
    """Return whether both are true."""
    are_both = model.new_bool_var("")
    model.add_bool_or(~one, ~other, are_both)
    model.add_implication(are_both, one)
    model.add_implication(are_both, other)
    return are_both


def total(terms: Iterable[Term], constant: int = 0) -> LinearExpr:
    """Return what all that is true counts, and a constant."""
    found = list(terms)
    literals, counts = [literal for literal, _ in found], [count for _, count in found]
    return LinearExpr.weighted_sum(literals, counts) + constant
