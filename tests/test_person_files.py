"""A person from a TOML file: read whole, or refused with every fault and its line."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from spinecare.errors import FaultyInputError, FileAccessError, InvalidValueError
from spinecare.model import Availability, Catalogue, DeskHours, Person, Place, Screening
from spinecare.profile import load_person

SHORT = 'timezone = "UTC"\navailability = "Mon-Fri 07:00 20 min"\n'
FULL = """\
name = "Ann"
timezone = "Europe/Berlin"
goals = ["ease-neck", "relax"]
routines = ["neck"]
conditions = ["disc-herniation"]
equipment = ["mat"]
wakes_at = 06:30:00
desk = "Mon-Fri 09:00-17:00"
level = "practised"
pain = 2
tense = []
cleared_by_clinician = true

[availability]
days_off = [2026-12-25]

[[availability.slots]]
weekday = "Mon"
start = "07:00"
minutes = "0.5 h"

[[availability.slots]]
weekday = "Tue"
start = 19:00:00
minutes = 20
place = "office"

[screening]
yes = ["rf-age-under-18-or-over-55"]
others = "no"

[[places]]
name = "office"
has_floor = true
equipment = ["mat"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a profile that is not there yet."""
    return tmp_path / "me.toml"


def faults_of(file: Path, text: str, catalogue: Catalogue | None = None) -> list[str]:
    """Return the faults of a profile as `line: path: message`."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyInputError) as caught:
        load_person(file, catalogue)
    assert caught.value.what == "person"
    assert all(fault.file == str(file) for fault in caught.value.faults)
    return [f"{fault.line}: {fault.path}: {fault.message}" for fault in caught.value.faults]


def test_two_lines_are_a_person(file: Path) -> None:
    """All else has a default."""
    file.write_text(SHORT)

    assert load_person(file) == Person(timezone="UTC", availability="Mon-Fri 07:00 20 min")
    assert load_person(str(file)) == load_person(file)


def test_every_field_can_stand_in_a_file(file: Path) -> None:
    """Text, numbers, TOML's own dates and times, tables."""
    flag = "rf-age-under-18-or-over-55"
    file.write_text(FULL.replace(f'yes = ["{flag}"]\n', ""))

    person = load_person(file)

    assert person.name == "Ann"
    assert person.wakes_at == time(6, 30)
    assert person.desk == DeskHours.parse("Mon-Fri 09:00-17:00")
    assert person.tense == ()
    assert person.screening == Screening(others="no")
    assert person.places == (Place(name="office", has_floor=True, equipment=["mat"]),)
    assert person.availability == Availability(
        slots=Availability.parse("Mon 07:00 30 min; Tue 19:00 20 min (office)").slots,
        days_off=[date(2026, 12, 25)],
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "None: $.timezone: timezone must be given, got nothing"),
        (SHORT + "pain = 11", "3: $.pain: pain must be a number from 0 to 10, got 11.0"),
        (SHORT + 'pain = "much"', "3: $.pain: pain must be a number, got 'much'"),
        (SHORT + "pain = nan", "3: $.pain: pain must be a finite number, got nan"),
        (SHORT + "naem = 1", "3: $.naem: key must be one of timezone, availability"),
        (SHORT + "naem = 1", "got 'naem'; Maybe name"),
        (SHORT + 'goals = "relax"', "3: $.goals: goals must be a list, got 'relax'"),
        (SHORT + 'goals = ["sleep"]', "3: $.goals[0]: goals[0] must be one of ease-neck"),
        (SHORT + "a = [", "3: $: file must be valid TOML, got: Invalid value"),
        (SHORT.replace("20 min", "0 min"), "2: $.availability: minutes must be a number from 1"),
        (SHORT.replace("20 min", "2 kg"), "2: $.availability: minutes must be a time, got '2 kg'"),
        (
            SHORT.replace("20 min", "20 min; Mon 07:10 5 min"),
            "2: $.availability: availability must be slots that do not overlap",
        ),
        (SHORT.replace("Mon-Fri", "Mon-Fry"), "2: $.availability: availability must be one of Mon"),
        (SHORT.replace("UTC", "Mars/Base"), "1: $.timezone: timezone must be a name of the time"),
        (SHORT + 'wakes_at = "7 am"', "3: $.wakes_at: wakes_at must be a time of day like '07:00'"),
        (SHORT + "wakes_at = 2026-01-01", "3: $.wakes_at: wakes_at must be a time of day like"),
        (SHORT + 'desk = "Mon 17:00-09:00"', "3: $.desk: desk must be hours that end after they"),
        (SHORT + '[screening]\nothers = "yes"', "4: $.screening.others: others must be one of no"),
        (SHORT + "[[places]]\n[[places]]", "4: $.places[1].name: name must be given, got nothing"),
        (SHORT + 'routines = ["nekc"]', "3: $.routines[0]: routine must be one of the catalogue's"),
        (SHORT + 'routines = ["nekc"]', "ids, got 'nekc'; Maybe neck"),
        (
            SHORT + 'screening = { yes = ["rf-x"] }',
            "3: $.screening.yes[0]: red flag must be one of the catalogue's ids, got 'rf-x'",
        ),
        (
            SHORT + '[[places]]\nname = "x"\nequipment = ["zz"]',
            "5: $.places[0].equipment[0]: equipment must be one of the catalogue's ids, got 'zz'",
        ),
        (SHORT + 'tense = ["zz"]', "3: $.tense[0]: region must be one of the catalogue's ids"),
        (SHORT + 'tried = ["zz"]', "3: $.tried[0]: exercise must be one of the catalogue's ids"),
    ],
)
def test_a_fault_of_a_profile_is_told_with_its_line(file: Path, text: str, fault: str) -> None:
    """Path, field, expectation, value."""
    assert any(fault in told for told in faults_of(file, text))


def test_all_faults_of_a_profile_come_at_once(file: Path) -> None:
    """Wrong fields and unknown ids together, in the order of the lines."""
    text = 'routines = ["zz"]\npain = 11\nnaem = 1\ntimezone = "Mars"\n'

    assert [told.split(": ")[:2] for told in faults_of(file, text)] == [
        ["None", "$.availability"],
        ["1", "$.routines[0]"],
        ["2", "$.pain"],
        ["3", "$.naem"],
        ["4", "$.timezone"],
    ]


def test_ids_are_looked_up_in_the_catalogue_that_is_given(file: Path) -> None:
    """An own catalogue has own routines; an empty one knows none."""
    told = faults_of(file, SHORT + 'routines = ["neck"]', Catalogue())

    assert told == ["3: $.routines[0]: routine must be one of the catalogue's ids, got 'neck'"]


def test_a_file_that_is_not_there_is_an_error_of_its_own(tmp_path: Path) -> None:
    """An `OSError` to those who know nothing of the library."""
    with pytest.raises(FileAccessError, match="No such file") as caught:
        load_person(tmp_path / "none.toml")

    assert isinstance(caught.value, OSError)
    assert caught.value.file == str(tmp_path / "none.toml")


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    """One person, one file."""
    with pytest.raises(FileAccessError, match="file must be one that can be used"):
        load_person(tmp_path)


def test_what_is_no_path_is_refused_by_name() -> None:
    """A number would be somebody's open file."""
    with pytest.raises(InvalidValueError, match="path must be the path of a file, got 3"):
        load_person(3)  # type: ignore[arg-type]


def test_a_profile_is_utf_8(file: Path) -> None:
    """The line of the first wrong byte is told."""
    file.write_bytes(SHORT.encode() + b'name = "Ren\xe9"')

    with pytest.raises(FaultyInputError, match=r"me\.toml:3: \$: file must be UTF-8 text, got"):
        load_person(file)
