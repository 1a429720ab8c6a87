"""Errors say field, expectation and value, keep their parts, and travel between processes."""

from __future__ import annotations

import inspect
import pickle
from typing import Any

import pytest

from spinecare import errors
from spinecare.errors import (
    ClinicianFirst,
    Fault,
    FaultyInputError,
    FileAccessError,
    ImpossiblePoseError,
    InvalidValueError,
    MissingExtraError,
    MissingGlyphError,
    NewerVersionError,
    NotScreenedError,
    SpinecareError,
    UnknownIdError,
    show,
)

FAULT = Fault(file="me.toml", path="$.pain", line=3, message="pain must be a number, got 'x'")
EXAMPLES: tuple[SpinecareError, ...] = (
    SpinecareError("anything"),
    InvalidValueError("hold", "a time", "2 kilogram", "write '10 s'."),
    InvalidValueError("hold", "a time", "2 kilogram"),
    UnknownIdError("exercise", "nek", ("neck-1-turns",)),
    UnknownIdError("exercise", "nek"),
    FaultyInputError("person", (FAULT,)),
    NewerVersionError("plan", (FAULT, FAULT)),
    FileAccessError("me.toml", "No such file or directory"),
    ImpossiblePoseError("neck, frame start", ("R_palm on R_heel: 0.050 body heights off",)),
    MissingExtraError("posing a new body shape", "numpy", "figures"),
    MissingGlyphError("title", "ខ្មែរ", ("ខ", "្")),
    MissingGlyphError("title", "👩‍👧"),
    NotScreenedError((("rf-fever", "Have you a fever"),)),
    ClinicianFirst("urgent", "See a clinician today.", (("rf-fever", "Have you a fever"),)),
)
LEAVES = tuple(
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, SpinecareError)
)


@pytest.mark.parametrize("error", EXAMPLES, ids=str)
def test_every_error_survives_pickling_with_its_parts(error: SpinecareError) -> None:
    """A plan may be made in another process: its refusal arrives whole."""
    copy: SpinecareError = pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes

    assert type(copy) is type(error)
    assert copy.args == error.args
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)


def test_every_error_of_the_library_is_tried_here() -> None:
    """A new error joins the examples above."""
    assert {type(error) for error in EXAMPLES} == set(LEAVES)


@pytest.mark.parametrize(
    ("kind", "parent"),
    [
        (InvalidValueError, ValueError),
        (UnknownIdError, LookupError),
        (FaultyInputError, ValueError),
        (NewerVersionError, FaultyInputError),
        (FileAccessError, OSError),
        (ImpossiblePoseError, ValueError),
        (MissingExtraError, ImportError),
        (MissingGlyphError, ValueError),
        (NotScreenedError, ValueError),
        (ClinicianFirst, RuntimeError),
    ],
)
def test_every_error_has_a_builtin_parent(kind: type[Exception], parent: type[Exception]) -> None:
    """Callers who know nothing of the library catch what they always catch."""
    assert issubclass(kind, parent)
    assert issubclass(kind, SpinecareError)


def test_a_refused_value_is_named_with_field_expectation_value_and_cure() -> None:
    """The cure stands on a line of its own."""
    error = InvalidValueError.of("hold", "a time", "2 kg", "write it as '10-30 s'.")

    assert str(error) == "hold must be a time, got '2 kg'\nMaybe write it as '10-30 s'."
    assert (error.field, error.expected, error.got) == ("hold", "a time", "'2 kg'")
    assert error.cure == "write it as '10-30 s'."


def test_without_a_cure_there_is_no_maybe() -> None:
    """An empty hint would be noise."""
    assert str(InvalidValueError("pain", "a number", "'x'")) == "pain must be a number, got 'x'"


def test_an_unknown_id_comes_with_the_nearest_ones() -> None:
    """A slip of the pen is seen at once."""
    error = UnknownIdError("exercise", "nek", ("neck-1", "neck-2"))

    assert str(error) == (
        "exercise must be one of the catalogue's ids, got 'nek'\nMaybe neck-1 or neck-2"
    )


def test_an_unknown_id_without_neighbours_is_told_plainly() -> None:
    """No guess is better than a wild one."""
    sentence = "exercise must be one of the catalogue's ids, got 'zz'"

    assert str(UnknownIdError("exercise", "zz")) == sentence


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault(message="m"), "$: m"),
        (Fault(file="a.toml", message="m"), "a.toml: $: m"),
        (Fault(file="a.toml", line=4, path="$.x", message="m"), "a.toml:4: $.x: m"),
        (Fault(line=4, path="$.x", message="m"), "line 4: $.x: m"),
    ],
)
def test_a_fault_shows_what_is_known_of_its_place(fault: Fault, text: str) -> None:
    """File and line first, as compilers write them."""
    assert str(fault) == text


@pytest.mark.parametrize(("count", "words"), [(1, "has 1 fault;"), (2, "has 2 faults;")])
def test_a_faulty_document_lists_every_fault(count: int, words: str) -> None:
    """One line for each, after their number."""
    error = FaultyInputError("person", (FAULT,) * count)

    assert words in str(error)
    assert str(error).count("- me.toml:3: $.pain: pain must be") == count
    assert str(error).endswith("\nMaybe mend these places and load it again.")


def test_a_file_that_cannot_be_used_says_why() -> None:
    """The path is the caller's own, the reason the system's."""
    assert str(FileAccessError("me.toml", "Permission denied")) == (
        "file must be one that can be used, got 'me.toml': Permission denied"
        "\nMaybe check the path and your rights to it."
    )


def test_an_impossible_pose_lists_what_cannot_hold_and_by_how_much() -> None:
    """One line for each contact or joint, and what to try."""
    error = ImpossiblePoseError("neck, frame start", ("R_palm: 5 off", "R_knee: 7 off"))

    assert str(error) == (
        "the pose 'neck, frame start' must be one that a body can hold, got:\n"
        "- R_palm: 5 off\n- R_knee: 7 off\n"
        "Maybe free one axis of a contact, or hint the joints that lead to it."
    )


def test_a_missing_extra_says_what_to_install() -> None:
    """What needs it, the package, and the command."""
    assert str(MissingExtraError("posing a new body shape", "numpy", "figures")) == (
        "posing a new body shape needs numpy, which is not installed.\n"
        "Maybe install it: pip install 'spinecare[figures]'"
    )


def test_open_questions_are_all_asked_at_once() -> None:
    """A program can put them to the person, one by one."""
    error = NotScreenedError((("rf-a", "Have you a fever"), ("rf-b", "Did you fall")))

    assert "got 2 open:\n- rf-a: Have you a fever?\n- rf-b: Did you fall?\n" in str(error)


def test_a_warning_sign_says_first_what_to_do() -> None:
    """The action comes before the reason."""
    error = ClinicianFirst("emergency", "Call now.", (("rf-a", "Numb between the legs"),))

    assert str(error) == ("Call now.\nNo plan was made, because of:\n- rf-a: Numb between the legs")
    assert error.urgency == "emergency"


class _Nameless:
    """An object that cannot even say what it is."""

    def __repr__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "'a'"),
        (None, "None"),
        ("\ud800", r"'\ud800'"),
        (_Nameless(), "<_Nameless>"),
        ("x" * 500, "'" + "x" * 118 + "…"),
    ],
    ids=["text", "nothing", "half a character", "no repr", "long"],
)
def test_any_value_can_be_shown(value: Any, text: str) -> None:
    """Short, and never the cause of another error."""
    assert show(value) == text


def test_a_quantity_is_shown_as_people_write_it() -> None:
    """Not as pint's constructor."""
    import pint

    assert show(pint.Quantity(2, "kilogram")) == "2 kilogram"


def test_a_text_without_glyphs_comes_with_the_characters_and_where_to_find_fonts() -> None:
    """The code points too: the characters themselves may not show in a terminal either."""
    error = MissingGlyphError("cards[3].name", "ខ", ("ខ",))

    assert str(error) == (
        "cards[3].name must be text that the fonts at hand can show, got 'ខ': "
        "no glyph for ខ (U+1781)\n"
        'Maybe give a folder of fonts that have them, fonts=["…"]: the Noto fonts have one for '
        "nearly every script."
    )


def test_many_characters_without_a_glyph_are_counted() -> None:
    """A whole alphabet would bury the cure."""
    letters = tuple("កខគឃងចឆជឈញ")

    assert "ជ (U+1787) and 2 more\n" in str(MissingGlyphError("title", "ក", letters))


def test_a_text_of_which_only_the_whole_has_no_glyph_is_told_without_characters() -> None:
    """A row of emoji that are joined to one picture, say."""
    assert "no glyph" not in str(MissingGlyphError("title", "👩‍👧"))
