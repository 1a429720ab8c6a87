"""Every error the library raises.

```text
SpinecareError
├── InvalidValueError  (ValueError)    a value that cannot be: field, expectation, what came
├── UnknownIdError     (LookupError)   an id that nothing has, with the nearest ones
├── FaultyInputError   (ValueError)    a file or document with faults, all of them at once
│   └── NewerVersionError              a document written by a newer spinecare
├── FileAccessError    (OSError)       a file that cannot be read
├── ImpossiblePoseError (ValueError)   a body shape that no body can hold
├── MissingExtraError  (ImportError)   a part of the library that needs a package more
├── MissingGlyphError  (ValueError)    a text that no font at hand can show
├── NotScreenedError   (ValueError)    the safety questions are not answered yet
└── ClinicianFirst     (RuntimeError)  a warning sign: see a clinician before any exercise
```

Each message names the field, the expectation and the value, and ends with a line "Maybe …" where
there is a cure. All of them survive pickling, because their parts are kept as arguments.
"""

from __future__ import annotations

from attrs import frozen

_SHOWN_CHARACTERS = 120
_SHOWN_LETTERS = 8


def show(value: object) -> str:
    """Return a value as an error message shows it: short, and quantities as people write them."""
    has_unit = hasattr(value, "magnitude") and hasattr(value, "units")
    try:
        text = str(value) if has_unit else repr(value)
    except Exception:  # noqa: BLE001  a foreign object's own repr may fail, the message must not
        text = f"<{type(value).__name__}>"
    if len(text) > _SHOWN_CHARACTERS:
        return text[: _SHOWN_CHARACTERS - 1] + "…"
    return text


class SpinecareError(Exception):
    """The parent of every error of this library."""


class InvalidValueError(SpinecareError, ValueError):
    """A value that a field cannot take.

    Attributes:
        field: The name of the field, as the caller writes it.
        expected: What the field takes, in words.
        got: What came, as text.
        cure: What to do instead; empty when there is nothing to add.
    """

    def __init__(self, field: str, expected: str, got: str, cure: str = "") -> None:
        """Keep the parts of the message."""
        super().__init__(field, expected, got, cure)
        self.field = field
        self.expected = expected
        self.got = got
        self.cure = cure

    @classmethod
    def of(cls, field: str, expected: str, value: object, cure: str = "") -> InvalidValueError:
        """Make the error from the value itself."""
        return cls(field, expected, show(value), cure)

    def __str__(self) -> str:
        """Return one sentence, and the cure on a line of its own."""
        sentence = f"{self.field} must be {self.expected}, got {self.got}"
        return f"{sentence}\nMaybe {self.cure}" if self.cure else sentence


class UnknownIdError(SpinecareError, LookupError):
    """An id that nothing in the catalogue has.

    Attributes:
        kind: What was looked for ("exercise", "routine", …).
        id: The id that is not there.
        nearest: Up to three ids that look alike, best first.
    """

    def __init__(self, kind: str, id: str, nearest: tuple[str, ...] = ()) -> None:
        """Keep the parts of the message."""
        super().__init__(kind, id, nearest)
        self.kind = kind
        self.id = id
        self.nearest = nearest

    def __str__(self) -> str:
        """Return one sentence, and the nearest ids on a line of their own."""
        sentence = f"{self.kind} must be one of the catalogue's ids, got {show(self.id)}"
        return f"{sentence}\nMaybe {' or '.join(self.nearest)}" if self.nearest else sentence


@frozen(kw_only=True)
class Fault:
    """One thing wrong with a file or document."""

    file: str = ""
    """The file's name as the caller gave it; empty for a document given as text."""
    path: str = "$"
    """Where in the document: `$.dose.hold_s`, `$.entries[3].id`."""
    line: int | None = None
    """The line, counted from 1, where it is known."""
    message: str
    """What is wrong: field, expectation and value."""

    def __str__(self) -> str:
        """Return `file:line: path: message`."""
        place = self.file
        if self.line is not None:
            place = f"{self.file}:{self.line}" if self.file else f"line {self.line}"
        return ": ".join(part for part in (place, self.path, self.message) if part)


class FaultyInputError(SpinecareError, ValueError):
    """A file or document that was refused, with every fault found in it.

    Attributes:
        what: What was read ("catalogue", "person", "plan").
        faults: All faults, in the order of files and places.
    """

    def __init__(self, what: str, faults: tuple[Fault, ...]) -> None:
        """Keep all faults."""
        super().__init__(what, faults)
        self.what = what
        self.faults = faults

    def __str__(self) -> str:
        """Return the number of faults and one line for each."""
        count = len(self.faults)
        head = f"the {self.what} has {count} fault{'' if count == 1 else 's'}; nothing was loaded"
        lines = "\n".join(f"- {fault}" for fault in self.faults)
        return f"{head}\n{lines}\nMaybe mend these places and load it again."


class NewerVersionError(FaultyInputError):
    """A document that a newer version of the library wrote."""


class FileAccessError(SpinecareError, OSError):
    """A file that cannot be read or written.

    Attributes:
        file: The file's name as the caller gave it.
        reason: What the operating system said.
    """

    def __init__(self, file: str, reason: str) -> None:
        """Keep the parts of the message."""
        super().__init__(file, reason)
        self.file = file
        self.reason = reason

    def __str__(self) -> str:
        """Return one sentence and the cure."""
        return (
            f"file must be one that can be used, got {self.file!r}: {self.reason}"
            "\nMaybe check the path and your rights to it."
        )


class ImpossiblePoseError(SpinecareError, ValueError):
    """A body shape that the body model cannot hold.

    Attributes:
        pose: What was to be posed.
        misses: What cannot hold, and by how much, one text each.
    """

    def __init__(self, pose: str, misses: tuple[str, ...]) -> None:
        """Keep what cannot hold."""
        super().__init__(pose, misses)
        self.pose = pose
        self.misses = misses

    def __str__(self) -> str:
        """Return the pose and one line for each thing that cannot hold."""
        lines = "\n".join(f"- {miss}" for miss in self.misses)
        return (
            f"the pose {self.pose!r} must be one that a body can hold, got:\n{lines}\n"
            "Maybe free one axis of a contact, or hint the joints that lead to it."
        )


class MissingExtraError(SpinecareError, ImportError):
    """Something needs a package that a plain installation leaves out.

    Attributes:
        what: What needs it.
        package: The package.
        extra: The extra that brings it.
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        """Keep what is missing."""
        super().__init__(what, package, extra)
        self.what = what
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        """Return what is missing and how to get it."""
        return (
            f"{self.what} needs {self.package}, which is not installed.\n"
            f"Maybe install it: pip install 'spinecare[{self.extra}]'"
        )


class MissingGlyphError(SpinecareError, ValueError):
    """A text with characters that no font at hand can show.

    Attributes:
        field: Where the text stands on the sheet.
        text: The text.
        characters: All characters of the sheet without a glyph, in the order of Unicode; empty
            where each has one but not what they make together.
    """

    def __init__(self, field: str, text: str, characters: tuple[str, ...] = ()) -> None:
        """Keep the text and what is missing."""
        super().__init__(field, text, characters)
        self.field = field
        self.text = text
        self.characters = characters

    def __str__(self) -> str:
        """Return the text, what of it has no glyph, and where to find fonts."""
        shown = [f"{letter} (U+{ord(letter):04X})" for letter in self.characters[:_SHOWN_LETTERS]]
        more = len(self.characters) - len(shown)
        names = ", ".join(shown) + (f" and {more} more" if more else "")
        return (
            f"{self.field} must be text that the fonts at hand can show, got {show(self.text)}"
            + (f": no glyph for {names}" if names else "")
            + '\nMaybe give a folder of fonts that have them, fonts=["…"]: the Noto fonts have '
            "one for nearly every script."
        )


class NotScreenedError(SpinecareError, ValueError):
    """The safety questions are not all answered, so nothing is planned.

    Attributes:
        open_questions: `(id, question)` of each question without an answer.
    """

    def __init__(self, open_questions: tuple[tuple[str, str], ...]) -> None:
        """Keep the open questions."""
        super().__init__(open_questions)
        self.open_questions = open_questions

    def __str__(self) -> str:
        """Return what is missing and how to answer."""
        lines = "\n".join(f"- {id}: {question}?" for id, question in self.open_questions)
        return (
            f"screening must answer every warning sign before a plan is made, "
            f"got {len(self.open_questions)} open:\n{lines}\n"
            "Maybe ask the person, then write Screening(yes=(…ids…), others='no')."
        )


class ClinicianFirst(SpinecareError, RuntimeError):  # noqa: N818  the name is part of the design
    """A warning sign is present: nothing is planned until a clinician has looked.

    Attributes:
        signs: `(id, question)` of each sign that was answered with yes.
        action: What to do, in one sentence.
        urgency: `"emergency"`, `"urgent"` or `"before-start"`: the most urgent of the signs.
    """

    def __init__(self, urgency: str, action: str, signs: tuple[tuple[str, str], ...]) -> None:
        """Keep the parts of the message."""
        super().__init__(urgency, action, signs)
        self.urgency = urgency
        self.action = action
        self.signs = signs

    def __str__(self) -> str:
        """Return what to do first, then the signs."""
        lines = "\n".join(f"- {id}: {question}" for id, question in self.signs)
        return f"{self.action}\nNo plan was made, because of:\n{lines}"
