from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.codings_mapping import (
    CodingsMapping,
    Defaults,
    read_codings_mapping,
)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 20_000,
        "codes" + ".a" * 20_000 + " = 1",
        "coder = " + "9" * 5_000,
        "coder = '\0'",
        "defaults = [1]",
        "codes = {a = 1}",
        "#" + "a" * 1_000_001,
    ],
    ids=["deep", "dotted", "digits", "control", "defaults", "number", "large"],
)
def test_a_hostile_mapping_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ImportedDataError) as told:
        read_codings_mapping(path)

    assert told.value.problems[0].what.endswith(".")


def test_a_mapping_may_be_saved_by_windows(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_bytes(b'\xef\xbb\xbfdefaults = "keep"\r\n[codes]\r\nQ = "question"\r\n')

    assert read_codings_mapping(path) == CodingsMapping(
        codes={"Q": "question"}, defaults=Defaults.KEEP
    )
