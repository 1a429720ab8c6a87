"""Write the pages that come from data: `sources.md`, and two of `reference/`.

Usage: `python docs/write_pages.py` writes them; with `--check` it only says whether they are
current, and fails when they are not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from spinecare import Catalogue, Source, load_catalogue
from spinecare.figures.body import JOINTS, NORMS, PAIRED, SEGMENTS
from spinecare.figures.landmarks import LANDMARKS, PAIRED_LANDMARKS
from spinecare.figures.props import SHAPES
from spinecare.figures.reading import VIEWS

DOCS = Path(__file__).parent
GENERATED = "<!-- Written by docs/write_pages.py from the catalogue's data: do not edit. -->"
TICK = {True: "yes", False: "no"}


def cell(text: str) -> str:
    """Return text that keeps a table's shape and is not read as markup."""
    for character in "\\`*_[]<>|":
        text = text.replace(character, f"\\{character}")
    return " ".join(text.split())


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    lines = [list(heads), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: str) -> str:
    """Return an id as code."""
    return f"`{text}`"


def codes(texts: Iterable[str]) -> str:
    """Return ids as code, separated by commas."""
    return ", ".join(map(code, texts))


def linked(source: Source) -> str:
    """Return a source's title, linked where it has an address."""
    return f"[{cell(source.title)}]({source.url})" if source.url else cell(source.title)


def page(title: str, *parts: str) -> str:
    """Return a whole page."""
    return "\n\n".join([f"# {title}", GENERATED, *parts]) + "\n"


def sources_page(catalogue: Catalogue) -> str:
    """Return the page of sources and claims."""
    rows = [
        (code(source.id), linked(source), TICK[source.checked], cell(source.gives))
        for source in catalogue.sources
    ]
    claims = [
        (
            str(claim.number),
            cell(claim.text),
            code(claim.label.value),
            cell(claim.finding),
            codes(claim.sources),
        )
        for claim in catalogue.claims
    ]
    return page(
        "Sources",
        "Where numbers, cautions and labels come from. *Read* says whether the page, abstract or "
        "document was read when the data were made; the others are from knowledge and wait for a "
        "look. `D-JUDGE` is the project's own choice.",
        table(("Key", "Source", "Read", "What it gives"), rows),
        "## Claims of the article",
        "What the article says is so, and what has been published about it. "
        "[What the labels mean](explanation/evidence.md#labels-of-claims).",
        table(("", "Claim", "Label", "Finding", "Sources"), claims),
    )


def ids_page(catalogue: Catalogue) -> str:
    """Return the page of ids."""
    terms = {
        "Regions": catalogue.regions,
        "Equipment": catalogue.equipment,
        "Positions": catalogue.positions,
        "Muscles": catalogue.muscles,
    }
    routines = [
        (code(item.id), cell(item.name), cell(item.cadence.text), codes(item.goals))
        for item in catalogue.routines
    ]
    flags = [
        (code(item.id), cell(item.question), item.urgency.value) for item in catalogue.red_flags
    ]
    conditions = [
        (
            code(item.id),
            cell(item.label),
            codes([*item.avoid, *item.entries_avoid]),
            codes([*item.caution, *item.entries_caution]),
        )
        for item in catalogue.conditions
    ]
    entries = [
        (code(item.id), cell(item.name), item.record.value, item.sides.value, codes(item.tags))
        for item in catalogue.entries
    ]
    tags = [(code(item.id), cell(item.meaning), cell(item.reduced_form)) for item in catalogue.tags]
    return page(
        "Ids of the catalogue",
        "The words that profiles and catalogue files use.",
        "## Routines",
        table(("Id", "Routine", "How often", "Goals"), routines),
        "## Warning signs",
        table(("Id", "Question", "Asks for a clinician"), flags),
        "## Conditions",
        table(("Id", "What it is", "Rules out", "Gentle form only"), conditions),
        "## Entries",
        table(("Id", "Name", "Sort", "Sides", "Tags"), entries),
        "## Tags",
        table(("Id", "Meaning", "Gentle form"), tags),
        *(
            part
            for title, items in terms.items()
            for part in (
                f"## {title}",
                table(("Id", "Name"), [(code(item.id), cell(item.name)) for item in items]),
            )
        ),
    )


def figure_names_page(catalogue: Catalogue) -> str:
    """Return the page of the names that drawings use."""
    joints = [
        (
            code(joint.name.removeprefix("R_")),
            TICK[joint.name.startswith("R_")],
            f"{joint.low:g} to {joint.high:g}",
            f"{joint.normal_low:g} to {joint.normal_high:g}",
        )
        for joint in JOINTS
        if not joint.name.startswith("L_")
    ]
    axial = [name for name in LANDMARKS if name[2:] not in PAIRED_LANDMARKS]
    segments = [segment.name.removeprefix("R_") for segment in SEGMENTS if segment.name[:2] != "L_"]
    props = [
        (
            code(name),
            ", ".join(("its landmark", *shape.numbers) if shape.is_at_landmark else shape.numbers),
            ", ".join(f"{n:g}" for n in shape.defaults),
        )
        for name, shape in SHAPES.items()
    ]
    views = [
        (code(name), f"{view.azimuth_deg:g}", f"{view.elevation_deg:g}")
        for name, view in VIEWS.items()
    ]
    return page(
        "Names of figures",
        "The words that [drawings](../how-to/own-figures.md) use. What the body has twice is "
        "written with `R_` or `L_` in front, or without for both.",
        "## Joints",
        f"Degrees; {len(PAIRED)} of them are on each side. Positive: flexion, abduction, internal "
        "rotation, pronation, dorsiflexion, inversion, radial deviation, raising and drawing "
        "forward of the shoulder girdle, bending to the right, turning to the left. The pelvis "
        "itself turns by `pitch` (about Z), `tilt` (about X) and `turn` (about Y) from its base. "
        f"Norms: {NORMS}.",
        table(("Joint", "On each side", "Drawn", "Norm"), joints),
        "## Landmarks",
        "In the middle: " + codes(axial) + ".",
        "On each side: " + codes(sorted(PAIRED_LANDMARKS)) + ".",
        "## Segments",
        "For `toward`; limbs run along -y, the face and the chest look along x.",
        codes(segments) + ".",
        "## Postures",
        codes(catalogue.posture_by_id) + ".",
        "## Things",
        "Numbers are body heights.",
        table(("Prop", "Numbers", "Without them"), props),
        "## Views",
        "Azimuth is measured from the body's right side towards its front.",
        table(("View", "Azimuth, degrees", "Elevation, degrees"), views),
    )


def main() -> int:
    """Write the pages, or check them; return 1 when a check finds an old one."""
    catalogue = load_catalogue()
    pages = {
        DOCS / "sources.md": sources_page(catalogue),
        DOCS / "reference" / "ids.md": ids_page(catalogue),
        DOCS / "reference" / "figure-names.md": figure_names_page(catalogue),
    }
    old = [
        path
        for path, text in pages.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if "--check" in sys.argv[1:]:
        for path in old:
            print(f"{path.name} is not current: run python docs/write_pages.py")
        return 1 if old else 0
    for path in old:
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
