from datetime import UTC, time, timedelta
from decimal import Decimal

import pytest
from builders import HOUR, MINUTE, account
from dialogs import button, field
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QPushButton
from writing import NOW, is_freed

from softanswer.mailbox.account import Identity
from softanswer.replies.language.gender import WritesAs
from softanswer.replies.orders.refunds import Payer, ReturnPolicy
from softanswer.replies.outbox.policy import MAX_BASE, MIN_BASE, HoldPolicy, OrdinaryMail
from softanswer.replies.outbox.quiet_hours import QuietHours, Whose
from softanswer.replies.preferences import (
    ColourScheme,
    Density,
    Language,
    NewLetters,
    Preferences,
    RemotePictures,
)
from softanswer.ui.outbox_words import HoldWords
from softanswer.ui.preferences.accounts_page import AccountListModel
from softanswer.ui.preferences.hold_fields import FactorBox, LengthField
from softanswer.ui.preferences.page_list import PageList
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.theme.buttons import PrimaryButton
from softanswer.ui.theme.fields import CheckBox, NumberBox, SumBox
from softanswer.ui.theme.labels import Label
from softanswer.ui.words import Words

ACCOUNTS = [account(), account(address="shop@lanternlane.example", name="Lantern Lane Books")]
SECOND = timedelta(seconds=1)
_NAMES = ("Name of the shop", "Your name, as you sign")


def made_dialog(preferences=None, accounts=ACCOUNTS, in_force=None, settled_at=None):
    return PreferencesDialog(
        preferences or Preferences(),
        accounts,
        in_force or HoldPolicy(),
        settled_at,
        now=NOW,
        words=HoldWords(Words(zone=UTC)),
    )


@pytest.fixture
def opened(qtbot, theme):
    dialogs = []

    def open_(**given):
        dialogs.append(made_dialog(**given))
        qtbot.addWidget(dialogs[-1])
        dialogs[-1].show()
        return dialogs[-1]

    return open_


def base(dialog):
    return dialog.findChild(LengthField)


def factors(dialog):
    return dialog.cool_down.findChildren(FactorBox)


def kept(qtbot, dialog):
    with qtbot.waitSignal(dialog.preferences_changed) as changed:
        dialog.findChild(PrimaryButton).click()
    return changed.args[0]


def texts(page):
    return [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]


def test_the_cool_down_is_the_first_page_and_has_the_keyboard(opened):
    dialog = opened()

    assert dialog.cool_down.isVisible()
    assert not dialog.accounts.isVisible()
    assert base(dialog).isAncestorOf(dialog.focusWidget())


def test_the_live_table_says_a_length_for_each_heat(opened):
    dialog = opened()
    assert dialog.cool_down.table() == (
        "calm 30 min, annoyed 30 min, angry 60 min, furious 90 min"
    )

    base(dialog).set_length(40 * MINUTE)
    factors(dialog)[3].setValue(1.5)

    assert dialog.cool_down.table() == (
        "calm 40 min, annoyed 40 min, angry 80 min, furious 60 min"
    )


def test_nothing_counts_before_it_is_kept(opened, qtbot):
    dialog = opened()
    base(dialog).set_length(HOUR)

    with qtbot.assertNotEmitted(dialog.preferences_changed):
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Cancel").click()

    assert not dialog.isVisible()


def test_what_is_kept_is_what_was_set(opened, qtbot):
    dialog = opened()
    base(dialog).set_length(HOUR)
    factors(dialog)[1].setValue(2)
    dialog.cool_down.findChild(QCheckBox).setChecked(True)

    wanted = kept(qtbot, dialog)

    assert wanted.hold == HoldPolicy(HOUR, (1, 2, 2, 3), send_by_itself=True)
    assert not dialog.isVisible()


def test_settings_that_were_not_touched_are_not_announced(opened, qtbot):
    dialog = opened()

    with qtbot.assertNotEmitted(dialog.preferences_changed):
        dialog.findChild(PrimaryButton).click()


def test_an_odd_value_of_the_file_stays_as_it_is(opened, qtbot):
    odd = HoldPolicy(90 * SECOND, (1.0, 1.125, 2.0, 3.0))
    dialog = opened(preferences=Preferences(hold=odd), in_force=odd)

    assert dialog.preferences().hold == odd


@pytest.mark.parametrize("hours", range(0, 49, 8))
@pytest.mark.parametrize("minutes", [0, 1, 59])
def test_no_length_can_be_typed_that_is_none(opened, hours, minutes):
    field = base(opened())

    field._hours.setValue(hours)
    field._minutes.setValue(minutes)

    assert MIN_BASE <= field.length() <= MAX_BASE


def test_zero_is_not_taken_and_what_stood_there_stays(opened, qtbot):
    dialog = opened()
    field = base(dialog)

    for box in (field._hours, field._minutes):
        box.selectAll()
        qtbot.keyClicks(box, "0")
        qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert field.length() == 30 * MINUTE
    assert dialog.preferences().hold.base == 30 * MINUTE


@pytest.mark.parametrize("typed", ["0", "-3", "999", "abc", ""])
def test_no_factor_below_one_can_be_typed(opened, qtbot, typed):
    dialog = opened()
    box = factors(dialog)[2]

    box.selectAll()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert 1 <= dialog.preferences().hold.factors[2] <= 48


def test_a_factor_is_written_without_needless_zeros(opened):
    assert [box.text() for box in factors(opened())] == ["× 1", "× 1", "× 2", "× 3"]


@pytest.mark.parametrize(
    ("wish", "in_force", "lead"),
    [
        (HoldPolicy(), HoldPolicy(), "This is in force now."),
        (HoldPolicy(HOUR), HoldPolicy(), "Counts at once,"),
        (HoldPolicy(factors=(1, 1, 2, 4)), HoldPolicy(), "Counts at once,"),
        (HoldPolicy(29 * MINUTE), HoldPolicy(), "Counts for replies held from 15:40 on."),
        (HoldPolicy(factors=(1, 1, 1, 3)), HoldPolicy(), "Counts for replies held from 15:40"),
        (HoldPolicy(send_by_itself=True), HoldPolicy(), "Counts for replies held from 15:40"),
        (HoldPolicy(), HoldPolicy(2 * HOUR), "Counts for replies held from 17:10 on."),
    ],
)
def test_it_says_from_when_a_setting_counts(opened, wish, in_force, lead):
    dialog = opened(in_force=in_force)
    base(dialog).set_length(wish.base)
    for box, factor in zip(factors(dialog), wish.factors, strict=True):
        box.setValue(factor)
    dialog.cool_down.findChild(QCheckBox).setChecked(wish.send_by_itself)

    assert dialog.cool_down.verdict().startswith(lead)


def test_a_change_that_still_waits_is_named_with_its_time(opened):
    shorter = HoldPolicy(10 * MINUTE)

    dialog = opened(
        preferences=Preferences(hold=shorter), in_force=HoldPolicy(), settled_at=NOW + 20 * MINUTE
    )

    assert dialog.cool_down.verdict().startswith("Counts for replies held from 15:30 on.")
    assert "now 30 min" in texts(dialog.cool_down)


def test_what_is_in_force_stands_beside_what_differs(opened):
    dialog = opened()
    base(dialog).set_length(20 * MINUTE)

    shown = texts(dialog.cool_down)
    assert "now 30 min" in shown
    assert "now 60 min" in shown
    assert "now 90 min" in shown


def test_the_pages_are_reached_by_keys(opened, qtbot):
    dialog = opened()
    pages = next(v for v in dialog.findChildren(QListView) if v.accessibleName() == "Pages")
    pages.setFocus()

    seen = []
    for _ in range(10):
        seen.append(pages.currentIndex().data())
        qtbot.keyClick(pages, Qt.Key.Key_Down)

    assert seen == [
        "Cool-down",
        "Accounts",
        "Shop",
        "Writing",
        "Orders",
        "Delivery",
        "Corrections",
        "Look",
        "Keys",
        "Backup",
    ]
    assert dialog.backup.isVisible()


def test_the_search_and_the_list_of_pages_come_first_by_tab_and_ctrl_tab_turns_them(opened, qtbot):
    dialog = opened()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    pages = next(v for v in dialog.findChildren(QListView) if v.accessibleName() == "Pages")
    button(dialog, "Keep these settings").setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget().accessibleName() == "Search in Preferences"
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert pages.hasFocus()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifiers, title in (
        (Qt.Key.Key_Tab, ctrl, "Accounts"),
        (Qt.Key.Key_PageDown, ctrl, "Shop"),
        (Qt.Key.Key_PageUp, ctrl, "Accounts"),
        (Qt.Key.Key_Backtab, ctrl | shift, "Cool-down"),
        (Qt.Key.Key_PageUp, ctrl, "Backup"),
    ):
        qtbot.keyClick(dialog.focusWidget(), key, modifiers)
        assert pages.currentIndex().data() == title


def test_the_other_pages_are_kept_too(opened, qtbot):
    dialog = opened(preferences=Preferences(shop_name="Old", seller_name="Ana"))
    shop, seller = (field(dialog.shop, name) for name in _NAMES)
    days, fee = dialog.shop.findChildren(NumberBox)
    days.setValue(14)
    fee.setValue(15)
    dialog.shop.findChild(SumBox).setValue(2.9)
    gender, payer = dialog.shop.findChildren(QComboBox)
    gender.setCurrentIndex(gender.findData(WritesAs.FEMININE))
    payer.setCurrentIndex(payer.findText("You"))
    shop.setText("  Lantern\u2028Lane\tBooks ")
    seller.setText("Ana Reyes")
    language, scheme, text, density, pictures, large, notices = dialog.look.findChildren(QComboBox)
    language.setCurrentIndex(language.findText("Русский"))
    scheme.setCurrentIndex(scheme.findText("Dark"))
    text.setCurrentIndex(text.findText("125%"))
    density.setCurrentIndex(density.findText("Compact: more rows at once"))
    pictures.setCurrentIndex(pictures.findText("Never"))
    large.setCurrentIndex(large.findText("At once, with every letter"))
    notices.setCurrentIndex(notices.findText("Of none"))
    dialog.keys.findChild(QCheckBox).setChecked(False)

    assert kept(qtbot, dialog) == Preferences(
        shop_name="Lantern Lane Books",
        seller_name="Ana Reyes",
        writes_as=WritesAs.FEMININE,
        language=Language.RUSSIAN,
        colour_scheme=ColourScheme.DARK,
        text_percent=125,
        density=Density.COMPACT,
        remote_pictures=RemotePictures.NEVER,
        leave_above_mb=0,
        new_letters=NewLetters.NONE,
        single_letters=False,
        returns=ReturnPolicy(14, 15, Payer.SELLER, Decimal("2.9")),
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scheme", ColourScheme)
def test_the_look_shows_what_is_kept(opened, language, scheme):
    preferences = Preferences(language=language, colour_scheme=scheme)

    assert opened(preferences=preferences).preferences() == preferences


@pytest.mark.parametrize("percent", [80, 100, 133, 200])
def test_any_size_of_the_text_is_shown_as_it_is_kept(opened, percent):
    preferences = Preferences(text_percent=percent)

    assert opened(preferences=preferences).preferences() == preferences


@pytest.mark.parametrize("megabytes", [0, 1, 2.5, 20, 300])
def test_any_limit_of_large_letters_is_shown_as_it_is_kept(opened, megabytes):
    preferences = Preferences(leave_above_mb=megabytes)

    assert opened(preferences=preferences).preferences() == preferences


def test_each_account_button_names_the_selected_account(opened, qtbot):
    dialog = opened()
    dialog.show_page(dialog.accounts)
    view = dialog.accounts.findChild(QListView)
    view.setCurrentIndex(view.model().index(1, 0))
    buttons = {b.text(): b for b in dialog.accounts.findChildren(QPushButton)}

    for text, signal in (
        ("Change…", dialog.account_edit_wanted),
        ("Folders…", dialog.account_folders_wanted),
        ("Try to sign in", dialog.account_test_wanted),
        ("Remove", dialog.account_remove_wanted),
    ):
        with qtbot.waitSignal(signal) as wanted:
            buttons[text].click()
        assert wanted.args == ["shop@lanternlane.example"]
    with qtbot.waitSignal(dialog.account_add_wanted):
        buttons["Add…"].click()


def test_without_accounts_it_says_what_to_do(opened):
    dialog = opened(accounts=[])
    dialog.show_page(dialog.accounts)

    assert "There is no account yet. Add one, and its mail is fetched." in texts(dialog.accounts)
    enabled = {b.text() for b in dialog.accounts.findChildren(QPushButton) if b.isEnabled()}
    assert enabled == {"Add…"}


def test_the_list_follows_the_accounts_and_keeps_its_place(opened):
    dialog = opened(accounts=[])

    dialog.set_accounts(ACCOUNTS)

    assert dialog.accounts.selected() == "ana@lanternlane.example"
    dialog.set_accounts([])
    assert dialog.accounts.selected() == ""


def test_a_problem_with_an_account_is_said_and_goes_with_the_next_try(opened, qtbot):
    dialog = opened()
    page = dialog.accounts
    dialog.show_page(page)

    page.show_problem("It still has held replies. Take them back first.")
    assert page._verdict.isVisible()
    assert page._verdict.text() == "It still has held replies. Take them back first."

    next(b for b in page.findChildren(QPushButton) if b.text() == "Remove").click()
    assert not page._verdict.isVisible()


def test_the_model_of_the_accounts_keeps_qts_rules(opened):
    dialog = opened()
    model = dialog.accounts.findChild(AccountListModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)

    model.set_accounts(ACCOUNTS[:1])
    model.set_accounts([])

    assert model.rowCount() == 0


def test_an_account_is_listed_with_how_many_further_addresses_it_has(opened):
    model = opened().accounts.findChild(AccountListModel)
    further = (Identity("sold@lanternlane.example"), Identity("books@lanternlane.example"))

    model.set_accounts([account(), account(name="", further=further)])

    assert [model.index(row).data() for row in range(2)] == [
        "Ana Reyes · ana@lanternlane.example",
        "ana@lanternlane.example and 2 more",
    ]


@pytest.mark.parametrize("percent", [100, 200])
def test_every_page_fits_a_small_window(opened, theme, percent):
    theme.set_text_percent(percent)
    dialog = opened()

    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.minimumSizeHint().height() <= 700


def test_the_dialog_is_freed_on_close(qtbot, theme):
    assert is_freed(made_dialog)


def test_ordinary_mail_own_heat_and_quiet_hours_can_be_set(opened):
    dialog = opened()
    page = dialog.cool_down
    page._ordinary.setCurrentIndex(page._ordinary.findData(OrdinaryMail.CALM))
    page._own_heat.setChecked(False)
    page._quiet._is_on.setChecked(True)
    page._quiet._begin.setTime(QTime(23, 0))
    page._quiet._end.setTime(QTime(6, 30))
    page._quiet._whose.setCurrentIndex(page._quiet._whose.findData(Whose.CUSTOMER))

    wanted = dialog.preferences().hold

    assert (wanted.ordinary, wanted.own_heat) == (OrdinaryMail.CALM, False)
    assert wanted.quiet == (QuietHours(time(23), time(6, 30), Whose.CUSTOMER),)


def test_what_was_set_for_the_night_is_shown_again(opened):
    night = (QuietHours(time(21, 15), time(6), Whose.CUSTOMER),)
    dialog = opened(preferences=Preferences(hold=HoldPolicy(quiet=night)))
    assert dialog.preferences().hold.quiet == night


def test_a_night_of_more_than_half_a_day_is_told_and_the_last_good_one_stays(opened):
    field = opened().cool_down._quiet
    field._is_on.setChecked(True)
    field._end.setTime(QTime(11, 0))

    assert field.quiet() == (QuietHours(time(22), time(7)),)
    assert any("12 hours" in text for text in texts(field))


@pytest.mark.parametrize(
    ("change", "lead"),
    [
        (lambda page: page._own_heat.setChecked(False), "Counts for replies held from"),
        (lambda page: page._ordinary.setCurrentIndex(2), "Counts at once,"),
        (lambda page: page._quiet._is_on.setChecked(True), "Counts at once,"),
    ],
)
def test_each_of_them_says_from_when_it_counts(opened, change, lead):
    dialog = opened()
    change(dialog.cool_down)
    assert dialog.cool_down.verdict().startswith(lead)


def test_a_box_to_tick_goes_on_in_the_next_line_and_back(qtbot, theme):
    words = "Single letters work as keys in lists and letters"
    box = CheckBox(words, None)
    qtbot.addWidget(box)
    box.show()
    box.resize(600, 40)
    assert box.text() == words
    box.resize(200, 40)
    assert box.text().split() == words.split()
    assert "\n" in box.text()
    assert box.sizeHint().width() <= 200
    assert box.accessibleName() == words
    box.resize(600, 40)
    assert box.text() == words


@pytest.mark.parametrize(("percent", "has_titles"), [(100, True), (200, False)])
def test_the_pages_are_listed_by_signs_where_there_is_little_room(
    opened, theme, percent, has_titles
):
    theme.set_text_percent(percent)
    dialog = opened()
    dialog.resize(1000, 640)
    titles = dialog.findChild(PageList)
    words = titles.fontMetrics().horizontalAdvance("Cool-down")
    assert (titles.width() > words) is has_titles
    assert titles.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Cool-down"
