"""What is no plan is refused by name, whatever it is to become."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from spinecare.errors import InvalidValueError
from spinecare.export import to_html, to_ical, to_ical_files, to_markdown, to_pdf


@pytest.mark.parametrize("export", [to_html, to_ical, to_ical_files, to_markdown, to_pdf])
def test_what_is_no_plan_is_refused_by_name(export: Callable[[Any], object]) -> None:
    """Not with an error about an attribute somewhere within."""
    with pytest.raises(InvalidValueError) as refusal:
        export(3)

    error = refusal.value
    assert (error.field, error.expected, error.got) == ("plan", "a Plan", "3")
    assert "make_plan" in error.cure
