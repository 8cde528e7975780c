"""The style sheet over Fusion: flat controls, cards, the rail and readable tables."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from practicecoder.ui.colours import Colours

_SHEET = Template("""
QToolTip { background: $sunken; color: $text; border: 1px solid $border; padding: 4px 8px; }

QLabel[look="title"] { font-size: ${pt_title}pt; font-weight: 600; color: $text; }
QLabel[look="heading"] { font-size: ${pt_heading}pt; font-weight: 600; color: $text; }
QLabel[look="lead"] { font-size: ${pt_lead}pt; color: $text; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { font-size: ${pt_small}pt; color: $muted; }
QLabel[look="number"] { font-size: ${pt_title}pt; font-weight: 600; color: $accent; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="success"] { color: $success; }
QLabel[look="error"] { color: $error; }
QLabel[look="badge"] { font-size: ${pt_small}pt; font-weight: 600; color: $accent;
    background: $soft; border-radius: 4px; padding: 3px 8px; }
QLabel[look="warning-badge"] { font-size: ${pt_small}pt; font-weight: 600; color: $warning;
    background: $warning_surface; border: 1px solid $warning_border; border-radius: 4px;
    padding: 2px 8px; }

QToolButton[look="warning-badge"] { font-size: ${pt_small}pt; font-weight: 600; color: $warning;
    background: $warning_surface; border: 1px solid $warning_border; border-radius: 4px;
    padding: 2px 20px 2px 8px; }

QLabel[drop="true"] { border: 2px dashed $outline; border-radius: 8px; color: $muted; }

QFrame[look="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[look="plain"] { background: $surface; border: none; }
QFrame[look="header"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[look="warning"] { background: $warning_surface; border: 1px solid $border;
    border-left: 4px solid $warning_border; border-radius: 4px; }
QFrame[look="alarm"] { background: $warning_surface; border: 1px solid $error;
    border-left: 4px solid $error; border-radius: 4px; }
QFrame[look="warning"] QLabel, QFrame[look="alarm"] QLabel { background: transparent;
    border: none; border-radius: 0; }
QFrame[look="rail"] { background: $rail; border: none; }
QFrame[look="rail"] QToolButton { color: $rail_text; background: transparent; border: none;
    border-radius: 8px; padding: 8px 4px 6px 4px; font-size: ${pt_small}pt; }
QFrame[look="rail"] QToolButton:hover { background: $rail_chosen; }
QFrame[look="rail"] QToolButton:checked { background: $rail_chosen; font-weight: 600; }
QFrame[look="rail"] QToolButton:disabled { color: $rail_off; }

QPushButton, QToolButton { background: $surface; color: $text; border: 1px solid $outline;
    border-radius: 6px; padding: 5px 14px; min-height: ${field}px; }
QToolButton { padding: 5px 8px; }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover, QLineEdit > QToolButton:pressed {
    background: transparent; border: none; padding: 0; min-height: 0; }
QPushButton:hover, QToolButton:hover { background: $sunken; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $soft; }
QToolButton:checked { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $outline; border-color: $border; }
QPushButton[look="primary"], QToolButton[look="primary"] { background: $accent;
    color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:hover, QToolButton[look="primary"]:hover { background: $focus; }
QPushButton[look="primary"]:disabled, QToolButton[look="primary"]:disabled {
    background: $sunken; color: $outline; border-color: $border; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { background: transparent;
    border-color: transparent; color: $accent; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $sunken; }
QPushButton[look="quiet"]:disabled, QToolButton[look="quiet"]:disabled { color: $outline; }
QToolButton[look="panel"] { background: transparent; border-color: transparent; padding: 3px;
    min-height: 18px; }
QToolButton[look="panel"]:hover { background: $sunken; }
QPushButton[look="chip"] { border-radius: ${chip}px; padding: 3px 12px; border-color: $outline;
    color: $text; min-height: ${low}px; }
QPushButton[look="chip"]:disabled { color: $outline; border-color: $border; }
QPushButton[look="chip"]:checked { background: $soft; border-color: $accent; color: $accent;
    font-weight: 600; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: url("$icons/chevron-$name.svg");
    subcontrol-position: right center; subcontrol-origin: padding; right: 6px;
    width: 10px; height: 10px; }
QToolButton[look="quiet"][popupMode="2"] { padding-right: 20px; }

QPushButton, QToolButton, QCheckBox, QRadioButton, QComboBox, QTabBar, QListView, QTreeView {
    outline: none; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $outline; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted; }
QLineEdit, QComboBox, QAbstractSpinBox { padding: 3px 8px; min-height: ${field}px; }
QPlainTextEdit, QTextEdit { padding: 2px 4px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $outline;
    border-color: $border; background: $window; }
QLineEdit:read-only { background: $window; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/chevron-$name.svg"); width: ${arrow}px;
    height: ${arrow}px; }
QAbstractSpinBox { padding-right: 26px; }
QAbstractSpinBox::up-button { subcontrol-origin: border;
    subcontrol-position: top right; border: none; width: 24px; }
QAbstractSpinBox::down-button { subcontrol-origin: border;
    subcontrol-position: bottom right; border: none; width: 24px; }
QAbstractSpinBox::up-arrow { image: url("$icons/chevron-up-$name.svg");
    width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$icons/chevron-$name.svg");
    width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $outline;
    selection-background-color: $soft; selection-color: $text; outline: none; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }

QRadioButton, QCheckBox { spacing: 8px; min-height: 24px; }
QRadioButton::indicator { width: ${mark}px; height: ${mark}px; border: 2px solid $outline;
    border-radius: ${round_mark}px; background: $surface; }
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { width: ${dot}px; height: ${dot}px;
    border: ${ring}px solid $accent; background: $on_accent; }
QRadioButton::indicator:disabled { border-color: $border; }
QCheckBox::indicator { width: ${mark}px; height: ${mark}px; border: 2px solid $outline;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent;
    image: url("$icons/check-$name.svg"); }
QCheckBox::indicator:disabled { border-color: $border; }

QTableView, QListView, QTreeView { background: $surface; alternate-background-color: $window;
    color: $text; border: none; gridline-color: $border; outline: none;
    selection-background-color: $soft; selection-color: $text; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $sunken; }
QTableView::item:selected, QListView::item:selected { background: $soft; color: $text; }
QListView::item { padding: 4px 8px; border-radius: 4px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
    border-bottom: 2px solid $border; padding: 6px 11px; font-weight: 600;
    font-size: ${pt_small}pt; }
QHeaderView::down-arrow { image: url("$icons/chevron-$name.svg"); width: 10px; height: 10px;
    subcontrol-position: center right; subcontrol-origin: margin; right: 2px; }
QHeaderView::up-arrow { image: url("$icons/chevron-up-$name.svg"); width: 10px; height: 10px;
    subcontrol-position: center right; subcontrol-origin: margin; right: 2px; }

QAbstractScrollArea::corner { background: transparent; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: none;
    border-bottom: 3px solid transparent; padding: 8px 12px; margin-right: 8px; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::scroller { width: 56px; }
QTabBar::tear { image: none; width: 0; }
QTabBar QToolButton { padding: 0; background: $window; }
QTabBar QToolButton::left-arrow { image: url("$icons/chevron-left-$name.svg"); }
QTabBar QToolButton::right-arrow { image: url("$icons/chevron-right-$name.svg"); }
QTabBar QToolButton::left-arrow, QTabBar QToolButton::right-arrow {
    width: ${arrow}px; height: ${arrow}px; }

QGroupBox { font-weight: 600; border: none; margin-top: 24px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; top: 2px; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[look="page"] { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $outline; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QStatusBar { background: $surface; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QMenuBar { background: $surface; border-bottom: 1px solid $border; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenuBar::item:selected { background: $soft; color: $text; }
QMenu { background: $surface; border: 1px solid $outline; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $soft; color: $text; }
QMenu::item:disabled { color: $outline; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QProgressBar { background: $sunken; border: none; border-radius: 4px; min-height: 8px;
    max-height: 8px; text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QMainWindow::separator { background: transparent; width: 7px; height: 7px; }
QMainWindow::separator:hover { background: $soft; }
""")

_HIGH_SHEET = Template("""
QPushButton, QToolButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit,
QTextEdit { border-width: 2px; }
QToolButton[look="panel"] { border-width: 1px; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { border-color: $outline; }
QPushButton[look="quiet"] { text-decoration: underline; }
QPushButton:pressed, QToolButton:checked, QPushButton[look="chip"]:checked {
    border: 3px solid $accent; }
QPushButton:disabled, QToolButton:disabled, QLineEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { border-style: dashed; border-color: $outline;
    color: $outline; }
QFrame[look="rail"] QToolButton:checked { border: 2px solid $rail_text; }
QFrame[look="rail"] { border-right: 2px solid $border; }
QTableView, QListView, QTreeView { border: 1px solid $border; }
QTableView::item { border-bottom: 1px solid $border; }
QTableView::item:selected, QListView::item:selected, QComboBox QAbstractItemView::item:selected,
QMenu::item:selected, QMenuBar::item:selected { background: $accent; color: $on_accent; }
QTabBar::tab:selected { border-bottom-width: 4px; }
QSplitter::handle { background: $outline; }
QProgressBar { border: 1px solid $outline; }
QFrame[look="warning"] { border: 2px solid $warning_border; }
QFrame[look="alarm"] { border: 2px solid $error; }
""")


_STILL_SHEET = """
QWidget { widget-animation-duration: 0; }
"""


def stylesheet(colours: Colours, base_pt: float, text_scale: float, *, still: bool = False) -> str:
    """Style sheet in these colours, around a text size in points.

    ``text_scale`` makes the controls grow with larger text; with ``still`` nothing moves by
    itself.
    """
    mark = 2 * round(7 * max(text_scale, 1.0))
    ring = round(5 * max(text_scale, 1.0))
    sheet = _SHEET.template
    if colours.is_high:
        sheet += _HIGH_SHEET.template
    if still:
        sheet += _STILL_SHEET
    return Template(sheet).substitute(
        mark=mark,
        round_mark=mark // 2 + 2,
        ring=ring,
        dot=mark + 4 - 2 * ring,
        arrow=round(12 * max(text_scale, 1.0)),
        name="dark" if colours.is_dark else "light",
        icons=str(files("practicecoder.ui.icons")).replace("\\", "/"),
        pt_small=round(base_pt * 0.9, 1),
        pt_lead=round(base_pt * 1.05, 1),
        pt_heading=round(base_pt * 1.15, 1),
        pt_title=round(base_pt * 1.5, 1),
        field=round(20 * text_scale),
        low=round(18 * text_scale),
        chip=round(13 * min(text_scale, 1.0)),
        **{
            part: getattr(colours, part)
            for part in (
                "window",
                "surface",
                "sunken",
                "soft",
                "border",
                "outline",
                "text",
                "muted",
                "accent",
                "on_accent",
                "focus",
                "rail",
                "rail_text",
                "rail_off",
                "rail_chosen",
                "success",
                "warning_surface",
                "warning_border",
                "warning",
                "error",
            )
        },
    )
