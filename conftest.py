"""What every test run shares: hypothesis profiles, and the examples of docs and docstrings."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer
from sybil.parsers.rest import DocTestParser
from sybil.region import Region

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from sybil import Document, Example

# Derandomized: the same examples on every run, so that a red run stays red until it is mended.
# Deadlines are off because a shared machine may be slow at any moment.
_SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "fast",
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.register_profile(
    "nightly",
    max_examples=5_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.register_profile(
    "mutation",
    parent=settings.get_profile("fast"),
    max_examples=30,
    phases=(Phase.explicit, Phase.generate),  # an example that fails will do, large or small
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


class _NamedFileParser:
    """Write a fenced block that has a file name, as in `toml title="me.toml"`, to that file."""

    _lexer = RawFencedCodeBlockLexer(re.compile(r'\w+ title="(?P<name>[\w.-]+)"$\n', re.MULTILINE))

    def __call__(self, document: Document) -> Iterator[Region]:
        """Yield the region of each such block."""
        for region in self._lexer(document):
            yield Region(region.start, region.end, region.lexemes, _write_file)


def _write_file(example: Example) -> None:
    lexemes: dict[str, Any] = example.parsed
    Path(lexemes["name"]).write_text(lexemes["source"], encoding="utf-8")


def _enter_folder(namespace: dict[str, Any]) -> None:
    """Run a page's examples in a folder of their own, so that they may read and write files."""
    folder = tempfile.TemporaryDirectory(prefix="spinecare-docs-")
    namespace["_leave_folder"] = (folder, Path.cwd())
    os.chdir(folder.name)


def _leave_folder(namespace: dict[str, Any]) -> None:
    folder, before = namespace["_leave_folder"]
    os.chdir(before)
    folder.cleanup()


pytest_plugins = ["tests.browsing"]  # the fixture `browser`

_pages = Sybil(
    parsers=[PythonCodeBlockParser(future_imports=["annotations"]), _NamedFileParser()],
    patterns=["*.md"],
    setup=_enter_folder,
    teardown=_leave_folder,
)
_docstrings = Sybil(parsers=[DocTestParser()], patterns=["*.py"], path="src")
_collect_pages = _pages.pytest()
_collect_docstrings = _docstrings.pytest()


@pytest.hookimpl(wrapper=True, trylast=True)  # inside of pytest-cov's own
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Trace nothing of a test marked `no_cover`.

    In a worker pytest-cov pauses one of two tracers, and the other goes on.
    """
    tracer = sys.gettrace() if item.get_closest_marker("no_cover") else None
    if tracer is None:
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the examples of a page or of a module's docstrings."""
    found: pytest.Collector | None = _collect_pages(file_path, parent)
    return found or _collect_docstrings(file_path, parent)
