"""Tests of making packets."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.domain.history import HistoryKind
from practicecoder.errors import NotAllowedError, PacketError, PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.packet_shares import PacketRequest
from practicecoder.vault.container import Container
from tests.builders import ANNA, LEAD
from tests.services.packets_made_up import PASSPHRASE, a_packet


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
