from __future__ import annotations

from pathlib import Path

import pytest

from scripts import translations
from scripts.translations import UI, bypasses, declared_in


def found_in(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    path = tmp_path / "code.py"
    path.write_text(code, encoding="utf-8")
    return [bypass.text for bypass in bypasses(path)]


def test_nothing_in_the_window_bypasses_translation() -> None:
    assert [b for path in sorted(UI.rglob("*.py")) for b in bypasses(path)] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('label("Some words", self)', "Some words"),
        ('field.setToolTip("Some words")', "Some words"),
        ('name(field, "Some words")', "Some words"),
        ('tabs.addTab(page, "Words")', "Words"),
        ('label(f"{n} sessions", self)', " sessions"),
        ('label("Yes please" if on else self.tr("No"), self)', "Yes please"),
        ('label("{0} of all".format(n), self)', "{0} of all"),
    ],
)
def test_words_past_translation_are_found(
    code: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found_in(code, tmp_path, monkeypatch) == [text]


@pytest.mark.parametrize(
    "code",
    [
        'label(self.tr("Some words"), self)',
        'label("", self)',
        'label("−", self)',
        'window.setWindowTitle("PracticeCoder")',
        'label(translate("Place", "Some words"), self)',
        'label(f"{a}: {b}", self)',
        'widget.setObjectName("some words")',
    ],
)
def test_what_is_translated_or_has_no_words_is_not(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found_in(code, tmp_path, monkeypatch) == []


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
