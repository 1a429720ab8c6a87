"""Programs of others that read what the library writes: found, or the test is skipped saying why.

`.ci/run` installs all of them and sets `SPINECARE_ALL_PROGRAMS`; a missing one is then a failure.
On another machine a test without its program is skipped: the README's commands need Python only.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

NODE_FOLDER = Path(__file__).parent / "node"
"""Where `npm install` puts the packages of its `package.json`."""
CLIENTS_FOLDER = Path(
    os.environ.get("SPINECARE_CLIENTS", Path(__file__).parent.parent / ".venv-clients")
)
"""The virtual environment of the calendar programs, which want other versions than we do."""


def program(*names: str) -> Path:
    """Return the first of these commands that the machine has."""
    for name in names:
        found = shutil.which(name)
        if found:
            return Path(found)
    return missing(names[0], f"install {' or '.join(names)} with the system's packages")


def node_package(name: str) -> Path:
    """Return the folder of a package for Node; scripts in `tests/node` import it by name."""
    program("node", "nodejs")
    folder = NODE_FOLDER / "node_modules" / name
    if folder.is_dir():
        return folder
    return missing(name, "run `npm install` in tests/node")


def debian_library(name: str) -> str:
    """Return the name of a shared library, such as `libical.so.3`, that `ctypes.CDLL` can open."""
    try:
        ctypes.CDLL(name)
    except OSError:
        missing(name, "install it with the system's packages (libical3, for example)")
    return name


def calendar_client(name: str) -> Path:
    """Return a command of the calendar programs' own virtual environment."""
    found = CLIENTS_FOLDER / "bin" / name
    if found.exists():
        return found
    return missing(name, f"install it into {CLIENTS_FOLDER} (tests/README.md says how)")


def missing(name: str, cure: str) -> NoReturn:
    """Skip the test that needs a program, saying why; fail where all of them must be there."""
    reason = f"{name} is not here: {cure}"
    if os.environ.get("SPINECARE_ALL_PROGRAMS"):
        pytest.fail(reason)
    pytest.skip(reason)
