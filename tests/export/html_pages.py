"""Reading a page of HTML without a browser: its elements, attributes and words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs

from spinecare import Plan, load_person, make_plan

PEOPLE = ("desk-worker", "disc-herniation", "keen", "older")
"""The people of the examples."""
_PROFILES = Path(__file__).parents[2] / "examples" / "profiles"


def example_plan(name: str, *, weeks: int = 1) -> Plan:
    """Return the plan of one of `PEOPLE`, from a Monday on."""
    person = load_person(_PROFILES / f"{name}.toml")
    return make_plan(person, start=date(2026, 11, 23), weeks=weeks)


@dataclass
class Page:
    """What a page holds, in order."""

    tags: list[str] = field(default_factory=list)
    """The names of its elements."""
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    """Element, attribute, value."""
    words: list[str] = field(default_factory=list)
    """Its text, without that of styles and scripts."""
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    """Those that run."""

    @property
    def text(self) -> str:
        """Its text, every run of spaces as one."""
        return " ".join(" ".join(self.words).split())

    def values(self, name: str) -> list[str]:
        """Return all values of an attribute."""
        return [value for _, key, value in self.attributes if key == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.append(tag)
        self.page.attributes += [(tag, name, value or "") for name, value in attrs]
        self._inside = tag if tag in ("style", "script") else ""
        if dict(attrs).get("type") == "application/json":
            self._inside = "data"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._inside = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.page.styles.append(data)
        elif self._inside == "script":
            self.page.scripts.append(data)
        elif not self._inside:
            self.page.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(html: str) -> Page:
    """Return what a page holds; a comment in it is refused."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def texts(value: Any) -> list[str]:
    """Return every text of a handout that people read."""
    if attrs.has(type(value)):
        skipped = ("id", "session", "exercise", "side", "date")
        fields = [item.name for item in attrs.fields(type(value)) if item.name not in skipped]
        value = tuple(getattr(value, name) for name in fields)
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) and value else []


def squeezed(text: str) -> str:
    """Return text without any space."""
    return re.sub(r"\s+", "", text)
