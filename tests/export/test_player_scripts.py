"""The pure parts of the guided session's scripts, run by Node; their rules are the library's."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from typing import Any

import pytest

from spinecare.export.html.player import player
from spinecare.export.html.player._player import SCRIPTS, script_of
from spinecare.reviewing import STOPPING, STRICT, Start, start
from tests.export.sample_plans import sample_plan
from tests.export.test_player import data_of
from tests.programs import program

_PURE = script_of(tuple(name for name in SCRIPTS if name != "starting"))
_PAINS = (None, *range(11))


def run(expression: str, **known: object) -> Any:
    """Return what an expression is, in the scope of the scripts and of what is known."""
    names = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in known.items())
    code = f"{_PURE}\n{names}console.log(JSON.stringify({expression}));"
    node = program("node", "nodejs")
    done = subprocess.run([node, "-"], input=code, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_scripts_and_styles_are_short_and_read_like_the_rest() -> None:
    """No file over 300 lines, no line over 100 characters."""
    for script in files("spinecare.export.html.player").iterdir():
        if script.name.endswith((".js", ".css")):
            lines = script.read_text(encoding="utf-8").splitlines()
            assert max(map(len, lines)) <= 100, script.name
            assert len(lines) <= 300, script.name


def test_the_scripts_are_plain_modern_javascript() -> None:
    """Node reads the whole without running it."""
    node = program("node", "nodejs")
    js = player(sample_plan()).js

    done = subprocess.run(
        [node, "--check", "-"], input=js, capture_output=True, text=True, check=False
    )

    assert done.stderr == ""


def test_the_limits_of_pain_and_what_stops_stand_once_in_the_library() -> None:
    """The page takes them from there, in its rules and in its words."""
    words = " ".join(_texts(run("[BEFORE_TEXTS, hurtText(10, false)]")))

    assert run("[SAFE_PAIN, MOST_PAIN]") == [STRICT.mild_up_to, STRICT.high_above]
    assert {int(one) for one in re.findall(r"(?<!of )\b\d+", words)} == {2, 5}
    assert data_of(player(sample_plan()))["stopping"] == [one.value for one in STOPPING]


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _texts(part)]


def test_a_session_begins_as_rule_r1_says() -> None:
    """For every pain, and for an unknown one."""
    names = {
        Start.ASK: "unknown",
        Start.DO_NOT: "no",
        Start.RELIEF: "relief",
        Start.NORMAL: "start",
    }

    told = run("pains.map(mayBegin)", pains=_PAINS)

    assert told == [names[start(pain, STRICT)] for pain in _PAINS]


def test_what_hurts_goes_on_only_where_rule_r2_lets_it() -> None:
    """The page is never milder than the library: what R2 stops cannot be stayed with."""
    for has_sign in (False, True):
        told = run(f"pains.map((pain) => afterHurt(pain, {json.dumps(has_sign)}))", pains=_PAINS)

        for pain, ways in zip(_PAINS, told, strict=True):
            is_mild = pain is not None and pain <= STRICT.hurt_above
            assert ("stay" in ways) == (is_mild and not has_sign)
            assert ("leave" in ways) == (not has_sign and (pain or 0) <= STRICT.high_above)
            assert "end" in ways


def test_a_stop_sign_is_a_symptom_or_a_pain_that_r2_stops() -> None:
    """Dull pain alone is none."""
    book = {"stopping": data_of(player(sample_plan()))["stopping"]}
    cases = [[[], []], [[], ["dull", "burning"]], [["weakness"], []], [[], ["dull", "sharp"]]]

    told = run("cases.map(([a, b]) => isStopSign(a, b, book))", cases=cases, book=book)

    assert told == [False, False, True, True]


def test_the_worse_of_two_pains_is_the_higher_unless_the_other_is_unknown() -> None:
    """Unknown is worse than what is safe, never better."""
    pairs = [[1, 2], [4, None], [None, 2], [None, None], [0, 0]]

    assert run("pairs.map((pair) => worsePain(...pair))", pairs=pairs) == [2, 4, None, None, 0]


@pytest.mark.parametrize(
    ("purposes", "ends"),
    [
        (["opening", "main", "closing"], 10),
        (["opening", "relief", "rest", "main"], 20),
        (["relief", "relief", "rest", "way-up"], 40),
        (["main", "relief"], 0),
        (["closing", "way-up"], 0),
        (["relief"], 10),
        ([], 0),
    ],
)
def test_relief_ends_where_the_exercises_begin(purposes: list[str], ends: int) -> None:
    """A session of relief alone is led to its end, up to the way up."""
    parts = [{"purpose": purpose, "at": 10 * at} for at, purpose in enumerate(purposes)]

    told = run("reliefEnds(course)", course={"parts": parts, "lasts": 10 * len(parts)})

    assert told == ends


@pytest.mark.parametrize(
    ("started", "age"),
    [
        ("2026-11-24T19:00", "fresh"),
        ("2026-11-24T17:30", "fresh"),
        ("2026-11-24T17:29", "stale"),
        ("2026-11-24T19:31", "stale"),
        ("2026-11-23T23:59", "old"),
        ("2026-10-24T19:30", "old"),
    ],
)
def test_a_session_is_fresh_for_two_hours_and_old_on_another_day(started: str, age: str) -> None:
    """A clock that was put back makes it no fresher."""
    now = "localTime = () => '2026-11-24T19:30'"

    assert run(f"({now}, ageOf({{ started }}))", started=started) == age


def test_a_session_over_midnight_is_still_fresh() -> None:
    """Two hours are two hours."""
    now = "localTime = () => '2026-11-25T00:30'"

    assert run(f"({now}, ageOf({{ started: '2026-11-24T23:40' }}))") == "fresh"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (0.2, "0:01"), (59.5, "1:00"), (65, "1:05"), (3600, "60:00")]
)
def test_time_left_is_rounded_up(seconds: float, text: str) -> None:
    """It reads 0:00 only at the end."""
    assert run("clockText(seconds)", seconds=seconds) == text


def test_a_course_has_every_second_of_its_session_and_time_to_get_ready() -> None:
    """Where a session begins at once with an exercise, ten seconds come before it."""
    plan = sample_plan()
    data = data_of(player(plan))

    told = run("readBook(data).sessions.map(({ course }) => course.lasts)", data=data)

    expected = [session.duration_s for session in plan.sessions]
    leads = [0 if session.steps[0].between_s else 10 for session in plan.sessions]
    assert told == [sum(pair) for pair in zip(expected, leads, strict=True)]


def test_a_clock_that_is_put_back_moves_nothing_back() -> None:
    """The session goes on from where it was."""
    told = run(
        "[look(watch, 3000), placeOf(watch, 3000), look(watch, -50_000), placeOf(watch, -49_000)]",
        watch={"course": {"lasts": 60}, "place": 5, "since": 0, "seen": 2000},
    )

    assert told == [False, 8, False, 9]


def test_today_comes_first_then_the_next_day_then_the_last() -> None:
    """What is done already is not chosen; a missed one of today is, before tomorrow's."""
    days = (("23", "07:00"), ("24", "07:00"), ("24", "19:30"), ("28", "10:00"))
    sessions = [
        {"id": f"{day}-{time}", "date": f"2026-11-{day}", "time": time} for day, time in days
    ]
    cases = [
        ([], "2026-11-20T12:00", "23-07:00"),
        ([], "2026-11-24T06:30", "24-07:00"),
        ([], "2026-11-24T12:00", "24-19:30"),
        ([], "2026-11-24T23:00", "24-19:30"),
        (["24-19:30"], "2026-11-24T23:00", "24-07:00"),
        (["24-07:00", "24-19:30"], "2026-11-24T23:00", "28-10:00"),
        ([], "2026-12-24T12:00", "28-10:00"),
    ]
    known = [[[{"session": id} for id in done], now] for done, now, _ in cases]

    told = run("known.map((one) => preselected(sessions, ...one))", known=known, sessions=sessions)

    assert [sessions[place]["id"] for place in told] == [chosen for _, _, chosen in cases]


def test_signals_come_once_and_in_time() -> None:
    """Three counts before the end, what begins next, and the end of all; none for the way in."""
    course = {
        "lasts": 20,
        "cues": [
            {"at": 0, "ends": 2, "lasts": 2, "kind": "setup", "role": "stress"},
            {"at": 2, "ends": 10, "lasts": 8, "kind": "hold", "role": "stress"},
            {"at": 10, "ends": 14, "lasts": 4, "kind": "relax", "role": "relax"},
            {"at": 14, "ends": 20, "lasts": 6, "kind": "change", "role": "neutral"},
        ],
    }
    ticks = [[-0.001, 0], *([at / 10, (at + 1) / 10] for at in range(200))]

    told = run(
        "ticks.flatMap(([a, b]) => signalsBetween(course, a, b))", course=course, ticks=ticks
    )

    expected = ["effort", *["count"] * 3, "relax", "sides", *["count"] * 3, "end"]
    assert told == expected


def test_unknown_answers_are_left_out_of_an_entry() -> None:
    """Zero, false and text are answers; null, nothing and empty lists are none."""
    table = {
        "pain": {"before": 0, "during": None},
        "done": {"outcome": "done", "reason": None},
        "planned": {"is_reduced": False},
        "note": "",
        "symptoms": [],
        "effort": None,
    }

    assert run("withoutUnknown(table)", table=table) == {
        "pain": {"before": 0},
        "done": {"outcome": "done"},
        "planned": {"is_reduced": False},
    }
