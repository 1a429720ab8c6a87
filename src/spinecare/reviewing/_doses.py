"""What an exercise was asked for since its level changed."""

from __future__ import annotations

from attrs import define

from spinecare.model import Planned
from spinecare.reviewing._experience import Experience


@define(kw_only=True)
class Doses:
    """The doses of an exercise since its level changed, as they come."""

    most: Planned | None = None
    """The highest; `None` for none that is known."""
    stale: Planned | None = None
    """What was asked for before the level fell, until a plan asks for less."""

    def fall(self, planned: Planned | None = None) -> None:
        """Note that the level fell, by a time of this dose, or since the last."""
        self.stale = planned or self.most or self.stale
        self.most = None

    def is_told(self, one: Experience) -> bool:
        """Whether a dose is still that of before the level fell: no plan has lowered it yet."""
        known = self.stale is not None and one.planned is not None
        return known and not _asks_less(one, self.stale)

    def was_lowered(self, one: Experience) -> bool:
        """Whether a dose asks for less than the level did before."""
        return _asks_less(one, self.most)

    def note(self, one: Experience) -> None:
        """Note a dose; one that no plan has lowered yet sets no mark."""
        if self.stale is None or _asks_less(one, self.stale):
            self.most = one.planned or self.most
            self.stale = None


def _asks_less(one: Experience, than: Planned | None) -> bool:
    """Tell whether a dose asks for less than another; no where either is not known."""
    return than is not None and one.planned is not None and than.asks_more_than(one.planned)
