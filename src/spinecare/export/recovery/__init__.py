"""What can still be read of a damaged journal."""

from __future__ import annotations

from functools import partial

from attrs import define, evolve, field

from spinecare.codec import from_data
from spinecare.envelope import read_envelope
from spinecare.errors import Fault, FaultyInputError
from spinecare.export.recovery._finding import WHAT, Found, find
from spinecare.export.recovery._keeping import keep
from spinecare.model import Entry, Journal, Outcome, SessionId

_VERSION = 1


def recover_journal(text: str | bytes) -> tuple[Journal, tuple[Fault, ...]]:
    """Return what can be read of a journal's JSON, and what cannot.

    For a file that was cut off or damaged, which `from_json` refuses as a whole: every entry that
    can be read is kept, and of an entry with a faulty field the others. Nothing is written: keep
    the damaged file, and write the journal to another one.

    What is dropped counts as unknown. Where an answer that could tell of harm is lost, or an entry,
    nothing of that session counts as done any more (`done` with the outcome "done" is dropped, and
    a fault says so): such a session earns no step, and ends a row of good ones. Where it cannot be
    told to which session something belonged, this holds for the sessions that stand before and
    after the place. Effort and notes may go without that.

    Lost, and told as a fault, are entries that nobody can say what they are about: without a
    readable session, date, moment or exercise; without an exercise, but with a key nobody knows
    (it may have been the exercise) or with a planned dose (which whole sessions have not); and
    those joined of two by a gap in the file, as far as that can be told: with a key there twice, a
    key that belongs elsewhere or is made of two, or with more behind its end.

    Not told can be damage that leaves a sound text: another digit, another id, or a gap that ends
    in a later field of a later entry at the depth where it began, so that one entry has the first
    fields of one and the last ones of another. And what a lost entry said of pain or signs is
    gone: read the faults, and note again what you remember, before you plan with the journal.

    Args:
        text: The document, whole or in part, as text or as UTF-8 bytes.

    Returns:
        The journal, and every fault found, each with its line or path; no fault where `from_json`
        reads the same.

    Raises:
        InvalidValueError: Neither text nor bytes.

    Examples:
        >>> journal, faults = recover_journal('{"format": "spinecare/journal", "vers')
        >>> len(journal.entries), len(faults)
        (0, 1)
    """
    build = partial(from_data, kind=Journal, what=WHAT, path=f"$.{WHAT}")
    try:
        return read_envelope(text, build, what=WHAT, version=_VERSION), ()
    except FaultyInputError as error:
        rescue = _Rescue(faults=list(error.faults))
    decoded = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    for found in find(decoded.removeprefix("\ufeff"), rescue.faults):
        rescue.take(found)
    entries = [rescue.judged(entry) for entry in rescue.entries]
    return Journal(entries=entries), tuple(dict.fromkeys(rescue.faults))


@define(kw_only=True)
class _Rescue:
    """What has been read so far, in the order of the file."""

    faults: list[Fault]
    entries: list[Entry] = field(factory=list[Entry])
    in_doubt: set[SessionId] = field(factory=set[SessionId])
    """Sessions of which something is lost."""
    is_after_gap: bool = False
    """Whether something is lost since the latest entry, nobody knows of which session."""

    def take(self, found: Found | None) -> None:
        """Keep the next entry as far as it can be; `None` is a place where something is lost."""
        kept = None if found is None else keep(found, self.faults)
        if kept is not None and kept.in_doubt is not None:
            self.in_doubt.add(kept.in_doubt)
        if kept is None or (kept.entry is None and kept.in_doubt is None):
            self.is_after_gap = True
            self.in_doubt.update(entry.session for entry in self.entries[-1:])
        elif kept.entry is not None:
            if self.is_after_gap:
                self.in_doubt.add(kept.entry.session)
            self.is_after_gap = False
            self.entries.append(kept.entry)

    def judged(self, entry: Entry) -> Entry:
        """Return an entry as it counts: in a session in doubt nothing was done for sure."""
        is_praise = entry.done is not None and entry.done.outcome is Outcome.DONE
        if not is_praise or entry.session not in self.in_doubt:
            return entry
        message = (
            f"session must be known whole to count as done, got {entry.session!r}, of which "
            "something is lost: what was done counts as unknown"
        )
        self.faults.append(Fault(path=f"$.{WHAT}", message=message))
        return evolve(entry, done=None)
