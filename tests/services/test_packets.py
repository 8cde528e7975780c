"""Tests of packets: what leaves, what comes back, and how it is joined."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.domain.coding import Note
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.sessions import SessionState
from practicecoder.errors import NotAllowedError, PacketError, PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.forks import Settlement
from practicecoder.services.packet_documents import PACKET_MEMBER, RETURN_MEMBER
from practicecoder.services.packet_opening import describe_sealed, open_packet
from practicecoder.services.packet_shares import PacketRequest
from practicecoder.services.studies import open_study
from practicecoder.storage.history import CodingContent, replay
from practicecoder.vault.container import Container, Part, write_container
from tests.builders import ANNA, BEN, LEAD, NOW
from tests.services.packets_made_up import (
    PASSPHRASE,
    a_lab,
    a_packet,
    at_home,
    codes,
    finished,
    heard,
    merged,
    of_lab,
    opened,
    rated,
    returned,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    a_lab(folder).close()
    return folder / "lab"


@pytest.fixture
def lab(template: Path, tmp_path: Path) -> Iterator[StudyServices]:
    shutil.copytree(template, tmp_path / "lab")
    services = open_study(tmp_path / "lab", now=lambda: NOW)
    yield services
    services.close()


def state_is_history(services: StudyServices) -> bool:
    """Whether every coding is what its history adds up to."""
    with services.context.store.reading() as unit:
        return all(
            replay(unit.history.of_coding(c.coding_id)) == CodingContent.of(c)
            for c in unit.codings.all()
        )


# Making


def test_a_packet_holds_what_its_coder_has_not_submitted(lab: StudyServices) -> None:
    plan = lab.packets.preview(PacketRequest(coder_id=ANNA))
    assert {s.session_id for s in plan.sessions} == {"V-0001", "V-0002"}
    assert plan.n_bytes == 2 * 5_000 * len("fLaC made up 1")
    assert lab.packets.preview(PacketRequest(coder_id=BEN)).sessions[0].session_id == "V-0001"


def test_submitted_sessions_stay_in_the_laboratory(lab: StudyServices) -> None:
    coding = finished(lab, opened(lab))
    plan = lab.packets.preview(PacketRequest(coder_id=ANNA))
    assert [reason for _, reason in plan.left] == ["submitted already"]
    assert len(plan.sessions) == 1
    assert coding.is_locked


def test_only_a_lead_makes_packets_and_only_with_a_passphrase(
    lab: StudyServices, tmp_path: Path
) -> None:
    out = tmp_path / "p.pcpacket"
    request = PacketRequest(coder_id=ANNA)
    with pytest.raises(NotAllowedError, match="lead"):
        lab.packets.make(request, out, PASSPHRASE, actor=ANNA)
    with pytest.raises(PracticeCoderError, match="passphrase"):
        lab.packets.make(request, out, "short", actor=LEAD)
    assert not out.exists()


def test_a_packet_is_on_record(lab: StudyServices, tmp_path: Path) -> None:
    out = a_packet(lab, tmp_path)
    (sent,) = lab.packets.sent()
    assert sent.packet.sha256 == Container(out).sha256()
    assert sent.packet.coder_id == ANNA
    assert sent.returns == ()
    with lab.context.store.reading() as unit:
        made = [e for e in unit.history.all() if e.kind is HistoryKind.PACKET_MADE]
    assert {e.session_id for e in made} == {None, "V-0001", "V-0002"}
    (entered,) = lab.exporting.register()
    assert (entered.sha256, entered.purpose) == (sent.packet.sha256, "coding by A")


def test_a_cancelled_packet_leaves_nothing(lab: StudyServices, tmp_path: Path) -> None:
    out = tmp_path / "p.pcpacket"
    request = PacketRequest(coder_id=ANNA)
    made = lab.packets.make(request, out, PASSPHRASE, actor=LEAD, cancelled=lambda: True)
    assert made is None
    assert not out.exists()
    assert lab.packets.sent() == ()
    with lab.context.store.reading() as unit:
        assert unit.codings.all() == ()


def test_an_altered_recording_makes_no_packet(lab: StudyServices, tmp_path: Path) -> None:
    for file in lab.context.store.audio_dir.iterdir():
        file.write_bytes(b"x" * file.stat().st_size)
    with pytest.raises(PacketError, match="recording"):
        a_packet(lab, tmp_path)
    assert lab.packets.sent() == ()


def test_codes_are_fresh_in_every_packet(lab: StudyServices, tmp_path: Path) -> None:
    a_packet(lab, tmp_path, name="one")
    a_packet(lab, tmp_path, name="two")
    used = [s.code for sent in lab.packets.sent() for s in sent.packet.sessions]
    assert len(set(used)) == 4
    assert not set(used) & set(codes(lab))


def test_nothing_else_is_in_a_packet(lab: StudyServices, tmp_path: Path) -> None:
    coding = opened(lab)
    rated(lab, coding, 3)
    finished(lab, opened(lab, coder=BEN))
    container = Container(a_packet(lab, tmp_path))
    container.unlock(PASSPHRASE)
    names = [member.name for member in container.header.members]
    assert names == ["packet.json", "codebook.toml", "sound-1.flac", "sound-2.flac"]
    text = container.read(PACKET_MEMBER, at_most=1 << 20).decode()
    forbidden = ("V-000", "S-BLIND", "W-001", "North", "post", '"B"', '"L1"', "2026-03", "double")
    assert [word for word in forbidden if word in text] == []
    session = json.loads(text)["sessions"][0]
    assert set(session) == {
        "code", "coding", "sound", "recording", "segment", "transcript", "entries", "listens",
        "position_ms",
    }  # fmt: skip


# At home


def test_a_packet_opens_as_a_study_for_one_coder(lab: StudyServices, tmp_path: Path) -> None:
    coding = heard(lab, rated(lab, opened(lab), 3), 0, 4_000)
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    assert [p.coder_id for p in home.people.coders()] == [ANNA]
    assert home.packet.facts is not None
    assert home.packet.progress().n_sessions == 2
    drafts = [opened(home, place) for place in (0, 1)]
    (draft,) = (d for d in drafts if d.coding_id == coding.coding_id)
    assert draft.ratings == coding.ratings
    assert draft.heard == coding.heard
    assert draft.position_ms == 4_000
    assert state_is_history(home)
    with home.context.store.reading() as unit:
        assert unit.people.workers() == ()
        assert all(s.phase is None and s.session_date is None for s in unit.sessions.all())


def test_the_sound_comes_along(lab: StudyServices, tmp_path: Path) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    desk = home.coding.open_desk(codes(home)[0], ANNA)
    assert desk.recording is not None
    with desk.recording.open() as sound:
        assert sound.read(4) == b"fLaC"


@pytest.mark.parametrize("spoil", ["flip", "cut", "passphrase", "return"])
def test_a_packet_that_is_not_right_makes_no_study(
    lab: StudyServices, tmp_path: Path, spoil: str
) -> None:
    packet, passphrase = a_packet(lab, tmp_path), PASSPHRASE
    content = packet.read_bytes()
    if spoil == "flip":
        packet.write_bytes(content[:-30] + bytes([content[-30] ^ 1]) + content[-29:])
    elif spoil == "cut":
        packet.write_bytes(content[:-1])
    elif spoil == "passphrase":
        passphrase += "s"
    else:
        packet = returned(at_home(packet, tmp_path / "other"), tmp_path)
    with pytest.raises(PacketError):
        open_packet(packet, tmp_path / "home", passphrase)
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("what", ["make", "open"])
def test_a_full_disk_is_told_before_anything_is_written(
    lab: StudyServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    packet = a_packet(lab, tmp_path)
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage)
    acts: dict[str, Callable[[], object]] = {
        "make": lambda: a_packet(lab, tmp_path, name="second"),
        "open": lambda: at_home(packet, tmp_path / "home"),
    }
    with pytest.raises(PracticeCoderError, match="MB left"):
        acts[what]()
    assert not (tmp_path / "home").exists()
    assert not (tmp_path / "second.pcpacket").exists()


def test_cancelling_the_opening_leaves_nothing(lab: StudyServices, tmp_path: Path) -> None:
    packet = a_packet(lab, tmp_path)
    assert open_packet(packet, tmp_path / "home", PASSPHRASE, cancelled=lambda: True) is None
    assert not (tmp_path / "home").exists()


def test_a_sealed_file_tells_what_it_is(lab: StudyServices, tmp_path: Path) -> None:
    packet = a_packet(lab, tmp_path)
    told = describe_sealed(packet)
    assert (told.kind.value, told.n_sounds, told.needs_passphrase) == ("packet", 2, True)
    back = describe_sealed(returned(at_home(packet, tmp_path / "home"), tmp_path))
    assert (back.kind.value, back.number, back.needs_passphrase) == ("return", told.number, False)


# Coming back


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


def forged(file: Path, key: bytes, **changes: object) -> Path:
    """Return whose last entry was changed by somebody who has the packet's key."""
    container = Container(file)
    container.unlock(key)
    document = json.loads(container.read(RETURN_MEMBER, at_most=1 << 20))
    (entries,) = (c["entries"] for c in document["codings"] if len(c["entries"]) > 1)
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
        {"id": ""},
    ],
)
def test_entries_that_a_coder_cannot_have_written_are_refused(
    lab: StudyServices, tmp_path: Path, changes: dict[str, object]
) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    rated(home, opened(home), 4)
    assert home.packet.facts is not None
    file = forged(returned(home, tmp_path), home.packet.facts.answer_key, **changes)
    with pytest.raises(PacketError):
        merged(lab, file)
    assert lab.packets.sent()[0].returns == ()


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


# Two versions


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
