"""Files are written whole or not at all, and what hinders it is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from spinecare.errors import FileAccessError
from spinecare.files import make_folder, read_bytes, write_atomically


@pytest.mark.parametrize(("content", "written"), [("é\n", "é\n".encode()), (b"\xff", b"\xff")])
def test_what_is_written_is_read_back(tmp_path: Path, content: bytes | str, written: bytes) -> None:
    """Text as UTF-8 with its own line ends, bytes as they are."""
    file = tmp_path / "a.txt"

    write_atomically(file, content)
    write_atomically(str(file), content)

    assert read_bytes(file) == written
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_was_there_stays_whole_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk loses nothing and leaves no half file behind."""
    file = tmp_path / "a.txt"
    write_atomically(file, "old")

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)

    with pytest.raises(FileAccessError, match="No space left on device"):
        write_atomically(file, "new")
    assert file.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_keeps_leading_to_the_file_it_led_to(tmp_path: Path) -> None:
    """Its target is replaced, not the link."""
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)

    write_atomically(link, "new")

    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("name", ["no/folder.txt", "a\0b", "x" * 300, "", "."])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    """With the path as it was given and the system's reason."""
    with pytest.raises(FileAccessError, match="file must be one that can be used"):
        write_atomically(tmp_path / name, "x")


def test_text_that_no_file_can_hold_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    """Half a character."""
    with pytest.raises(FileAccessError, match="surrogates not allowed"):
        write_atomically(tmp_path / "a.txt", "\ud800")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    """And may be there already."""
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands in its place."""
    (tmp_path / "a").write_text("x")

    with pytest.raises(FileAccessError, match="file must be one that can be used"):
        make_folder(tmp_path / "a")


def test_a_path_without_a_name_cannot_be_written() -> None:
    """The root, or the folder one is in."""
    with pytest.raises(FileAccessError):
        write_atomically(Path("/"), "x")
