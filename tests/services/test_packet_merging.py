"""Tests of merging: what comes back, and how it is joined."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from practicecoder.domain.sessions import SessionState
from practicecoder.errors import PacketError
from practicecoder.services.context import StudyServices
from practicecoder.services.packet_documents import RETURN_MEMBER
from practicecoder.vault.container import Container, Part, write_container
from tests.builders import ANNA, LEAD
from tests.services.packets_made_up import (
    a_lab,
    a_packet,
    at_home,
    finished,
    heard,
    merged,
    of_lab,
    opened,
    rated,
    returned,
    state_is_history,
)


def test_what_was_done_at_home_arrives(lab: StudyServices, tmp_path: Path) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    coding = finished(home, heard(home, opened(home), 0, 9_000), 4)
    preview = lab.packet_returns.preview(returned(home, tmp_path), actor=LEAD)
    (line,) = preview.lines
    assert line.is_submitted
    assert not line.is_forked
    receipt = lab.packet_returns.merge(preview, actor=LEAD)
    with lab.context.store.reading() as unit:
        stored = unit.codings.find(coding.coding_id)
        assert stored is not None
        session = unit.sessions.find(stored.session_id)
    assert stored.is_locked
    assert stored.ratings == coding.ratings
    assert stored.heard == coding.heard
    assert stored.submitted_at == coding.submitted_at
    assert session is not None
    assert session.state in (SessionState.SUBMITTED, SessionState.IN_CODING)
    assert state_is_history(lab)
    assert lab.context.store.check() == ()
    assert receipt.heads[coding.coding_id] in receipt.text()
    assert lab.packets.sent()[0].n_submitted == 1


def test_merging_again_adds_nothing(lab: StudyServices, tmp_path: Path) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    rated(home, opened(home), 4)
    file = returned(home, tmp_path)
    assert merged(lab, file).n_events == 1
    preview = lab.packet_returns.preview(file, actor=LEAD)
    assert preview.is_empty
    assert preview.merged_at is not None
    assert lab.packet_returns.merge(preview, actor=LEAD).n_events == 0
    assert len(lab.packets.sent()[0].returns) == 1


def test_a_coder_may_return_as_often_as_they_like(lab: StudyServices, tmp_path: Path) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    first = rated(home, opened(home), 4)
    early = returned(home, tmp_path, "early")
    rated(home, first, 5, dimension=1)
    late = returned(home, tmp_path, "late")
    assert merged(lab, late).n_events == 2
    assert merged(lab, early).n_events == 0
    assert lab.forks.waiting() == frozenset()


def test_concerns_come_back_once_with_the_session_they_are_about(
    lab: StudyServices, tmp_path: Path
) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    home.concerns.raise_concern(opened(home), "made-up words about harm", at_ms=500)
    file = returned(home, tmp_path)
    assert merged(lab, file).n_concerns == 1
    assert merged(lab, file).n_concerns == 0
    (concern,) = lab.concerns.for_lead(LEAD)
    assert concern.session_id.startswith("V-")
    assert concern.coder_id == ANNA


def test_a_return_of_another_study_is_refused(lab: StudyServices, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    other = a_lab(tmp_path / "x")
    home = at_home(a_packet(other, tmp_path), tmp_path / "home")
    with pytest.raises(PacketError, match="no packet of this study"):
        merged(lab, returned(home, tmp_path))


def forged(file: Path, key: bytes, *, added: bool = False, **changes: object) -> Path:
    """Return whose last entry was changed, or followed by another, by a holder of its key."""
    container = Container(file)
    container.unlock(key)
    document = json.loads(container.read(RETURN_MEMBER, at_most=1 << 20))
    (entries,) = (c["entries"] for c in document["codings"] if len(c["entries"]) > 1)
    if added:
        entries.append(dict(entries[-1]))
    entries[-1].update(changes)
    part = Part.of_bytes(RETURN_MEMBER, json.dumps(document).encode())
    write_container(file, container.header.facts, [part], key)
    return file


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": "B"},
        {"actor": None},
        {"kind": "unlocked"},
        {"kind": "fork_settled"},
        {"item": "no_such_dimension"},
        {"new": "[]"},
        {"new": None},
        {"parent": None},
        {"parent": "0" * 32},
        {"other_parent": "0" * 32},
        {"erased": True},
        {"at": "yesterday"},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"id": ""},
        {"new": '{"na_reason":null,"note":"","state":"rated","unsure":false,"value":99.0}'},
    ],
)
def test_entries_that_a_coder_cannot_have_written_are_refused(
    lab: StudyServices, tmp_path: Path, changes: dict[str, Any]
) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    rated(home, opened(home), 4)
    assert home.packet.facts is not None
    file = forged(returned(home, tmp_path), home.packet.facts.answer_key, **changes)
    with pytest.raises(PacketError):
        merged(lab, file)
    assert lab.packets.sent()[0].returns == ()


def test_an_entry_under_the_id_of_another_is_refused(lab: StudyServices, tmp_path: Path) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    rated(home, opened(home), 4)
    second = of_lab(lab, 2).coding_id
    with lab.context.store.reading() as unit:
        other = unit.history.of_coding(second)[0].entry_id
    assert home.packet.facts is not None
    file = forged(returned(home, tmp_path), home.packet.facts.answer_key, id=other)
    with pytest.raises(PacketError):
        merged(lab, file)
    assert lab.packets.sent()[0].returns == ()


def test_a_submitted_coding_is_not_changed_by_a_forged_return(
    lab: StudyServices, tmp_path: Path
) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    coding = finished(home, opened(home), 4)
    file = returned(home, tmp_path)
    merged(lab, file)
    assert home.packet.facts is not None
    with home.context.store.reading() as unit:
        last = unit.history.of_coding(coding.coding_id)[-1].entry_id
    rating = '{"na_reason":null,"note":"","state":"rated","unsure":false,"value":1.0}'
    item = home.codebook.dimension_ids[0]
    changes = {"id": "0" * 32, "parent": last, "kind": "rating", "item": item, "new": rating}
    with pytest.raises(PacketError):
        merged(lab, forged(file, home.packet.facts.answer_key, added=True, **changes))
    with lab.context.store.reading() as unit:
        stored = unit.codings.find(coding.coding_id)
    assert stored is not None
    assert stored.ratings == coding.ratings


def test_altering_what_the_laboratory_knows_is_refused(lab: StudyServices, tmp_path: Path) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    rated(home, opened(home), 4)
    file = returned(home, tmp_path)
    merged(lab, file)
    assert home.packet.facts is not None
    new = '{"na_reason":null,"note":"","state":"rated","unsure":false,"value":5.0}'
    with pytest.raises(PacketError):
        merged(lab, forged(file, home.packet.facts.answer_key, new=new))


def test_work_on_a_withdrawn_session_is_left_out(lab: StudyServices, tmp_path: Path) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    for place in (0, 1):
        rated(home, opened(home, place), 4)
    lab.session_use.take_out(
        (of_lab(lab, 1).session_id,), SessionState.WITHDRAWN, actor=LEAD, reason="made up"
    )
    receipt = merged(lab, returned(home, tmp_path))
    assert receipt.n_left_out == 1
    assert [line.session_id for line in receipt.lines] == ["V-0002"]
