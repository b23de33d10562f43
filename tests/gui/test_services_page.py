"""The page of delivery services: listed, changed, added, and back to the program's figures."""

from __future__ import annotations

import pytest
from dialogs import button, typed
from fakes.order_states import OrderDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QListView
from shiboken6 import isValid
from writing import NOW

from softanswer.replies.orders.own_services import OwnService
from softanswer.replies.orders.service_store import load_own_services
from softanswer.replies.orders.services import Unit, known_services
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preferences import Preferences
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.preferences.service_dialog import ServiceDialog
from softanswer.ui.preferences.services_page import ServiceListModel
from softanswer.ui.theme.buttons import PrimaryButton
from softanswer.ui.theme.fields import NumberBox
from softanswer.ui.theme.labels import Label

TODAY = NOW.date()
MEDIA = OwnService(
    "usps-media-mail", "USPS Media Mail", 3, 9, Unit.DELIVERY_DAYS, 21, "my book", TODAY, "usps"
)


@pytest.fixture
def dialog(qtbot, theme):
    made = PreferencesDialog(Preferences(), [], HoldPolicy(), None, now=NOW)
    qtbot.addWidget(made)
    made.show()
    made.show_page(made.services)
    return made


def listed(page):
    model = page.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def texts(page):
    return [label.text() for label in page.findChildren(Label)]


def choose(page, begin):
    view = page.findChild(QListView)
    row = next(row for row, text in enumerate(listed(page)) if text.startswith(begin))
    view.setCurrentIndex(view.model().index(row, 0))


def opened(page, text):
    button(page, text).click()
    return page.findChild(ServiceDialog)


def number(asked, name):
    return next(box for box in asked.findChildren(NumberBox) if box.accessibleName() == name)


def keep(asked):
    asked.findChild(PrimaryButton).click()


def test_the_list_has_every_service_with_its_window_and_source(dialog):
    page = dialog.services
    assert len(listed(page)) == len(known_services())
    assert "USPS Media Mail · 4–14 business days" in listed(page)
    assert "USPS M-Bag · 42–56 days" in listed(page)
    choose(page, "USPS Priority Mail ·")
    detail = next(t for t in texts(page) if "Counts as lost" in t)
    assert detail.startswith("USPS Priority Mail · 1–3 business days. Counts as lost after")
    assert "days: 15. Source: eatsip365.com" in detail
    assert "(checked 2026-11-21; fairly relied on)" in detail
    assert not button(page, "Back to ours").isEnabled()
    assert not button(page, "Remove").isEnabled()


def test_her_figures_count_once_they_are_kept(qtbot, dialog):
    page = dialog.services
    choose(page, "USPS Media Mail")
    asked = opened(page, "Change")
    assert asked.windowTitle() == "Figures of USPS Media Mail"
    number(asked, "First day of the window").setValue(3)
    number(asked, "Last day of the window").setValue(9)
    number(asked, "Counts as lost after so many days").setValue(21)
    typed(qtbot, asked, "Where you have this from", "my book")
    keep(asked)
    assert "USPS Media Mail · 3–9 business days · yours" in listed(page)
    with qtbot.waitSignal(dialog.services_changed) as changed:
        keep(dialog)
    assert changed.args == [(MEDIA,)]


def test_nothing_counts_without_a_change(qtbot, dialog):
    dialog.set_own_services((MEDIA,))
    with qtbot.assertNotEmitted(dialog.services_changed):
        keep(dialog)


def test_back_to_ours_forgets_hers(qtbot, dialog):
    dialog.set_own_services((MEDIA,))
    page = dialog.services
    choose(page, "USPS Media Mail")
    button(page, "Back to ours").click()
    assert "USPS Media Mail · 4–14 business days" in listed(page)
    with qtbot.waitSignal(dialog.services_changed) as changed:
        keep(dialog)
    assert changed.args == [()]


def test_a_service_of_her_own_is_added_and_removed(qtbot, dialog):
    page = dialog.services
    asked = opened(page, "Add")
    assert asked.windowTitle() == "Another service"
    typed(qtbot, asked, "Name, as your order files write it", "Pigeon Post")
    unit = next(
        box for box in asked.findChildren(QComboBox)
        if box.accessibleName() == "What the window counts"
    )  # fmt: skip
    unit.setCurrentIndex(unit.findData(Unit.CALENDAR_DAYS))
    keep(asked)
    assert "Pigeon Post · 2–8 days · yours" in listed(page)
    (pigeon,) = page.own_services()
    assert (pigeon.id, pigeon.lost_after, pigeon.checked) == ("own-1", None, TODAY)
    button(page, "Remove").click()
    assert page.own_services() == ()
    assert not any(text.startswith("Pigeon") for text in listed(page))


def test_what_cannot_be_is_said_and_the_dialog_stays(qtbot, dialog):
    page = dialog.services
    asked = opened(page, "Add")
    keep(asked)
    assert asked.problem().startswith("The service needs a name")
    typed(qtbot, asked, "Name, as your order files write it", "USPS media-mail")
    keep(asked)
    assert asked.problem().startswith("There is a service USPS media-mail already")
    typed(qtbot, asked, "Name, as your order files write it", "Pigeon Post")
    number(asked, "First day of the window").setValue(30)
    keep(asked)
    assert asked.problem().startswith("A window from day 30 to day 8 is none")
    assert asked.isVisible()
    assert page.own_services() == ()
    with qtbot.assertNotEmitted(dialog.services_changed):
        button(asked, "Cancel").click()
    qtbot.waitUntil(lambda: not isValid(asked))


def test_the_page_works_by_keyboard_alone(qtbot, dialog):
    page = dialog.services
    view = page.findChild(QListView)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_Return)
    asked = page.findChild(ServiceDialog)
    assert asked.focusWidget() is number(asked, "First day of the window")
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(asked))
    fields = [w for w in page.findChildren(type(button(page, "Add"))) if w.isEnabled()]
    assert all(w.focusPolicy() & Qt.FocusPolicy.TabFocus for w in fields)


def test_the_model_keeps_qts_rules(dialog):
    model = dialog.findChild(ServiceListModel)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    model.set_services((MEDIA,))
    assert tester.model() is model


def test_the_facts_follow_at_once(qtbot, tmp_path):
    desk = OrderDesk(tmp_path / "profile")
    try:
        desk.read("inside")
        facts = desk.desk.window.inbox.facts

        def window():
            texts = [text for card in facts.cards for text in card.facts.texts()]
            return next(text for text in texts if text.startswith("On the way"))

        qtbot.waitUntil(lambda: window() == "On the way: 4–14 business days")
        settling = desk.desk.wiring.settling
        settling.open_preferences()
        dialog = desk.desk.window.findChild(PreferencesDialog)
        choose(dialog.services, "USPS Media Mail")
        asked = opened(dialog.services, "Change")
        number(asked, "Last day of the window").setValue(6)
        keep(asked)
        keep(dialog)
        qtbot.waitUntil(lambda: window() == "On the way: 4–6 business days")
        assert [one.latest for one in load_own_services(desk.desk.engine.reader)] == [6]
        settling.open_preferences()
        again = desk.desk.window.findChildren(PreferencesDialog)[-1]
        assert [one.latest for one in again.services.own_services()] == [6]
        again.reject()
    finally:
        desk.close()
