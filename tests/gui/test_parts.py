import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from softanswer.ui.case.fact_rows import LABEL_WIDTH, CopyMark, Fact, FactRows
from softanswer.ui.theme.buttons import ActButton, IconButton, PrimaryButton
from softanswer.ui.theme.cards import Card
from softanswer.ui.theme.fields import NumberBox
from softanswer.ui.theme.flow import FlowLayout
from softanswer.ui.theme.icons import Icon
from softanswer.ui.theme.labels import (
    Chip,
    ElidedLabel,
    KeyHint,
    Label,
    LeadLabel,
    VerdictLine,
    safe_tip,
)
from softanswer.ui.theme.marks import (
    RING_SIGNS,
    CheckDisc,
    HeatMark,
    RingCountdown,
    RingMark,
    paint_clock,
)
from softanswer.ui.theme.painted import Painted
from softanswer.ui.theme.sizes import TARGET, Type, px
from softanswer.ui.theme.theme import Scheme
from softanswer.ui.theme.tokens import HIGH_LIGHT, LIGHT, Role
from softanswer.ui.words import Urgency

EVIL = '<b>bold</b> <img src="file:///etc/passwd"> & more'


def ink(widget, colour):
    """How many pixels of a widget have this colour, or nearly so at the edge of a line."""
    image = widget.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(_is_near(image.pixelColor(*point), colour) for point in points)


def _is_near(one, other):
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return max(abs(a - b) for a, b in parts) < 40


@pytest.fixture
def shown(qtbot, theme):
    """Puts a widget on the screen, at its own size."""

    def show(widget):
        qtbot.addWidget(widget)
        widget.ensurePolished()
        widget.adjustSize()
        widget.show()
        return widget

    return show


@pytest.mark.parametrize("make", [Label, ElidedLabel, Chip, KeyHint])
def test_a_label_shows_markup_as_text(shown, make):
    label = shown(make(EVIL))
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == EVIL


def test_a_lead_label_shows_markup_as_text(shown):
    label = LeadLabel()
    label.set_text(EVIL, EVIL)
    assert shown(label).textFormat() is Qt.TextFormat.PlainText


def test_a_tip_shows_markup_as_text():
    assert "<b>" not in safe_tip(EVIL)
    assert safe_tip("") == ""


def test_an_elided_label_may_be_narrow_and_says_all_to_a_screen_reader(shown):
    label = shown(ElidedLabel("The Light at Skerra and other stories of the northern sea"))
    label.resize(80, label.height())
    assert label.minimumSizeHint().width() < 80
    assert label.text().endswith("sea")


def test_a_lead_label_grows_in_height_where_it_is_narrow(shown):
    label = LeadLabel()
    label.set_text("Late.", "The window ended on 12 Nov. The carrier searches from 22 Nov.")
    shown(label)
    line = QFontMetrics(label.font()).height()
    assert label.heightForWidth(2000) < 2 * line
    assert label.heightForWidth(120) >= 3 * line


def test_a_lead_label_breaks_a_number_that_is_too_long(shown):
    label = LeadLabel()
    label.set_text("", "9" * 60)
    shown(label)
    assert label.minimumSizeHint().width() < 150
    assert label.heightForWidth(100) > 3 * QFontMetrics(label.font()).height()


def test_a_lead_label_keeps_the_lines_of_an_address(shown):
    label = LeadLabel()
    label.set_text("", "4 Quay Row\nAldmouth")
    shown(label)
    assert label.heightForWidth(1000) >= 2 * QFontMetrics(label.font()).height()


def test_a_verdict_has_a_sign_and_a_sentence(shown):
    line = VerdictLine()
    line.show_verdict(Icon.WARNING, Role.WARNING, "Late.", "Search from 22 Nov.")
    shown(line)
    assert line.text() == "Late. Search from 22 Nov."
    assert ink(line, LIGHT[Role.WARNING]) > 5


def test_a_chip_of_a_state_has_its_ground_and_its_sign(shown):
    chip = shown(Chip("Paused", Icon.PAUSE, (Role.PAUSED, Role.PAUSED_SOFT)))
    assert ink(chip, LIGHT[Role.PAUSED_SOFT]) > 50
    assert ink(chip, LIGHT[Role.PAUSED]) > 5


def test_a_primary_button_that_is_allowed_is_confirmed(qtbot, shown):
    button = shown(PrimaryButton("Cool down until 16:40", Icon.CLOCK))
    with qtbot.waitSignal(button.confirmed), qtbot.assertNotEmitted(button.refused):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ink(button, LIGHT[Role.ACCENT]) > 200


def test_a_primary_button_that_is_not_allowed_yet_refuses_and_says_why(qtbot, shown):
    button = shown(PrimaryButton("Cool down until 16:40", Icon.CLOCK))
    button.set_allowed(False, "Two places are to be mended first.")  # noqa: FBT003 - as Qt's
    with qtbot.waitSignal(button.refused), qtbot.assertNotEmitted(button.confirmed):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isEnabled()
    assert button.accessibleDescription() == "Two places are to be mended first."
    assert ink(button, LIGHT[Role.ACCENT]) == 0
    button.set_allowed(True)
    assert button.accessibleDescription() == ""


@pytest.mark.parametrize("percent", [100, 200])
def test_a_primary_button_has_room_for_its_text_and_key(shown, theme, percent):
    theme.set_text_percent(percent)
    button = shown(PrimaryButton("I can read this calmly: send", Icon.REPLY, "Ctrl Enter"))
    metrics = QFontMetrics(button.font())
    needed = metrics.horizontalAdvance(button.text()) + metrics.horizontalAdvance("Ctrl Enter")
    assert button.width() > needed
    assert button.height() >= px(button, 40)


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_nothing_that_can_be_pressed_is_smaller_than_its_target(shown, theme, percent):
    theme.set_text_percent(percent)
    for button in (IconButton(Icon.COPY, "Copy"), ActButton("x")):
        shown(button)
        assert min(button.width(), button.height()) >= min(TARGET, px(button, TARGET))


def test_an_icon_button_has_a_name_for_the_mouse_and_for_screen_readers(shown):
    button = shown(IconButton(Icon.COPY, "Copy: number"))
    assert button.accessibleName() == button.toolTip() == "Copy: number"


def test_a_card_folds_and_unfolds(qtbot, shown):
    card = Card("Parcel", Icon.BOX)
    inner = QLabel("inside")
    card.body.addWidget(inner)
    shown(card)
    with qtbot.waitSignal(card.expanded_changed) as changed:
        card.set_expanded(False)
    assert changed.args == [False]
    assert not inner.isVisible()
    heading = card.findChild(QWidget, "")
    assert heading is not None
    QTest.keyClick(heading, Qt.Key.Key_Space)
    assert card.is_expanded
    assert inner.isVisible()


def test_a_card_tells_its_note_to_screen_readers(shown):
    card = shown(Card("Order", Icon.BOOK))
    card.set_note("eBay")
    described = [w for w in card.findChildren(QWidget) if w.accessibleDescription() == "eBay"]
    assert len(described) == 1


def test_a_flow_goes_on_in_the_next_line(qtbot, theme):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=10, line_gap=5)
    parts = [QLabel("x", holder) for _ in range(3)]
    for part in parts:
        part.setFixedSize(50, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(170) == 20
    assert flow.heightForWidth(169) == 45
    assert flow.heightForWidth(50) == 70
    holder.resize(110, 100)
    holder.show()
    assert [part.pos().toTuple() for part in parts] == [(0, 0), (60, 0), (0, 25)]


def test_what_is_hidden_takes_no_room_in_a_flow(qtbot, theme):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    one, other = QLabel("x", holder), QLabel("y", holder)
    for part in (one, other):
        part.setFixedSize(50, 20)
        flow.addWidget(part)
    one.hide()
    holder.resize(60, 60)
    holder.show()
    assert other.pos().toTuple() == (0, 0)
    assert flow.heightForWidth(60) == 20


def test_a_flow_never_pushes_a_part_out(qtbot, theme):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    wide = ElidedLabel("x" * 100, parent=holder)
    flow.addWidget(wide)
    holder.resize(60, 60)
    holder.show()
    assert wide.width() <= 60


@pytest.mark.parametrize("heat", range(4))
def test_a_hotter_letter_has_more_colour(shown, heat):
    mark = HeatMark()
    mark.set_heat(heat, "word")
    shown(mark)
    role = (Role.HEAT_0, Role.HEAT_1, Role.HEAT_2, Role.HEAT_3)[heat]
    covered = ink(mark, LIGHT[role])
    assert covered > 30 * heat
    assert mark.accessibleName() == "word"


def test_praise_is_a_leaf_and_no_heat(shown):
    mark = HeatMark()
    mark.set_praise("praise")
    shown(mark)
    assert ink(mark, LIGHT[Role.READY]) > 3
    mark.set_heat(3, "furious")
    assert ink(mark, LIGHT[Role.READY]) == 0


def test_a_clock_is_the_fuller_the_less_time_is_left(qapp):
    def covered(urgency):
        image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        paint_clock(painter, image.rect().toRectF(), urgency, LIGHT[Role.TEXT])
        painter.end()
        return sum(image.pixelColor(x, y).alpha() > 128 for x in range(40) for y in range(40))

    amounts = [covered(each) for each in Urgency]
    assert amounts == sorted(amounts)
    assert len(set(amounts)) == len(amounts)


@pytest.mark.parametrize("mark", RingMark)
def test_every_state_of_a_hold_has_its_ring(shown, mark):
    ring = RingCountdown()
    ring.show_mark(mark, 0.5, "half")
    shown(ring)
    assert ink(ring, LIGHT[RING_SIGNS[mark][0]]) > 50
    assert ring.accessibleName() == "half"


def test_a_ring_fills(shown):
    ring = shown(RingCountdown())
    amounts = []
    for fraction in (-1, 0, 0.25, 0.75, 1, 9):
        ring.show_mark(RingMark.COOLING, fraction, "")
        amounts.append(ink(ring, LIGHT[Role.COOLING]))
    assert amounts[0] == amounts[1] < amounts[2] < amounts[3] < amounts[4] == amounts[5]


def test_in_high_contrast_the_whole_ring_is_drawn_and_still_fills(shown, theme):
    theme.set_scheme(Scheme.HIGH_CONTRAST_LIGHT)
    ring = shown(RingCountdown())
    amounts = []
    for fraction in (0, 0.25, 0.75):
        ring.show_mark(RingMark.COOLING, fraction, "")
        amounts.append(ink(ring, HIGH_LIGHT[Role.COOLING]))
    theme.set_scheme(Scheme.LIGHT)
    ring.show_mark(RingMark.COOLING, 0, "")
    sign_alone = ink(ring, LIGHT[Role.COOLING])
    assert sign_alone < amounts[0] < amounts[1] < amounts[2]


def test_a_disc_is_full_when_it_is_earned(shown):
    disc = shown(CheckDisc())
    disc.set_earned(False, "Regret: missing")  # noqa: FBT003 - as Qt's
    assert not disc.is_earned
    assert ink(disc, LIGHT[Role.READY]) == 0
    disc.set_earned(True, "Regret: there")  # noqa: FBT003 - as Qt's
    assert ink(disc, LIGHT[Role.READY]) > 50
    assert disc.accessibleName() == "Regret: there"


def test_a_number_box_leaves_room_before_its_digits(shown, theme):
    box = shown(NumberBox())
    before = box.lineEdit().textMargins().left()
    theme.set_text_percent(200)
    assert box.lineEdit().textMargins().left() > before > 0


def test_wrapped_text_is_never_cut_in_a_column(qtbot, theme):
    theme.set_text_percent(200)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    line = VerdictLine()
    line.show_verdict(Icon.INFO, Role.MUTED, "Внутри срока.", "Рабочий день 13 из 14. " * 4)
    column.addWidget(line)
    column.addStretch(1)
    holder.resize(300, 900)
    holder.show()
    label = line.findChild(LeadLabel)
    assert label.height() >= label.heightForWidth(label.width())


def test_a_title_is_larger_than_a_head_and_a_head_than_text(shown):
    sizes = [
        shown(Label("x", kind)).font().pointSizeF() for kind in (Type.TITLE, Type.HEAD, Type.BODY)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_a_frame_is_waited_for_and_told_once(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    told = []
    frame = Painted(window, 60_000)
    frame.painted.connect(lambda: told.append(1))
    frame.start()
    assert frame.is_waiting
    window.update()
    qtbot.waitUntil(lambda: bool(told))
    assert not frame.is_waiting
    frame.start()
    frame.stop()
    window.update()
    QTest.qWait(30)
    assert told == [1]


def test_a_window_that_is_not_painted_is_not_waited_for(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    frame = Painted(window, 1)
    with qtbot.waitSignal(frame.painted):
        frame.start()


@pytest.mark.parametrize(("lead", "rest"), [("", "Two\nlines"), ("Lead.", ""), ("Lead.", "Rest")])
def test_a_text_that_need_not_wrap_is_as_high_as_its_lines(qtbot, theme, lead, rest):
    label = LeadLabel()
    qtbot.addWidget(label)
    label.set_text(lead, rest)
    lines = rest.count("\n") + 1
    assert label.heightForWidth(2000) == label.fontMetrics().height() * lines
    assert label.heightForWidth(12) > label.fontMetrics().height() * lines


def test_a_folded_card_is_filled_when_it_is_opened(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    content = QWidget(parent)
    column = QVBoxLayout(content)
    rows = FactRows(content)
    column.addWidget(rows)
    rows.show_facts([Fact("Paid", "1")])
    content.hide()
    parent.show()
    rows.show_facts([Fact("Paid", "2"), Fact("Tax", "3")])
    assert rows.texts() == ["Paid: 2", "Tax: 3"]
    assert not any(mark.isVisibleTo(rows) for mark in rows.findChildren(CopyMark))
    content.show()
    shown = [v.accessibleName() for v in rows.findChildren(LeadLabel) if v.isVisible()]
    assert shown == ["Paid: 2", "Tax: 3"]


def test_a_row_that_is_made_later_keeps_its_label(qtbot, theme, qapp):
    rows = FactRows()
    qtbot.addWidget(rows)
    rows.resize(300, 400)
    rows.show()
    many = [Fact(f"Label {n}", "Value") for n in range(9)]
    rows.show_facts(many)
    qapp.processEvents()
    qapp.setStyleSheet(qapp.styleSheet() + " ")  # every widget is dressed anew
    qapp.processEvents()
    shown = [v for v in rows.findChildren(LeadLabel) if v.isVisible()]
    assert len(shown) == 9
    assert {value.margins().left() for value in shown} == {px(rows, LABEL_WIDTH)}
    assert len({value.grab().toImage().size().toTuple() for value in shown}) == 1
