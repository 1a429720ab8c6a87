"""Weeks, sessions and breaks of the Markdown sheet: told once, and told right."""

from __future__ import annotations

from datetime import date

import attrs

from spinecare.export.markdown import to_markdown
from spinecare.model import Cadence, Day, ExerciseId, Step, StepPhase
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
    assert "### Session A: Neck exercises and 2 more, about 9 min\n" in text
    assert "\nNeck exercises + Lying stretches + Pulse pull-ups.\n" in text


def test_steps_tell_name_sides_dose_relaxation_and_length() -> None:
    """Opening, closing and way up are named, rests stand below, and so do notes."""
    text = to_markdown(sample_plan())

    assert section(text, "### Session A").splitlines() == [
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
    assert section(text, "### Session B").splitlines()[2:] == [
        (
            "1. **Figure-four stretch**, right, then left: 2 times each side · hold 10 s"
            " · let go 5 s after each (1 min 19 s) · *gentle form*"
        ),
        "    - half as far, no pull at the end.",
        "2. *Closing:* **Fetal rest**, either side: rest 1 min",
        "3. *Way up:* **Rise over the side**: 15 s",
    ]


def test_a_step_without_anything_to_say_is_its_name() -> None:
    """An exercise that the catalogue lacks has the words of its id."""
    step = Step(exercise=ExerciseId("unheard-of"), sides=("both",))

    text = to_markdown(plan_of((step,)))

    assert "\n1. **Unheard of**\n" in text
    assert "## How to do each exercise" not in text


def test_a_note_of_several_steps_is_told_once_above_them() -> None:
    """With the numbers of the steps, so that it is read before they are done."""
    minded = [attrs.evolve(step, notes=("slowly",)) for step in (press(), pulls(), shrugs())]
    text = to_markdown(plan_of((*minded[:1], rotation(), *minded[1:])))

    assert text.count("slowly.") == 1
    assert "*Steps 1, 3 and 4:* slowly.\n\n1. **" in section(text, "### Session A")


def test_neighbouring_steps_are_named_as_a_stretch() -> None:
    """Three or more in a row."""
    minded = [attrs.evolve(step, notes=("slowly",)) for step in (press(), pulls(), shrugs())]

    assert "*Steps 1 to 3:* slowly." in to_markdown(plan_of(tuple(minded)))


def test_a_note_of_two_steps_stands_with_both() -> None:
    """It takes no more lines there, and is read when it is needed."""
    minded = [attrs.evolve(step, notes=("slowly",)) for step in (press(), pulls())]

    assert to_markdown(plan_of(tuple(minded))).count("\n    - slowly.\n") == 2


def test_an_opening_in_the_middle_of_a_session_is_not_called_so() -> None:
    """A routine begins there, the session does not."""
    text = to_markdown(plan_of((relief(), press(), relief(), pulls())))

    lines = section(text, "### Session A").splitlines()

    assert "1. *Opening:* **Legs on a chair**: rest 2 min" in lines
    assert "3. **Legs on a chair**: rest 2 min" in lines


def test_the_length_of_a_position_that_is_stayed_in_is_told_once() -> None:
    """The seconds on the way into it change nothing; with two sides the whole is told."""
    phase = StepPhase(kind="hold", role="neutral", seconds=120, into_s=4)
    stay = Step(exercise=ExerciseId("fetal-rest"), sides=("both",), hold_s=120, phases=(phase,))
    both = attrs.evolve(stay, sides=("left", "right"), one_side_after_other=True)

    text = to_markdown(plan_of((stay, both)))

    assert "1. **Fetal rest**, either side: stay 2 min\n" in text
    assert "2. **Fetal rest**, either side: stay 2 min (4 min 8 s)\n" in text


def test_a_row_that_is_done_again_says_so() -> None:
    """Before the row is done, instead of telling it twice more."""
    row = (press(), pulls())
    text = to_markdown(plan_of((*row, *row, *row, shrugs(), resting())))

    assert section(text, "### Session A").splitlines()[-4:] == [
        "    - Steps 1 and 2: 3 times in a row.",
        ("2. **Pulse pull-up**: 2 × 4 · 4 s each · let go 1 min after each set"
        " · rest 2 min between sets (4 min 32 s)"),
        ("3. **Shoulder shrug with dumbbells**: 8 times · 2 s each · let go 8 s after each"
        " · 1.5 kg in each hand (1 min 20 s)"),
        "    - Then rest: Loose sitting, 10 s.",
    ]  # fmt: skip


def test_a_session_much_like_an_earlier_one_is_told_in_full() -> None:
    """Nobody has to turn pages on the mat."""
    long = (relief(), press(), rotation("left"), shrugs(), stretch("left"), *closing())
    text = to_markdown(plan_of(long, (*long[:4], pulls(), *long[4:]), long))

    steps = [line for line in section(text, "### Session B").splitlines() if line[:1].isdigit()]

    assert [line.split("**")[1] for line in steps] == [
        "Legs on a chair",
        "Neck press against the hand, front",
        "Neck rotation",
        "Shoulder shrug with dumbbells",
        "Pulse pull-up",
        "Figure-four stretch",
        "Fetal rest",
        "Rise over the side",
    ]


def test_a_session_that_comes_again_is_named_by_its_letter() -> None:
    """In the table of a later week too; its steps stand where they stood."""
    text = to_markdown(sample_plan(2, off=(date(2026, 11, 30),)))

    assert "| A: Neck exercises " in section(text, "## Week 2")
    assert text.count("### Session A") == 1


def test_sides_that_always_alternate_are_told_once() -> None:
    """The table need not say it again."""
    text = to_markdown(sample_plan())

    assert "begin with the other side" in section(text, "## Before each session")
    assert "other side first" not in text


def test_sides_that_do_not_alternate_are_told_session_by_session() -> None:
    """In the table; a session that was not told before has its sides with its steps."""
    text = to_markdown(plan_of((rotation("left"),), (rotation("left"),), (rotation("right"),)))

    assert "begin with the other side" not in text
    assert text.count("| A: Neck exercises ") == 2
    assert "| A: Neck exercises, other side first in step 1 " in text


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


def test_a_session_without_steps_is_a_heading_alone() -> None:
    """Nothing stands below it."""
    text = to_markdown(plan_of(()))

    assert section(text, "### Session A") == ""
