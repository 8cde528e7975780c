"""One use case's view of the study: the repositories over one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from practicecoder.domain.coding import Coding
from practicecoder.domain.coding_changes import CodingChange, applied
from practicecoder.domain.history import HistoryEntry, Origin
from practicecoder.domain.ids import CoderId
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.history import entry_for
from practicecoder.storage.repositories.assignments import AssignmentRepository
from practicecoder.storage.repositories.bulk import BulkRepository
from practicecoder.storage.repositories.certification import (
    CalibrationRepository,
    CertificateRepository,
)
from practicecoder.storage.repositories.chains import ChainRepository
from practicecoder.storage.repositories.codings import CodingRepository
from practicecoder.storage.repositories.concerns import ConcernRepository
from practicecoder.storage.repositories.consents import ConsentRepository
from practicecoder.storage.repositories.decisions import DecisionRepository
from practicecoder.storage.repositories.feedback import FeedbackRepository
from practicecoder.storage.repositories.history import HistoryRepository
from practicecoder.storage.repositories.outcomes import OutcomeRepository
from practicecoder.storage.repositories.packets import PacketRepository
from practicecoder.storage.repositories.people import PeopleRepository
from practicecoder.storage.repositories.plans import PlanRepository
from practicecoder.storage.repositories.releases import ReleaseRepository
from practicecoder.storage.repositories.sessions import SessionRepository
from practicecoder.storage.repositories.study import StudyRepository
from practicecoder.storage.repositories.supervisions import SupervisionRepository
from practicecoder.storage.repositories.tables import TableRepository
from practicecoder.storage.repositories.transcripts import TranscriptRepository
from practicecoder.storage.repositories.withdrawals import WithdrawalRepository


class UnitOfWork:
    """Repositories that read and write together; whoever made the unit commits it."""

    def __init__(self, db: Session, seal: HistorySeal | None = None) -> None:
        self.study = StudyRepository(db)
        self.people = PeopleRepository(db)
        self.sessions = SessionRepository(db)
        self.transcripts = TranscriptRepository(db)
        self.plans = PlanRepository(db)
        self.assignments = AssignmentRepository(db)
        self.codings = CodingRepository(db)
        self.bulk = BulkRepository(db)
        self.decisions = DecisionRepository(db)
        self.certificates = CertificateRepository(db)
        self.calibration = CalibrationRepository(db)
        self.concerns = ConcernRepository(db)
        self.supervisions = SupervisionRepository(db)
        self.consents = ConsentRepository(db)
        self.feedback = FeedbackRepository(db)
        self.releases = ReleaseRepository(db)
        self.outcomes = OutcomeRepository(db)
        self.packets = PacketRepository(db)
        self.withdrawals = WithdrawalRepository(db)
        self.history = HistoryRepository(db, seal)
        self.chains = ChainRepository(db)
        self.tables = TableRepository(db, seal)

    def record_changes(
        self,
        before: Coding,
        changes: Sequence[CodingChange],
        *,
        at: datetime,
        actor: CoderId | None,
        origin: Origin = Origin.MADE,
        reason: str = "",
    ) -> None:
        """Record changes of a coding, one entry each, with the values they replaced.

        ``before`` is the coding without any of the changes. They are to be saved in the same unit.
        What a change replaces depends on the last change of the same item alone.
        """
        self.history.add_all(
            change_entries(before, changes, at=at, actor=actor, origin=origin, reason=reason)
        )


def change_entries(
    before: Coding,
    changes: Sequence[CodingChange],
    *,
    at: datetime,
    actor: CoderId | None,
    origin: Origin = Origin.MADE,
    reason: str = "",
) -> list[HistoryEntry]:
    """Entries for changes of a coding, one each; ``before`` is it without any of them."""
    latest: dict[tuple[type[CodingChange], str], CodingChange] = {}
    entries = []
    for change in changes:
        item = (type(change), change.item)
        earlier = [latest[item]] if item in latest else []
        entries.append(
            entry_for(
                applied(before, earlier),
                change,
                at=at,
                actor=actor,
                origin=origin,
                reason=reason,
            )
        )
        latest[item] = change
    return entries
