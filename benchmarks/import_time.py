"""How long `import spinecare` takes, compared with importing attrs and cattrs alone.

Each round starts a fresh interpreter for every subject in turn, so that a busy machine slows all
of them alike; the ratios are medians over the rounds. The aim is at most 1.5 for the import.

Usage: `python benchmarks/import_time.py [ROUNDS]`, 15 rounds unless said otherwise.
"""

from __future__ import annotations

import statistics
import subprocess
import sys

SUBJECTS = {
    "attrs and cattrs": "import attrs, cattrs",
    "import spinecare": "import spinecare",
    "… and the model": "import spinecare; spinecare.Plan",
    "… and the catalogue": "import spinecare; spinecare.load_catalogue()",
    "… and everything public": "from spinecare import *",
}
BASE = "attrs and cattrs"
CLOCK = "import time; before = time.perf_counter(); {}; print(time.perf_counter() - before)"


def seconds(statement: str) -> float:
    """Return the seconds a statement takes in a fresh interpreter, its start not counted."""
    command = [sys.executable, "-c", CLOCK.format(statement)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Measure and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for statement in SUBJECTS.values():
        seconds(statement)  # once before, so that compiled files are there
    times = [{name: seconds(text) for name, text in SUBJECTS.items()} for _ in range(rounds)]
    print(f"{'subject':<26}{'median':>10}{'ratio':>8}   ({rounds} rounds)")
    for name in SUBJECTS:
        median = statistics.median(one[name] for one in times)
        ratio = statistics.median(one[name] / one[BASE] for one in times)
        print(f"{name:<26}{1000 * median:>7.1f} ms{ratio:>8.2f}")


if __name__ == "__main__":
    main()
