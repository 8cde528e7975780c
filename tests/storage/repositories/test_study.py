from __future__ import annotations

from dataclasses import replace

import pytest

from practicecoder.domain.study import StudyRecord
from practicecoder.storage.database import Database


def test_the_record_comes_back_as_it_was_given(database: Database, record: StudyRecord) -> None:
    with database.reading() as unit:
        assert unit.study.load() == record


def test_settings_are_changed_one_by_one(database: Database) -> None:
    with database.transaction() as unit:
        unit.study.update_settings({"min_double_coded": "0.5", "theme": "dark"})
        unit.study.update_settings({})
    with database.reading() as unit:
        assert unit.study.load().settings == {"min_double_coded": "0.5", "theme": "dark"}


def test_the_study_keeps_the_text_of_its_codebooks(
    database: Database, record: StudyRecord
) -> None:
    newer = replace(record.codebook, version="1.1", digest="1" * 64)
    with database.transaction() as unit:
        unit.study.add_codebook(newer, "newer text")
        unit.study.add_codebook(record.codebook, "not taken")
    with database.reading() as unit:
        assert unit.study.codebook_text(newer) == "newer text"
        assert unit.study.codebook_text(record.codebook) == "text of the codebook"


def test_a_codebook_that_is_not_kept_is_not_found(database: Database, record: StudyRecord) -> None:
    other = replace(record.codebook, digest="2" * 64)
    with database.reading() as unit, pytest.raises(KeyError):
        unit.study.codebook_text(other)
