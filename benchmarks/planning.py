"""How long a week takes to plan, and how the search compares with a general solver.

Prints, from one run: the median and the 95th percentile of planning one week for each of the
example people; a year against four weeks; the peak memory of a year; and the search against
OR-Tools CP-SAT (the referee of the tests, one worker) on the same problems: those of the example
people, and random ones. The aims: 10 ms a week, 0.5 s a year, a year at most 13 x 1.1 times four
weeks, and 50 times as quick as CP-SAT at the median, 10 times in the worst twentieth.

Usage, from the root of the project: `python benchmarks/planning.py [RANDOM [ROUNDS [PEOPLE]]]`, 60
random problems, 20 rounds and all example people unless said otherwise.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the referee stands with the tests

from spinecare import Person, load_catalogue, load_person, make_plan  # noqa: E402
from spinecare.planning.optimum import Problem, Solution, solve  # noqa: E402
from tests.optimum.problems import random_week  # noqa: E402
from tests.optimum.referee import judge  # noqa: E402

START = date(2026, 11, 23)
CATALOGUE = load_catalogue()
EFFORT = 5.0
"""CP-SAT's deterministic seconds for each level; what it has not proven then is a lower bound of
its time."""


def people(most: int | None) -> dict[str, Person]:
    """Return the first example people, or all, by the names of their files."""
    paths = sorted((ROOT / "examples" / "profiles").glob("*.toml"))
    return {path.stem: load_person(path) for path in paths[:most]}


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that something takes, with the collector of garbage out of the way."""
    gc.collect()
    gc.disable()
    try:
        before = time.perf_counter()
        work()
        return time.perf_counter() - before
    finally:
        gc.enable()


def quantile(values: list[float], part: float) -> float:
    """Return the value below which a part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def print_planning(everyone: dict[str, Person], rounds: int) -> None:
    """Print how long plans take, by person, and the memory of a year."""
    print("one week of planning, explained by its findings; a year against four weeks\n")
    columns = "week", "95 %", "4 weeks", "52 weeks", "ratio", "peak"
    print(f"{'person':<18}" + "".join(f"{name:>{10}}" for name in columns))
    for name, person in everyone.items():
        plan = partial(make_plan, person, catalogue=CATALOGUE, start=START)
        plan(weeks=1)
        starts = [START + timedelta(days=later) for later in range(rounds)]
        weeks = [seconds(partial(plan, weeks=1, start=start)) for start in starts]
        fewest = min(3, rounds)
        few = [seconds(partial(plan, weeks=4)) for _ in range(max(fewest, rounds // 4))]
        year = [seconds(partial(plan, weeks=52)) for _ in range(max(fewest, rounds // 5))]
        tracemalloc.start()
        kept = plan(weeks=52)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        del kept
        four, all_of_it = statistics.median(few), statistics.median(year)
        print(
            f"{name:<18}{1e3 * statistics.median(weeks):>7.1f} ms"
            f"{1e3 * quantile(weeks, 0.95):>7.1f} ms{1e3 * four:>7.0f} ms"
            f"{all_of_it:>8.2f} s{all_of_it / four:>10.1f}{peak / 1e6:>7.1f} MB"
        )
    print("\n52 weeks are 13 times 4 weeks; a ratio up to 14.3 means no growth per week.")


def own_problems(everyone: dict[str, Person]) -> Iterator[Problem]:
    """Yield the weeks of the example people over a quarter of a year, each problem once."""
    seen: dict[Problem, None] = {}

    def remember(problem: Problem, *, most_expanded: int | None = None) -> Solution:
        seen[problem] = None
        return solve(problem, most_expanded=most_expanded)

    with mock.patch("spinecare.planning.scheduling.solve", remember):
        for person in everyone.values():
            make_plan(person, start=START, weeks=13, catalogue=CATALOGUE)
    yield from seen


def print_search(title: str, problems: list[Problem]) -> None:
    """Print how the search compares with CP-SAT on problems."""
    own: list[float] = []
    ratios: list[float] = []
    unproven = worse = 0
    for problem in problems:
        own.append(seconds(partial(solve, problem)))
        before = time.perf_counter()
        verdict = judge(problem, effort=EFFORT)
        ratios.append((time.perf_counter() - before) / own[-1])
        unproven += verdict.proven < len(verdict.levels)
        worse += verdict.levels < solve(problem).levels
    print(
        f"{title:<18}{len(problems):>5}{1e3 * statistics.median(own):>8.1f} ms"
        f"{1e3 * quantile(own, 0.95):>8.1f} ms{statistics.median(ratios):>9.0f} x"
        f"{quantile(ratios, 0.05):>9.0f} x{unproven:>8}{worse:>7}"
    )


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    everyone = people(int(sys.argv[3]) if len(sys.argv) > 3 else None)
    print(f"{rounds} rounds, {count} random problems; some minutes on two cores\n", flush=True)
    print_planning(everyone, rounds)
    print("\nthe search against CP-SAT on the same weeks: how many times as quick\n")
    print(
        f"{'weeks of':<18}{'':>5}{'search':>11}{'95 %':>11}{'median':>11}{'worst 20th':>11}"
        f"{'open':>8}{'worse':>7}"
    )
    print_search("example people", list(own_problems(everyone)))
    print_search("random people", [random_week(seed) for seed in range(count)])
    print(
        "\nopen: CP-SAT had not proven every level when its effort ran out, so it is slower still;"
        "\nworse: the search found less than CP-SAT (there is none)."
    )


if __name__ == "__main__":
    main()
