"""What independent readers find in a PDF: pypdf its structure, PDFium its text and pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
from attrs import frozen

_UNSEEN = re.compile("[-\u200b\u00ad\ufffe\ufeff]")
"""Where a word may break, and what PDFium makes of a hyphen there."""


def squeezed(text: str) -> str:
    """Return a text without spaces, hyphens and places to break: lines end where the paper does."""
    return _UNSEEN.sub("", re.sub(r"\s+", "", text))


def opened(pdf: bytes) -> Any:
    """Return PDFium's view of a document; close it when done."""
    return pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]  # it has no annotations


def pages(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page in the order in which it is drawn, squeezed."""
    document = opened(pdf)
    found = tuple(squeezed(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return found


def all_text(pdf: bytes) -> str:
    """Return the text of all pages, squeezed."""
    return "".join(pages(pdf))


def beyond(pdf: bytes, margin_pt: float) -> tuple[str, ...]:
    """Return the lines that stand nearer to an edge of their page than a margin allows."""
    document = opened(pdf)
    found: list[str] = []
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_rects()):
            box = text.get_rect(index)
            left, bottom, right, top = box
            inside = left >= margin_pt and right <= width - margin_pt
            if not (inside and bottom >= margin_pt and top <= height - margin_pt):
                found.append(text.get_text_bounded(*box))
    document.close()
    return tuple(found)


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    """Return the sizes of the pages in millimetres."""
    boxes = (page.mediabox for page in reader(pdf).pages)
    return {(round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) for box in boxes}


def reader(pdf: bytes) -> pypdf.PdfReader:
    """Return pypdf's view of a document."""
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


@frozen(kw_only=True)
class Element:
    """An element of the structure that a screen reader follows."""

    kind: str
    """`H1`, `Table`, `Figure` …"""
    alt: str
    """What is read in its place; empty where nothing is."""
    inside: tuple[str, ...]
    """The kinds of elements it stands in, outermost first."""


def elements(pdf: bytes) -> tuple[Element, ...]:
    """Return the elements of the structure in reading order."""
    return tuple(_elements(root(pdf)["/StructTreeRoot"]["/K"], ()))


def _elements(node: Any, inside: tuple[str, ...]) -> Iterator[Element]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from _elements(child, inside)
    elif isinstance(node, dict) and "/S" in node:
        kind = str(node["/S"]).removeprefix("/")
        yield Element(kind=kind, alt=str(node.get("/Alt", "")), inside=inside)
        yield from _elements(node.get("/K", []), (*inside, kind))


def bookmarks(pdf: bytes) -> tuple[str, ...]:
    """Return the bookmarks, those below others too, in order."""
    return tuple(_titles(reader(pdf).outline))


def _titles(outline: Any) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield str(item.title)


def links(pdf: bytes) -> tuple[str, ...]:
    """Return the addresses that links lead to, each once: one that spans lines has many parts."""
    found: dict[str, None] = {}
    for page in reader(pdf).pages:
        for item in page.annotations or ():
            action: Any = item.get_object().get("/A", {})
            if "/URI" in action:
                found[str(action["/URI"])] = None
    return tuple(found)


def root(pdf: bytes) -> Any:
    """Return the catalogue of a document: what it says of itself."""
    return reader(pdf).trailer["/Root"]


def metadata(pdf: bytes) -> str:
    """Return the XMP metadata as text."""
    return str(root(pdf)["/Metadata"].get_data().decode("utf-8"))


def fonts(pdf: bytes) -> set[str]:
    """Return the names of the fonts of all pages, without the tags of subsets."""
    found: set[str] = set()
    for page in reader(pdf).pages:
        resources: Any = page.get("/Resources", {})
        for font in resources.get("/Font", {}).values():
            found.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    return found
