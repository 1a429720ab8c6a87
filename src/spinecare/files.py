"""Files: read whole or refused with a reason, and never half-written."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TypeAlias

from spinecare.errors import FileAccessError, InvalidValueError

PathLike: TypeAlias = "str | os.PathLike[str]"
"""What a path may be given as."""


def as_path(value: PathLike) -> Path:
    """Return a path from what a caller has.

    Raises:
        InvalidValueError: Not a path at all; a number would open a stranger's file.
    """
    try:
        return Path(value)
    except TypeError:
        raise InvalidValueError.of("path", "the path of a file", value) from None


def read_bytes(path: PathLike) -> bytes:
    """Return the content of a file.

    Raises:
        FileAccessError: It is not there, is a folder, or must not be read.
    """
    wanted = as_path(path)
    try:
        return wanted.read_bytes()
    except (OSError, ValueError) as error:  # a zero character in a path is a ValueError
        raise FileAccessError(str(wanted), _reason(error)) from error


def make_folder(path: PathLike) -> None:
    """Make a folder, with those above it, where it is not there yet.

    Raises:
        FileAccessError: It cannot be made, or a file stands in its place.
    """
    wanted = as_path(path)
    try:
        wanted.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileAccessError(str(wanted), _reason(error)) from error


def write_atomically(path: PathLike, content: bytes | str) -> None:
    """Put a file in place whole: a reader sees the old content or the new, never a part.

    Args:
        path: The file to make or replace; its folder must exist.
        content: The whole content; text is written as UTF-8 with line feeds.

    Raises:
        FileAccessError: The file cannot be written, or UTF-8 cannot hold the text; what was there
            before is untouched.
    """
    wanted = as_path(path)
    try:
        data = content.encode() if isinstance(content, str) else content
        target = wanted.resolve()
        # beside its target, as a rename is atomic only inside one file system
        part = target.with_name(f".{os.getpid()}-{threading.get_ident()}.part")
        try:
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise FileAccessError(str(wanted), _reason(error)) from error


def _reason(error: OSError | ValueError) -> str:
    """Return what the system said, without the path that the message names anyway."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
