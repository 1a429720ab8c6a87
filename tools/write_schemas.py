"""Write the JSON Schemas of what spinecare reads and writes, from the model's own classes.

Usage: `python tools/write_schemas.py` writes them into the package; with `--check` it only says
whether they are current, and fails when they are not.

Types, defaults and docstrings come from the classes, bounds and patterns from their validators,
short forms and texts from the codec. A validator that the tool does not know stops it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from spinecare.envelope import as_text

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the tool's parts are found from any folder

from tools.schema_parts.documents import schemas  # noqa: E402

FOLDER = ROOT / "src" / "spinecare" / "schemas"


def main(arguments: list[str]) -> int:
    """Write or check every schema; return the exit code."""
    wanted = {FOLDER / f"{name}.json": as_text(schema) for name, schema in schemas().items()}
    if "--check" not in arguments:
        for path, text in wanted.items():
            path.write_text(text, encoding="utf-8")
        return 0
    present = {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    stale = sorted(path.name for path in wanted | present if wanted.get(path) != present.get(path))
    if stale:
        print(f"not current: {', '.join(stale)}; run python tools/write_schemas.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
