from __future__ import annotations

import hashlib
import hmac

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
