"""The short texts of a frame: what each field takes, and every fault at once."""

from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import Fault, FaultyInputError
from spinecare.figures.props import SHAPES
from spinecare.figures.reading import VIEWS, Reader
from spinecare.figures.scene import Prop, View
from spinecare.figures.shape import At, Contact, Hint, On, Touch, Toward
from tests.figures.body.shapes import shape

HINTS: Final[list[tuple[str, tuple[Hint, ...]]]] = [
    ("", ()),
    (" , ,", ()),
    ("R_knee 90", (Hint("R_knee", 90.0),)),
    ("R_knee 90!4", (Hint("R_knee", 90.0, 4.0),)),
    ("  R_knee   90.5 ! 0.5 ,", (Hint("R_knee", 90.5, 0.5),)),
    ("lum_flex -10", (Hint("lum_flex", -10.0),)),
    ("knee 90!2", (Hint("L_knee", 90.0, 2.0), Hint("R_knee", 90.0, 2.0))),
    ("turn -180, pitch 20", (Hint("pitch", 20.0), Hint("turn", -180.0))),
    ("knee 90, R_knee 40", (Hint("L_knee", 90.0), Hint("R_knee", 40.0))),  # the last one counts
]
CONTACTS: Final[list[tuple[str, str, tuple[Contact, ...]]]] = [
    ("on", "sacrum", (On("sacrum"),)),
    ("on", "R_knee +0.08", (On("R_knee", 0.08),)),
    ("on", "knee -0.01", (On("R_knee", -0.01), On("L_knee", -0.01))),
    ("on", "sacrum, occiput +0.05", (On("sacrum"), On("occiput", 0.05))),
    ("at", "pelvis 0 - 0", (At("pelvis", (0.0, None, 0.0)),)),
    ("at", "R_palm 0.3 0.2 -", (At("R_palm", (0.3, 0.2, None)),)),
    ("at", "R_palm 0.3 f 0.1", (At("R_palm", (0.3, None, 0.1), True),)),
    ("at", "R_palm - f -", (At("R_palm", (None, None, None), True),)),
    (
        "at",
        "palm 0.3 f 0.15",
        (At("R_palm", (0.3, None, 0.15), True), At("L_palm", (0.3, None, -0.15), True)),
    ),
    ("at", "L_palm 0 0 0.1", (At("L_palm", (0.0, 0.0, 0.1)),)),  # with its side: as it stands
    ("at", "knee - 0.1 -", (At("R_knee", (None, 0.1, None)), At("L_knee", (None, 0.1, None)))),
    ("touch", "R_palm L_shin", (Touch("R_palm", "L_shin"),)),
    ("touch", "R_palm R_shin 0 0.02 -0.1", (Touch("R_palm", "R_shin", (0.0, 0.02, -0.1)),)),
    ("touch", "palm shin", (Touch("R_palm", "R_shin"), Touch("L_palm", "L_shin"))),
    (
        "touch",
        "palm occiput 0.01 0 0.03",
        (
            Touch("R_palm", "occiput", (0.01, 0.0, 0.03)),
            Touch("L_palm", "occiput", (0.01, 0.0, -0.03)),
        ),
    ),
    (
        "touch",
        "palm R_shin 0 0 0.02",
        (Touch("R_palm", "R_shin", (0, 0, 0.02)), Touch("L_palm", "R_shin", (0, 0, -0.02))),
    ),
    ("touch", "L_palm shin 0 0 0.02", (Touch("L_palm", "L_shin", (0.0, 0.0, 0.02)),)),
    ("touch", "R_palm shin", (Touch("R_palm", "R_shin"),)),
    (
        "touch",
        "belly midthigh 0 0 0.05",
        (Touch("belly", "R_midthigh", (0, 0, 0.05)), Touch("belly", "L_midthigh", (0, 0, -0.05))),
    ),
    ("toward", "pelvis y -2 0 0", (Toward("pelvis", (0, 1, 0), (-1, 0, 0)),)),
    ("toward", "R_foot -x 0 3 4", (Toward("R_foot", (-1, 0, 0), (0, 0.6, 0.8)),)),
    (
        "toward",
        "foot z 0 3 4",
        (
            Toward("R_foot", (0, 0, 1), (0, 0.6, 0.8)),
            Toward("L_foot", (0, 0, -1), (0, 0.6, -0.8)),  # its outer side, mirrored
        ),
    ),
]
PART: Final = "must name a part of the body, got"
NUMBER: Final = "needs a number here, got"
FAULTS: Final[list[tuple[str, str, str]]] = [
    ("hints", "R_kne 90", f"hints {PART} 'R_kne'; maybe 'R_knee'"),
    ("hints", "kneee 90", f"hints {PART} 'kneee'; maybe 'knee'"),
    ("hints", "xyzzy 90", f"hints {PART} 'xyzzy'"),
    ("hints", "R_knee", f"hints {NUMBER} ''"),
    ("hints", "R_knee bent", f"hints {NUMBER} 'bent'"),
    ("hints", "R_knee nan", f"hints {NUMBER} 'nan'"),
    ("hints", "R_knee inf", f"hints {NUMBER} 'inf'"),
    ("hints", "R_knee 90!", "hints needs 2 numbers here, got '90 '"),
    ("hints", "R_knee 90!stiff", "hints needs 2 numbers here, got '90 stiff'"),
    ("hints", "R_knee 90!0", "hints stiffness must be above 0 and at most 100, got 0.0"),
    ("hints", "R_knee 90!101", "hints stiffness must be above 0 and at most 100, got 101.0"),
    ("hints", "R_knee 170", "hints R_knee must be from 0 to 150 degrees, got 170.0"),
    ("hints", "turn 361", "hints turn must be from -360 to 360 degrees, got 361.0"),
    ("hints", "ty 0.5", "hints cannot give places; use `at`, got 'ty'"),
    ("on", "sacrun", f"on {PART} 'sacrun'; maybe 'sacrum'"),
    ("on", "sacrum high", f"on {NUMBER} 'high'"),
    ("on", "sacrum 0 0", f"on {NUMBER} '0 0'"),
    ("at", "pelvis 0 0", "at needs three places: x, y (or f, or -) and z, got 'pelvis 0 0'"),
    ("at", "pelvis", "at needs three places: x, y (or f, or -) and z, got 'pelvis'"),
    ("at", "pelvis f 0 0", "at needs 3 numbers here, got 'f 0 0'"),
    ("at", "pelvis - - -", "at must fix at least one axis, got 'pelvis - - -'"),
    ("at", "pelviss 0 0 0", f"at {PART} 'pelviss'; maybe 'pelvis'"),
    ("touch", "R_palm", "touch needs two landmarks, got 'R_palm'"),
    ("touch", "R_palm R_shin 1", "touch needs 3 numbers here, got '1'"),
    ("touch", "R_plam R_shin", f"touch {PART} 'R_plam'; maybe 'R_palm'"),
    ("touch", "R_palm R_shim", f"touch {PART} 'R_shim'; maybe 'R_shin'"),
    ("toward", "pelvis q 1 0 0", "toward needs an axis: x, y, z, -x, -y or -z, got"),
    ("toward", "pelvis", "toward needs 3 numbers here, got ''"),
    ("toward", "pelvis y 0 0 0", "toward needs a direction that is not nothing, got"),
    ("toward", "pelvis y 0 0", "toward needs 3 numbers here, got '0 0'"),
    ("toward", "palm y 0 1 0", f"toward {PART} 'palm'"),
    ("free", "R_plam", f"free {PART} 'R_plam'; maybe 'R_palm'"),
    ("free", "R_palm pelvis", "free must be names with commas between, got 'R_palm pelvis'"),
    ("props", "char", "props must be one of floor, mat, bar, bed, chair,"),
    ("props", "chair 1 2 3", "props chair has 2 numbers, got 'chair 1 2 3'"),
    ("props", "chair high", f"props {NUMBER} 'high'"),
    ("props", "chair R_knee", f"props {NUMBER} 'R_knee'"),
    ("props", "stairs 0 999", "props stairs must have numbers from -10 to 10, got 'stairs 0 999'"),
    ("props", "pillow", "props pillow must name the landmark it is at, got ''"),
    ("base", "sitting", "base must be one of stand, supine, prone, side_R, side_L, got 'sitting'"),
    ("like", "proone", "like must be a posture or an earlier frame, got 'proone'"),
]


@pytest.mark.parametrize(("text", "hints"), HINTS)
def test_hints_are_read_in_order_of_joint(text: str, hints: tuple[Hint, ...]) -> None:
    """A name without a side stands for both; a stiffness follows its mark."""
    assert shape(hints=text).hints == hints
    assert Hint("R_knee", 90.0).stiffness == 1.0


@pytest.mark.parametrize(("field", "text", "contacts"), CONTACTS)
def test_contacts_are_read_for_one_side_or_mirrored_for_both(
    field: str, text: str, contacts: tuple[Contact, ...]
) -> None:
    """Right first, then left with Z turned round."""
    assert shape(**{field: text}).contacts == contacts


@pytest.mark.parametrize(("field", "text", "message"), FAULTS)
def test_a_fault_names_field_expectation_value_and_the_nearest_name(
    field: str, text: str, message: str
) -> None:
    """At the path of its field."""
    fields: dict[str, Any] = {field: (text,) if field == "props" else text}

    with pytest.raises(FaultyInputError) as caught:
        shape(**fields)

    assert caught.value.what == "posture"
    assert {fault.path for fault in caught.value.faults} == {f"$.{field}"}
    assert caught.value.faults[0].file == "x"
    assert caught.value.faults[0].message.startswith(message)


def test_all_faults_of_a_frame_are_told_at_once() -> None:
    """One look at the file mends them all: every field, and every item of it."""
    with pytest.raises(FaultyInputError) as caught:
        shape(
            base="lying",
            hints="R_kne 90, R_knee 170, knee",
            on="sacrun, occiput x",
            at="pelvis 0, R_plam 0 0 0",
            touch="R_plam R_shim",
            toward="pelvsi q 0 0",
            free="nothing",
            props=("mat 3", "sofa"),
        )

    told = [(fault.path, fault.message.split(", got")[0]) for fault in caught.value.faults]
    assert told == [
        ("$.props", "props mat has 0 numbers"),
        ("$.props", f"props must be one of {', '.join(SHAPES)}"),
        ("$.hints", "hints must name a part of the body"),
        ("$.hints", "hints R_knee must be from 0 to 150 degrees"),
        ("$.hints", "hints needs a number here"),
        ("$.on", "on must name a part of the body"),
        ("$.on", "on needs a number here"),
        ("$.at", "at needs three places: x, y (or f, or -) and z"),
        ("$.at", "at must name a part of the body"),
        ("$.touch", "touch must name a part of the body"),
        ("$.touch", "touch must name a part of the body"),
        ("$.toward", "toward needs 3 numbers here"),
        ("$.toward", "toward needs an axis: x, y, z, -x, -y or -z"),
        ("$.toward", "toward must name a part of the body"),
        ("$.free", "free must name a part of the body"),
        ("$.base", "base must be one of stand, supine, prone, side_R, side_L"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("R_palm, pelvis", ("R_palm", "pelvis")),
        ("palm", ("R_palm", "L_palm")),
        ("uarm, tho3", ("R_uarm", "L_uarm", "tho3")),
        ("", ()),
    ],
)
def test_landmarks_and_segments_can_be_freed(text: str, names: tuple[str, ...]) -> None:
    """Of both sides where no side is named, as everywhere."""
    reader = Reader("x", "$")

    assert reader.free(text) == names
    assert reader.faults == []


def test_a_list_of_landmarks_is_read_for_a_target_or_a_badge() -> None:
    """Under the field's own name."""
    reader = Reader("neck", "$.drawings[2]")

    assert reader.landmarks("targets", "waist_back, knee") == ("waist_back", "R_knee", "L_knee")
    assert reader.landmarks("badge", "R_kne") == ()
    assert reader.faults == [
        Fault(
            file="neck",
            path="$.drawings[2].badge",
            message=f"badge {PART} 'R_kne'; maybe 'R_knee'",
        )
    ]


@pytest.mark.parametrize(
    ("text", "prop"),
    [
        ("mat", Prop(name="mat")),
        ("chair -0.1", Prop(name="chair", numbers=(-0.1, 1.0))),
        ("pillow head", Prop(name="pillow", numbers=(0.16, 0.05), landmark="head")),
        ("pillow L_knee 0.2 0.1", Prop(name="pillow", numbers=(0.2, 0.1), landmark="L_knee")),
    ],
)
def test_a_prop_is_read_with_its_landmark_and_numbers(text: str, prop: Prop) -> None:
    """Numbers that are left out keep their defaults."""
    reader = Reader("x", "$")

    assert reader.props([text]) == (prop,)
    assert reader.faults == []


@pytest.mark.parametrize(
    ("text", "azimuth", "elevation"),
    [
        ("side", 0, 0),
        ("front", 90, 0),
        ("before", 38, 16),
        ("-20 9.5", -20, 9.5),
        ("0 90", 0, 89.9),  # never straight above: left and right would be lost
        ("0 -90", 0, -89.9),
    ],
)
def test_a_view_is_a_name_or_two_angles(text: str, azimuth: float, elevation: float) -> None:
    """Azimuth from the body's right side to its front, elevation from level to above."""
    reader = Reader("x", "$")

    assert reader.view(text) == View(azimuth_deg=azimuth, elevation_deg=elevation)
    assert reader.faults == []


@pytest.mark.parametrize("text", ["frnt", "1 2 3", "1", "nan 0", "0 91", "a b"])
def test_a_view_that_is_none_is_refused(text: str) -> None:
    """The picture is then drawn from nowhere: the fault stops it."""
    reader = Reader("x", "$")

    view = reader.view(text)

    assert view == VIEWS["side"]
    assert reader.faults[0].message.startswith("view must be one of side, front, back, top, high")
    assert ("; maybe 'front'" in reader.faults[0].message) == (text == "frnt")


@given(st.text(alphabet="R_kneepalmsocru0123456789-+.,!f \n\tz", max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever is typed is read or told, in every field."""
    reader = Reader("x", "$")

    reader.hints(text)
    reader.on(text)
    reader.at(text)
    reader.touch(text)
    reader.toward(text)
    reader.free(text)
    reader.landmarks("targets", text)
    reader.props([text])
    reader.view(text)

    assert all(fault.path.startswith("$.") for fault in reader.faults)
