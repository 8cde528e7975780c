"""Withdrawal: looked at first, then carried through to every copy, with a receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.domain.withdrawal import Receipt, WithdrawalChoice
from practicecoder.errors import (
    NotAllowedError,
    ReadOnlyStudyError,
    StoreFailedError,
    StudyDamagedError,
    StudyError,
    WithdrawalUnfinishedError,
)
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.session_states import TAKEN_OUT
from practicecoder.services.session_use import SessionUseService
from practicecoder.services.study_context import StudyContext
from practicecoder.services.withdrawal_preview import (
    WithdrawalPreview,
    counted,
    n_decisions,
    out_of_reach,
    parted,
)
from practicecoder.storage.repositories.withdrawals import receipt_text
from practicecoder.storage.tombstones import Tombstone, Tombstones, read_tombstones
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.storage.withdrawing import (
    PreparedBackups,
    carry_out,
    prepare_backups,
    unreadable_backups,
)

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""
Cancelled = Callable[[], bool]

NOTHING = "Nothing was changed."
LAST_STEP = "erasing from the study; this cannot be stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A withdrawal that was carried out."""

    receipt: Receipt
    change: StudyChange


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalRequest:
    """What somebody asked for, as a lead enters it.

    ``reason`` and ``kept_in``, where the request itself is kept, go into the receipt: no names and
    no codes. ``confirmation`` is the code of the session once more, as somebody typed it.
    ``remove_unreadable``: backups that cannot be read, and so not be erased from, are removed.
    """

    session_id: SessionId
    choice: WithdrawalChoice
    reason: str
    confirmation: str
    kept_in: str = ""
    remove_unreadable: bool = False


class WithdrawalService:
    """Carries out what families and workers ask for when they withdraw. For leads only."""

    def __init__(self, context: StudyContext, use: SessionUseService) -> None:
        self._context = context
        self._use = use

    def preview(
        self, session_id: SessionId, choice: WithdrawalChoice, *, actor: CoderId | None
    ) -> WithdrawalPreview:
        """Tell what a choice would come to; nothing is written.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or there is no such session.
        """
        return self.previews(session_id, actor=actor)[choice]

    def previews(
        self, session_id: SessionId, *, actor: CoderId | None
    ) -> Mapping[WithdrawalChoice, WithdrawalPreview]:
        """Tell what each choice would come to; nothing is written.

        Raises
        ------
        NotAllowedError
            As for :meth:`preview`.
        """
        folder = self._context.store.folder
        with self._context.store.reading() as unit:
            require(unit, actor, Role.LEAD, "withdraws sessions")
            session = _session(unit, session_id)
            counts = counted(unit, session)
            beyond = out_of_reach(unit, session_id)
            decisions = n_decisions(unit, session_id)
        unreadable = unreadable_backups(folder)
        n_backups = len(list(folder.backups.glob("*.db")))
        return {
            choice: WithdrawalPreview(
                session=session,
                choice=choice,
                goes=parted(counts, choice)[0],
                stays=parted(counts, choice)[1],
                out_of_reach=beyond,
                n_decisions=decisions if choice.destroys_link else 0,
                n_backups=n_backups if choice.destroys_sound else 0,
                unreadable=unreadable if choice.destroys_sound else (),
            )
            for choice in WithdrawalChoice
        }

    def withdraw(
        self,
        request: WithdrawalRequest,
        *,
        actor: CoderId | None,
        progress: Progress = lambda _share, _text: None,
        cancelled: Cancelled = lambda: False,
    ) -> Withdrawn:
        """Withdraw a session: from the study, its recordings, its caches and every backup.

        It can be cancelled while backups are rewritten beside themselves. After that it is done to
        the end, at the next opening of the study if it is interrupted.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, the confirmation is not the code, no reason was given or
            it names the session, or the session was withdrawn as far already.
        UnreadableBackupsError
            If backups cannot be read and are not to be removed; nothing was changed.
        WithdrawalUnfinishedError
            If the disk refuses half-way; the next opening goes on.
        concurrent.futures.CancelledError
            If it was cancelled; nothing was changed.
        ReadOnlyStudyError
            If the study is open for reading only.
        """
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        with self._context.store.backups_held():
            return self._withdrawn(request, actor, progress, cancelled)

    def _withdrawn(
        self,
        request: WithdrawalRequest,
        actor: CoderId | None,
        progress: Progress,
        cancelled: Cancelled,
    ) -> Withdrawn:
        session_id, choice = request.session_id, request.choice
        store = self._context.store
        tombstones = read_tombstones(store.folder)
        with store.reading() as unit:
            lead = require(unit, actor, Role.LEAD, "withdraws sessions").coder_id
            session = _session(unit, session_id)
            _refuse(session, request)
            _refuse_again(tombstones, session_id, choice)
            goes, stays = parted(counted(unit, session), choice)
            beyond = out_of_reach(unit, session_id)
        receipt = Receipt(
            withdrawal_id=new_id(),
            at=self._context.now(),
            by=lead,
            choice=choice,
            reason=request.reason.strip(),
            kept_in=request.kept_in.strip(),
            erased=goes,
            stays=stays,
            out_of_reach=beyond,
            n_backups=0,
        )
        wanted = tombstones.with_stone(_stone(tombstones, session, receipt))
        prepared = self._prepared(wanted, request, progress, cancelled)
        n_reached = len(prepared.copies) + len(prepared.unreadable)
        receipt = replace(receipt, n_backups=n_reached)
        progress(1.0, LAST_STEP)
        if session.state not in TAKEN_OUT and not choice.destroys_link:
            self._use.take_out(
                [session_id], SessionState.WITHDRAWN, actor=lead, reason=receipt.reason
            )
        tombstones = read_tombstones(store.folder)  # others may have been withdrawn meanwhile
        wanted = tombstones.with_stone(_stone(tombstones, session, receipt))
        try:
            with store.alone():
                carry_out(store.folder, wanted, prepared)
        except (StoreFailedError, StudyDamagedError) as error:
            raise WithdrawalUnfinishedError(error.user_message) from error
        self._record(receipt, None if choice.destroys_link else session_id)
        return Withdrawn(receipt=receipt, change=_change(session_id))

    def receipts(self, *, actor: CoderId | None) -> tuple[Receipt, ...]:
        """Every receipt, the oldest first.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead.
        """
        with self._context.store.reading() as unit:
            require(unit, actor, Role.LEAD, "reads receipts of withdrawals")
            return unit.withdrawals.all()

    def receipt(self, number: str, *, actor: CoderId | None) -> Receipt:
        """Return the receipt with a number such as ``W-3F9A22C1``.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or there is no such receipt.
        """
        wanted = number.strip().upper()
        found = next((r for r in self.receipts(actor=actor) if r.number == wanted), None)
        if found is None:
            raise NotAllowedError(f"There is no receipt {number} in this study.")
        return found

    def write_receipt(self, receipt: Receipt, target: Path) -> Path:
        """Write a receipt as PDF, or as text if the file's name ends in ``.txt``.

        ``target`` is the file, or an existing folder that gets a PDF under the receipt's number.

        Raises
        ------
        StudyError
            If it cannot be written there; nothing is left behind.
        """
        from practicecoder import __version__
        from practicecoder.reports.document import write_whole
        from practicecoder.reports.withdrawal_receipt import withdrawal_receipt
        from practicecoder.reports.withdrawal_words import receipt_as_text

        path = target / f"receipt_{receipt.number}.pdf" if target.is_dir() else target
        if path.suffix.lower() == ".txt":
            content = receipt_as_text(receipt).encode()
        else:
            content = withdrawal_receipt(
                receipt,
                program=f"practicecoder {__version__}",
                made_up=self._context.record.made_up,
            ).content
        try:
            write_whole(content, path)
        except OSError as error:
            raise StudyError(
                f"The receipt could not be written ({error.strerror}). It stays in the study: "
                "choose another place and write it again."
            ) from error
        return path

    def _prepared(
        self,
        tombstones: Tombstones,
        request: WithdrawalRequest,
        progress: Progress,
        cancelled: Cancelled,
    ) -> PreparedBackups:
        if not request.choice.destroys_sound:
            return PreparedBackups((), ())
        return prepare_backups(
            self._context.store.folder,
            tombstones,
            remove_unreadable=request.remove_unreadable,
            progress=progress,
            cancelled=cancelled,
        )

    def _record(self, receipt: Receipt, session_id: SessionId | None) -> None:
        with self._context.store.transaction() as unit:
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=receipt.at,
                    actor=receipt.by,
                    kind=HistoryKind.WITHDRAWN,
                    item=receipt.withdrawal_id,
                    new=receipt.choice.value,
                    session_id=session_id,
                )
            )


def refuse_withdrawn(
    tombstones: Tombstones, session_ids: Iterable[SessionId], *, nothing: str = NOTHING
) -> None:
    """Raise NotAllowedError if one of some session codes belongs to a withdrawn session."""
    found = sorted(tombstones.among(session_ids))
    if found:
        raise NotAllowedError(f"{was_withdrawn(found[0])} {nothing}")


def was_withdrawn(session_id: SessionId) -> str:
    """Sentence that refuses a code."""
    return f"Session {session_id} was withdrawn from this study, so it is not taken in again."


def _session(unit: UnitOfWork, session_id: SessionId) -> PracticeSession:
    session = unit.sessions.find(session_id)
    if session is None:
        raise NotAllowedError(f"There is no session {session_id} in this study. {NOTHING}")
    return session


def _refuse(session: PracticeSession, request: WithdrawalRequest) -> None:
    if request.confirmation.strip() != session.session_id:
        raise NotAllowedError(
            f"To withdraw a session, its code is typed once more, letter by letter. {NOTHING}"
        )
    if not request.reason.strip():
        raise NotAllowedError(f"This needs a reason. It is kept with the receipt. {NOTHING}")
    codes = (session.session_id, session.blind_code, session.worker_id)
    said = f"{request.reason} {request.kept_in}".casefold()
    if any(code and code.casefold() in said for code in codes):
        raise NotAllowedError(
            "The receipt stays and must not lead to anybody, so neither the reason nor the place "
            f"of the request may hold the code of the session or of its worker. {NOTHING}"
        )


def _refuse_again(tombstones: Tombstones, session_id: SessionId, choice: WithdrawalChoice) -> None:
    earlier = tombstones.of_session(session_id)
    reach = list(WithdrawalChoice)
    if earlier and earlier.receipt and reach.index(earlier.choice) >= reach.index(choice):
        raise NotAllowedError(
            f"Session {session_id} was withdrawn already, and at least as far. {NOTHING}"
        )


def _stone(tombstones: Tombstones, session: PracticeSession, receipt: Receipt) -> Tombstone:
    recording = session.recording if receipt.choice.destroys_sound else None
    return Tombstone(
        withdrawal_id=receipt.withdrawal_id,
        at=receipt.at,
        by=receipt.by,
        choice=receipt.choice,
        session=tombstones.hash_of(session.session_id),
        recordings=() if recording is None else (tombstones.hash_of(recording.fingerprint),),
        receipt=receipt_text(receipt),
        is_done=False,
    )


def _change(session_id: SessionId) -> StudyChange:
    return StudyChange(
        kinds=frozenset(ChangeKind) - {ChangeKind.STUDY, ChangeKind.PEOPLE},
        session_ids=frozenset({session_id}),
    )
