"""The one place that knows typst: a template, data and fonts become a PDF."""

from __future__ import annotations

import json
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from types import ModuleType
from typing import Final, cast

from spinecare.errors import FileAccessError, InvalidValueError, MissingExtraError
from spinecare.files import PathLike as Folder
from spinecare.files import as_path

_EMBEDDED: Final = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
"""Families that typst carries in itself, in the order in which they are asked for a glyph."""
_PROBE: Final = (
    b'#set document(title: "probe")\n#text(font: json(bytes(sys.inputs.families)), sys.inputs.text)'
)


class Typesetter:
    """What sets text with a fixed choice of fonts, the same on every machine."""

    def __init__(self, folders: Sequence[Folder]) -> None:
        """Load typst and the fonts.

        Args:
            folders: Folders with more fonts, beside those that typst carries.

        Raises:
            MissingExtraError: typst is not installed.
            FileAccessError: A folder is not there.
            InvalidValueError: A folder without a font, what cannot be a path, or no list.
        """
        try:
            import typst
        except ImportError as error:
            raise MissingExtraError("a plan as PDF", "typst", "pdf") from error
        self._typst = typst
        # Nothing is read from there; the caller's folder, the default, may be gone.
        self._root = Path(typst.__file__).parent
        if isinstance(folders, str | PathLike):  # its letters would be folders too
            raise InvalidValueError.of("fonts", "a list of folders", folders, "write fonts=[…].")
        paths = tuple(map(as_path, folders))
        families = [name for path in paths for name in sorted(_families(typst, path))]
        # Named in order, for the order in which a disk lists its files differs between machines.
        self._families = json.dumps(list(dict.fromkeys((*_EMBEDDED, *families))))
        self._fonts = typst.Fonts(
            include_system_fonts=False, font_paths=[str(path) for path in paths]
        )

    def pdf(self, template: bytes, data: str) -> bytes:
        """Return a document that keeps PDF/UA-1.

        Args:
            template: Our own markup; it reads `sys.inputs.data` and `sys.inputs.families`.
            data: JSON: all that is not ours, so that it can never be markup.

        Raises:
            RuntimeError: typst's own: a character has no glyph, or the template is wrong.
        """
        return self._compiled(template, {"data": data})

    def shows(self, text: str) -> bool:
        """Whether the fonts can show a text."""
        try:
            self._compiled(_PROBE, {"text": text})
        except self._typst.TypstError:
            return False
        return True

    def _compiled(self, template: bytes, inputs: dict[str, str]) -> bytes:
        compiler = self._typst.Compiler(
            template,
            root=self._root,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs={"families": self._families, **inputs},
        )
        return cast("bytes", compiler.compile(format="pdf", pdf_standards="ua-1"))


def _families(typst: ModuleType, folder: Path) -> set[str]:
    """Return the names of the fonts in a folder of the caller's."""
    if not folder.is_dir():
        raise FileAccessError(str(folder), "no folder of that name")
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    ).families()
    if not found:
        expected = "folders with fonts (.ttf, .otf, .ttc or .otc)"
        raise InvalidValueError.of("fonts", expected, str(folder), "name the folder they are in.")
    return set(found)
