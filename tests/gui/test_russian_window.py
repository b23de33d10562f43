"""The window in Russian: every part speaks it, with right dates, lengths and plurals."""

from __future__ import annotations

import re
import ssl
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from builders import HOUR, MINUTE, account
from gating import OWN_SHOP
from letters import matter
from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QMessageBox, QWidget
from writing import NOW, STEADY_NS, held, plan, suggestion

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.message import Address
from softanswer.mailbox.sentence import from_stored, sentence_of, to_stored
from softanswer.mailbox.tls import certificate_error, no_starttls_error
from softanswer.replies.calling import call_sheet
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.errors import PreferenceError
from softanswer.replies.orders.services import known_services
from softanswer.replies.outbox.held_reply import PausedBy
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preferences import Language, Preferences, with_setting
from softanswer.replies.rereading import Rereading
from softanswer.ui.action_places import Context, Group
from softanswer.ui.action_set import ActionSet
from softanswer.ui.actions import Act
from softanswer.ui.case.fact_rows import FactRows
from softanswer.ui.case.facts_panel import FactsPanel
from softanswer.ui.clock_strip import ClockStrip
from softanswer.ui.command_palette import CommandPalette
from softanswer.ui.delivery_words import DeliveryWords
from softanswer.ui.file_places import usual_folder
from softanswer.ui.inbox.letter_view import LetterView
from softanswer.ui.key_overview import KeyOverview
from softanswer.ui.languages import Languages, said
from softanswer.ui.outbox.gate_view import GateView
from softanswer.ui.outbox.news import News
from softanswer.ui.outbox.outbox_card import OutboxCard
from softanswer.ui.outbox.outbox_view import OutboxView
from softanswer.ui.outbox_words import HoldWords, OutboxWords
from softanswer.ui.preferences.account_dialog import AccountDialog
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.presence.leaving_dialog import LeavingDialog
from softanswer.ui.presence.presence_words import Circumstances, PresenceWords
from softanswer.ui.presence.standing import Stage, Standing
from softanswer.ui.presence.waiting_dialog import WaitingDialog
from softanswer.ui.rail import Rail
from softanswer.ui.rail_item import RailItem
from softanswer.ui.reply.composer import Composer
from softanswer.ui.reply.reply_words import ReplyWords
from softanswer.ui.theme.buttons import PrimaryButton
from softanswer.ui.top_bar import TopBar
from softanswer.ui.vent_pad import VentPad
from softanswer.ui.vocabulary import Vocabulary
from softanswer.ui.words import Words

MAIL_SERVER = Endpoint("почта", 993, Security.TLS)
EXPIRED = ssl.SSLCertVerificationError()
EXPIRED.verify_code = 10  # X509_V_ERR_CERT_HAS_EXPIRED
TODAY = date(2026, 11, 19)
BODY = "Здравствуйте!\n\nМне очень жаль, что книга ещё не дошла.\n"
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = frozenset(
    "Soft Answer English Amazon eBay AbeBooks PDF IMAP SMTP TLS STARTTLS "
    "Google Microsoft ID ana orders imap smtp shop example "
    "Ctrl Shift Alt Return Enter Esc Del".split()
)


@pytest.fixture
def languages(qapp):
    before = QLocale()
    chosen = Languages(qapp)
    chosen.choose(Language.RUSSIAN)
    yield chosen
    chosen.choose(Language.ENGLISH)
    QLocale.setDefault(before)


@pytest.fixture
def words(languages):
    return Words(languages.translate("Words"), UTC)


@pytest.fixture
def hold_words(languages, words):
    return HoldWords(words, languages.translate("HoldWords"))


@pytest.fixture
def outbox_words(languages, hold_words):
    return OutboxWords(hold_words, languages.translate("OutboxWords"))


@pytest.fixture
def reply_words(languages):
    return ReplyWords(languages.translate("ReplyWords"))


@pytest.fixture
def delivery_words(languages, words):
    return DeliveryWords(words, languages.translate("DeliveryWords"))


@pytest.fixture
def shown(qtbot, theme, languages):
    kept = []

    def show(widget):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


def texts(top):
    """All that a part says: on its face, in its tips and to a screen reader."""
    said = set()
    for widget in (top, *top.findChildren(QWidget)):
        for name in ("text", "placeholderText", "toPlainText", "title"):
            getter = getattr(widget, name, None)
            said.add(getter() if callable(getter) else "")
        said |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        if isinstance(widget, QComboBox):
            said |= {widget.itemText(place) for place in range(widget.count())}
    return (said | {top.windowTitle()}) - {""}


def english(top, *allowed):
    """The texts of a part with a Latin word that is no name, key or given text."""
    known = NAMES.union(*(LATIN.findall(text) for text in allowed))
    return {text for text in texts(top) if set(LATIN.findall(text)) - known}


def stored_problem():
    """What stands in the way of a reply, as it comes back from the store."""
    return from_stored(to_stored(sentence_of(certificate_error(MAIL_SERVER, EXPIRED))))


def test_the_rail_names_its_places(shown):
    rail = shown(Rail())
    assert [item.text() for item in rail.findChildren(RailItem)] == [
        "Ждут ответа",
        "Остывают",
        "Слово за ними",
        "Отложены",
        "Добрые слова",
        "Со звёздочкой",
        "Вся почта",
        "Заказы",
    ]


def test_every_action_and_heading_is_named(languages):
    assert [act.name for act in Act if set(LATIN.findall(act.text)) - NAMES] == []
    assert [group.name for group in Group if LATIN.search(group.title)] == []
    assert Act.REPLY.text == "Ответить"
    assert Act.COOL_DOWN.text == "Остудить ответ"
    assert Act.STOP_ALL.text == "Остановить всю отправку"


def test_the_frame_speaks_russian(shown, words):
    frame = shown(QWidget())
    parts = (TopBar(frame), Rail(frame), ClockStrip(words, frame))
    assert english(frame) == set()
    assert {"Остановить всё", "Поиск писем и заказов"} <= texts(parts[0])
    assert "Сроки" in texts(parts[2])


@pytest.mark.parametrize("place", Context)
def test_the_key_overview_speaks_russian(shown, place):
    window = shown(QWidget())
    actions = ActionSet(window)
    keys = (key for act in Act for key in actions.keys(act))
    assert english(shown(KeyOverview(actions, place, window)), *keys) == set()


def test_the_palette_finds_a_command_by_its_russian_name(shown):
    window = shown(QWidget())
    palette = shown(CommandPalette(ActionSet(window), window))
    palette._model.search("настр")
    assert palette._model.index(0, 0).data() == "Настройки"
    assert english(palette) == set()


def test_a_letter_is_shown_with_russian_words(shown, words, delivery_words):
    view = shown(LetterView(words, delivery_words))
    view.show_matter(matter(), NOW)
    said = texts(view)
    assert "напрямую · обращение 1043 · в ярости · 1 письмо, ждёт 1 день 2 ч" in said
    assert {"Похоже на жалобу: точно", "Посылка не пришла. Просит вернуть деньги."} <= said


def test_the_order_stands_beside_it_in_russian(shown, words, delivery_words):
    panel = shown(FactsPanel(words, delivery_words))
    panel.show_matter(matter(), NOW)
    said = texts(panel)
    told = [text for rows in panel.findChildren(FactRows) for text in rows.texts()]
    labels = {text.partition(":")[0] for text in told}
    assert {"Состояние", "Трек-номер", "Куда", "Пересылка", "Логин"} <= labels
    assert "Другой заказ?" in said
    assert any(text.startswith("Пока в срок.") for text in said)


def test_the_composer_says_what_its_button_will_do(qtbot, shown, reply_words, hold_words):
    offered = (suggestion(), suggestion("search"))
    composer = shown(Composer(reply_words, hold_words))
    composer.begin("Лавка «Фонарь»", "Мария Соболева", "Где книга", BODY, offered, None)
    composer.set_plan(plan(), hold_words.plan(plan(), NOW), NOW)

    assert composer.findChild(PrimaryButton).text() == "Остудить до 16:40"
    assert "Подсказки (2)" in texts(composer)
    assert {"Сожаление", "Ответственность", "Исправление"} <= texts(composer)
    assert english(composer, offered[0].why) == set()


def test_a_suggestion_says_what_it_offers(reply_words):
    assert reply_words.suggestion(suggestion()) == "Вернуть деньги · взять на себя"


def test_the_gate_asks_to_read_both_letters(shown, hold_words, delivery_words):
    letter, reply = matter(), held(7, ago=2 * HOUR).released()
    gate = shown(GateView(hold_words, delivery_words))
    found = Rereading(facts=(("posted_on", "3 ноября"),))
    gate.show_letters(letter, reply, found, NOW)

    assert "Перечитайте оба письма" in texts(gate)
    assert gate.findChild(PrimaryButton).text() == "Читаю спокойно: отправить"
    mail = (letter.letter.message.text, reply.draft.body, reply.draft.subject, str(reply.draft.to))
    names = (letter.letter.message.sender.name, *(m.message.text for m in letter.messages))
    assert english(gate, *mail, *names) == set()


def test_the_call_card_speaks_russian(shown, hold_words, delivery_words):
    gate = shown(GateView(hold_words, delivery_words))
    gate.show_letters(OWN_SHOP, held(7).released(), Rereading(), NOW)
    gate.show_call(call_sheet(OWN_SHOP, BODY, NOW), NOW)

    assert {"Позвонить: Jane Harwood", "О чём сказать", "Трубку не взяли"} <= texts(gate._call)
    assert english(gate._call, "Jane Harwood: The Light at Skerra") == set()


@pytest.mark.parametrize(
    ("n", "paused", "tip"),
    [
        (1, "Один ответ на паузе. Он подождёт вашего решения.", "1 ответ ждёт вас"),
        (3, "3 ответа на паузе. Они подождут вашего решения.", "3 ответа ждут вас"),
        (21, "21 ответ на паузе. Он подождёт вашего решения.", "21 ответ ждёт вас"),
    ],
)
def test_closing_and_tray_tell_of_held_replies_in_russian(shown, languages, words, n, paused, tip):
    presence = PresenceWords(words, languages.translate("PresenceWords"))
    standing = Standing((Stage.PAUSED,) * n)
    closing = presence.closing(standing, NOW, Circumstances())
    assert presence.tip(standing, is_stopped=False) == f"Soft Answer: {tip}"
    assert closing.lines == ((Stage.PAUSED, paused),)
    assert english(shown(LeavingDialog(closing, shown(QWidget())))) == set()


def test_the_vent_pad_and_the_waiting_dialog_speak_russian(shown):
    for dialog in (shown(VentPad(shown(QWidget()))), shown(WaitingDialog())):
        assert english(dialog) == set()


def test_held_replies_are_told_in_russian(shown, outbox_words):
    replies = (
        held(1, ago=2 * HOUR).released(),
        held(2, ago=10 * MINUTE).paused(PausedBy.NEWER_MAIL),
        held(3, ago=2 * HOUR).released().approved(b"x", NOW).talking().failed(stored_problem()),
        held(4, heat=2, ago=23 * MINUTE),
    )
    view = shown(OutboxView(outbox_words))
    view.resize(1000, 1200)
    cards = [OutboxCard(reply, "Мария Соболева", 3, News("Нашлось!", NOW)) for reply in replies]
    view.show_replies(cards, NOW, STEADY_NS)

    said = texts(view)
    assert {"Перечитать оба письма", "Остудить снова", "Ещё час", "Вернуть"} <= said
    assert {"Пора перечитать", "На паузе: вам снова написали", "Остывает, ещё 37 мин"} <= said
    assert "60 мин: основная 30 мин × 2, накал 2. " in " ".join(said)
    mail = replies[0].draft
    assert english(view, mail.body, mail.subject) == set()


def test_the_preferences_speak_russian(shown, hold_words):
    dialog = shown(
        PreferencesDialog(
            Preferences(hold=HoldPolicy(base=20 * MINUTE)),
            [account(name="")],
            HoldPolicy(),
            NOW + 20 * MINUTE,
            now=NOW,
            words=hold_words,
        )
    )
    assert dialog.windowTitle() == "Настройки"
    assert dialog.cool_down.table() == (
        "спокойно 20 мин, раздражённо 20 мин, сердито 40 мин, в ярости 60 мин"
    )
    assert dialog.cool_down.verdict().startswith("Для новых ответов заработает: 15:30.")
    assert {"Сохранить настройки", "Основная выдержка, она же для обычных писем"} <= texts(dialog)
    given = [text for one in known_services() for text in (one.name, one.source)]
    given += ["désolée", "désolé"]  # the French of an example
    assert english(dialog, *given) == set()


def test_the_account_dialog_speaks_russian(shown):
    dialog = shown(AccountDialog())
    assert {"Адрес", "Логин", "Пароль", "Сохранить ящик"} <= texts(dialog)
    assert english(dialog) == set()


def test_the_file_dialog_of_qt_speaks_russian_and_begins_among_the_downloads(shown):
    dialog = shown(QFileDialog(None, "", usual_folder()))
    assert english(dialog, dialog.directory().dirName()) == set()
    assert Path(dialog.directory().absolutePath()) in {
        Path(QStandardPaths.writableLocation(place))
        for place in (
            QStandardPaths.StandardLocation.DownloadLocation,
            QStandardPaths.StandardLocation.DocumentsLocation,
            QStandardPaths.StandardLocation.HomeLocation,
        )
    }


def test_the_buttons_of_qt_itself_speak_russian(shown):
    box = shown(QMessageBox())
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    assert cancel.text().replace("&", "") == "Отмена"


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (18 * HOUR, "ещё 18 ч"),
        (26 * HOUR, "ещё 1 д 2 ч"),
        (HOUR + 40 * MINUTE, "ещё 1 ч 40"),
        (12 * MINUTE, "ещё 12 мин"),
        (30 * timedelta(seconds=1), "ещё меньше минуты"),
        (-3 * HOUR, "просрочено 3 ч"),
    ],
)
def test_a_clock_says_what_is_left(words, left, said):
    assert words.clock(NOW + left, NOW) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "1 день 3 ч"), (2, "2 дня 3 ч"), (5, "5 дней 3 ч"), (21, "21 день 3 ч")],
)
def test_a_wait_is_told_in_days(words, days, said):
    assert words.duration(timedelta(days=days, hours=3)) == said


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2026, 11, 22), "22 ноя", "22 ноября"),
        (date(2026, 5, 3), "3 мая", "3 мая"),
        (date(2025, 3, 8), "8 мар 2025", "8 марта 2025"),
    ],
)
def test_a_day_has_its_month_in_the_genitive(words, day, short, long):
    assert words.day(day, TODAY) == short
    assert words.long_day(day, TODAY) == long


def test_a_moment_is_told_from_today(words):
    assert words.moment(NOW, NOW) == "15:10"
    assert words.moment(NOW + 18 * HOUR, NOW) == "завтра 09:10"
    assert words.moment(NOW - 18 * HOUR, NOW) == "вчера 21:10"
    assert words.moment(NOW + 3 * 24 * HOUR, NOW) == "22 ноя 15:10"


@pytest.mark.parametrize(
    ("n", "mails", "to_mend", "masked", "offline"),
    [
        (1, "1 письмо", "1 место.", "1 слово", "1 ответ подождёт"),
        (2, "2 письма", "2 места.", "2 слова", "2 ответа подождут"),
        (5, "5 писем", "5 мест.", "5 слов", "5 ответов подождут"),
        (11, "11 писем", "11 мест.", "11 слов", "11 ответов подождут"),
        (21, "21 письмо", "21 место.", "21 слово", "21 ответ подождёт"),
        (22, "22 письма", "22 места.", "22 слова", "22 ответа подождут"),
    ],
)
def test_plurals_follow_the_number(words, reply_words, n, mails, to_mend, masked, offline):
    assert words.waiting(n, None, NOW) == mails
    assert reply_words.to_mend_first(n) == f"Сначала исправьте {to_mend}"
    assert words.masked(n) == f"Скрыто {masked}"
    assert words.offline(n) == f"Нет сети: {offline}"


def test_a_summary_is_whole_sentences(words):
    issues = (CaseKind.NOT_RECEIVED, CaseKind.REFUND_REQUEST)
    assert words.summary_sentences(CaseKind.NOT_RECEIVED, issues) == (
        "Посылка не пришла. Просит вернуть деньги."
    )
    assert words.name(Address("", "")) == "Неизвестный отправитель"


def test_the_vocabulary_is_made_of_the_chosen_language(languages):
    assert Vocabulary.of(languages).words.heat(3) == "в ярости"
    assert Vocabulary.of(languages).hold.more(5) == "и ещё 5"


def test_the_window_goes_back_to_english(shown, languages):
    languages.choose(Language.ENGLISH)
    assert shown(Rail()).findChildren(QAbstractButton)[0].text() == "Needs answer"
    assert Vocabulary.of(languages).words.waiting(1, None, NOW) == "1 mail"


def test_what_fails_below_the_window_is_said_in_russian(languages):
    expired = certificate_error(MAIL_SERVER, EXPIRED)
    with pytest.raises(PreferenceError) as refused:
        with_setting(Preferences(), "hold.base_minutes", 0)
    for error in (expired, no_starttls_error(MAIL_SERVER), refused.value):
        assert set(LATIN.findall(said(error))) - NAMES - {"tls"} == set()
    assert said(expired).startswith("Сервер почта не смог подтвердить, что это он: срок его")
