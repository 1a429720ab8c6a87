"""The page that every test of the guided session opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.export.player.page import write_page
from tests.export.sample_plans import sample_plan

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample plan's page."""
    return write_page(sample_plan(), tmp_path_factory.mktemp("player"))
