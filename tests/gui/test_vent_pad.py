"""The vent pad: what is said there reaches nobody, and nothing of it is kept."""

from datetime import timedelta

import pytest
from fakes.writing_desk import CLEAN, open_desk, type_into
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget
from writing import is_freed

from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.ui.clock_strip import ClockStrip
from softanswer.ui.command_palette import CommandPalette
from softanswer.ui.desk import GEOMETRY_NAME
from softanswer.ui.theme.labels import Label
from softanswer.ui.vent_pad import VentEditor, VentPad

CANARY = "Zorblax, you stupid idiot, you will regret this"
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
GONE = "What you wrote is gone. The letter can wait until you are ready."


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    QGuiApplication.clipboard().clear()
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def pad(window):
    made = VentPad(window)
    made.open_over(window)
    return made


def opened_pad(qtbot, desk):
    """The pad, opened by its key from where the keyboard is."""
    focused = QApplication.focusWidget()
    qtbot.keyClick(focused, Qt.Key.Key_L, CTRL_SHIFT)
    (pad,) = (pad for pad in desk.desk.window.findChildren(VentPad) if pad.isVisible())
    qtbot.waitUntil(pad.isActiveWindow)
    return pad


def editor_of(pad):
    return pad.findChild(VentEditor)


def vent(qtbot, desk, text=CANARY):
    """Open the pad, type, and close it with Esc."""
    pad = opened_pad(qtbot, desk)
    type_into(editor_of(pad), text)
    qtbot.keyClick(editor_of(pad), Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def copied_from_pad(qtbot, desk, text=CANARY):
    """Type into the pad, copy all of it, and close it."""
    pad = opened_pad(qtbot, desk)
    editor = editor_of(pad)
    type_into(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(editor, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def everything_in(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def traces(folder, text):
    """The files that hold a text, in any of the ways in which Qt and SQLite write it."""
    spellings = [text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    spellings += [spelling.hex().encode() for spelling in spellings]
    return [
        path.name
        for path, content in everything_in(folder).items()
        if any(spelling in content for spelling in spellings)
    ]


def no_trace_of_the_canary(folder):
    return [traces(folder, words) for words in CANARY.split(", ")] == [[], [], []]


def plan(desk):
    return desk.composer._readiness.plan


def test_it_says_that_nobody_reads_it_and_has_one_button_alone(pad):
    said = [label.text() for label in pad.findChildren(Label)]
    assert "Nobody will read this. It is gone when you close it." in said
    buttons = [button.text() for button in pad.findChildren(QAbstractButton) if button.isVisible()]
    assert buttons == ["Close and forget"]
    assert pad.findChildren(QLineEdit) == []


def test_the_keyboard_is_in_it_at_once(qtbot, pad):
    type_into(editor_of(pad), "at last\n")
    assert editor_of(pad).toPlainText() == "at last\n"
    assert pad.focusWidget() is editor_of(pad)


def modal_windows():
    """The windows that ask something now; those of other tests may still wait to be freed."""
    return {id(one) for one in QApplication.topLevelWidgets() if one.isModal() and one.isVisible()}


@pytest.mark.parametrize("way", ["button", "Esc", "window"])
def test_closing_it_asks_nothing_and_leaves_no_text_nor_step_back(qtbot, pad, way):
    editor = editor_of(pad)
    type_into(editor, CANARY)
    asking = modal_windows()
    with qtbot.waitSignal(pad.shredded):
        if way == "button":
            qtbot.mouseClick(pad.findChild(QAbstractButton, ""), Qt.MouseButton.LeftButton)
        elif way == "Esc":
            qtbot.keyClick(editor, Qt.Key.Key_Escape)
        else:
            pad.close()

    assert not pad.isVisible()
    assert editor.toPlainText() == ""
    assert not editor.document().isUndoAvailable()
    assert not editor.document().isRedoAvailable()
    assert modal_windows() <= asking


def test_selecting_hands_nothing_to_the_clipboard(qtbot, pad):
    editor = editor_of(pad)
    type_into(editor, CANARY)
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    assert editor.textCursor().selectedText() == CANARY
    assert editor.createMimeDataFromSelection().formats() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_her_own_copy_and_cut_work_and_ask_clipboard_managers_to_forget(qtbot, pad, key):
    type_into(editor_of(pad), "first\nsecond")
    qtbot.keyClick(editor_of(pad), Qt.Key.Key_A, CTRL)
    qtbot.keyClick(editor_of(pad), key, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "first\nsecond"
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"


def test_copy_in_the_menu_works_too(qtbot, pad):
    editor = editor_of(pad)
    type_into(editor, "said")
    editor.selectAll()

    def copy():
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(a for a in menu.actions() if a.objectName() == "edit-copy").trigger()
        menu.close()

    QTimer.singleShot(0, copy)
    place = editor.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.mapToGlobal(place))
    editor.contextMenuEvent(event)

    assert QGuiApplication.clipboard().text() == "said"
    assert editor.createMimeDataFromSelection().formats() == []


def test_only_plain_text_goes_in(qtbot, pad):
    source = editor_of(pad).createMimeDataFromSelection()
    source.setHtml("<b>loud</b>")
    source.setText("loud")
    editor_of(pad).insertFromMimeData(source)
    assert editor_of(pad).toPlainText() == "loud"
    assert not editor_of(pad).textCursor().charFormat().font().bold()


def test_it_is_freed_when_it_is_closed(window):
    assert is_freed(lambda: VentPad(window))


# In the real window.


def test_the_palette_opens_it(qtbot, desk):
    desk.desk.commands._open_palette()
    palette = desk.desk.window.findChild(CommandPalette)
    field = palette.findChild(QLineEdit)
    qtbot.keyClicks(field, "let it")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.desk.window.findChild(VentPad).isVisible()


def test_opening_it_again_brings_the_same_one_to_the_front(qtbot, desk):
    pad = opened_pad(qtbot, desk)
    type_into(editor_of(pad), "not done yet")
    desk.desk.commands._open_vent_pad()
    assert desk.desk.window.findChildren(VentPad) == [pad]
    assert editor_of(pad).toPlainText() == "not done yet"


def test_a_calm_line_at_the_foot_says_that_it_is_gone(qtbot, desk):
    vent(qtbot, desk)
    strip = desk.desk.window.findChild(ClockStrip)
    said = [label.text() for label in strip.findChildren(QWidget) if hasattr(label, "text")]
    assert GONE in said


def test_it_leaves_what_is_being_written_alone(qtbot, desk):
    desk.write_to(desk.complaint)
    desk.type(CLEAN)
    desk.checked()
    before = plan(desk)
    vent(qtbot, desk)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.editor)

    assert desk.desk.wiring.writing.is_writing
    assert desk.composer.body() == CLEAN
    assert (before.own_heat, plan(desk).own_heat) == (0, 0)
    assert desk.hold().plan.length == timedelta(minutes=90)


def test_what_is_copied_from_it_passes_the_checks_like_anything_typed(qtbot, desk):
    desk.write_to(desk.complaint)
    desk.type(CLEAN)
    desk.checked()
    copied_from_pad(qtbot, desk)
    desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(desk.editor, Qt.Key.Key_V, CTRL)
    desk.checked()

    assert CANARY in desk.composer.body()
    assert not desk.composer.may_be_held
    assert {f.category for f in desk.composer._readiness.blockers} >= {
        "insult_or_profanity",
        "threat",
    }
    assert plan(desk).own_heat == 3
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return, CTRL)
    qtbot.wait(50)
    assert desk.held_replies() == ()


def test_nothing_of_it_is_found_anywhere_afterwards(qtbot, theme, tmp_path):
    QGuiApplication.clipboard().clear()
    with open_desk(qtbot, tmp_path / "profile") as desk:
        desk.write_to(desk.complaint)
        desk.type(CLEAN)
        desk.checked()
        vent(qtbot, desk)
        desk.desk.wiring.writing.leave()
        desk.desk.engine.writer.call(lambda _tx: None)
        assert desk.draft_of(desk.complaint).body == CLEAN
        assert no_trace_of_the_canary(tmp_path)

    kept = QSettings(str(tmp_path / "profile" / GEOMETRY_NAME), QSettings.Format.IniFormat)
    kept.sync()
    assert no_trace_of_the_canary(tmp_path)
    assert {path.name for path in everything_in(tmp_path)} >= {DATABASE_NAME, GEOMETRY_NAME}
    assert traces(tmp_path, CLEAN.splitlines()[0]) != []  # the search finds what is there
    for settings in (kept, QSettings()):
        assert not any("Zorblax" in str(settings.value(key)) for key in settings.allKeys())
    assert "Zorblax" not in QGuiApplication.clipboard().text()


def test_it_is_closed_and_cleared_when_the_window_goes_away(qtbot, desk):
    pad = opened_pad(qtbot, desk)
    editor = editor_of(pad)
    type_into(editor, CANARY)
    desk.desk.window.put_away()
    assert not pad.isVisible()
    assert editor.toPlainText() == ""
