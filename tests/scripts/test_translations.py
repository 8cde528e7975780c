from __future__ import annotations

from pathlib import Path

from scripts.translations import declared_in


def test_declared_words_are_collected(tmp_path: Path) -> None:
    path = tmp_path / "code.py"
    path.write_text(
        'A = Column[int](title="Head", tooltip="Tip", text=str)\n'
        'B = Words({1: "one word"})\n'
        'C = _spec(GROUP, "Act", "Ctrl+A", tip="Acts")\n'
        'D = _tr("here")\n'
        'def _tr(text):\n    return translate("Place", text)\n',
        encoding="utf-8",
    )

    assert set(declared_in(path)) == {
        ("Columns", "Head"),
        ("Columns", "Tip"),
        ("Words", "one word"),
        ("Actions", "Act"),
        ("Actions", "Acts"),
        ("Place", "here"),
    }
