"""Identifiers: each kind has its own type, so that they cannot be mixed up unnoticed."""

from __future__ import annotations

import secrets
import uuid
from typing import NewType

StudyId = NewType("StudyId", str)
SessionId = NewType("SessionId", str)
"""The lead's code of a practice session, as in the study's sheets."""
BlindCode = NewType("BlindCode", str)
"""The random code under which coders meet a session; tells nothing about it."""
WorkerId = NewType("WorkerId", str)
OfficeId = NewType("OfficeId", str)
CoderId = NewType("CoderId", str)
CodingId = NewType("CodingId", str)
Fingerprint = NewType("Fingerprint", str)
"""SHA-256 of a recording's file, in hexadecimal."""

_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without 0/O, 1/I/L, U: read aloud without error


def new_id() -> str:
    """Random identifier of 32 hexadecimal digits; gives away neither order nor number."""
    return uuid.uuid4().hex


def new_blind_code() -> BlindCode:
    """Random session code such as ``S-7Q4K2``."""
    return BlindCode("S-" + "".join(secrets.choice(_CODE_LETTERS) for _ in range(5)))
