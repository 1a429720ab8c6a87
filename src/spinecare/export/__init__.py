"""Plans for other programs and for people: one module for each format."""

from __future__ import annotations

from spinecare.export.csv import journal_from_csv, journal_to_csv
from spinecare.export.html import to_html
from spinecare.export.ical import to_ical, to_ical_files
from spinecare.export.json import from_json, to_json
from spinecare.export.markdown import to_markdown
from spinecare.export.pdf import to_pdf
from spinecare.export.recovery import recover_journal

__all__ = [
    "from_json",
    "journal_from_csv",
    "journal_to_csv",
    "recover_journal",
    "to_html",
    "to_ical",
    "to_ical_files",
    "to_json",
    "to_markdown",
    "to_pdf",
]
