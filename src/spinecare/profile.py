"""A person from a TOML file."""

from __future__ import annotations

from attrs import evolve

from spinecare.catalogue import load_catalogue
from spinecare.codec import from_data
from spinecare.errors import Fault, FaultyInputError
from spinecare.files import PathLike, read_bytes
from spinecare.model import Catalogue, Person, unknown_ids_in
from spinecare.toml_text import decode, line_of, parse_toml

_WHAT = "person"


def load_person(path: PathLike, catalogue: Catalogue | None = None) -> Person:
    """Return a person read from a TOML file.

    Args:
        path: A file whose keys are fields of `Person`; `availability` and `desk` may be text or
            tables, screening and places are tables.
        catalogue: Where the person's ids are looked up; the built-in one when `None`.

    Returns:
        The person, every field checked and every id known.

    Raises:
        FileAccessError: The file cannot be read.
        FaultyInputError: With every fault of the file and its line.

    Examples:
        A file as short as this is enough:

        ```toml
        timezone = "Europe/Berlin"
        availability = "Mon-Fri 07:00 20 min; Sat 10:00 45 min"
        goals = ["ease-neck"]
        screening = { others = "no" }
        ```
    """
    content = read_bytes(path)
    file = str(path)
    text = decode(content, what=_WHAT, file=file)
    data = parse_toml(content, what=_WHAT, file=file)
    faults: list[Fault] = []
    person: Person | None = None
    try:
        person = from_data(data, Person, what=_WHAT, file=file)
    except FaultyInputError as error:
        faults.extend(error.faults)
    known = load_catalogue() if catalogue is None else catalogue
    faults.extend(
        Fault(file=file, path=place, message=str(error).replace("\n", "; "))
        for place, error in unknown_ids_in(data, known)
    )
    if person is None or faults:
        lined = [evolve(fault, line=line_of(text, fault.path)) for fault in faults]
        raise FaultyInputError(_WHAT, tuple(sorted(lined, key=_line)))
    return person


def _line(fault: Fault) -> int:
    return fault.line or 0
