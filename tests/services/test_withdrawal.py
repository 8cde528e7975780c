"""Withdrawing a session: what is told before, who may, the receipt, and what is refused later."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from practicecoder.domain.feedback import Release, ReleaseKind
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, WorkerId, new_id
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Phase, SessionState
from practicecoder.domain.withdrawal import Beyond, Item, WithdrawalChoice
from practicecoder.errors import ImportedDataError, NotAllowedError, ReadOnlyStudyError
from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import PackageOrder
from practicecoder.services.studies import check_study, open_study
from practicecoder.services.withdrawal import WithdrawalRequest
from practicecoder.storage.tombstones import read_tombstones
from practicecoder.storage.withdrawing import PreparedBackups, prepare_backups
from tests.builders import (
    ANNA,
    LEAD,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

GONE, KEPT = SessionId("V-0001"), SessionId("V-0002")
ALL = WithdrawalChoice.ERASE_ALL


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(made, a_session(1, phase=Phase.PRE), a_session(2))
    for session_id in (GONE, KEPT):
        add_coding(made, session_id, ANNA, ratings_of(made.codebook, [3] * 7))
    yield made
    made.close()


def a_request(choice: WithdrawalChoice = ALL, **changes: object) -> WithdrawalRequest:
    made = WithdrawalRequest(
        session_id=GONE, choice=choice, reason="asked by letter", confirmation=str(GONE)
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names are the fields'


def state_of(services: StudyServices, session_id: SessionId) -> SessionState:
    rows = {row.session.session_id: row.session for row in services.sessions.lead_table()}
    return rows[session_id].state


def test_each_choice_takes_more_than_the_one_before(services: StudyServices) -> None:
    previews = services.withdrawal.previews(GONE, actor=LEAD)
    going = [{item for item, _ in previews[choice].goes} for choice in WithdrawalChoice]
    assert going[0] == set()
    assert all(less < more for less, more in pairwise(going))
    assert going[-1] == {Item.RECORDING, Item.CODINGS, Item.HISTORY}
    assert all(
        {item for item, _ in (*one.goes, *one.stays)} == going[-1] for one in previews.values()
    )


@pytest.mark.parametrize("content", [None, b"no record"], ids=["deleted", "damaged"])
@pytest.mark.parametrize("choice", [WithdrawalChoice.NO_NEW_USE, ALL])
def test_the_check_tells_when_the_record_of_withdrawals_is_gone(
    services: StudyServices, choice: WithdrawalChoice, content: bytes | None
) -> None:
    services.withdrawal.withdraw(a_request(choice), actor=LEAD)
    before = services.context.store.check()  # recordings that this study never had
    for record in services.path.rglob("withdrawn.json"):
        record.unlink() if content is None else record.write_bytes(content)
    (problem,) = set(services.context.store.check()) - set(before)
    assert problem.what == "1 withdrawal is missing from the record of withdrawals."
    assert problem.file == "withdrawn.json"


def test_looking_first_writes_nothing(services: StudyServices) -> None:
    writes = services.context.store.writes
    services.withdrawal.previews(GONE, actor=LEAD)
    assert services.context.store.writes == writes
    assert not (services.path / "withdrawn.json").exists()


@pytest.mark.parametrize(
    ("actor", "changes", "why"),
    [
        (ANNA, {}, "lead"),
        (None, {}, "lead"),
        (LEAD, {"confirmation": "V-0002"}, "typed once more"),
        (LEAD, {"confirmation": ""}, "typed once more"),
        (LEAD, {"reason": " "}, "needs a reason"),
        (LEAD, {"reason": "session v-0001 asked"}, "must not lead to anybody"),
        (LEAD, {"kept_in": "folder of W-001"}, "must not lead to anybody"),
        (LEAD, {"session_id": SessionId("V-9999")}, "no session"),
    ],
)
def test_it_is_refused_without_right_reason_or_code(
    services: StudyServices, actor: CoderId | None, changes: dict[str, object], why: str
) -> None:
    with pytest.raises(NotAllowedError, match=why):
        services.withdrawal.withdraw(replace(a_request(), **changes), actor=actor)  # type: ignore[arg-type]  # names are the fields'
    assert state_of(services, GONE) is not SessionState.WITHDRAWN
    assert services.withdrawal.receipts(actor=LEAD) == ()


def test_the_receipt_counts_and_names_nobody(services: StudyServices, tmp_path: Path) -> None:
    order = PackageOrder(formats=("csv",), purpose="published analysis", analysis=False)
    services.exporting.export(tmp_path / "package", order, actor=LEAD)
    done = services.withdrawal.withdraw(a_request(kept_in="form 12"), actor=LEAD)
    (kept,) = services.withdrawal.receipts(actor=LEAD)
    assert kept == done.receipt
    assert dict(kept.erased)[Item.CODINGS] == 1
    (left,) = kept.out_of_reach
    assert (left.kind, left.purpose) == (Beyond.EXPORT, "published analysis")
    assert len(left.sha256) == 64
    written = services.withdrawal.write_receipt(kept, tmp_path / "receipt.txt").read_text("utf-8")
    assert "form 12" in written
    assert not any(code in written for code in (GONE, "S-BLIND1", "W-001", "North"))
    assert services.withdrawal.receipt(kept.number.lower(), actor=LEAD) == kept
    with pytest.raises(NotAllowedError, match="no receipt"):
        services.withdrawal.receipt("W-00000000", actor=LEAD)


def test_a_row_stays_that_counts(services: StudyServices) -> None:
    done = services.withdrawal.withdraw(a_request(), actor=LEAD)
    assert state_of(services, SessionId(done.receipt.number)) is SessionState.WITHDRAWN
    assert services.exporting.package_data().n_withdrawn == 1
    assert services.context.store.reading is not None
    with pytest.raises(NotAllowedError, match="no session"):
        services.session_use.take_back([GONE], actor=LEAD, reason="asked again")


def test_what_was_destroyed_is_not_taken_back(services: StudyServices) -> None:
    services.withdrawal.withdraw(a_request(WithdrawalChoice.ERASE_RECORDING), actor=LEAD)
    assert state_of(services, GONE) is SessionState.WITHDRAWN
    with pytest.raises(NotAllowedError, match="for good"):
        services.session_use.take_back([GONE], actor=LEAD, reason="asked again")


def test_what_was_only_marked_is_taken_back(services: StudyServices) -> None:
    services.withdrawal.withdraw(a_request(WithdrawalChoice.NO_NEW_USE), actor=LEAD)
    services.session_use.take_back([GONE], actor=LEAD, reason="asked again")
    path = services.path
    services.close()
    again = open_study(path)
    assert state_of(again, GONE) is not SessionState.WITHDRAWN
    again.close()


def test_a_mark_outlives_the_restoring_of_an_earlier_state(services: StudyServices) -> None:
    before = (services.path / "study.db").read_bytes()
    services.session_use.take_out([GONE], SessionState.WITHDRAWN, actor=LEAD, reason="asked")
    path = services.path
    services.close()
    (path / "study.db").write_bytes(before)
    again = open_study(path)
    assert state_of(again, GONE) is SessionState.WITHDRAWN
    again.close()


def test_it_goes_further_and_not_back(services: StudyServices) -> None:
    services.withdrawal.withdraw(a_request(WithdrawalChoice.ERASE_RECORDING), actor=LEAD)
    for choice in (WithdrawalChoice.NO_NEW_USE, WithdrawalChoice.ERASE_RECORDING):
        with pytest.raises(NotAllowedError, match="at least as far"):
            services.withdrawal.withdraw(a_request(choice), actor=LEAD)
    services.withdrawal.withdraw(a_request(ALL), actor=LEAD)
    done = {receipt.choice for receipt in services.withdrawal.receipts(actor=LEAD)}
    assert done == {WithdrawalChoice.ERASE_RECORDING, ALL}


def test_its_code_is_not_taken_in_again(services: StudyServices, tmp_path: Path) -> None:
    services.withdrawal.withdraw(a_request(), actor=LEAD)
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"session_id,worker_id\n{GONE},W-001\nV-0009,W-001\n", encoding="utf-8")
    with pytest.raises(ImportedDataError, match="was withdrawn"):
        services.importing.add_sessions(sheet, actor=LEAD)
    assert len(services.sessions.lead_table()) == 2


OTHER_WORKERS = SessionId("V-0003")


def a_release(session_id: SessionId | None, at: datetime) -> Release:
    name = f"{session_id or 'team'} {at:%Y}"
    return Release(
        release_id=name,
        kind=ReleaseKind.TEAM if session_id is None else ReleaseKind.WORKER,
        session_id=session_id,
        released_at=at,
        released_by=LEAD,
        file_name=f"{name}.pdf",
        sha256="0" * 64,
        content=b"scores and day of each visit",
    )


@pytest.fixture
def reporting(services: StudyServices) -> StudyServices:
    """Reports on the other session of the worker, on another worker, and on the team."""
    add_sessions(services, a_session(3, worker_id=WorkerId("W-003")))
    before, after = NOW - timedelta(days=400), NOW + timedelta(days=400)
    with services.context.store.transaction() as unit:
        for session_id in (KEPT, OTHER_WORKERS, None):
            for at in (before, after):
                unit.releases.add(a_release(session_id, at))
        for session_id in (GONE, KEPT, OTHER_WORKERS):
            for kind, at in ((HistoryKind.SUBMITTED, NOW), (HistoryKind.REPORTED, after)):
                unit.history.add(
                    HistoryEntry(
                        entry_id=new_id(), at=at, actor=LEAD, kind=kind, session_id=session_id
                    )
                )
    return services


def released(services: StudyServices) -> set[str]:
    with services.context.store.reading() as unit:
        return {release.release_id for release in unit.releases.all()}


@pytest.mark.parametrize("choice", [WithdrawalChoice.DETACH_CODES, ALL])
def test_kept_reports_that_look_back_on_it_go(
    reporting: StudyServices, choice: WithdrawalChoice
) -> None:
    assert dict(reporting.withdrawal.preview(GONE, choice, actor=LEAD).goes)[Item.RELEASES] == 2
    before, faults = released(reporting), check_study(reporting.path)
    done = reporting.withdrawal.withdraw(a_request(choice), actor=LEAD)

    assert dict(done.receipt.erased)[Item.RELEASES] == 2
    assert before - released(reporting) == {"V-0002 2027", "team 2027"}
    assert set(check_study(reporting.path)) < set(faults)  # made-up files, that is; no table


def test_kept_reports_stay_where_ratings_stay(reporting: StudyServices) -> None:
    before = released(reporting)
    choice = WithdrawalChoice.ERASE_RECORDING
    assert dict(reporting.withdrawal.preview(GONE, choice, actor=LEAD).stays)[Item.RELEASES] == 2
    reporting.withdrawal.withdraw(a_request(choice), actor=LEAD)
    assert released(reporting) == before


def test_reports_that_left_and_look_back_on_it_are_told(reporting: StudyServices) -> None:
    told = reporting.withdrawal.preview(GONE, ALL, actor=LEAD).out_of_reach
    assert [one.kind for one in told] == [Beyond.REPORT, Beyond.REPORT]


def test_no_backup_that_is_made_meanwhile_keeps_it(
    services: StudyServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = services.context.store
    backup = Thread(target=store.backup)

    def prepared(*arguments: Any, **options: Any) -> PreparedBackups:
        done = prepare_backups(*arguments, **options)
        backup.start()  # as the window does when a coder leaves a session
        backup.join(0.3)  # time enough to be made, were it not held up
        return done

    monkeypatch.setattr("practicecoder.services.withdrawal.prepare_backups", prepared)
    services.withdrawal.withdraw(a_request(), actor=LEAD)
    backup.join()
    backups = [*store.folder.backups.glob("*.db")]
    assert backups
    for file in backups:
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute(
                "SELECT count(*) FROM sessions WHERE session_id = ?", (GONE,)
            ).fetchone() == (0,)


def test_a_session_that_is_marked_meanwhile_stays_marked(
    services: StudyServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prepared(*arguments: Any, **options: Any) -> PreparedBackups:
        services.session_use.take_out([KEPT], SessionState.WITHDRAWN, actor=LEAD, reason="asked")
        return prepare_backups(*arguments, **options)

    monkeypatch.setattr("practicecoder.services.withdrawal.prepare_backups", prepared)
    services.withdrawal.withdraw(a_request(), actor=LEAD)
    assert read_tombstones(services.context.store.folder).of_session(KEPT) is not None


def test_a_study_open_to_read_is_not_withdrawn_from(services: StudyServices) -> None:
    path = services.path
    services.close()
    reading = open_study(path, read_only=True)
    with pytest.raises(ReadOnlyStudyError):
        reading.withdrawal.withdraw(a_request(), actor=LEAD)
    reading.close()


def test_history_still_verifies_and_tells_that_it_was_withdrawn(services: StudyServices) -> None:
    services.withdrawal.withdraw(a_request(), actor=LEAD)
    problems = [p for p in services.context.store.check() if p.file == "study.db"]
    assert problems == []
    with services.context.store.reading() as unit:
        entries = unit.history.all()
    assert [e.new for e in entries if e.kind.value == "withdrawn"] == [ALL.value]
    erased = [e for e in entries if e.erased]
    assert erased
    assert all(
        (e.item, e.old, e.new, e.reason, e.session_id) == ("", None, None, "", None)
        for e in erased
    )
