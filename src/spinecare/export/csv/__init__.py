"""The journal as a sheet that a person fills in, by hand or in a spreadsheet, and back.

Both ways stand here, as `to_json` and `from_json` stand side by side: a sheet is a format like any
other, written from a plan and read without touching a file.
"""

from __future__ import annotations

from spinecare.export.csv._reading import journal_from_csv
from spinecare.export.csv._sheet import journal_to_csv

__all__ = ["journal_from_csv", "journal_to_csv"]
