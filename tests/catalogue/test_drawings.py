"""The checks of drawings and postures: each finds its own breach, at the text it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.model import Drawing, Frame
from tests.catalogue.own_files import entry, faults_of, table

START = '{ id = "start", like = "supine" }'
UP = '{ id = "up", like = "start", hints = "R_hip_flex 40" }'


def drawing(of: str = "x-1", *, frames: str = f"[{START}, {UP}]", **fields: str) -> str:
    """Return an exercise of two phases and its drawing, with these fields."""
    least = {"of": f'"{of}"', "frames": frames, "phases": '["up", "start"]'}
    return entry("x-1") + table("drawings", {**least, **fields})


def posture(id: str = "curled", **fields: str) -> str:
    """Return a posture as TOML."""
    return table("postures", {"id": f'"{id}"', **(fields or {"base": '"supine"'})})


FRAME = "must be one of the catalogue's ids, got 'zz'"
BREACHES: list[tuple[str, str]] = [
    (drawing("zz"), f"$.drawings[0].of: exercise {FRAME}"),
    (drawing("x-11"), "$.drawings[0].of: exercise must be one of the catalogue's ids, got 'x-11'"),
    (drawing(frames="[]", phases="[]"), "$.drawings[0]: frames must be at least one frame, got"),
    (
        drawing(
            frames=f'[{START}, {{ id = "start", like = "supine" }}]', phases='["start", "start"]'
        ),
        "$.drawings[0].frames[1].id: id must be given once, got 'start' again",
    ),
    (drawing(phases='["up", "zz"]'), f"$.drawings[0].phases[1]: frame {FRAME}"),
    (drawing(card='"zz"'), f"$.drawings[0].card: frame {FRAME}"),
    (
        drawing(phases='["up"]'),
        "$.drawings[0].phases: phases must name a frame for each of the 2 phases, got 1",
    ),
    (
        drawing(phases='["start", "up", "start"]'),
        "$.drawings[0].phases: phases must name a frame for each of the 2 phases, got 3",
    ),
    (
        drawing(frames=f'[{START}, {{ id = "up", like = "zz" }}]'),
        f"$.drawings[0].frames[1].like: posture or earlier frame {FRAME}",
    ),
    (
        drawing(frames=f'[{{ id = "up", like = "start" }}, {START}]'),  # later is not earlier
        "$.drawings[0].frames[0].like: posture or earlier frame must be one of the catalogue's ids",
    ),
    (
        drawing(frames='[{ id = "start", like = "start" }, { id = "up", base = "prone" }]'),
        "$.drawings[0].frames[0].like: posture or earlier frame must be one of the catalogue's ids",
    ),
    (
        drawing(frames=f'[{START}, {{ id = "up", mirrors = "zz" }}]'),
        f"$.drawings[0].frames[1].mirrors: earlier frame {FRAME}",
    ),
    (
        drawing(frames=f'[{START}, {{ id = "up", mirrors = "supine" }}]'),  # no posture either
        "$.drawings[0].frames[1].mirrors: earlier frame must be one of the catalogue's ids, got",
    ),
    (
        drawing(frames=f'[{START}, {{ id = "up", hints = "R_knee 20" }}]'),
        "$.drawings[0].frames[1].like: like, base or mirrors must be given, got none of them",
    ),
    (posture(like='"zz"'), f"$.postures[0].like: posture or earlier frame {FRAME}"),
    (posture("zz", like='"zz"'), f"$.postures[0].like: posture or earlier frame {FRAME}"),
    (posture(mirrors='"supine"'), "$.postures[0].mirrors: earlier frame must be one of the"),
    (posture(hints='"R_knee 20"'), "$.postures[0].like: like, base or mirrors must be given, got"),
    (posture("supine"), "$.postures[0].id: id must be given once, got 'supine' again"),
    (
        drawing() + table("drawings", {"of": '"x-1"', "frames": f"[{START}, {UP}]"}),
        "$.drawings[1].of: of must be given once, got 'x-1' again",
    ),
]


@pytest.mark.parametrize(("text", "fault"), BREACHES)
def test_a_drawing_that_does_not_fit_is_told_where_it_is_written(
    tmp_path: Path, text: str, fault: str
) -> None:
    """Field, expectation and value, at the frame or phase."""
    assert any(told.startswith(fault) for told in faults_of(tmp_path, text))


def test_all_breaches_of_a_drawing_are_told_at_once(tmp_path: Path) -> None:
    """One look at the file mends them all."""
    text = drawing(
        "zz",
        frames='[{ id = "a" }, { id = "a", like = "zy" }]',
        phases='["zx"]',
        card='"zw"',
    )

    places = [told.split(":", 1)[0] for told in faults_of(tmp_path, text)]

    assert places == [
        "$.drawings[0].of",
        "$.drawings[0].frames[0].like",
        "$.drawings[0].frames[1].id",
        "$.drawings[0].frames[1].like",
        "$.drawings[0].phases[0]",
        "$.drawings[0].card",
    ]


def test_a_slip_of_the_pen_comes_with_the_nearest_name(tmp_path: Path) -> None:
    """Of the frames that may be meant."""
    (told,) = faults_of(tmp_path, drawing(phases='["up", "strat"]'))

    assert told.endswith("; Maybe start")


def test_links_to_what_could_not_be_read_are_not_told_twice(tmp_path: Path) -> None:
    """The broken exercise, and the broken posture, are told; their drawing is not."""
    text = (
        entry("x-1", role='"no-such-role"')
        + table("postures", {"id": '"broken"', "base": "7"})
        + table("postures", {"id": '"other"', "like": '"broken"'})
        + table(
            "drawings",
            {"of": '"x-1"', "frames": '[{ id = "a", like = "broken" }]', "phases": '["a"]'},
        )
    )

    told = faults_of(tmp_path, text)

    assert [fault.split(":", 1)[0] for fault in told] == ["$.entries[0].role", "$.postures[0].base"]


def test_own_exercises_and_postures_can_be_drawn(tmp_path: Path) -> None:
    """From the built-in postures, from own ones, and from earlier frames."""
    file = tmp_path / "own.toml"
    file.write_text(
        posture("mine", like='"prone"')
        + drawing(
            frames=f'[{START}, {{ id = "up", like = "mine" }}, {{ id = "left", mirrors = "up" }}]',
            phases='["up", "left"]',
            card='"left"',
        )
    )

    catalogue = load_catalogue(file)

    drawn = catalogue.drawing("x-1")
    assert isinstance(drawn, Drawing)
    assert [frame.id for frame in drawn.frames] == ["start", "up", "left"]
    assert catalogue.posture_by_id["mine"] == Frame(id="mine", like="prone")
    assert catalogue.drawing("no-such-exercise") is None


def test_every_position_has_a_posture_of_its_name() -> None:
    """A pose that is only named is drawn as its position's shape."""
    catalogue = load_catalogue()

    missing = {position.id for position in catalogue.positions} - catalogue.posture_by_id.keys()

    assert missing == set()


def test_the_texts_of_an_own_drawing_are_read_when_its_file_is_loaded(tmp_path: Path) -> None:
    """Every fault of every frame and posture at once, each where it is written."""
    frames = '[{ id = "start", like = "curled", hints = "R_nose 20", on = "heal" }]'
    text = posture(base='"supine"', hints='"knee 170"') + drawing(frames=frames)

    told = faults_of(tmp_path, text)

    paths = {fault.split(": ", 1)[0] for fault in told}
    assert {
        "$.postures[0].hints",
        "$.drawings[0].frames[0].hints",
        "$.drawings[0].frames[0].on",
    } <= paths


def test_a_base_that_is_none_is_told_when_its_file_is_loaded(tmp_path: Path) -> None:
    """A word nobody knows; a base that is only missing is told as a link."""
    told = faults_of(tmp_path, posture(base='"suppine"'))

    assert [fault.split(": ", 1)[0] for fault in told] == ["$.postures[0].base"]
