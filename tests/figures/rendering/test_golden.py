"""Pictures look as they did when somebody looked at them."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from tests.figures.rendering.golden_pictures import NAMES, file_of, letters


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_looks_as_it_was_seen_last(name: str) -> None:
    """But for a letter here and there, where another renderer rounds another way."""
    seen = file_of(name).read_text(encoding="utf-8")

    now = letters(name)

    pairs = [
        (a, b)
        for one, other in zip_longest(seen.splitlines(), now.splitlines(), fillvalue="")
        for a, b in zip_longest(one, other, fillvalue=" ")
    ]
    different = sum(a != b for a, b in pairs)
    assert different <= 0.04 * sum(a != " " for a, _ in pairs), now
