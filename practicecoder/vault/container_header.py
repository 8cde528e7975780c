"""What stands in front of a container: whose it is, how its key is made, what is inside."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from practicecoder.domain.coding import CodebookRef
from practicecoder.errors import PacketError

MAGIC = b"PCODING\x01"
VERSION = 1
LONGEST_HEADER = 1 << 20
"""Bytes."""
MOST_MEMBERS = 4_000
LARGEST_MEMBER = 4 << 30
"""Bytes: a recording of more than a day."""
LARGEST_CONTAINER = 64 << 30
LONGEST_WORD = 200
SALT_BYTES = 32

_NAME = re.compile(r"[a-z0-9]{1,40}(-[a-z0-9]{1,40})?\.[a-z0-9]{1,5}")
_HEX_64 = re.compile(r"[0-9a-f]{64}")
_DIGITS = 20


class ContainerKind(StrEnum):
    """What a container is for."""

    PACKET = "packet"
    RETURN = "return"


class KeyWay(StrEnum):
    """Where the key of a container comes from."""

    PASSPHRASE = "passphrase"
    PACKET = "packet"
    """From a key that came in the packet that the container answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMaking:
    """How the key of one container is made; the costs are those of Argon2id."""

    way: KeyWay
    salt: bytes
    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file inside a container: its name, its size in bytes, and the SHA-256 of its content."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainerFacts:
    """Whose a container is: the study, the packet, and the codebook that is coded by."""

    kind: ContainerKind
    study_id: str
    packet_id: str
    codebook: CodebookRef


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainerHeader:
    """All that stands before the encrypted members; it can be read without the key."""

    facts: ContainerFacts
    key: KeyMaking
    members: tuple[Member, ...]

    def member(self, name: str) -> Member:
        """Return a member by its name; PacketError if there is none."""
        for member in self.members:
            if member.name == name:
                return member
        raise PacketError("The file lacks a part that it must have. Ask for it to be made again.")

    def encoded(self) -> bytes:
        """Header as it is written: one JSON document."""
        facts, key = self.facts, self.key
        document = {
            "format": VERSION,
            "kind": facts.kind.value,
            "study_id": facts.study_id,
            "packet_id": facts.packet_id,
            "codebook": {
                "id": facts.codebook.codebook_id,
                "version": facts.codebook.version,
                "digest": facts.codebook.digest,
            },
            "key": {
                "way": key.way.value,
                "salt": key.salt.hex(),
                "memory_kib": key.memory_kib,
                "passes": key.passes,
                "lanes": key.lanes,
            },
            "members": [
                {"name": m.name, "size": m.size, "sha256": m.sha256} for m in self.members
            ],
        }
        return json.dumps(document, ensure_ascii=True, sort_keys=True).encode("ascii")


def read_header(content: bytes) -> ContainerHeader:
    """Read a header that a stranger may have written.

    Raises
    ------
    PacketError
        If anything in it is not as this program writes it.
    """
    document = strict_json(content)
    if document.get("format") != VERSION:
        raise PacketError(
            "The file was made by another version of practicecoder. Nothing was read. Install "
            "the version that made it."
        )
    try:
        header = ContainerHeader(
            facts=_facts(document),
            key=_key(_mapping(document["key"])),
            members=tuple(_member(_mapping(entry)) for entry in _list(document["members"])),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise refusal() from error
    names = [member.name for member in header.members]
    total = sum(member.size for member in header.members)
    if len(set(names)) < len(names) or len(names) > MOST_MEMBERS or total > LARGEST_CONTAINER:
        raise refusal()
    return header


def strict_json(content: bytes) -> Mapping[str, object]:
    """Read one JSON object of a stranger: no repeated keys, no NaN, no huge numbers.

    Raises
    ------
    PacketError
        If it is not one.
    """
    try:
        document = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_unrepeated,
            parse_constant=_no_constant,
            parse_int=_short_number,
        )
    except (ValueError, RecursionError) as error:
        raise refusal() from error
    if not isinstance(document, dict):
        raise refusal()
    return document


def refusal() -> PacketError:
    """What is said of a file that is no packet or return, or is one no longer."""
    return PacketError(
        "This is no coding packet and no return, or it was altered or cut off on its way. "
        "Nothing was taken from it. Ask for it again."
    )


def is_member_name(name: str) -> bool:
    """Whether a member may bear this name: no folders, no reserved words, one short ending."""
    return _NAME.fullmatch(name) is not None


def _facts(document: Mapping[str, object]) -> ContainerFacts:
    codebook = _mapping(document["codebook"])
    return ContainerFacts(
        kind=ContainerKind(_word(document["kind"])),
        study_id=_word(document["study_id"]),
        packet_id=_word(document["packet_id"]),
        codebook=CodebookRef(
            codebook_id=_word(codebook["id"]),
            version=_word(codebook["version"]),
            digest=_word(codebook["digest"]),
        ),
    )


def _key(document: Mapping[str, object]) -> KeyMaking:
    salt = bytes.fromhex(_word(document["salt"]))
    if len(salt) != SALT_BYTES:
        raise ValueError("salt")
    return KeyMaking(
        way=KeyWay(_word(document["way"])),
        salt=salt,
        memory_kib=_number(document["memory_kib"], 19 * 1024, 256 * 1024),
        passes=_number(document["passes"], 2, 8),
        lanes=_number(document["lanes"], 1, 8),
    )


def _member(document: Mapping[str, object]) -> Member:
    name, sha256 = _word(document["name"]), _word(document["sha256"])
    if not is_member_name(name) or _HEX_64.fullmatch(sha256) is None:
        raise ValueError("member")
    return Member(name=name, size=_number(document["size"], 0, LARGEST_MEMBER), sha256=sha256)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable() or len(value) > LONGEST_WORD:
        raise ValueError("no word")
    return value


def _number(value: object, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError("no number")
    return value


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError("a key is repeated")
    return read


def _no_constant(_text: str) -> object:
    raise ValueError("no number of JSON")


def _short_number(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError("too long a number")
    return int(text)
