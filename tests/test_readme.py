"""The README keeps its promises; `.ci/run` runs its two commands, the examples run under Sybil."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)


def test_the_first_two_fenced_blocks_are_the_two_commands() -> None:
    """A newcomer copies the first two boxes; `.ci/run` finds them by their `sh`."""
    fences = re.findall(r"^```(\w+)$", README, re.MULTILINE)

    assert fences[:2] == ["sh", "sh"]
    assert len(COMMANDS) == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_one_line_that_makes_its_own_environment(command: str) -> None:
    """Nothing but Python and its `venv` is needed, and nothing outside `.venv` is touched."""
    parts = [shlex.split(part) for part in command.split("&&")]

    assert "\n" not in command
    assert parts[0] == ["python3", "-m", "venv", ".venv"]
    assert all(part[0].startswith(".venv/bin/") for part in parts[1:])


def test_the_first_command_prints_a_week_and_the_second_passes_the_tests() -> None:
    """In this order, so that a person with a sore back meets the plan first."""
    first, second = COMMANDS

    assert first.endswith("examples/printable_week.py")
    assert second.endswith("-m pytest -q")
    assert "'.[dev]'" in second


def test_the_readme_names_the_least_python_that_the_project_allows() -> None:
    """The sentence and the metadata do not drift apart."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    least = project["requires-python"].removeprefix(">=")

    assert f"Python {least} or newer" in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)]+)\)", README))))
def test_every_link_of_the_readme_leads_to_a_file(target: str) -> None:
    """A page that moved is noticed here."""
    assert (ROOT / target).is_file()


def test_the_readme_says_that_it_does_not_diagnose() -> None:
    """Design §1: it says so."""
    assert "does not diagnose" in README
