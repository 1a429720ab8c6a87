"""What people and spreadsheets do to a sheet: read as it is meant, or told with its cure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

import pytest

from spinecare.export.csv import journal_to_csv
from spinecare.model import Journal, Outcome, PainCharacter, SkipReason, Symptom
from tests.export.sample_plans import sample_plan
from tests.export.test_csv import FIRST, HEAD, ROW, faults, filled, only, read, rows

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "journal.md"
PLAN = sample_plan()
SHEET = journal_to_csv(PLAN)


def one_row(day: str, session: str = "2026-11-23-1") -> str:
    """Return a sheet of one row with an answer."""
    return f"date,session,exercise,during\n{day},{session},neck-2-rotation,8\n"


def with_column(sheet: str, title: str, cell: str) -> str:
    """Return a sheet with a column more, as in a spreadsheet."""
    first, *others = sheet.splitlines()
    return "\r\n".join([f"{first},{title}", *(f"{line},{cell}" for line in others)])


def row_typed(*answers: str) -> str:
    """Return the sheet with a row of the first exercise as a person types it into the text."""
    lines = SHEET.splitlines()
    place = lines[2].rstrip(",")
    lines[2] = ",".join((place, *answers))
    return "\n".join(lines)


@pytest.mark.parametrize("note", ["", " ", "fine"])
def test_a_decimal_comma_without_quotes_moves_no_answer_to_another_column(note: str) -> None:
    """A surplus cell at the end is a fault, also an empty one: 2,5 would be 2, and 5 after it."""
    meant = row_typed("", '"2,5"', *[""] * 8, note)
    typed = row_typed("", "2,5", *[""] * 8, note)

    assert read(meant, plan=PLAN).entries[-1].pain.during == 2.5
    assert faults(typed, plan=PLAN) == [
        "row 3: row must have 15 cells at most, got 16; Maybe quote a cell with a comma in it"
    ]


def test_empty_columns_that_the_titles_have_too_are_no_surplus() -> None:
    """Spreadsheets add them to all rows."""
    answered = row_typed("", "2.5", *[""] * 9)
    wider = "\n".join(f"{line},," for line in answered.splitlines())

    assert read(wider, plan=PLAN) == read(answered, plan=PLAN) != Journal()


@pytest.mark.parametrize("off", [-365, -7, 7, 365])
def test_a_row_a_week_or_more_from_its_session_in_the_plan_is_a_fault(off: int) -> None:
    """As after a slip of the year: its pain would vanish on a day that is not looked at."""
    day = (FIRST.date + timedelta(days=off)).isoformat()
    all_of_it = {number: {"date": day, "during": "8"} for number in range(rows_of_first())}

    told = faults(filled(SHEET, all_of_it), plan=PLAN)

    assert told[0] == (
        f"row 2, date: date must be 6 days at most from {FIRST.date.isoformat()}, the day of "
        f"session '{FIRST.id}', got '{day}'"
    )
    assert len(told) == rows_of_first()


@pytest.mark.parametrize("off", [-6, -1, 1, 6])
def test_a_session_done_on_another_day_says_so_in_all_its_rows(off: int) -> None:
    """Its id stays; the day is the real one."""
    day = FIRST.date + timedelta(days=off)
    moved = {number: {"date": day.isoformat()} for number in range(rows_of_first())}
    moved[1]["during"] = "3"

    journal = read(filled(SHEET, moved), plan=PLAN)

    assert {one.date for one in journal.entries} == {day}
    assert {one.session for one in journal.entries} == {FIRST.id}


def test_rows_of_a_session_on_different_days_are_faults() -> None:
    """As after a date was dragged down: each row is a day later."""
    days = [(FIRST.date + timedelta(days=number)).isoformat() for number in range(3)]
    dragged = {number: {"date": day, "during": "1"} for number, day in enumerate(days)}

    told = faults(filled(SHEET, dragged), plan=PLAN)

    assert told[0] == (
        f"row 3, date: date must be {days[0]} as in row 2, of the same session, got '{days[1]}'"
    )


def rows_of_first() -> int:
    """Return how many rows the first session has."""
    return sum(FIRST.id in row.values() for row in rows(SHEET))


def test_every_row_on_another_day_is_told_at_once() -> None:
    """Also those in which nothing is filled in."""
    sheet = rows(SHEET)
    dragged = {
        number: {"date": f"{number + 1:02}.01.2031", "during": "8" * (number == 1)}
        for number in range(len(sheet))
    }

    assert len(faults(filled(SHEET, dragged), plan=PLAN)) == len(sheet)


@pytest.mark.parametrize("day", ["2026-11-17", "2026-11-23", "2026-11-29"])
def test_without_a_plan_a_day_near_that_in_the_id_is_taken(day: str) -> None:
    """A session may be done days before or after its own."""
    assert only(one_row(day)).date == date.fromisoformat(day)


@pytest.mark.parametrize("day", ["2026-11-16", "2026-11-30", "2025-11-23", "23.11.2027"])
def test_without_a_plan_a_day_far_from_that_in_the_id_is_a_fault(day: str) -> None:
    """Row, session, what was expected, and what came."""
    assert faults(one_row(day)) == [
        (
            "row 2, date: date must be 6 days at most from 2026-11-23, the day of session "
            f"'2026-11-23-1', got '{day}'"
        )
    ]


@pytest.mark.parametrize("session", ["other", "2026-11-1", "2026-02-30-1", "x-2026-11-23-1"])
def test_an_id_without_a_day_asks_for_none(session: str) -> None:
    """Ids of other programs may look as they like."""
    assert only(one_row("2025-01-02", session)).date == date(2025, 1, 2)


@pytest.mark.parametrize(
    ("cell", "session", "day"),
    [
        ("23.11.26", "2026-11-23-1", "2026-11-23"),
        ("23/11/26", "2026-11-23-1", "2026-11-23"),
        ("11/23/26", "2026-11-23-1", "2026-11-23"),
        ("03/12/26", "2026-12-03-1", "2026-12-03"),
        ("31.12.99", "2100-01-01-1", "2099-12-31"),
        ("1.1.00", "2099-12-31-1", "2100-01-01"),
    ],
)
def test_a_year_of_two_digits_is_that_of_the_session(cell: str, session: str, day: str) -> None:
    """The id decides the century, and which is the month."""
    assert only(one_row(cell, session)).date == date.fromisoformat(day)


def test_the_plan_decides_the_century_too() -> None:
    """Its ids may have no day."""
    written = FIRST.date.strftime("%d.%m.%y")
    entries = read(filled(SHEET, {1: {"date": written, "during": "8"}}), plan=PLAN).entries

    assert {entry.date for entry in entries} == {FIRST.date}


@pytest.mark.parametrize("cell", ["23.11.26", "23/11/26", "1.2.03"])
def test_a_year_of_two_digits_that_nothing_decides_is_a_fault(cell: str) -> None:
    """It says what is missing."""
    assert faults(one_row(cell, "other")) == [
        (
            "row 2, date: date must be one day with all four digits of its year, like 2026-11-23, "
            f"got '{cell}'"
        )
    ]


@pytest.mark.parametrize("cell", ["26-11-23", "23.13.26", "2.3.4", "99.99.99"])
def test_what_is_no_day_is_a_fault(cell: str) -> None:
    """Whatever the id says."""
    assert "date must be" in faults(one_row(cell))[0]


def test_a_wrong_id_is_told_with_the_nearest() -> None:
    """The exercises are those of the session, the sessions those of the plan."""
    exercise = rows(SHEET)[1]["exercise"]
    wrong = filled(
        SHEET,
        {1: {"exercise": exercise[1:], "during": "1"}, 2: {"session": f"{FIRST.id}x"}},
    )

    assert faults(wrong, plan=PLAN) == [
        (
            f"row 3, exercise: exercise must be one of session '{FIRST.id}', got '{exercise[1:]}'; "
            f"Maybe {exercise}"
        ),
        f"row 4, session: session must be one of the plan's, got '{FIRST.id}x'; Maybe {FIRST.id}",
    ]


@pytest.mark.parametrize("title", ["mood", "pain killers", "", "Wetter"])
def test_a_column_of_ones_own_is_passed_over_where_all_others_are_there(title: str) -> None:
    """Nothing that was asked for can stand in it."""
    sheet = filled(SHEET, {1: {"during": "2"}})

    assert read(with_column(sheet, title, "fine"), plan=PLAN) == read(sheet, plan=PLAN)


@pytest.mark.parametrize(
    ("title", "near"), [("durin", "during"), ("Notes", "note"), ("pain before", "before")]
)
def test_a_title_that_is_nearly_a_known_one_is_a_fault(title: str, near: str) -> None:
    """Its answers might be meant for that one."""
    (told,) = faults(with_column(SHEET, title, "3"))

    assert told.startswith("row 1, column 16: title must be one of date, session, exercise")
    assert told.endswith(f"got '{title.lower()}'; Maybe {near}")


@pytest.mark.parametrize("title", ["pain", "während", ""])
def test_an_unknown_title_is_a_fault_where_a_column_for_answers_is_missing(title: str) -> None:
    """It may be that one, named otherwise."""
    (told,) = faults(filled(SHEET, {1: {"during": "8"}}).replace(",during,", f",{title},", 1))

    assert told.startswith("row 1, column 6: title must be one of date, session, exercise")
    assert told.endswith(f"got '{title}'; Maybe it is one of during; else take the column out")


def test_a_column_without_a_title_and_without_cells_is_none() -> None:
    """Spreadsheets write such columns."""
    sheet = "date,,session,exercise,during\n2026-11-23,,2026-11-23-1,bar-hang,2\n\n2026-11-23"

    assert len(faults(sheet)) == 1
    assert only(sheet.removesuffix("2026-11-23")).pain.during == 2


@pytest.mark.parametrize("unknown", ["unknown", "Unknown", " UNKNOWN ", "?", "-", "–", "'-"])
def test_a_cell_that_says_unknown_is_empty(unknown: str) -> None:
    """Whichever answer it stands for."""
    columns = SHEET.splitlines()[0].split(",")[4:]
    all_unknown = dict.fromkeys(columns, unknown)

    assert read(filled(SHEET, {1: all_unknown}), plan=PLAN) == Journal()
    for column, answer in {"during": "3", "note": "fine"}.items():
        answered = filled(SHEET, {1: {**all_unknown, column: answer}})
        plain = filled(SHEET, {1: {column: answer}})
        assert read(answered, plan=PLAN) == read(plain, plan=PLAN)


@pytest.mark.parametrize("nothing", ["none", "None", "no", " NO "])
def test_no_sign_and_no_character_are_as_empty_cells(nothing: str) -> None:
    """One of several words it cannot be."""
    entry = only(f"{HEAD}\n{ROW},,2,,,{nothing},{nothing},\n")

    assert (entry.character, entry.symptoms) == ((), ())
    assert read(f"{HEAD}\n{ROW},,,,,{nothing},{nothing},\n") == Journal()
    assert only(f"{HEAD}\n{ROW},,2,,,,numbness,\n").symptoms == (Symptom.NUMBNESS,)
    assert "got 'none'" in faults(f"{HEAD}\n{ROW},,2,,,,numbness/none,\n")[0]


@pytest.mark.parametrize("column", ["before", "during"])
def test_none_is_no_number(column: str) -> None:
    """It may mean no pain, or no answer."""
    sheet = f"date,session,exercise,{column}\n{ROW},none\n"

    assert faults(sheet) == [
        (
            f"row 2, {column}: {column} must be a number like 3 or 2.5, or empty, got 'none'; "
            "Maybe 0, or empty where it is unknown"
        )
    ]


@pytest.mark.parametrize("written", ["11", "10,5", "-1", "10.01"])
def test_a_number_out_of_range_is_quoted_as_it_was_written(written: str) -> None:
    """So that it is found in the sheet."""
    assert faults(f'{HEAD}\n{ROW},"{written}"\n') == [
        f"row 2, before: before must be a number from 0 to 10, got '{written}'"
    ]


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("outcome", Outcome),
        ("reason", SkipReason),
        ("character", PainCharacter),
        ("symptoms", Symptom),
    ],
)
def test_the_page_lists_every_word_of_a_column(column: str, kind: type[StrEnum]) -> None:
    """In their order, and no other; each is read as the page writes it."""
    row = re.search(rf"^\| `{column}`[^|]*\|(.*)\|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert row is not None
    words = re.findall(r"`([^`]+)`", row[1])

    assert words == [word.value for word in kind]
    outcome = "" if column == "outcome" else "partly"
    for word in words:
        cells = {"outcome": outcome, column: word}
        assert read(filled(SHEET, {1: cells}), plan=PLAN).entries
