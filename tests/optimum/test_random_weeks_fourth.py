"""The fourth quarter of the random weeks."""

from __future__ import annotations

import pytest

from tests.optimum.agreement import assert_agreement, weeks

pytestmark = pytest.mark.no_cover  # tests/README.md says why


@pytest.mark.parametrize("seed", weeks(3))
def test_no_week_of_the_fourth_quarter_can_be_planned_better(seed: int) -> None:
    """The engine's proven optimum is the referee's, level by level."""
    assert_agreement(seed)
