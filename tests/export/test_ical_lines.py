"""How content lines are folded: by octets, never inside a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.export.ical._lines import folded, joined

LINES = st.text(
    st.sampled_from(" \t\\,;éß–🧘\u200d\u0301ab") | st.characters(exclude_categories=("Cc", "Cs")),
    max_size=400,
)


@given(LINES)
def test_folding_loses_nothing_and_keeps_lines_short(line: str) -> None:
    """At most 75 octets with the space in front; each piece by itself is UTF-8."""
    pieces = folded(line).split(b"\r\n")

    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    assert pieces[0].decode() + "".join(piece[1:].decode() for piece in pieces[1:]) == line


@given(st.text("ab cd\\,é", min_size=100, max_size=300).filter(lambda t: "  " not in t))
def test_a_program_that_trims_lines_loses_nothing(line: str) -> None:
    """No fold stands beside a space, nor between a backslash and what it belongs to."""
    line = line.replace("\\\\", "\\")

    pieces = folded(line).split(b"\r\n")

    for piece in pieces[1:]:
        assert not piece[1:].startswith(b" ")
    assert not any(piece.endswith((b" ", b"\\")) for piece in pieces[:-1])


@pytest.mark.parametrize("letter", [" ", "\\", "\t"])
def test_where_no_place_is_good_a_line_is_folded_all_the_same(letter: str) -> None:
    """A hundred spaces in a row have no better place."""
    pieces = folded("X:" + letter * 300).split(b"\r\n")

    assert [len(piece) for piece in pieces] == [75, 75, 75, 75, 6]


def test_where_no_place_is_good_characters_stay_whole() -> None:
    """Twenty octets of spaces, then a character of three octets across the limit."""
    pieces = folded("X" * 54 + " " * 20 + "–" + "x" * 20).split(b"\r\n")

    assert [len(piece) for piece in pieces] == [74, 24]


@pytest.mark.parametrize("length", [74, 75, 76])
def test_a_line_of_75_octets_is_not_folded(length: int) -> None:
    """The line end does not count."""
    assert (b"\r\n" in folded("x" * length)) == (length > 75)


def test_lines_end_with_crlf_and_empty_ones_are_left_out() -> None:
    """Icalendar marks the end of its lines with an empty one."""
    assert joined(["BEGIN:X", "", "END:X", ""]) == b"BEGIN:X\r\nEND:X\r\n"
