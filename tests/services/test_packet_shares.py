"""Tests of shares: what leaves the laboratory and what stays."""

from __future__ import annotations

import json
from pathlib import Path

from practicecoder.services.context import StudyServices
from practicecoder.services.packet_documents import PACKET_MEMBER
from practicecoder.services.packet_shares import PacketRequest
from practicecoder.vault.container import Container
from tests.builders import ANNA, BEN
from tests.services.packets_made_up import PASSPHRASE, a_packet, codes, finished, opened, rated


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
