"""Tests of opening packets: a study for one coder, or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from practicecoder.errors import PacketError, PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.packet_opening import describe_sealed, open_packet
from tests.builders import ANNA, LEAD, add_sessions
from tests.services.packets_made_up import (
    PASSPHRASE,
    a_packet,
    at_home,
    codes,
    heard,
    opened,
    rated,
    returned,
    state_is_history,
    with_sound,
)


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


def test_a_packet_whose_recording_is_no_sound_makes_no_study(
    lab: StudyServices, tmp_path: Path
) -> None:
    description = b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=audio 5004 RTP/AVP 0\r\n"
    session = with_sound(lab, 3, tmp_path, start=description)  # a player would open a socket
    add_sessions(lab, session)
    lab.sessions.assign((session.session_id,), ANNA, actor=LEAD, seed=1)
    packet = a_packet(lab, tmp_path)
    with pytest.raises(PacketError, match="no coding packet"):
        open_packet(packet, tmp_path / "home", PASSPHRASE)
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
