from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from practicecoder import __main__ as start
from practicecoder.app import LOG_NAME, log_to_file


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Studies for which the window was asked; the window itself is not opened."""
    asked: list[Path | None] = []

    def open_window(study: Path | None) -> int:
        asked.append(study)
        return 0

    monkeypatch.setattr(start, "open_window", open_window)
    return asked


def test_without_arguments_the_window_opens(opened: list[Path | None]) -> None:
    assert start.main([]) == 0
    assert opened == [None]


def test_a_study_folder_opens_in_the_window(opened: list[Path | None], tmp_path: Path) -> None:
    (tmp_path / "study.db").touch()

    assert start.main([str(tmp_path)]) == 0
    assert opened == [tmp_path]


def test_anything_else_is_a_command(
    opened: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(["codebook", "list"]) == 0

    assert opened == []
    assert "swim7" in capsys.readouterr().out


def test_wrong_usage_has_its_own_exit_code(
    opened: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(["no-such-command"]) == 2
    assert opened == []


@pytest.fixture
def package_log() -> Iterator[logging.Logger]:
    package = logging.getLogger("practicecoder")
    handlers, level = list(package.handlers), package.level
    yield package
    for handler in package.handlers[len(handlers) :]:
        package.removeHandler(handler)
        handler.close()
    package.setLevel(level)


def test_the_log_is_a_file_of_the_user(package_log: logging.Logger) -> None:
    from platformdirs import user_log_path

    log_to_file()
    package_log.info("told: StudyError")

    text = (user_log_path("practicecoder", appauthor=False) / LOG_NAME).read_text()
    assert "told: StudyError" in text
