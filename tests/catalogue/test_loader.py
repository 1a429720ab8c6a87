"""The loader: built-in data and own files become one checked value, or every fault is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.errors import FaultyInputError, InvalidValueError

ENTRY = """
[[entries]]
id = "my-lean"
name = "My lean"
record = "exercise"
kinds = ["static-stretch"]
role = "mixed"
start = "supine"
sides = "both-together"
instruction = "Lean back."
phases = [{ kind = "move", cue = "Lean." }, { kind = "relax", cue = "Let go." }]
"""
ROUTINE = """
[[routines]]
id = "my-routine"
name = "My routine"
summary = "What I like."
part = "stretch"
entries = ["my-lean"]
cadence = { kind = "times-a-day" }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a file that is not there yet."""
    return tmp_path / "own.toml"


def faults_of(*paths: Path) -> list[str]:
    """Return the faults of files as `name:line: path: message`."""
    with pytest.raises(FaultyInputError) as caught:
        load_catalogue(*paths)
    assert caught.value.what == "catalogue"
    return [
        f"{Path(fault.file).name}{str(fault)[len(fault.file) :]}" for fault in caught.value.faults
    ]


def test_without_paths_the_built_in_catalogue_is_the_same_value_every_time() -> None:
    """It is parsed once."""
    assert load_catalogue() is load_catalogue()


def test_own_entries_join_the_built_in_ones(file: Path) -> None:
    """They come last, and link to what is built in."""
    file.write_text(ENTRY + ROUTINE + 'goals = ["relax"]\n')

    catalogue = load_catalogue(file)

    assert catalogue.entries[:-1] == load_catalogue().entries
    assert catalogue.entry("my-lean").start.position == "supine"
    assert catalogue.routine("my-routine").entries == ("my-lean",)


def test_a_folder_gives_all_its_toml_files_in_order_of_name(tmp_path: Path) -> None:
    """Whatever else lies there."""
    (tmp_path / "b.toml").write_text(ENTRY)
    (tmp_path / "a.toml").write_text(ENTRY.replace("my-lean", "my-bow"))
    (tmp_path / "readme.md").write_text("no data")

    catalogue = load_catalogue(tmp_path)

    assert [entry.id for entry in catalogue.entries[-2:]] == ["my-bow", "my-lean"]


def test_files_are_taken_as_text_or_path_and_with_a_byte_order_mark(file: Path) -> None:
    """As Windows editors write them."""
    file.write_bytes(b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode())

    assert load_catalogue(str(file)) == load_catalogue(file)


def test_faults_of_all_files_come_at_once_with_file_line_and_path(tmp_path: Path) -> None:
    """Syntax, fields and links, in the order of files and lines."""
    broken = tmp_path / "1-syntax.toml"
    broken.write_text('notice = "x"\n[[entries]\nid = "from-broken"\n')
    fields = tmp_path / "2-fields.toml"
    fields.write_text(
        ENTRY.replace('"supine"', '"supin"')
        + 'wrong = 1\n[entries.dose]\nhold_s = "3 kg"\n'
        + '[[edges]]\nbefore = "my-lean"\nafter = "x1"\n'
    )
    links = tmp_path / "3-links.toml"
    links.write_text(ROUTINE.replace('["my-lean"]', '["my-lean", "from-broken", "nek-1"]'))
    latin = tmp_path / "4-latin.toml"
    latin.write_bytes(b'a = "b"\nb = "\xe9"\n')

    told = faults_of(tmp_path)

    assert [": ".join(line.split(": ")[:3]).split(" must")[0] for line in told] == [
        "1-syntax.toml:2: $: file",
        "2-fields.toml:8: $.entries[0].start.position: position",
        "2-fields.toml:12: $.entries[0].wrong: key",
        "2-fields.toml:14: $.entries[0].dose.hold_s: hold",
        "2-fields.toml:17: $.edges[0].after: exercise",
        "3-links.toml:7: $.routines[0].entries[2]: exercise",
        "4-latin.toml:2: $: file",
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "own.toml: $: file must be one that can be used"),
        (b"", None),
        (b"\xff", "own.toml:1: $: file must be UTF-8 text, got the byte 0xff; Maybe"),
        (b"a = ", "own.toml:1: $: file must be valid TOML, got: Invalid value (at end"),
        (b"a = 1\na = 2", "own.toml:2: $: file must be valid TOML, got: Cannot over"),
        (b"x = " + b"[" * 5000, "file must be valid TOML"),
        (b"x = " + b"1" * 5000, "file must be valid TOML, got: Exceeds the limit"),
        (b"x = 2026-13-45", "file must be valid TOML"),
        (b"naem = 1", "own.toml:1: $.naem: key must be one of entries, routines"),
        (b"entries = 1", "own.toml:1: $.entries: entries must be a list, got 1"),
        (b"entries = [1]", "$.entries[0]: entries[0] must be a table, got 1"),
        (b"notice = 1", "own.toml:1: $.notice: notice must be text, got 1"),
        (b"stop_signs = 'pain'", "$.stop_signs: stop_signs must be a list, got 'pain'"),
        (b"stop_signs = [1]", "$.stop_signs[0]: stop_signs[0] must be text, got 1"),
        (
            b"notice = 'x'",
            "own.toml:1: $.notice: notice must be given once, got it also in built-in/",
        ),
    ],
)
def test_what_cannot_be_read_is_a_fault_with_its_place(
    file: Path, content: bytes | None, fault: str | None
) -> None:
    """Never an error of another kind."""
    if content is not None:
        file.write_bytes(content)

    if fault is None:
        assert load_catalogue(file) == load_catalogue()
    else:
        (told,) = faults_of(file)
        assert fault in told


def test_a_folder_without_data_is_a_fault(tmp_path: Path) -> None:
    """An empty folder is a slip, not a wish."""
    (told,) = faults_of(tmp_path)

    assert told.endswith("$: folder must hold at least one .toml file, got none")


def test_a_folder_that_cannot_be_looked_into_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its rights, as for any file."""

    def refuse(_: Path) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)

    (told,) = faults_of(tmp_path)

    assert "file must be one that can be used" in told
    assert "Permission denied" in told


def test_a_path_with_a_zero_character_is_a_fault() -> None:
    """The operating system knows no such file."""
    (told,) = faults_of(Path("a\0b"))

    assert "null" in told


@pytest.mark.parametrize("path", [3, None, b"own.toml"])
def test_what_is_no_path_is_refused_by_name(path: Any) -> None:
    """A number would be somebody's open file."""
    with pytest.raises(InvalidValueError, match="path must be the path of a file"):
        load_catalogue(path)


def test_a_file_given_twice_repeats_its_ids(file: Path) -> None:
    """The second one is at fault."""
    file.write_text(ENTRY)

    told = faults_of(file, file)

    (sentence,) = (fault.partition("; ")[0] for fault in told)
    assert sentence == "own.toml:3: $.entries[0].id: id must be given once, got 'my-lean' again"


def test_links_to_faulty_items_are_no_faults_of_their_own(file: Path) -> None:
    """One slip is told once."""
    file.write_text(ENTRY.replace("mixed", "mxied") + ROUTINE)

    (told,) = faults_of(file)

    assert "$.entries[0].role: role must be one of" in told


def test_loading_needs_no_pint_for_plain_numbers_and_no_calendar() -> None:
    """Only what is used is imported."""
    code = (
        "import sys; from spinecare.catalogue import load_catalogue; load_catalogue();"
        "sys.exit('icalendar' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
