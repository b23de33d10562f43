from dataclasses import replace

import pytest
from builders import account
from dialogs import field, typed
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QScrollArea
from writing import is_freed

from softanswer.mailbox.account import Endpoint, Identity, Security
from softanswer.ui.preferences.account_dialog import AccountDialog
from softanswer.ui.preferences.account_entry import EntryError, EntryFault
from softanswer.ui.preferences.account_identities import FurtherAddress
from softanswer.ui.preferences.server_fields import ServerFields
from softanswer.ui.theme.buttons import IconButton, PrimaryButton
from softanswer.ui.theme.fields import NumberBox

SECRET = "s3cret"
FAR = account(
    id=5,
    imap=Endpoint("imap.lanternlane.example", 993, Security.TLS),
    smtp=Endpoint("smtp.lanternlane.example", 587, Security.STARTTLS),
)


@pytest.fixture
def dialog(qtbot, theme):
    made = AccountDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def servers(dialog):
    return dialog.findChildren(ServerFields)


def filled(qtbot, dialog, address="ana@shop.example", password=SECRET):
    typed(qtbot, dialog, "Address", address)
    typed(qtbot, dialog, "Your name", "Ana Reyes")
    typed(qtbot, dialog, "Password", password)
    return dialog


def button(dialog, text):
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def choose(qtbot, box, security):
    box.setCurrentIndex(box.findData(security))
    box.activated.emit(box.currentIndex())


def test_an_address_is_enough_for_usual_servers(dialog, qtbot):
    made = filled(qtbot, dialog).account()

    assert made.address == made.username == "ana@shop.example"
    assert made.name == "Ana Reyes"
    assert made.imap == Endpoint("imap.shop.example", 993, Security.TLS)
    assert made.smtp == Endpoint("smtp.shop.example", 465, Security.TLS)
    assert dialog.password() == "s3cret"
    assert dialog.hint() == ""


def test_a_known_provider_brings_its_servers_and_what_to_know(dialog, qtbot):
    made = filled(qtbot, dialog, "ana@gmail.com").account()

    assert made.imap.host == "imap.gmail.com"
    assert made.files_sent_itself
    assert "app password" in dialog.hint()
    assert dialog.hint().startswith("Gmail")


def test_a_provider_without_passwords_is_said_at_once(dialog, qtbot):
    filled(qtbot, dialog, "ana@outlook.com")

    assert "Sign in through the browser instead" in dialog.hint()


def test_the_hint_goes_with_the_provider(dialog, qtbot):
    filled(qtbot, dialog, "ana@gmail.com")

    filled(qtbot, dialog, "ana@shop.example")

    assert dialog.hint() == ""
    assert not dialog.account().files_sent_itself


def test_a_server_that_was_typed_stays(dialog, qtbot):
    incoming, _ = servers(dialog)
    qtbot.keyClicks(incoming.host, "mail.other.example")

    made = filled(qtbot, dialog).account()

    assert made.imap.host == "mail.other.example"
    assert made.smtp.host == "smtp.shop.example"


def test_the_port_follows_the_protection_while_it_is_a_usual_one(dialog, qtbot):
    filled(qtbot, dialog)
    _, outgoing = servers(dialog)

    choose(qtbot, outgoing.security, Security.STARTTLS)
    assert dialog.account().smtp == Endpoint("smtp.shop.example", 587, Security.STARTTLS)

    outgoing.port.setValue(2525)
    choose(qtbot, outgoing.security, Security.TLS)
    assert dialog.account().smtp.port == 2525


def test_a_port_out_of_range_can_not_be_typed(dialog, qtbot):
    port = dialog.findChild(NumberBox)

    for text in ("0", "70000", "-1"):
        port.selectAll()
        qtbot.keyClicks(port, text)
        qtbot.keyClick(port, Qt.Key.Key_Tab)
        assert 1 <= port.value() <= 65_535


def is_choosable(box, security):
    return box.model().item(box.findData(security)).isEnabled()


def test_no_protection_can_be_chosen_only_for_this_computer(dialog, qtbot):
    incoming, _ = servers(dialog)
    box = incoming.security
    assert not is_choosable(box, Security.NONE)

    qtbot.keyClicks(incoming.host, "localhost")
    assert is_choosable(box, Security.NONE)
    choose(qtbot, box, Security.NONE)
    incoming.port.setValue(1143)
    made = filled(qtbot, dialog).account()
    assert made.imap == Endpoint("localhost", 1143, Security.NONE)

    qtbot.keyClicks(incoming.host, ".example")
    assert not is_choosable(box, Security.NONE)
    assert dialog.account().imap.security is Security.TLS


@pytest.mark.parametrize(
    ("address", "password", "fault", "words"),
    [
        ("", "s3cret", EntryFault.ADDRESS, "Give your mail address, such as ana@shop.example."),
        ("ana@", "s3cret", EntryFault.ADDRESS, "Give your mail address"),
        ("ana@shop.example", "", EntryFault.PASSWORD, "Give the password."),
    ],
)
def test_what_is_missing_is_named_and_has_the_keyboard(
    dialog, qtbot, address, password, fault, words
):
    filled(qtbot, dialog, address, password)

    with pytest.raises(EntryError) as caught:
        dialog.account()
    assert caught.value.fault is fault
    with qtbot.assertNotEmitted(dialog.save_wanted), qtbot.assertNotEmitted(dialog.test_wanted):
        dialog.findChild(PrimaryButton).click()
        button(dialog, "Try to sign in").click()

    assert dialog.verdict().startswith(words)
    name = "Address" if fault is EntryFault.ADDRESS else "Password"
    assert dialog.focusWidget() is field(dialog, name)


def test_a_server_that_is_no_name_is_named(dialog, qtbot):
    filled(qtbot, dialog)
    _, outgoing = servers(dialog)
    outgoing.host.setText("https://smtp.shop.example")

    dialog.findChild(PrimaryButton).click()

    assert dialog.verdict() == (
        "Give the server for outgoing mail by its name alone, such as smtp.shop.example."
    )
    assert dialog.focusWidget() is outgoing.host


def test_a_try_carries_the_account_and_locks_the_fields_meanwhile(dialog, qtbot):
    filled(qtbot, dialog)

    with qtbot.waitSignal(dialog.test_wanted) as wanted:
        button(dialog, "Try to sign in").click()

    assert wanted.args == [dialog.account(), "s3cret"]
    assert dialog.verdict() == "Both servers are being tried."
    assert not dialog.findChild(PrimaryButton).isEnabled()
    assert not field(dialog, "Address").isEnabled()

    dialog.show_success("Both servers let you in.")
    assert dialog.verdict() == "Both servers let you in."
    assert dialog.findChild(PrimaryButton).isEnabled()
    assert field(dialog, "Address").isEnabled()


def test_a_problem_is_said_and_goes_when_she_types_on(dialog, qtbot):
    filled(qtbot, dialog)

    dialog.show_problem("The password is wrong. Type it again.")
    assert dialog.verdict() == "The password is wrong. Type it again."

    qtbot.keyClicks(field(dialog, "Password"), "!")
    assert dialog.verdict() == ""


def test_keeping_carries_the_account_and_its_password(dialog, qtbot):
    filled(qtbot, dialog)

    with qtbot.waitSignal(dialog.save_wanted) as wanted:
        dialog.findChild(PrimaryButton).click()

    assert wanted.args == [dialog.account(), "s3cret"]
    assert dialog.isVisible()


def test_an_account_is_changed_without_its_password(qtbot, theme):
    dialog = AccountDialog(FAR)
    qtbot.addWidget(dialog)
    dialog.show()

    assert dialog.account() == FAR
    typed(qtbot, dialog, "Your name", "A. Reyes")
    with qtbot.waitSignal(dialog.save_wanted) as wanted:
        dialog.findChild(PrimaryButton).click()

    changed, password = wanted.args
    assert (changed.id, changed.name, password) == (5, "A. Reyes", "")
    assert changed.imap == FAR.imap


def test_another_address_does_not_change_servers_that_are_kept(qtbot, theme):
    dialog = AccountDialog(FAR)
    qtbot.addWidget(dialog)

    typed(qtbot, dialog, "Address", "ana@gmail.com")

    assert dialog.account().imap == FAR.imap


def test_the_password_is_hidden_until_it_is_asked_for(dialog, qtbot):
    secret = field(dialog, "Password")
    assert secret.echoMode() is QLineEdit.EchoMode.Password

    dialog._fields.secret._reveal.click()
    assert secret.echoMode() is QLineEdit.EchoMode.Normal
    assert dialog._fields.secret._reveal.accessibleName() == "Hide the password"

    dialog._fields.secret._reveal.click()
    assert secret.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("how", ["reject", "accept", "close"])
def test_the_password_does_not_stay_in_a_closed_dialog(dialog, qtbot, how):
    filled(qtbot, dialog)

    getattr(dialog, how)()

    assert dialog.password() == ""


def test_every_field_has_a_name_for_screen_readers(dialog):
    for kind in (QLineEdit, QComboBox, NumberBox):
        for part in dialog.findChildren(kind):
            if not part.objectName().startswith("qt_spinbox"):
                assert part.accessibleName(), part


def test_it_fits_a_small_window_with_twice_the_text(qtbot, theme):
    theme.set_text_percent(200)
    dialog = AccountDialog()
    qtbot.addWidget(dialog)
    dialog.show_problem("The server does not answer. " * 4)
    dialog.show()

    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.minimumSizeHint().height() <= 700


def test_the_dialog_is_freed_on_close(qtbot, theme):
    assert is_freed(AccountDialog)


# The addresses that replies come from.

SEVERAL = replace(
    FAR,
    marketplaces=("abebooks",),
    further=(
        Identity("sold@lanternlane.example", "Lantern Lane", ("amazon", "ebay")),
        Identity("books@lanternlane.example"),
    ),
)


@pytest.fixture
def several(qtbot, theme):
    made = AccountDialog(SEVERAL)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(dialog):
    return [line for line in dialog.findChildren(FurtherAddress) if line.isVisibleTo(dialog)]


def tick(line, marketplace):
    name = f"Registered with {marketplace}"
    next(b for b in line.findChildren(QCheckBox) if b.accessibleName() == name).click()


def test_the_addresses_of_an_account_stay_as_they_are(several):
    assert several.account() == SEVERAL


def test_an_address_is_added_with_its_name_and_its_marketplaces(several, qtbot):
    button(several, "Add an address").click()
    line = lines(several)[-1]

    assert several.focusWidget() is line.address
    qtbot.keyClicks(line.address, " new@lanternlane.example ")
    tick(line, "eBay")

    assert several.account().further == (
        *SEVERAL.further,
        Identity("new@lanternlane.example", "", ("ebay",)),
    )


def test_the_own_address_is_registered_too(dialog, qtbot):
    filled(qtbot, dialog)
    tick(dialog, "Amazon")

    assert dialog.account().marketplaces == ("amazon",)
    assert dialog.account().further == ()


def test_an_address_is_removed(several, qtbot):
    lines(several)[0].findChild(IconButton).click()

    assert several.account().further == SEVERAL.further[1:]
    assert several.focusWidget() is button(several, "Add an address")


@pytest.mark.parametrize(
    ("typed", "fault", "words"),
    [
        ("", EntryFault.FURTHER_ADDRESS, "Give the further address"),
        ("lanternlane", EntryFault.FURTHER_ADDRESS, "Give the further address"),
        ("Ana@lanternlane.example", EntryFault.ADDRESS_TWICE, "This address is listed twice"),
        ("SOLD@lanternlane.example", EntryFault.ADDRESS_TWICE, "This address is listed twice"),
    ],
)
def test_a_further_address_that_is_none_is_named_and_has_the_keyboard(
    several, qtbot, typed, fault, words
):
    button(several, "Add an address").click()
    qtbot.keyClicks(lines(several)[-1].address, typed)
    field(several, "Address").setFocus()

    with qtbot.assertNotEmitted(several.save_wanted):
        several.findChild(PrimaryButton).click()

    assert several.verdict().startswith(words)
    assert several.focusWidget() is lines(several)[-1].address
    with pytest.raises(EntryError) as caught:
        several.account()
    assert (caught.value.fault, caught.value.place) == (fault, 2)


def test_the_field_that_has_the_keyboard_is_in_view(several, qtbot):
    for _ in range(3):
        button(several, "Add an address").click()

    view = several.findChild(QScrollArea).viewport()

    def is_in_view():
        address = lines(several)[-1].address
        return view.rect().contains(address.rect().translated(address.mapTo(view, QPoint())))

    qtbot.waitUntil(is_in_view)
