"""The reference is complete, and the pages use the library's own words."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import spinecare
from spinecare import errors

DOCS = Path(__file__).parent.parent / "docs"
REFERENCE = "\n".join(path.read_text("utf-8") for path in sorted((DOCS / "reference").glob("*.md")))


def test_every_public_name_stands_on_one_page_of_the_reference() -> None:
    """A name without a page cannot be linked; one with two has two addresses."""
    entries = re.findall(r"^::: spinecare\.[\w.]*?(\w+)$", REFERENCE, re.MULTILINE)
    listed = re.findall(r"^        - (\w+)$", REFERENCE, re.MULTILINE)
    times = Counter([*entries, *listed])

    assert {name: times[name] for name in spinecare.__all__ if times[name] != 1} == {}


def test_every_error_stands_on_the_errors_page() -> None:
    """What can be raised can be looked up."""
    page = (DOCS / "reference" / "errors.md").read_text("utf-8")
    kinds = [
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.SpinecareError)
    ]

    assert [name for name in kinds if f"- {name}\n" not in page] == []


def test_the_glossary_is_sorted() -> None:
    """A reader looks words up."""
    page = (DOCS / "reference" / "glossary.md").read_text("utf-8")
    words = re.findall(r"^\| \*\*([\w ]+)\*\*", page, re.MULTILINE)

    assert words == sorted(words)
    assert len(words) > 30


@pytest.mark.parametrize(
    "path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.relative_to(DOCS).as_posix()
)
def test_a_page_has_one_title_and_calls_the_article_by_its_name(path: Path) -> None:
    """One heading of the first level; "the article", never the name of its extraction."""
    text = path.read_text("utf-8")
    outside_code = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)

    assert len(re.findall(r"^# ", outside_code, re.MULTILINE)) == 1
    assert not re.search(r"\bthe seed\b", outside_code, re.IGNORECASE)
