"""Studies as wholes: make one, open one, say what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from practicecoder.codebook.loader import parse_codebook
from practicecoder.codebook.model import Codebook
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, StudyId, new_id
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import NotAllowedError, Problem
from practicecoder.services.context import StudyServices
from practicecoder.services.people import checked_code
from practicecoder.services.study_context import StudyContext, utc_now
from practicecoder.services.study_keys import (
    encrypt_study,
    is_encrypted,
    opening,
    opens,
    study_key,
)
from practicecoder.storage.chain import printed_heads_in
from practicecoder.storage.patience import until_free
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.key_file import FIRST_LABEL

__all__ = [
    "FIRST_LEAD",
    "LONGEST_TITLE",
    "StudyInfo",
    "check_study",
    "create_study",
    "encrypt_study",
    "is_encrypted",
    "open_study",
    "opens",
    "study_info",
    "study_key",
]

FIRST_LEAD = CoderId("L1")
"""Code of the lead that every new study starts with."""

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyInfo:
    """Counts and state of a study. ``by_state`` counts sessions by their state."""

    path: Path
    record: StudyRecord
    n_sessions: int
    n_recordings: int
    n_workers: int
    n_offices: int
    n_coders: int
    n_codings: int
    n_locked: int
    n_multiple_coded: int
    by_state: Mapping[SessionState, int]


def create_study(  # noqa: PLR0913 - all that a study is made of
    path: Path,
    *,
    title: str,
    codebook: Codebook,
    lead: CoderId = FIRST_LEAD,
    made_up: bool = False,
    passphrase: str | None = None,
    now: Callable[[], datetime] = utc_now,
) -> StudyServices:
    """Make a new study folder with one lead, and open it.

    With a passphrase it is encrypted; the recovery code is the result's ``new_recovery_code``,
    to be shown once.

    Raises
    ------
    WeakPassphraseError
        If the passphrase would not guard the study.
    NotAllowedError
        If the title is not one printable line, or the lead's code cannot be used.
    StudyExistsError
        If the folder is not new or empty.
    StudyLocationError
        If the place is a network or synchronised folder.
    """
    lead = checked_code(lead)
    title = title.strip() or path.name
    if len(title) > LONGEST_TITLE or not title.isprintable():
        raise NotAllowedError(
            f"The title of a study is one line of at most {LONGEST_TITLE} characters. Shorten it."
        )
    record = StudyRecord(
        study_id=StudyId(new_id()),
        title=title,
        codebook=codebook.ref,
        created_at=now(),
        made_up=made_up,
    )
    store = StudyStore.create(path, record, codebook.text, passphrase=passphrase)
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=lead, roles=frozenset({Role.LEAD})))
        unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=now(),
                actor=lead,
                kind=HistoryKind.STUDY_CREATED,
                item=record.study_id,
                new=codebook.codebook_id,
            )
        )
    holder = None if passphrase is None else FIRST_LABEL
    return StudyServices(
        StudyContext(store=store, record=record, codebook=codebook, now=now, holder=holder)
    )


def open_study(
    path: Path,
    *,
    read_only: bool = False,
    secret: str | None = None,
    holder: str | None = None,
    now: Callable[[], datetime] = utc_now,
    on_upgrade: Callable[[], object] = lambda: None,
) -> StudyServices:
    """Open a study folder; an older schema is brought up to date on a verified copy first.

    ``on_upgrade`` is called before that. ``secret`` is a passphrase or the recovery code of an
    encrypted study; others need none. ``holder`` is whose passphrase is tried first.

    Raises
    ------
    StudyLockedError, WrongPassphraseError, KeysDamagedError
        If the study is encrypted, and the secret is missing, wrong or cannot be tried.
    StudyError
        If there is no study, it is damaged, too new, in use, or lies where it must not be written.
    """
    opened = opening(path, secret, holder)
    key = None if opened is None else opened.key
    store = StudyStore.open(path, read_only=read_only, key=key, on_upgrade=on_upgrade)
    try:
        with store.reading() as unit:
            record = unit.study.load()
            text = unit.study.codebook_text(record.codebook)
        codebook = parse_codebook(text, f"{record.codebook.codebook_id}.toml")
    except BaseException:
        store.close()
        raise
    return StudyServices(
        StudyContext(
            store=store,
            record=record,
            codebook=codebook,
            now=now,
            holder=None if opened is None else opened.label,
        )
    )


def study_info(services: StudyServices) -> StudyInfo:
    """Count what the study holds."""
    with services.context.store.reading() as unit:
        sessions = unit.sessions.all()
        codings = unit.codings.all()
        workers, offices = unit.people.workers(), unit.people.offices()
        coders = unit.people.coders()
    independent = Counter(c.session_id for c in codings if c.is_locked and c.role.is_independent)
    return StudyInfo(
        path=services.path,
        record=services.study,
        n_sessions=len(sessions),
        n_recordings=sum(s.recording is not None for s in sessions),
        n_workers=len(workers),
        n_offices=len(offices),
        n_coders=len(coders),
        n_codings=len(codings),
        n_locked=sum(c.is_locked for c in codings),
        n_multiple_coded=sum(n > 1 for n in independent.values()),
        by_state=Counter(s.state for s in sessions),
    )


def check_study(
    path: Path, secret: str | None = None, *, printed: str | None = None
) -> tuple[Problem, ...]:
    """Check database, history and recordings of a study without changing it; empty if sound.

    ``printed`` is a text, such as that of a released report, a manifest or a receipt; each head of
    the history that stands in it must be in the history still.

    Raises
    ------
    NotAllowedError
        If there is no printed head in the text.
    """
    heads = printed_heads_in(printed or "")
    if printed is not None and not heads:
        raise NotAllowedError(
            "There is no head of a history in this text. One has four groups of four digits or "
            "letters, such as 3f2a 91bc 07de 55a1; write one a line."
        )
    key = study_key(path, secret)
    opened = partial(StudyStore.open, path, read_only=True, key=key)
    with closing(until_free(opened)) as store:
        return store.check(heads)
