"""The catalogue: data files and the loader that checks them."""

from __future__ import annotations

from spinecare.catalogue._load import load_catalogue

__all__ = ["load_catalogue"]
