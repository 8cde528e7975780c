from __future__ import annotations

import hashlib
import hmac
from typing import Any

import pytest

from practicecoder.storage.chain import Facts, HistorySeal, Payload, payload_digest

KEY, SALT = b"k" * 32, b"s" * 16
ODD = ("plain", "it's", "both \" and '", "back\\slash", "line\nend", "Ceridwen à Ŵ \U0001f600", "")


@pytest.mark.parametrize("odd", ODD)
def test_codes_are_what_the_format_says(odd: str) -> None:
    """HMAC-SHA256 over the Python literals in ASCII: studies that exist verify by it."""
    facts: Facts = (odd, odd, None, odd, "made", odd)
    for parent, other in ((None, None), ("0" * 64, None), ("0" * 64, odd)):
        literal = b"%a" % (("entry", odd, parent, other, "1" * 64, *facts),)

        mac = HistorySeal(KEY).mac(odd, facts, "1" * 64, parent, other)

        assert mac == hmac.digest(KEY, literal, "sha256").hex()


@pytest.mark.parametrize("odd", ODD)
def test_digests_are_what_the_format_says(odd: str) -> None:
    payload: Payload = (None, odd, odd, None, odd)

    assert payload_digest(SALT, payload) == hashlib.sha256(SALT + b"%a" % (payload,)).hexdigest()


@pytest.mark.parametrize("odd", ODD)
def test_an_entry_is_bound_as_it_was_sealed_and_no_other(odd: str) -> None:
    """The quick check of the whole history agrees with what seals each entry."""
    seal = HistorySeal(KEY)
    facts: Facts = (odd, odd, None, "rating", "made", odd)
    payload: Payload = (None, odd, odd, None, odd)
    digest = payload_digest(SALT, payload)
    mac = seal.mac("chain", facts, digest, "0" * 64, None)
    sealed: tuple[Any, ...] = ("chain", "0" * 64, digest, mac, SALT, *facts, *payload)

    assert seal.binds(*sealed)
    for place, value in enumerate(sealed):
        other = b"" if isinstance(value, bytes) else f"{value}x"
        altered = (*sealed[:place], other, *sealed[place + 1 :])
        assert not seal.binds(*altered)
