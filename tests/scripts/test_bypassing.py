from __future__ import annotations

from pathlib import Path

import pytest

from scripts import bypassing
from scripts.bypassing import UI, bypasses


def found_in(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(bypassing, "ROOT", tmp_path)
    path = tmp_path / "code.py"
    path.write_text(code, encoding="utf-8")
    return [bypass.text for bypass in bypasses(path)]


def test_nothing_in_the_window_bypasses_translation() -> None:
    found = [b for path in sorted(UI.rglob("*.py")) for b in bypasses(path)]

    assert found == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('label("Some words", self)', "Some words"),
        ('field.setToolTip("Some words")', "Some words"),
        ('name(field, "Some words")', "Some words"),
        ('tabs.addTab(page, "Words")', "Words"),
        ('label(f"{n} sessions", self)', "{} sessions"),
        ('label("Yes please" if on else self.tr("No"), self)', "Yes please"),
        ('label("{0} of all".format(n), self)', "{0} of all"),
        ('TITLE = "Some words"', "Some words"),
        ('told = f"{n} session"', "{} session"),
        ('rows = [row("Before")]', "Before"),
        ('SHOWN = (name, "No title")', "No title"),
        ('words = " and ".join(names)', " and "),
        ('html = f"<h3>Counts</h3>{lines}"', "<h3>Counts</h3>{}"),
        ('Column(title="State", text=lambda r: "yes" if r.done else "")', "yes"),
        ('def state_in_words(x):\n    return "equal"', "equal"),
        ('Row(key="a b", text="Some words")', "Some words"),
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
        'Opens: TypeAlias = "Callable[[str, int], Study]"',
        'TITLE = QT_TRANSLATE_NOOP("Place", "Some words")',
        'Column(title="Some words", tooltip="More words", text=str)',
        '"""Says some words."""',
        'def f():\n    """Say some words."""\n    raise ValueError("Some words")',
        'log.info("some words %s", n)',
        'class Kind(StrEnum):\n    ONE = "Some words"',
        "html = f\"<td style='padding: 2px 4px'>{lines}</td>\"",
        'text = f"{day:%d %B %Y} {n} kHz"',
        'assert words, "Some words"',
        'keys = "Ctrl+Return"',
        'SHOWN = ("Session", "State")',
        'folder = f"{name}-reports"',
        'SavedView(sorted_by="Flags")',
    ],
)
def test_what_is_translated_or_has_no_words_is_not(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found_in(code, tmp_path, monkeypatch) == []
