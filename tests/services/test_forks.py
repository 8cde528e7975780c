"""Tests of codings with two versions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.domain.coding import Note
from practicecoder.domain.history import HistoryKind
from practicecoder.errors import NotAllowedError, PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.forks import Settlement
from practicecoder.services.packet_shares import PacketRequest
from practicecoder.storage.history import CodingContent
from tests.builders import ANNA, LEAD
from tests.services.packets_made_up import (
    a_packet,
    at_home,
    codes,
    finished,
    merged,
    opened,
    rated,
    returned,
    state_is_history,
)


def forked(lab: StudyServices, folder: Path) -> tuple[StudyServices, Path]:
    """Let one coder go on at home and in the laboratory with the same coding."""
    packet = a_packet(lab, folder)
    home = at_home(packet, folder / "home")
    code = codes(home)[0]
    coding = finished(home, opened(home), 5)
    with lab.context.store.reading() as unit:
        stored = unit.codings.find(coding.coding_id)
        assert stored is not None
        session = unit.sessions.find(stored.session_id)
    assert session is not None
    here = lab.coding.open_desk(session.blind_code, ANNA).coding
    rated(lab, lab.coding.put_note(here, Note(note_id="n1", text="made up")).after, 2)
    assert code != session.blind_code
    return home, returned(home, folder)


def test_two_versions_are_shown_and_settled_by_nobody_but_the_lead(
    lab: StudyServices, tmp_path: Path
) -> None:
    _home, file = forked(lab, tmp_path)
    receipt = merged(lab, file)
    (line,) = receipt.lines
    assert line.is_forked
    (shown,) = lab.forks.all(actor=LEAD)
    assert sorted(v.is_submitted for v in shown.versions) == [False, True]
    what = {item.what for item in shown.items}
    assert lab.codebook.label(lab.codebook.dimension_ids[0]) in what
    assert "Note" in what
    with pytest.raises(NotAllowedError):
        lab.forks.all(actor=ANNA)


def test_an_unsettled_coding_counts_nowhere_and_cannot_be_coded(
    lab: StudyServices, tmp_path: Path
) -> None:
    _home, file = forked(lab, tmp_path)
    (line,) = merged(lab, file).lines
    with lab.context.store.reading() as unit:
        assert unit.codings.all(locked_only=True) == ()
        session = unit.sessions.find(line.session_id)
    assert session is not None
    with pytest.raises(NotAllowedError, match="two places"):
        lab.coding.open_desk(session.blind_code, ANNA)
    assert state_is_history(lab)
    assert lab.context.store.check() == ()
    left = dict(lab.packets.preview(PacketRequest(coder_id=ANNA)).left)
    assert left[line.session_id] == "two versions wait for the lead"


@pytest.mark.parametrize("keep_submitted", [True, False])
def test_a_lead_keeps_one_version_whole(
    lab: StudyServices, tmp_path: Path, keep_submitted: bool
) -> None:
    _home, file = forked(lab, tmp_path)
    merged(lab, file)
    (shown,) = lab.forks.all(actor=LEAD)
    (kept,) = (v for v in shown.versions if v.is_submitted is keep_submitted)
    lab.forks.settle(
        Settlement(coding_id=shown.coding_id, kept=kept.head, reason="made up", picks={}),
        actor=LEAD,
    )
    with lab.context.store.reading() as unit:
        stored = unit.codings.find(shown.coding_id)
        settled = [
            r
            for r in unit.history.links_of_coding(shown.coding_id)
            if r.entry.kind is HistoryKind.FORK_SETTLED
        ]
    assert stored is not None
    assert stored.is_locked is keep_submitted
    assert CodingContent.of(stored) == CodingContent.of(kept.coding)
    assert lab.forks.waiting() == frozenset()
    assert {settled[0].parent_id, settled[0].other_parent_id} == {v.head for v in shown.versions}
    assert state_is_history(lab)
    assert lab.context.store.check() == ()


def test_a_lead_takes_single_items_from_the_other_version(
    lab: StudyServices, tmp_path: Path
) -> None:
    _home, file = forked(lab, tmp_path)
    merged(lab, file)
    (shown,) = lab.forks.all(actor=LEAD)
    (kept,) = (v for v in shown.versions if v.is_submitted)
    (other,) = (v for v in shown.versions if not v.is_submitted)
    first = lab.codebook.dimension_ids[0]
    (note,) = (i.key for i in shown.items if i.what == "Note")
    picks = {("RatingChange", first): other.head, note: other.head}
    lab.forks.settle(
        Settlement(coding_id=shown.coding_id, kept=kept.head, reason="made up", picks=picks),
        actor=LEAD,
    )
    with lab.context.store.reading() as unit:
        stored = unit.codings.find(shown.coding_id)
    assert stored is not None
    assert stored.rating(first).value == 2
    assert stored.rating(lab.codebook.dimension_ids[1]).value == 5
    assert [n.text for n in stored.notes] == ["made up"]
    assert stored.is_locked
    assert state_is_history(lab)


def test_settling_needs_a_reason_and_the_versions_that_were_shown(
    lab: StudyServices, tmp_path: Path
) -> None:
    _home, file = forked(lab, tmp_path)
    merged(lab, file)
    (shown,) = lab.forks.all(actor=LEAD)
    decision = Settlement(
        coding_id=shown.coding_id, kept=shown.versions[0].head, reason=" ", picks={}
    )
    with pytest.raises(NotAllowedError, match="why"):
        lab.forks.settle(decision, actor=LEAD)
    with pytest.raises(PracticeCoderError):
        lab.forks.settle(replace(decision, reason="r", kept="0" * 32), actor=LEAD)
    assert lab.forks.waiting()


def test_going_on_at_home_after_settling_is_a_fork_again(
    lab: StudyServices, tmp_path: Path
) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    other = at_home(tmp_path / "p.pcpacket", tmp_path / "other")
    at_one, at_two = rated(home, opened(home), 3), rated(other, opened(other), 4)
    merged(lab, returned(home, tmp_path, "one"))
    merged(lab, returned(other, tmp_path, "two"))
    (shown,) = lab.forks.all(actor=LEAD)
    kept = shown.versions[0].head
    lab.forks.settle(
        Settlement(coding_id=shown.coding_id, kept=kept, reason="made up", picks={}), actor=LEAD
    )
    rated(home, at_one, 5, dimension=1)
    assert merged(lab, returned(home, tmp_path, "one-more")).lines[0].is_forked
    assert lab.forks.waiting() == {at_two.coding_id}


def test_a_change_in_the_laboratory_meanwhile_is_a_fork(
    lab: StudyServices, tmp_path: Path
) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    at_home_coding = rated(home, opened(home), 3)
    submitted = finished(lab, opened_in_lab(lab, at_home_coding.coding_id), 4)
    lab.coding.unlock(submitted.coding_id, actor=LEAD, reason="made up")
    assert merged(lab, returned(home, tmp_path)).lines[0].is_forked


def opened_in_lab(lab: StudyServices, coding_id: str):  # type: ignore[no-untyped-def]
    """Coding of an id, opened in the laboratory."""
    for place in range(len(codes(lab))):
        coding = opened(lab, place)
        if coding.coding_id == coding_id:
            return coding
    raise AssertionError
