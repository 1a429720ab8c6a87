"""The version, as a constant: exports name it and must not depend on how it was installed."""

from __future__ import annotations

__version__ = "0.1.0"
"""The version of the library; `pyproject.toml` says the same, and a test compares them."""
