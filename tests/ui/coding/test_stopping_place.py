from __future__ import annotations

import pytest

from practicecoder.services.context import StudyServices
from practicecoder.ui.settings import Settings
from tests.ui.coding.made_up import CODE, CODER
from tests.ui.coding.studio import Studio


def test_what_is_needed_after_a_crash_is_kept_while_the_session_is_open(
    studio: Studio, settings: Settings
) -> None:
    page, study_id = studio.page, studio.services.study.study_id
    page.listening.player.seek(8_200)
    page.notes.field.setFocus()
    studio.type("two voices at the")
    page.flush()
    page.listening.save()

    place = settings.last_place(study_id, CODER)
    assert place is not None
    assert (place.position_ms, place.is_open) == (8_200, True)
    assert place.note_id == studio.stored().notes[0].note_id

    page.close_session()
    place = settings.last_place(study_id, CODER)
    assert place is not None
    assert (place.position_ms, place.is_open, place.note_id) == (8_200, False, "")


def test_after_a_crash_the_note_is_in_the_field_again_and_one_sentence_says_so(
    studio: Studio, settings: Settings
) -> None:
    page, study_id = studio.page, studio.services.study.study_id
    page.listening.player.seek(8_200)
    page.notes.field.setFocus()
    studio.type("two voices at the")
    page.flush()
    page.listening.save()
    left = settings.last_place(study_id, CODER)
    page.close_session()
    settings.set_last_place(study_id, CODER, left)

    page.open_session(CODE, CODER)

    studio.wait_for_focus_in(page.notes.field)
    assert "ended without closing" in page.banner.text
    assert "00:08" in page.banner.text
    studio.type(" door")
    page.flush()
    assert [(n.text, n.at_ms) for n in studio.stored().notes] == [
        ("two voices at the door", 8_200)
    ]


def test_a_study_open_for_reading_only_does_not_say_where_its_coder_stopped(
    studio: Studio, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    study_id = studio.services.study.study_id
    elsewhere = settings.last_place(study_id, CODER)
    assert elsewhere is not None
    assert elsewhere.is_open
    monkeypatch.setattr(StudyServices, "read_only", True)
    studio.page.close_session()
    studio.page.open_session(CODE, CODER)
    studio.page.close_session()
    assert settings.last_place(study_id, CODER) == elsewhere
    assert studio.page.banner.text == ""


def test_a_session_that_was_closed_opens_without_a_word(studio: Studio) -> None:
    studio.page.close_session()
    studio.page.open_session(CODE, CODER)
    assert studio.page.banner.text == ""
