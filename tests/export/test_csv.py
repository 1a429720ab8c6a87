"""The journal as a sheet: written, filled in as people do, and read back."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import FaultyInputError, InvalidValueError
from spinecare.export.csv import journal_from_csv, journal_to_csv
from spinecare.model import (
    Catalogue,
    Done,
    Entry,
    ExerciseId,
    Journal,
    Outcome,
    Pain,
    PainCharacter,
    Planned,
    SessionId,
    SkipReason,
    Symptom,
)
from tests.adapting.living import after, again, plan_of
from tests.export.hostile_texts import HOSTILE
from tests.export.sample_plans import sample_plan

PLAN = sample_plan()
FIRST = PLAN.sessions[0]
AT = datetime(2026, 11, 30, 8, tzinfo=UTC)
HEAD = "date,session,exercise,before,during,outcome,reason,character,symptoms,note"
ROW = "2026-11-23,2026-11-23-1,neck-2-rotation"


def rows(sheet: str, separator: str = ",") -> list[dict[str, str]]:
    """Return a sheet as another reader of CSV sees it."""
    return list(csv.DictReader(io.StringIO(sheet, newline=""), delimiter=separator))


def filled(sheet: str, changes: dict[int, dict[str, str]], separator: str = ",") -> str:
    """Return a sheet with cells filled in, as a spreadsheet writes it."""
    table = rows(sheet, separator)
    for number, cells in changes.items():
        table[number].update(cells)
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(table[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(table)
    return written.getvalue()


def read(text: str | bytes, **options: Any) -> Journal:
    """Return the journal of a sheet handed in on a Monday."""
    return journal_from_csv(text, written_at=AT, **options)


def only(text: str | bytes) -> Entry:
    """Return the one entry of a sheet."""
    (entry,) = read(text).entries
    return entry


def faults(text: str | bytes, **options: Any) -> list[str]:
    """Return the faults of a sheet."""
    with pytest.raises(FaultyInputError) as caught:
        read(text, **options)
    assert caught.value.what == "journal sheet"
    return [str(fault) for fault in caught.value.faults]


# Writing ------------------------------------------------------------------------------------------


def test_a_sheet_has_a_row_for_each_session_and_one_for_each_of_its_exercises() -> None:
    """Resting poses and the way up are not asked about; an exercise comes once."""
    sheet = rows(journal_to_csv(PLAN))

    expected: list[tuple[str, str, str]] = []
    for session in PLAN.sessions:
        asked = [step.exercise for step in session.steps if step.purpose not in ("rest", "way-up")]
        day = session.date.isoformat()
        expected += [(day, session.id, id) for id in ("", *dict.fromkeys(asked))]
    assert [(row["date"], row["session"], row["exercise"]) for row in sheet] == expected
    assert sheet[0]["name"] == "The whole session"
    named = [row for row in sheet if row["exercise"] == "neck-2-rotation"]
    assert named[0]["name"] == PLAN.catalogue.entry_by_id["neck-2-rotation"].name


def test_what_a_person_fills_in_is_empty() -> None:
    """All columns stand there, in one order."""
    sheet = rows(journal_to_csv(PLAN))

    assert list(sheet[0]) == [
        *("date", "session", "exercise", "name"),
        *("before", "during", "after", "next morning", "second morning"),
        *("effort", "outcome", "reason", "character", "symptoms", "note"),
    ]
    assert {cell for row in sheet for cell in list(row.values())[4:]} == {""}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_can_be_divided_as_spreadsheets_expect_it(separator: Any) -> None:
    """Semicolons where the comma is that of decimals."""
    sheet = journal_to_csv(PLAN, separator=separator)

    assert rows(sheet, separator) == rows(journal_to_csv(PLAN))
    assert sheet.count("\r\n") == sheet.count("\n") == len(rows(sheet, separator)) + 1


def test_some_sessions_can_be_written_with_a_catalogue_or_without() -> None:
    """Without one a name is the id."""
    plain = rows(journal_to_csv([FIRST]))
    named = rows(journal_to_csv([FIRST], catalogue=PLAN.catalogue))

    assert {row["session"] for row in plain} == {FIRST.id}
    assert all(row["name"] == row["exercise"] for row in plain[1:])
    assert [row["name"] for row in named] == [
        row["name"] for row in rows(journal_to_csv(PLAN))[: len(named)]
    ]
    assert rows(journal_to_csv(PLAN, catalogue=Catalogue()))[1]["name"] == plain[1]["exercise"]


@pytest.mark.parametrize(
    ("sessions", "options", "message"),
    [
        (PLAN, {"separator": "|"}, "separator must be a comma, a semicolon or a tab"),
        (["2026-11-23-1"], {}, "sessions must be a Plan, or of type Session"),
    ],
)
def test_a_wrong_argument_is_refused_by_name(
    sessions: Any, options: dict[str, Any], message: str
) -> None:
    """Field, expectation and value."""
    with pytest.raises(InvalidValueError, match=message):
        journal_to_csv(sessions, **options)


@pytest.mark.parametrize(
    "hostile", [*HOSTILE, "=1+2", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "'=1"]
)
def test_no_cell_begins_a_formula_and_every_name_is_one_line(hostile: str) -> None:
    """What a spreadsheet would run comes with an apostrophe; the rest of the sheet stays itself."""
    entry = attrs.evolve(PLAN.catalogue.entry_by_id["neck-2-rotation"], name=hostile)
    catalogue = Catalogue(entries=(entry,))

    sheet = rows(journal_to_csv(PLAN, catalogue=catalogue))

    cells = [row["name"] for row in sheet if row["exercise"] == "neck-2-rotation"]
    wanted = " ".join(hostile.split())
    assert set(cells) <= {wanted, f"'{wanted}"}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in cells)
    assert [row["exercise"] for row in sheet] == [
        row["exercise"] for row in rows(journal_to_csv(PLAN))
    ]


# Reading ------------------------------------------------------------------------------------------


def test_an_empty_sheet_is_an_empty_journal() -> None:
    """Nothing was filled in."""
    assert read(journal_to_csv(PLAN), plan=PLAN) == Journal()
    assert read(HEAD) == Journal()


def test_a_filled_in_sheet_gives_an_entry_for_all_of_its_session() -> None:
    """What is noted of the whole session is true of each exercise, so each has its entry."""
    sheet = filled(
        journal_to_csv(PLAN),
        {
            0: {"before": "1", "next morning": "2", "second morning": "0", "outcome": "Done"},
            1: {"during": "2,5", "effort": "3", "character": "Dull; pulling", "note": "fine"},
        },
    )

    entries = read(sheet, plan=PLAN).entries

    asked = {row["exercise"] or None for row in rows(sheet) if row["session"] == FIRST.id}
    assert {entry.exercise for entry in entries} == asked
    assert {entry.session for entry in entries} == {FIRST.id}
    assert {entry.written_at for entry in entries} == {AT}
    whole = next(entry for entry in entries if entry.exercise is None)
    first = next(entry for entry in entries if entry.exercise == rows(sheet)[1]["exercise"])
    assert whole.pain == Pain(before=1, next_morning=2, second_morning=0)
    assert whole.done == Done(outcome=Outcome.DONE)
    assert (first.pain.during, first.effort, first.note) == (2.5, 3, "fine")
    assert first.character == (PainCharacter.DULL, PainCharacter.PULLING)
    step = next(step for step in FIRST.steps if step.exercise == first.exercise)
    assert first.planned == Planned.of(step)
    assert whole.planned is None


def test_a_session_told_of_by_its_exercises_has_no_entry_as_a_whole() -> None:
    """An empty row of the whole session says nothing."""
    entries = read(filled(journal_to_csv(PLAN), {1: {"during": "1"}})).entries

    assert None not in {entry.exercise for entry in entries}
    assert all(entry.planned is None for entry in entries)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{ROW},1,2.5,done,,,,\n",
        f"{HEAD}\r\n{ROW},1,2.5,done\r\n",
        f"{HEAD}\r{ROW},1,2.5,done\r",
        f'{HEAD}\n{ROW},1,"2,5",DONE,,,,\n\n,,,,\n',
        f"{HEAD}\n{ROW},1,2_5, Done \n".replace(",", ";").replace("_", ","),
        f"\ufeff{HEAD}\n{ROW},1,2.5,done\n",
        f"{HEAD}\n{ROW},1,2.5,done\n".encode(),
        f"{HEAD}\n{ROW},1,2.5,done\n".encode("utf-8-sig"),
        f"{HEAD}\n{ROW},1,2.5,done\n".replace(",", "\t"),
        f"sep=;\r\n{HEAD}\r\n{ROW},1,2.5,done\r\n".replace(",", ";"),
        f"sep=\t\n{HEAD}\n{ROW},1,2.5,done\n".replace(",", "\t"),
        f"{HEAD},\n{ROW},1,2.5,done,,,,,\n",
        f"{HEAD.upper()}\n{ROW},01,2.50,done\n",
        f"{HEAD}\n{ROW.replace('2026-11-23,', '23.11.2026,')},1,2.5,done\n",
        f"{HEAD}\n{ROW.replace('2026-11-23,', '23/11/2026,')},1,2.5,done\n",
        f"{HEAD}\n{ROW.replace('2026-11-23,', '11/23/2026,')},1,2.5,done\n",
        f"{HEAD}\n{ROW.replace('2026-11-23,', '2026/11/23,')},1,2.5,done\n",
        f"{HEAD}\n{ROW},+1,'2.5,done,-,?,–,\n",
        (
            "Second_Morning,exercise,DURING,session,date,before,outcome\n"
            ",neck-2-rotation,2.5,2026-11-23-1,2026-11-23,1,done\n"
        ),
    ],
)
def test_a_sheet_is_read_however_spreadsheets_write_it(text: str | bytes) -> None:
    """Separators, decimal commas, marks, cases, days, orders of columns, empty rows and cells."""
    assert only(text) == Entry(
        session=SessionId("2026-11-23-1"),
        date=date(2026, 11, 23),
        exercise=ExerciseId("neck-2-rotation"),
        written_at=AT,
        pain=Pain(before=1, during=2.5),
        done=Done(outcome=Outcome.DONE),
    )


@pytest.mark.parametrize(
    ("cell", "session", "day"),
    [
        ("03/12/2026", "2026-12-03-1", date(2026, 12, 3)),
        ("03/12/2026", "2026-03-12-1", date(2026, 3, 12)),
        ("12/12/2026", "other", date(2026, 12, 12)),
        ("13/12/2026", "other", date(2026, 12, 13)),
        ("12/13/2026", "other", date(2026, 12, 13)),
        ("3.12.2026", "2026-12-03-1", date(2026, 12, 3)),
        ("2026-12-04", "2026-12-03-1", date(2026, 12, 4)),
    ],
)
def test_a_day_that_could_be_two_is_that_of_the_session(cell: str, session: str, day: date) -> None:
    """Spreadsheets write days as their country does."""
    assert only(f"date,session,exercise,during\n{cell},{session},bar-hang,1\n").date == day


def test_words_come_in_any_case_and_several_in_a_cell() -> None:
    """Divided by commas, semicolons or slashes; blanks for hyphens."""
    entry = only(
        f"{HEAD}\n{ROW},,,Partly,No time,"
        '"SHARP, electric","Pain down limb/chest_pain; numbness",x\n'
    )

    assert entry.done == Done(outcome=Outcome.PARTLY, reason=SkipReason.NO_TIME)
    assert entry.character == (PainCharacter.SHARP, PainCharacter.ELECTRIC)
    assert entry.symptoms == (Symptom.PAIN_DOWN_LIMB, Symptom.CHEST_PAIN, Symptom.NUMBNESS)


def test_a_note_keeps_lines_quotes_and_what_an_apostrophe_guards() -> None:
    """The apostrophe of a guarded cell is not part of it; any other is."""
    lines = only(f'{HEAD}\n{ROW},,1,,,,,"two\nlines, ""quoted"""\n')
    guarded = only(f"{HEAD}\n{ROW},,1,,,,,'=better\n")
    plain = only(f"{HEAD}\n{ROW},,1,,,,,'twas fine\n")

    assert lines.note == 'two\nlines, "quoted"'
    assert guarded.note == "=better"
    assert plain.note == "'twas fine"


def test_every_fault_is_told_with_its_row_and_column() -> None:
    """All at once, in their order, and nothing is half read."""
    text = (
        f"{HEAD}\n"
        f"{ROW},11,two,perhaps,bored,odd,itching,\n"
        ",,,,,,,,,fine row without its session\n"
        f"{ROW},1,1,,pain,,,\n"
        f"{ROW},1,1,done,,,,,,too many\n"
        "2026-02-30,2026-11-23-1,bar-hang,1\n"
        "03/12/2026,s,bar-hang,1\n"
        "23-11-26,s,bar-hang,1\n"
        "1066-10-14,s,bar-hang,1\n"
        "2026-11-23,other,the bar,1\n"
        f"{ROW},-1,1,,,,,\n"
    )

    told = faults(text)

    assert told == [
        "row 2, before: before must be a number from 0 to 10, got '11'",
        "row 2, during: during must be a number like 3 or 2.5, or empty, got 'two'",
        (
            "row 2, reason: reason must be one of pain, no-time, travel, illness, no-equipment, "
            "too-hard, no-wish, other, got 'bored'"
        ),
        "row 2, outcome: outcome must be one of done, partly, skipped, got 'perhaps'",
        (
            "row 2, character: character must be one of dull, stiff, pulling, burning, sharp, "
            "electric, spreading, got 'odd'"
        ),
        (
            "row 2, symptoms: symptoms must be one of numbness, tingling, weakness, "
            "saddle-numbness, bladder-bowel, both-legs, pain-down-limb, chest-pain, "
            "breathlessness, dizziness, vision-change, sudden-headache, got 'itching'"
        ),
        "row 3, date: date must be one day, like 2026-11-23, got ''",
        "row 4, outcome: outcome must be given where there is a reason, got nothing",
        "row 5: row must have 10 cells at most, got 12; Maybe quote a cell with a comma in it",
        "row 6, date: date must be one day, like 2026-11-23, got '2026-02-30'",
        "row 7, date: date must be one day, like 2026-11-23, got '03/12/2026'",
        (
            "row 8, date: date must be one day with all four digits of its year, like 2026-11-23, "
            "got '23-11-26'"
        ),
        (
            "row 9, date: date must be a date from 1970-01-01 to 2199-12-31, "
            "got datetime.date(1066, 10, 14)"
        ),
        (
            "row 10, exercise: exercise must be an id of ASCII letters, digits and hyphens, "
            "got 'the bar'; Maybe write it like 'neck-2-rotation'."
        ),
        "row 11, before: before must be a number from 0 to 10, got '-1'",
    ]


def test_what_the_plan_does_not_have_is_a_fault() -> None:
    """A slip in an id would lose the answer for good."""
    text = (
        "date,session,exercise,during\n"
        f"2026-11-23,{FIRST.id},bar-hang-passing,1\n"
        "2026-11-23,1999-01-01-1,neck-2-rotation,1\n"
        f"2026-11-23,{FIRST.id},,1\n"
    )
    sound = text.replace("2026-11-23,1999", "1999-01-01,1999")

    assert faults(text, plan=PLAN) == [
        f"row 2, exercise: exercise must be one of session '{FIRST.id}', got 'bar-hang-passing'",
        (
            "row 3, date: date must be 6 days at most from 1999-01-01, the day of session "
            "'1999-01-01-1', got '2026-11-23'"
        ),
        "row 3, session: session must be one of the plan's, got '1999-01-01-1'",
    ]
    assert len(read(sound).entries) == 3


def test_what_is_past_is_read_with_a_plan_made_again_since() -> None:
    """Relief, rests and ways up, too; what no catalogue knows is a fault still."""
    plan = plan_of("desk-worker")
    (first, *_) = plan.sessions
    sheet = journal_to_csv([first])
    anew = again("desk-worker", after(1), Journal())

    told = read(filled(sheet, {0: {"outcome": "done"}}), plan=anew)

    assert {one.exercise for one in told.entries} == {step.exercise for step in first.steps} | {
        None
    }
    wrong = filled(sheet, {1: {"exercise": "relief-seated"}})
    (fault,) = faults(wrong, plan=anew)
    assert "exercise must be one of session" in fault


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["titles must hold", "titles must hold", "titles must hold"]),
        ("\n\n", ["titles must hold", "titles must hold", "titles must hold"]),
        ("date,session,during\n", ["row 1, exercise: titles must hold date, session, exercise"]),
        (f"{HEAD},mood\n", ["row 1, column 11: title must be one of date, session, exercise"]),
        (f"{HEAD},During\n", ["row 1, during: title must come once, got 'during' twice"]),
        (f'{HEAD}\n{ROW},"1"2\n', ["sheet must be a table of cells, got a row that cannot be"]),
        (f'{HEAD}\n{ROW},"1\n', ["sheet must be a table of cells"]),
        (HEAD.encode("utf-16"), ["sheet must be UTF-8, got something else at byte 0; Maybe save"]),
        (
            b"PK\x03\x04\x14",
            ["got a spreadsheet's own file (.xlsx or .ods); Maybe save it as 'CSV"],
        ),
        ("PK\x03\x04\x14", ["got a spreadsheet's own file (.xlsx or .ods); Maybe save it as 'CSV"]),
    ],
)
def test_a_sheet_that_is_none_is_refused(text: str | bytes, told: list[str]) -> None:
    """What its titles or its bytes lack."""
    found = faults(text)

    assert len(found) == len(told)
    assert all(part in fault for part, fault in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"text": 3}, "text must be a sheet as text or bytes"),
        ({"written_at": datetime(2026, 11, 30)}, "written_at must be a moment with a time zone"),  # noqa: DTZ001
        ({"written_at": "now"}, "written_at must be a moment with a time zone"),
        ({"plan": "x"}, "plan must be a Plan, or None, got 'x'"),
        ({"plan": PLAN.sessions}, "plan must be a Plan, or None"),
    ],
)
def test_a_wrong_argument_of_reading_is_refused_by_name(
    changed: dict[str, Any], message: str
) -> None:
    """Field, expectation and value."""
    arguments: dict[str, Any] = {"text": HEAD, "written_at": AT, **changed}

    with pytest.raises(InvalidValueError, match=message):
        journal_from_csv(**arguments)


tenths = st.integers(0, 100).map(lambda tenth: tenth / 10)


@given(
    pains=st.lists(st.none() | tenths, min_size=5, max_size=5),
    note=st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=20),
    separator=st.sampled_from([",", ";", "\t"]),
    comma=st.booleans(),
)
def test_what_was_filled_in_comes_back(
    pains: list[float | None], note: str, separator: Any, comma: bool
) -> None:
    """Every pain to its field, whatever divides cells and decimals; a note with its words."""
    columns = ("before", "during", "after", "next morning", "second morning")
    cells = [
        "" if pain is None else f"{pain:g}".replace(".", "," if comma else ".") for pain in pains
    ]
    answers = {**dict(zip(columns, cells, strict=True)), "outcome": "done", "note": note}
    sheet = filled(journal_to_csv([FIRST], separator=separator), {1: answers}, separator)

    entry = next(entry for entry in read(sheet).entries if entry.done is not None)

    assert list(attrs.astuple(entry.pain)) == pains
    unchanged = {note, note[1:]} if note.startswith("'") else {note}
    assert entry.note in unchanged
