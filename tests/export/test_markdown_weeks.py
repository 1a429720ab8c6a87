"""Weeks, sessions and breaks of the Markdown sheet: told once, and told right."""

from __future__ import annotations

from datetime import date

import attrs

from spinecare.export.markdown import to_markdown
from spinecare.model import Cadence, Day, ExerciseId, Step
from tests.export.markdown_sheets import plan_of, section, sheet_with
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import (
    build_plan,
    closing,
    empty_plan,
    press,
    pulls,
    relief,
    resting,
    rotation,
    sample_plan,
    session,
    shrugs,
    stretch,
)


def test_the_table_of_the_week_has_day_start_session_length_and_place() -> None:
    """A row for each session, and one for a day without."""
    table = section(to_markdown(sample_plan()), "## Week 1 (23 to 29 Nov)").splitlines()[:11]

    assert [cell.strip() for cell in table[0].split("|")] == [
        "", "Day", "Start", "Session", "Length", "Place", "",
    ]  # fmt: skip
    assert table[3] == (
        "| Tue 24 Nov | 07:00 | A: Neck exercises                  | 5 min  | home     |"
    )
    assert table[9] == (
        "| Sat 28 Nov | 10:00 | C: Pulse pull-ups + Neck exercises | 7 min  | the park |"
    )
    assert table[10] == (
        "| Sun 29 Nov | –     | free                               | –      | –        |"
    )


def test_a_session_of_many_routines_keeps_the_table_narrow() -> None:
    """The names stand with its steps."""
    text = to_markdown(plan_of((rotation(), stretch(), pulls())))

    assert "| A: Neck exercises and 2 more |" in text
    assert "### Session A: Neck exercises and 2 more\n" in text
    assert "About 9 min: Neck exercises + Lying stretches + Pulse pull-ups.\n" in text


def test_steps_tell_name_sides_dose_relaxation_and_length() -> None:
    """Opening, closing and way up are named, rests stand below, and so do notes."""
    text = to_markdown(sample_plan())

    assert section(text, "### Session A").splitlines()[2:] == [
        "1. *Opening:* **Legs on a chair**: rest 2 min",
        (
            "2. **Neck rotation**, starting left: 5 times to each side · 6 s a round"
            " · let go 8 s after each round (1 min 10 s) · *new*"
        ),
        (
            "3. **Neck press against the hand, front**: 3 times · hold 10 s"
            " · let go 10 s after each (1 min)"
        ),
        "    - Then rest: Loose sitting, 10 s.",
    ]
    assert section(text, "### Session B").splitlines()[4:] == [
        (
            "1. **Figure-four stretch**, right, then left: 2 times each side · hold 10 s"
            " · let go 5 s after each (1 min 19 s) · *gentle form*"
        ),
        "    - half as far, no pull at the end.",
        "2. *Closing:* **Fetal rest**, either side: rest 1 min",
        "3. *Way up:* **Rise over the side**, either side: 15 s",
    ]


def test_a_step_without_anything_to_say_is_its_name() -> None:
    """An exercise that the catalogue lacks has the words of its id."""
    step = Step(exercise=ExerciseId("unheard-of"), sides=("both",))

    text = to_markdown(plan_of((step,)))

    assert "\n1. **Unheard of**\n" in text
    assert "## How to do each exercise" not in text


def test_a_note_of_several_steps_is_told_once_below_them() -> None:
    """With the numbers of the steps."""
    minded = [attrs.evolve(step, notes=("slowly",)) for step in (press(), pulls(), shrugs())]
    text = to_markdown(plan_of((*minded[:1], rotation(), *minded[1:])))

    assert text.count("slowly.") == 1
    assert section(text, "### Session A").endswith("\n\nMind:\n\n- Steps 1, 3 and 4: slowly.")


def test_neighbouring_steps_are_named_as_a_stretch() -> None:
    """Three or more in a row."""
    minded = [attrs.evolve(step, notes=("slowly",)) for step in (press(), pulls(), shrugs())]

    assert "- Steps 1 to 3: slowly." in to_markdown(plan_of(tuple(minded)))
    assert "- Steps 1 and 2: slowly." in to_markdown(plan_of(tuple(minded[:2])))


def test_a_row_that_is_done_again_says_so() -> None:
    """Instead of telling it twice more."""
    row = (press(), pulls())
    text = to_markdown(plan_of((*row, *row, *row, shrugs(), resting())))

    assert section(text, "### Session A").splitlines()[-4:] == [
        ("2. **Pulse pull-up**: 2 × 4 · 4 s each · let go 1 min after each set"
        " · rest 2 min between sets (4 min 32 s)"),
        "    - Steps 1 and 2: 3 times in a row.",
        ("3. **Shoulder shrug with dumbbells**: 8 times · 2 s each · let go 8 s after each"
        " · 1.5 kg in each hand (1 min 20 s)"),
        "    - Then rest: Loose sitting, 10 s.",
    ]  # fmt: skip


def test_a_session_much_like_an_earlier_one_is_told_by_the_difference() -> None:
    """Shared steps name their numbers there; the others are told."""
    long = (relief(), press(), rotation("left"), shrugs(), stretch("left"), *closing())
    text = to_markdown(plan_of(long, (*long[:4], pulls(), *long[4:])))

    assert section(text, "### Session B").splitlines() == [
        "About 15 min: Neck exercises + Pulse pull-ups + Lying stretches. Mostly as session A:",
        "",
        "- Steps 1 to 4: as in session A.",
        ("- Step 5: **Pulse pull-up**: 2 × 4 · 4 s each · let go 1 min after each set"
        " · rest 2 min between sets (4 min 32 s)"),
        "- Steps 6 to 8: as steps 5 to 7 in session A.",
    ]  # fmt: skip


def test_sides_that_always_alternate_are_told_once() -> None:
    """The table need not say it again."""
    text = to_markdown(sample_plan())

    assert "begin with the other side" in section(text, "## Before each session")
    assert "other side first" not in text


def test_sides_that_do_not_alternate_are_told_session_by_session() -> None:
    """In the table, and where one session is told by another."""
    long = (relief(), press(), rotation("left"), shrugs(), stretch("left"))
    other = (relief(), press(), rotation("right"), shrugs(), stretch("right"), pulls())

    text = to_markdown(plan_of(long, long, other, (rotation("left"),), (rotation("right"),)))

    assert "begin with the other side" not in text
    assert "| C: Neck exercises, other side first in step 1 " in text
    assert "Mostly as session A, other side first in steps 3 and 5:" in text


def test_a_single_session_needs_no_word_about_alternating() -> None:
    """There is no next time."""
    assert "begin with the other side" not in to_markdown(plan_of((rotation(),)))


def test_a_week_that_repeats_an_earlier_one_says_so() -> None:
    """Its table and its steps are not told again."""
    text = to_markdown(sample_plan(4, off=(date(2026, 11, 25),)))

    assert section(text, "## Week 4 (14 to 20 Dec)") == (
        "As week 2: the same sessions on the same weekdays and times."
    )


def test_weeks_in_a_row_that_repeat_the_same_one_share_a_heading() -> None:
    """As long as they bring the same advice."""

    def fill(day: date) -> Day:
        return Day(date=day, sessions=(session(day, "07:00", (press(),)),))

    plan = build_plan(fill, weeks=5)
    weeks = tuple(attrs.evolve(week, advice=()) for week in plan.weeks)

    same = to_markdown(attrs.evolve(plan, weeks=weeks))
    other = to_markdown(plan)

    assert section(same, "## Weeks 2 to 5 (30 Nov to 27 Dec)") == (
        "Each as week 1: the same sessions on the same weekdays and times."
    )
    assert [line for line in other.splitlines() if line.startswith("## Week")] == [
        "## Week 1 (23 to 29 Nov)",
        "## Week 2 (30 Nov to 6 Dec)",
        "## Week 3 (7 to 13 Dec)",
        "## Week 4 (14 to 20 Dec)",
        "## Week 5 (21 to 27 Dec)",
    ]


def test_a_week_without_sessions_says_so() -> None:
    """Rather than an empty table."""
    assert "No session this week." in to_markdown(empty_plan())


def test_half_a_year_of_the_same_weeks_stays_short() -> None:
    """Two weeks are told, and twenty-four are referred to."""
    two, half_a_year = to_markdown(sample_plan(2)), to_markdown(sample_plan(26))

    assert half_a_year.count("### Session") == two.count("### Session") == 3
    assert len(half_a_year.splitlines()) < len(two.splitlines()) + 24 * 9


def test_advice_is_told_with_its_week_and_its_label() -> None:
    """In full once, later by name."""
    text = to_markdown(sample_plan(3))

    assert section(text, "## Week 1").split("### ")[0].split("\n\n", 1)[1].strip() == (
        "To try this week, beside the exercises:\n\n"
        "- **The pillow**: Choose a pillow that keeps the neck in line with the back.\n"
        "    - Mind: what helps differs from person to person.\n"
        "    - The article says: “The right pillow eases the neck.” "
        "Evidence: **partly supported**. Small trials, mixed results."
    )
    assert section(text, "## Week 3").endswith("\n\n- **The pillow** (told above)")


def test_advice_that_the_plan_does_not_hold_keeps_its_name() -> None:
    """There is nothing more to tell of it."""
    assert "\n- **Life pillow**\n" in sheet_with(advice=())


def test_breaks_from_sitting_are_one_table() -> None:
    """Days, times, length, and what to do."""
    text = to_markdown(sample_plan())

    assert section(text, "## Breaks from sitting").splitlines()[2:] == [
        (
            "| Mon to Thu | 10:00, 11:00, 14:00 and 15:00 | 3 min  "
            "| Stand up and walk or Neck rotation |"
        ),
        (
            "| Fri 27 Nov | 10:00, 11:00 and 14:00        | 3 min  "
            "| Stand up and walk or Neck rotation |"
        ),
    ]
    assert "## Breaks" not in to_markdown(empty_plan())


def test_habits_in_passing_say_when_and_what() -> None:
    """They have no timetable; a plan without any has no such section."""
    routine = attrs.evolve(
        SMALL_CATALOGUE.routines[2], cadence=Cadence(kind="in-passing", text="each time you pass")
    )

    assert section(sheet_with(routines=(routine,)), "## In passing") == (
        "- **Pulse pull-ups**: each time you pass. What to do: Pulse pull-up."
    )
    assert "## In passing" not in to_markdown(sample_plan())
