from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from practicecoder.errors import StoreBusyError
from practicecoder.services.studies import check_study
from practicecoder.storage import patience
from practicecoder.storage.database import Database
from practicecoder.storage.engine import SETTINGS, connect_sqlite
from practicecoder.storage.study_folder import StudyStore


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite itself gives up at once, as it does after some seconds."""
    monkeypatch.setattr("practicecoder.storage.engine.SETTINGS", {**SETTINGS, "busy_timeout": 1})
    monkeypatch.setattr(patience, "BUSY_TIMEOUT_MS", 1)


@contextmanager
def writing_without_pause(store: StudyStore) -> Iterator[list[int]]:
    """Write settings of the study, one act after the other, and count them."""
    done, begun, ended = [0], threading.Event(), threading.Event()

    def write() -> None:
        while not ended.is_set():
            try:
                with store.transaction() as unit:
                    unit.study.update_settings({"made_up": str(done[0])})
            except StoreBusyError:  # a reader was there first
                continue
            done[0] += 1
            begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert begun.wait(10)
        yield done
    finally:
        ended.set()
        writer.join()


@pytest.mark.usefixtures("impatient")
def test_a_check_ends_beside_somebody_who_writes_without_a_pause(store: StudyStore) -> None:
    with writing_without_pause(store) as done:
        before = done[0]
        problems = check_study(store.path)
        after = done[0]

    assert problems == ()
    assert after > before


@pytest.mark.usefixtures("impatient")
def test_a_check_of_a_study_that_is_never_free_says_what_to_do(
    store: StudyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    with closing(connect_sqlite(store.path / "study.db", "rw")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusyError) as refused:
            store.check()

    assert "could not be read" in refused.value.user_message
    assert "try again" in refused.value.user_message
    assert "not saved" not in refused.value.user_message


@pytest.mark.usefixtures("impatient")
def test_a_reading_that_was_begun_patiently_is_not_refused(store: StudyStore) -> None:
    with store.reading() as unit:
        wanted = unit.codings.ids()
    database = Database.on_file(store.path / "study.db", read_only=True, path=store.path)

    with closing(database), writing_without_pause(store):
        for _ in range(50):
            with database.reading(patient=True) as unit:
                assert unit.codings.ids() == wanted
