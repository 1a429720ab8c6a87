"""The examples run as a user runs them, and leave whole files or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from spinecare import from_json, to_html, to_ical, to_json, to_markdown, to_pdf

EXAMPLES = Path(__file__).parent.parent / "examples"
PROFILES = sorted((EXAMPLES / "profiles").glob("*.toml"))
START = "2026-11-23"
WHEN = 'timezone = "Europe/Berlin"\navailability = "Mon 07:00 20 min"\n'


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the example in an interpreter of its own, where every warning is an error."""
    command = [sys.executable, "-W", "error", EXAMPLES / "printable_week.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_there_are_the_four_profiles() -> None:
    """A stiff neck, a herniation, someone keen, an older person."""
    assert len(PROFILES) == 4


@pytest.mark.parametrize("profile", PROFILES, ids=lambda path: path.stem)
def test_each_profile_gives_a_page_a_sheet_a_calendar_and_a_file_to_keep(
    profile: Path, tmp_path: Path
) -> None:
    """The four files say the same: they are exports of one plan."""
    done = run(profile, "--start", START, "--weeks", "2", "--out", tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    plan = from_json((tmp_path / "plan.json").read_bytes())
    assert len(plan.weeks) == 2
    assert (tmp_path / "plan.json").read_bytes() == to_json(plan).encode()
    assert (tmp_path / "plan.md").read_bytes() == to_markdown(plan).encode()
    assert (tmp_path / "plan.ics").read_bytes() == to_ical(plan)
    assert (tmp_path / "plan.html").read_bytes() == to_html(plan).encode()
    names = [f"plan.{kind}" for kind in ("html", "ics", "json", "md")]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_pdf_is_written_when_asked_for(tmp_path: Path) -> None:
    """Beside the other four files, of the same plan."""
    done = run(PROFILES[0], "--start", START, "--out", tmp_path, "--pdf")

    plan = from_json((tmp_path / "plan.json").read_bytes())
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "plan.pdf").read_bytes() == to_pdf(plan)
    assert "plan.pdf to print as it is." in done.stdout


def test_the_example_says_what_it_planned_and_what_it_left_out(tmp_path: Path) -> None:
    """A few lines, for a person: not a wall."""
    done = run(PROFILES[0], "--start", START, "--out", tmp_path)

    lines = done.stdout.strip().splitlines()
    assert 3 <= len(lines) <= 25
    assert str(tmp_path) in done.stdout
    assert "plan.pdf" not in done.stdout


def test_the_example_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    """Nothing asks the clock when the start is given."""
    runs = [tmp_path / "first", tmp_path / "second"]
    for out in runs:
        run(PROFILES[0], "--start", START, "--out", out)

    first, second = ({p.name: p.read_bytes() for p in out.iterdir()} for out in runs)
    assert first == second
    assert len(first) == 4


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("timezone = ", "1 fault"),
        (WHEN.replace("Europe/Berlin", "Mars/Olympus"), "Mars/Olympus"),
        (WHEN + 'screening = { yes = ["rf-chest-pain"], others = "no" }', "emergency"),
        (WHEN, "screening"),
    ],
    ids=["broken TOML", "unknown zone", "emergency", "not screened"],
)
def test_a_profile_that_cannot_be_planned_is_refused_in_words_and_nothing_is_written(
    content: str, said: str, tmp_path: Path
) -> None:
    """No traceback for a person, no half-written folder."""
    profile = tmp_path / "me.toml"
    profile.write_text(content, encoding="utf-8")

    done = run(profile, "--start", START, "--out", tmp_path / "out")

    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_a_missing_profile_is_refused_in_words(tmp_path: Path) -> None:
    """The path is named."""
    done = run(tmp_path / "nobody.toml", "--out", tmp_path / "out")

    assert done.returncode != 0
    assert "nobody.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_example_replaces_an_earlier_plan(tmp_path: Path) -> None:
    """The new plan is a revision of the old one: a calendar updates instead of doubling."""
    run(PROFILES[0], "--start", START, "--weeks", "2", "--out", tmp_path / "old")

    done = run(
        PROFILES[0],
        *("--start", "2026-11-30", "--out", tmp_path / "new"),
        *("--previous", tmp_path / "old" / "plan.json"),
    )

    assert (done.returncode, done.stderr) == (0, "")
    old, new = (from_json((tmp_path / name / "plan.json").read_bytes()) for name in ("old", "new"))
    assert (new.id, new.revision) == (old.id, 1)
    assert {session.id for session in new.sessions} <= {session.id for session in old.sessions}
