"""What an exercise was asked for since its level changed."""

from __future__ import annotations

from attrs import define

from spinecare.model import Planned
from spinecare.reviewing._experience import Experience


@define(kw_only=True)
class Doses:
    """The doses of an exercise since its level changed, as they come.

    A dose may stand above the level: an old plan is followed on after bad news or weeks away, or
    one that gave a step before the news came that took it back.
    """

    most: Planned | None = None
    """The highest; `None` for none that is known."""
    stale: Planned | None = None
    """What was asked for above the level, until a plan asks for less."""
    _above: int = 0
    """How many steps that was above it."""
    _last: Planned | None = None
    """The latest that is known."""
    _is_promised: bool = False
    """Whether a step was earned and lost again, which a plan of between may ask for."""

    def fall(self, steps: int, planned: Planned | None = None) -> None:
        """Note that the level fell so many steps, by a time of this dose, or since the last."""
        is_heard = self.stale is None or _asks_less(planned, self.stale)
        asked = 0 if _asks_less(planned, self.most) else steps  # lowered before: not above it
        self._above = asked if is_heard else self._above + asked
        self.stale = planned or self.most or self.stale or self._last
        self.most = None
        self._is_promised = False

    def rise(self, following: Experience) -> None:
        """Note that the level rose a step before a time; what comes now is measured anew."""
        self._above = max(0, self._above - 1)
        self.stale = self.stale if self._above else None
        self.most = None
        self._last = following.planned or self._last
        self._is_promised = False

    def lose(self) -> None:
        """Note that a step was earned, and lost again before a plan was seen to ask for it."""
        self._is_promised = True

    def come(self, one: Experience) -> None:
        """Begin with a dose: it may ask for a step that is lost."""
        if self.stale is not None and _asks_less(self.stale, one.planned):
            self.stale = one.planned
            self._above += 1
        elif self._is_promised and _asks_less(self.most, one.planned):
            self.fall(1, one.planned)
        self._last = one.planned or self._last

    def is_told(self, one: Experience) -> bool:
        """Whether a dose is still that of above the level: no plan has lowered it yet."""
        known = self.stale is not None and one.planned is not None
        return known and not _asks_less(one.planned, self.stale)

    def is_above(self, one: Experience) -> bool:
        """Whether a dose is above the level still, if a plan may have lowered it by a part."""
        return self._above > 1 or (self._above == 1 and self.is_told(one))

    def was_lowered(self, one: Experience) -> bool:
        """Whether a dose asks for less than the level did before."""
        return _asks_less(one.planned, self.most)

    def note(self, one: Experience) -> None:
        """Note a dose; one that no plan has lowered yet sets no mark."""
        if self.stale is None or _asks_less(one.planned, self.stale):
            self.most = one.planned or self.most
            self.stale, self._above = None, 0


def _asks_less(one: Planned | None, than: Planned | None) -> bool:
    """Tell whether a dose asks for less than another; no where either is not known."""
    return than is not None and one is not None and than.asks_more_than(one)
