"""The register of exports: it knows every file that was issued, and no other."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from practicecoder.errors import ExportError
from practicecoder.export.data import Profile
from practicecoder.services.context import StudyServices
from practicecoder.services.export_checking import register_csv, write_register
from practicecoder.services.exporting import PackageOrder
from practicecoder.services.tables import load_session_table
from tests.builders import ANALYST, a_laboratory

ORDER = PackageOrder(
    analysis=False,
    archive=True,
    byte_order_mark=True,
    exact_dates=True,
    purpose="=a made-up talk",
)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[StudyServices, Path]]:
    folder = tmp_path_factory.mktemp("exported")
    services = a_laboratory(folder / "study", n_sessions=5)
    services.exporting.export(folder / "out", ORDER, actor=ANALYST)
    yield services, folder
    services.close()


def test_every_file_of_a_package_and_its_zip_are_known(
    exported: tuple[StudyServices, Path],
) -> None:
    services, folder = exported
    files = [path for path in (folder / "out").rglob("*") if path.is_file()]
    assert len(files) > 10
    for path in (*files, folder / "out.zip"):
        checked = services.exporting.check_file(path)
        assert checked.is_issued, path
        assert checked.records[0].actor == ANALYST
        assert Path(checked.part).name == path.name


def test_a_changed_file_and_a_strange_one_are_not(
    exported: tuple[StudyServices, Path], tmp_path: Path
) -> None:
    services, folder = exported
    changed = tmp_path / "sessions.csv"
    changed.write_bytes((folder / "out" / "data" / "sessions.csv").read_bytes() + b"\n")
    found = services.exporting.check_file(changed)
    assert (found.is_issued, found.same_name) == (False, True)
    strange = tmp_path / "strange.txt"
    strange.write_text("made up", encoding="utf-8")
    found = services.exporting.check_file(strange)
    assert (found.is_issued, found.same_name) == (False, False)
    with pytest.raises(ExportError, match=r"missing\.txt could not be read"):
        services.exporting.check_file(tmp_path / "missing.txt")


def test_the_zip_holds_the_same_files_and_the_same_bytes_each_time(
    exported: tuple[StudyServices, Path], tmp_path: Path
) -> None:
    _, folder = exported
    with zipfile.ZipFile(folder / "out.zip") as archive:
        assert archive.testzip() is None
        for member in archive.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert archive.read(member) == (folder / "out" / member.filename).read_bytes()
        n_files = sum(path.is_file() for path in (folder / "out").rglob("*"))
        assert len(archive.infolist()) == n_files
    from practicecoder.export.archive import write_archive

    names = [member.filename for member in zipfile.ZipFile(folder / "out.zip").infolist()]
    write_archive(folder / "out", names, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (folder / "out.zip").read_bytes()


def test_a_zip_is_not_written_over(exported: tuple[StudyServices, Path], tmp_path: Path) -> None:
    services, _ = exported
    (tmp_path / "p.zip").write_bytes(b"mine")
    with pytest.raises(ExportError, match=r"p\.zip already exists"):
        services.exporting.export(tmp_path / "p", ORDER)
    assert (tmp_path / "p.zip").read_bytes() == b"mine"
    assert not (tmp_path / "p").exists()


def test_stopping_while_the_zip_is_written_leaves_nothing(
    exported: tuple[StudyServices, Path], tmp_path: Path
) -> None:
    services, _ = exported
    n_before = len(services.exporting.register())

    def stop(_share: float, text: str) -> None:
        if text == "writing the zip":
            raise CancelledError

    with pytest.raises(CancelledError):
        services.exporting.export(tmp_path / "p", ORDER, progress=stop)
    assert list(tmp_path.iterdir()) == []
    assert len(services.exporting.register()) == n_before


def test_dates_and_the_mark_are_there_if_asked_for_and_are_read_back(
    exported: tuple[StudyServices, Path],
) -> None:
    services, folder = exported
    content = (folder / "out" / "data" / "sessions.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfsession_id,")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    with services.context.store.reading() as unit:
        days = {s.session_id: s.session_date for s in unit.sessions.all()}
    assert any(days.values())
    assert {row["session_id"]: row["session_date"] or None for row in rows} == {
        code: None if day is None else day.isoformat() for code, day in days.items()
    }
    _, frame = load_session_table(folder / "out" / "data" / "sessions.csv", None)
    assert len(frame) == len(rows)
    readme = (folder / "out" / "README.txt").read_text("utf-8")
    assert "byte order mark" in readme


def test_the_choices_are_remembered_but_not_what_is_asked_each_time(
    exported: tuple[StudyServices, Path],
) -> None:
    services, _ = exported
    assert services.exporting.last_order() == PackageOrder(
        analysis=False, archive=True, byte_order_mark=True
    )


def test_outside_never_has_dates(exported: tuple[StudyServices, Path]) -> None:
    services, _ = exported
    order = PackageOrder(profile=Profile.OUTSIDE, exact_dates=True)
    assert not services.exporting.package_data(order).exact_dates


def test_the_size_is_that_of_the_tables(exported: tuple[StudyServices, Path]) -> None:
    services, _ = exported
    record = services.exporting.register()[0]
    size = services.exporting.size()
    assert (size.n_sessions, size.n_ratings) == (
        record.rows["sessions"],
        record.rows["ratings_long"],
    )


def test_the_register_is_written_safe_for_a_spreadsheet(
    exported: tuple[StudyServices, Path], tmp_path: Path
) -> None:
    services, _ = exported
    records = services.exporting.register()
    write_register(records, tmp_path / "exports.csv")
    content = (tmp_path / "exports.csv").read_bytes()
    assert content == register_csv(records)
    (row,) = csv.DictReader(content.decode().splitlines())
    assert (row["purpose"], row["by"], row["sha256"]) == (
        "'=a made-up talk",
        ANALYST,
        records[0].sha256,
    )
    with pytest.raises(ExportError, match="could not be written there"):
        write_register(records, tmp_path / "no" / "exports.csv")
