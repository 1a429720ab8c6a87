"""Where a path stands in a TOML text."""

from __future__ import annotations

import pytest

from spinecare.toml_text import line_of

TEXT = '''\
notice = "x"  # line 1
text = """
notice = 3
[[entries]]
"""
other = \'\'\'one """ line\'\'\'
[[entries]]
id = "a"
[entries.dose]
hold_s = 3
[[entries.phases]]
kind = "move"
[[entries.phases]]  # the second
kind = "relax"
tags = [
  "x",
  "y",
]

[[entries]]
id = "b"
[[ entries . phases ]]
  kind = "hold"
["quoted"]
inner = 1
dotted.key = 2
[plain.deeper]
x = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("$.notice", 1),
        ("$.text", 2),
        ("$.other", 6),
        ("$.entries[0]", 7),
        ("$.entries[0].id", 8),
        ("$.entries[0].dose", 9),
        ("$.entries[0].dose.hold_s", 10),
        ("$.entries[0].dose.hold_s.high", 10),
        ("$.entries[0].phases[0]", 11),
        ("$.entries[0].phases[1].kind", 14),
        ("$.entries[0].phases[1].tags[1]", 15),
        ("$.entries[0].phases[1].cue", 13),
        ("$.entries[1]", 20),
        ("$.entries[1].phases[0].kind", 23),
        ("$.entries[2]", None),
        ("$.quoted.inner", 25),
        ("$.dotted.key", None),
        ("$.quoted.dotted.key", 26),
        ("$.plain.deeper.x", 28),
        ("$.nothing", None),
        ("$", None),
    ],
)
def test_the_line_of_a_path_is_the_nearest_one_around_it(path: str, line: int | None) -> None:
    """Text over several lines is passed over; members share the line of their list."""
    assert line_of(TEXT, path) == line
