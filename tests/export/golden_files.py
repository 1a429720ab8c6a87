"""The files in `tests/golden`, which a person can open; run this module to write them anew.

Do so when an export is meant to change (`python -m tests.export.golden_files`), and read the
difference before it is committed. The files in `versions` are of earlier days and are never
written again: a test reads each of them.
"""

from __future__ import annotations

from pathlib import Path

from spinecare.export import to_ical, to_json
from tests.export.sample_plans import short_plan

FOLDER = Path(__file__).parents[1] / "golden"


def golden_files() -> dict[str, bytes]:
    """Return what each file must hold."""
    plan = short_plan()
    return {"week.json": to_json(plan).encode(), "week.ics": to_ical(plan)}


if __name__ == "__main__":
    for name, data in golden_files().items():
        (FOLDER / name).write_bytes(data)
