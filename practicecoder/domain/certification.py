"""Who may code: the pass rule of a study, certificates, and the dates of recalibration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.ids import CoderId


@dataclass(frozen=True, slots=True, kw_only=True)
class PassRule:
    """What a coder's trials against the reference codings have to reach.

    ``recordings`` is the least number of trials. Shares are 0 to 1 over all ratings compared.
    ``kappa`` is the least quadratic weighted kappa, pooled over dimensions; None asks for none.
    ``each_dimension``: the shares must be reached on every dimension and not only over all.
    ``valid_days`` is how long a certificate lasts.
    """

    recordings: int = 10
    exact: float = 0.0
    within_one: float = 0.9
    kappa: float | None = None
    each_dimension: bool = False
    valid_days: int = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """That a coder passed, for one version of one codebook.

    ``rule`` and ``result`` say in words what was asked and what was reached on the day.
    ``ended_on`` is set if a lead ended the certificate before its day.
    """

    certificate_id: str
    coder_id: CoderId
    codebook: CodebookRef
    granted_on: date
    expires_on: date
    rule: str
    result: str
    n_recordings: int
    ended_on: date | None = None
    ended_because: str = ""

    def is_valid(self, on: date) -> bool:
        """Whether the certificate holds on a day."""
        ended = self.ended_on is not None and on >= self.ended_on
        return self.granted_on <= on < self.expires_on and not ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalibration:
    """A day on which coders were brought together again; a line in the plots of drift.

    ``recorded_at`` is aware UTC.
    """

    recalibration_id: str
    held_on: date
    text: str
    recorded_at: datetime
    recorded_by: CoderId
