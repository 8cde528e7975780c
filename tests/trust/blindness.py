"""Proof that a coder's packet holds nothing that would tell more than the coder may know."""

from __future__ import annotations

import hashlib
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from practicecoder.domain.coding import Note
from practicecoder.domain.ids import BlindCode, CoderId, Fingerprint, OfficeId, SessionId, WorkerId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Phase, PracticeSession
from practicecoder.services.context import StudyServices
from practicecoder.services.packet_opening import open_packet
from practicecoder.services.packet_shares import PacketRequest
from practicecoder.vault.container import Container
from tests.builders import LEAD, a_session, a_study, add_people, add_sessions
from tests.services.packets_made_up import finished
from tests.trust.frame import Proof, Size, say

OWN, OTHER = CoderId("OWNCODER"), CoderId("CANARYCODER")
PASSPHRASE = "correct horse made up staple"
SECRET_DAY = date(1987, 6, 5)
FORBIDDEN = (b"CANARY", b"1987-06-05", b"transition", b"double")
"""Words that stand in every field that a coder may not see, and a day and states likewise."""
SESSIONS = 3


@dataclass(slots=True)
class Count:
    """What was counted over many packets."""

    packets: int = 0
    members: int = 0
    bytes_searched: int = 0
    hits: int = 0
    control_hits: int = 0


def a_lab(folder: Path, chance: random.Random) -> StudyServices:
    """Make a study in which everything that a coder may not know bears a canary."""
    lab = a_study(folder / "lab", title="CANARY study title")
    add_people(lab, Coder(coder_id=OWN), Coder(coder_id=OTHER))
    add_sessions(lab, *(_session(lab, folder, number) for number in range(SESSIONS)))
    ids = tuple(SessionId(f"CANARY-V-{number}") for number in range(SESSIONS))
    lab.sessions.assign(ids, OTHER, actor=LEAD, seed=chance.randrange(99))
    lab.sessions.assign(ids, OWN, actor=LEAD, seed=chance.randrange(99))
    _work_of_the_other(lab)
    _work_that_was_unlocked(lab)
    return lab


def _session(lab: StudyServices, folder: Path, number: int) -> PracticeSession:
    content = f"fLaC made up {number}".encode() * 100
    fingerprint = Fingerprint(hashlib.sha256(content).hexdigest())
    source = folder / f"CANARY {number}.flac"
    source.write_bytes(content)
    stored_name = lab.context.store.audio.adopt(source, fingerprint, ".flac")
    session = a_session(
        number,
        session_id=SessionId(f"CANARY-V-{number}"),
        blind_code=BlindCode(f"S-CANARY{number}"),
        worker_id=WorkerId("CANARY-WORKER"),
        office_id=OfficeId("CANARY-OFFICE"),
        phase=Phase.TRANSITION,
        session_date=SECRET_DAY,
        session_type="CANARY type",
        worker_role="CANARY role",
    )
    assert session.recording is not None
    recording = replace(
        session.recording,
        fingerprint=fingerprint,
        stored_name=stored_name,
        size_bytes=len(content),
    )
    return replace(session, recording=recording)


def _work_of_the_other(lab: StudyServices) -> None:
    """Let another coder rate, note and raise a concern in every session."""
    for row in lab.sessions.queue(OTHER):
        coding = lab.coding.open_desk(row.blind_code, OTHER).coding
        coding = lab.coding.put_note(coding, Note(note_id="CANARY", text="CANARY note")).after
        lab.coding.rate(coding, lab.codebook.dimension_ids[0], 1)
        lab.concerns.raise_concern(coding, "CANARY concern", at_ms=None)
        break


def _work_that_was_unlocked(lab: StudyServices) -> None:
    """Let the coder submit one session, and the lead unlock it with a telling reason."""
    code = lab.sessions.queue(OWN)[0].blind_code
    coding = lab.coding.open_desk(code, OWN).coding
    coding = finished(lab, coding, 3)
    lab.coding.unlock(coding.coding_id, actor=LEAD, reason="CANARY: the other coder gave 1")


def members_of(packet: Path) -> Iterator[bytes]:
    """What stands in a packet: its header and its members."""
    container = Container(packet)
    yield packet.read_bytes()
    yield container.header.encoded()
    container.unlock(PASSPHRASE)
    for member in container.header.members:
        yield container.read(member.name, at_most=1 << 26)


def study_of(packet: Path, folder: Path) -> Iterator[bytes]:
    """What stands in the study that a packet becomes."""
    home = open_packet(packet, folder, PASSPHRASE)
    assert home is not None
    with closing(home), home.context.store.reading() as unit:
        yield repr(
            (
                unit.study.load(),
                unit.people.coders(),
                unit.people.workers(),
                unit.people.offices(),
                unit.sessions.all(),
                unit.assignments.all(),
                unit.codings.all(),
                unit.concerns.all(),
                unit.history.all(),
            )
        ).encode()


def hits_in(found: Sequence[bytes]) -> int:
    """How often forbidden words are there."""
    return sum(content.count(word) for content in found for word in FORBIDDEN)


def prove(size: Size) -> Proof:
    """Open packets and search them for what does not belong there."""
    n = size.of(short=1, full=50)
    told, chance = Count(), random.Random(7)
    for number in range(n):
        with tempfile.TemporaryDirectory(prefix="blindness-") as name:
            folder = Path(name)
            with closing(a_lab(folder, chance)) as lab:
                packet = _packet(lab, folder, "one")
                found = [*members_of(packet), *study_of(packet, folder / "opened")]
                told.packets += 1
                told.members += len(found)
                told.bytes_searched += sum(map(len, found))
                told.hits += hits_in(found)
                if number == 0:
                    _betray(lab)
                    told.control_hits = hits_in([*members_of(_packet(lab, folder, "control"))])
        if (number + 1) % 10 == 0:
            say(f"blindness: {number + 1} of {n}")
    return Proof(
        promise=6,
        name="blindness",
        claim="A packet tells its coder nothing of workers, offices, phases, days, other coders, "
        "or that a session is coded twice",
        mark="0 forbidden words in everything that a packet holds and becomes",
        figures={
            "packets opened": told.packets,
            "parts searched": told.members,
            "bytes searched": told.bytes_searched,
            "forbidden words found": told.hits,
        },
        passed=told.hits == 0 and told.control_hits > 0,
        control=f"a packet whose coder had written a forbidden word into an own note: "
        f"{told.control_hits} found",
    )


def _packet(lab: StudyServices, folder: Path, name: str) -> Path:
    out = folder / f"{name}.pcpacket"
    made = lab.packets.make(PacketRequest(coder_id=OWN), out, PASSPHRASE, actor=LEAD)
    assert made is not None
    return out


def _betray(lab: StudyServices) -> None:
    """Let the coder write a forbidden word into a draft, which a packet takes along."""
    code = lab.sessions.queue(OWN)[0].blind_code
    coding = lab.coding.open_desk(code, OWN).coding
    lab.coding.put_note(coding, Note(note_id="n", text="CANARY in an own note"))
