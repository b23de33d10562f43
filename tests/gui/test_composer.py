from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit
from writing import ADVICE, BODY, DATE, IF, LACK, NOW, is_freed, plan, report, suggestion

from softanswer.replies.tone.finding import Severity
from softanswer.ui.outbox_words import HoldWords
from softanswer.ui.reply.composer import CHECK_AFTER_MS, Composer
from softanswer.ui.reply.finding_card import FindingCard
from softanswer.ui.reply.reply_words import ReplyWords
from softanswer.ui.reply.suggestion_picker import SuggestionPicker
from softanswer.ui.theme.buttons import PrimaryButton
from softanswer.ui.theme.labels import ElidedLabel
from softanswer.ui.theme.theme import Scheme
from softanswer.ui.theme.tokens import DARK, Role
from softanswer.ui.words import Words

SUGGESTIONS = (
    suggestion(),
    suggestion("search", body="Dear Ms Harwood,\n\nThe search is open.\n"),
    suggestion("answer_by_date", missing=("posted_on", "total")),
)


def made_composer(words):
    return Composer(ReplyWords(), HoldWords(words))


@pytest.fixture
def composer(qtbot, theme, words):
    made = made_composer(words)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def begin(composer, body=BODY, chosen=None, suggestions=SUGGESTIONS):
    hold_words = composer._hold_words
    composer.begin(
        "Lantern Lane Books <ana@lanternlane.example>",
        "Ms Harwood <j.harwood@mail.example>",
        "Re: Where is my book",
        body,
        suggestions,
        chosen,
    )
    composer.set_plan(plan(), hold_words.plan(plan(), NOW), NOW)


def answered(qtbot, composer, *findings, dismissals=None):
    """Wait for the composer to want a check, and answer it."""
    with qtbot.waitSignal(composer.text_changed):
        pass
    composer.set_report(report(*findings), dismissals or {})


def started(qtbot, composer, *findings, body=BODY):
    begin(composer, body)
    answered(qtbot, composer, *findings)


def foot(composer):
    return composer._foot.text


def button(composer):
    return composer.findChild(PrimaryButton)


def card(composer):
    return composer.findChild(FindingCard)


def press(qtbot, composer, key, modifier=Qt.KeyboardModifier.ControlModifier):
    qtbot.keyClick(composer.editor, key, modifier)


def test_who_writes_to_whom_is_always_in_view(composer):
    begin(composer)

    shown = [part.text() for part in composer.findChildren(ElidedLabel) if part.isVisible()]
    assert "Lantern Lane Books <ana@lanternlane.example>" in shown
    assert "Ms Harwood <j.harwood@mail.example>" in shown


def test_it_begins_with_the_given_letter(qtbot, composer):
    started(qtbot, composer)

    assert composer.body() == BODY
    assert composer.subject() == "Re: Where is my book"
    assert composer.first_body() == BODY


def test_the_button_says_until_when_and_the_foot_says_why(qtbot, composer):
    started(qtbot, composer)

    assert button(composer).text() == "Cool down until 16:40"
    assert button(composer).is_allowed
    assert foot(composer) == (
        "90 min for heat 3. Answer deadline tomorrow 09:10. "
        "You will be asked to read both letters again."
    )


def test_a_check_is_wanted_once_the_typing_rests(qtbot, composer):
    started(qtbot, composer)
    wanted = []
    composer.text_changed.connect(lambda: wanted.append(composer.body()))

    qtbot.keyClicks(composer.editor, "abc")
    assert wanted == []
    qtbot.waitUntil(lambda: wanted != [], timeout=10 * CHECK_AFTER_MS)

    assert wanted == ["abc" + BODY]


def test_a_finding_dashes_the_button_and_says_what_to_mend(qtbot, composer):
    started(qtbot, composer, IF, DATE)

    assert not button(composer).is_allowed
    assert foot(composer) == (
        "2 places to mend first. Then it is held for 90 min. "
        "Nothing goes out before you have read it again."
    )
    assert button(composer).accessibleDescription() == foot(composer)


def test_advice_stops_nothing(qtbot, composer):
    started(qtbot, composer, ADVICE)

    assert button(composer).is_allowed


def test_a_dismissed_warning_stops_nothing(qtbot, composer):
    begin(composer)
    answered(qtbot, composer, IF, dismissals={IF.rule: "she asked"})

    assert button(composer).is_allowed
    assert composer._marked._highlighter.marks == ()


def test_an_empty_letter_can_not_be_held(qtbot, composer):
    begin(composer, body=" \n")
    with qtbot.waitSignal(composer.text_changed):
        pass

    with qtbot.assertNotEmitted(composer.hold_wanted):
        composer.hold()

    assert foot(composer) == "Nothing is written yet."


def test_without_a_plan_it_says_why_it_can_not_be_held(qtbot, composer):
    started(qtbot, composer)

    composer.set_plan(None, "Nobody can be answered.\nThe letter has no address.", NOW)

    with qtbot.assertNotEmitted(composer.hold_wanted):
        composer.hold()
    assert not button(composer).is_allowed
    assert foot(composer) == "Nobody can be answered. The letter has no address."


def test_a_clean_letter_is_held_once_and_nothing_moves_meanwhile(qtbot, composer):
    started(qtbot, composer)
    wanted = []
    composer.hold_wanted.connect(lambda: wanted.append(composer.body()))

    for _ in range(3):
        composer.hold()

    assert wanted == [BODY]
    assert composer.editor.isReadOnly()
    composer.set_busy(False)
    assert not composer.editor.isReadOnly()


def test_hold_leads_to_the_first_place_to_mend(qtbot, composer):
    started(qtbot, composer, ADVICE, IF, DATE)

    with qtbot.assertNotEmitted(composer.hold_wanted):
        composer.hold()

    assert card(composer).isVisible()
    assert card(composer).accessibleName() == "An apology with an if"
    assert composer.editor.textCursor().position() == BODY.index("if my")


def test_a_letter_that_was_just_changed_is_checked_before_it_is_held(qtbot, composer):
    started(qtbot, composer)
    composer.editor.insertPlainText("idiot ")

    with qtbot.assertNotEmitted(composer.hold_wanted), qtbot.waitSignal(composer.text_changed):
        composer.hold()
    with qtbot.assertNotEmitted(composer.hold_wanted):
        composer.set_report(report(IF), {})

    assert card(composer).isVisible()


def test_the_wish_to_hold_is_kept_until_the_check_is_back(qtbot, composer):
    started(qtbot, composer)
    composer.editor.insertPlainText("So ")
    composer.hold()

    with qtbot.waitSignal(composer.hold_wanted):
        composer.set_report(report(), {})


def test_typing_on_takes_the_wish_to_hold_back(qtbot, composer):
    started(qtbot, composer)
    composer.editor.insertPlainText("So ")
    composer.hold()
    composer.editor.insertPlainText("very ")

    with qtbot.assertNotEmitted(composer.hold_wanted):
        answered(qtbot, composer)


def test_a_report_on_an_older_text_is_left_out(qtbot, composer):
    started(qtbot, composer)
    composer.editor.insertPlainText("New ")

    composer.set_report(report(IF), {})

    assert composer._marked._highlighter.marks == ()


def test_a_late_report_is_known_by_the_text_that_was_checked(qtbot, composer):
    started(qtbot, composer, IF)
    composer.editor.insertPlainText("New ")
    composer.check_now()

    composer.set_report(report(), {}, of_body=BODY)
    assert not button(composer).is_allowed

    composer.set_report(report(), {}, of_body="New " + BODY)
    assert button(composer).is_allowed


def test_ctrl_enter_held_down_holds_once(qtbot, composer):
    started(qtbot, composer)
    action = QAction(composer)
    action.setShortcut(QKeySequence("Ctrl+Return"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(composer.hold)
    composer.addAction(action)
    composer.editor.setFocus()
    wanted = []
    composer.hold_wanted.connect(lambda: wanted.append(True))

    for _ in range(4):
        press(qtbot, composer, Qt.Key.Key_Return)

    assert wanted == [True]


def test_f8_leads_from_finding_to_finding_and_round_again(qtbot, composer):
    started(qtbot, composer, IF, DATE, LACK)
    seen = []

    for _ in range(4):
        composer.next_finding()
        seen.append(card(composer).accessibleName())

    assert seen == [
        "An apology with an if",
        "Does not match the order",
        "No remedy yet",
        "An apology with an if",
    ]
    composer.previous_finding()
    assert card(composer).accessibleName() == "No remedy yet"


def test_a_repair_is_one_step_back_and_is_checked_at_once(qtbot, composer):
    started(qtbot, composer, DATE)
    composer.next_finding()

    with qtbot.waitSignal(composer.text_changed, timeout=CHECK_AFTER_MS // 2):
        composer.apply_repair()

    assert composer.body() == BODY.replace("13 November", "3 November")
    assert not card(composer).isVisible()
    composer.editor.undo()
    assert composer.body() == BODY


def test_words_that_are_taken_out_leave_no_gap(qtbot, composer):
    started(qtbot, composer, ADVICE)
    composer.next_finding()

    composer.apply_repair()

    assert composer.body() == BODY.replace("full ", "")


def test_a_repair_finds_its_place_behind_an_emoji(qtbot, composer):
    body = "😀 " + BODY
    begin(composer, body)
    with qtbot.waitSignal(composer.text_changed):
        pass
    moved = [type(f.span)(f.span.start + 2, f.span.end + 2) for f in (DATE,)]
    composer.set_report(report(replace(DATE, span=moved[0])), {})
    composer.next_finding()
    composer.apply_repair()

    assert composer.body() == body.replace("13 November", "3 November")


def test_without_a_card_the_repair_key_leads_to_the_finding_first(qtbot, composer):
    started(qtbot, composer, DATE)

    composer.apply_repair()

    assert composer.body() == BODY
    assert card(composer).isVisible()


def test_a_dismissal_carries_the_rule_and_the_reason(qtbot, composer):
    started(qtbot, composer, IF)
    composer.dismiss_finding()
    reason = card(composer).findChild(QLineEdit)
    qtbot.keyClicks(reason, "she asked me to")

    with qtbot.waitSignal(composer.dismissed) as dismissed:
        qtbot.keyClick(reason, Qt.Key.Key_Return)

    assert dismissed.args == [IF.rule, "she asked me to"]
    assert not card(composer).isVisible()


def test_an_error_is_dismissed_for_its_own_words_only(qtbot, composer):
    insult = replace(IF, severity=Severity.ERROR, rule="insult")
    started(qtbot, composer, insult)
    composer.dismiss_finding()
    reason = card(composer).findChild(QLineEdit)
    qtbot.keyClicks(reason, "a title")

    with qtbot.waitSignal(composer.dismissed) as dismissed:
        qtbot.keyClick(reason, Qt.Key.Key_Return)

    assert dismissed.args == [f"insult: {IF.text}", "a title"]


def test_a_click_on_a_marked_place_opens_its_card(qtbot, composer):
    started(qtbot, composer, DATE)
    start = BODY.index("13 November")
    place = composer.editor.place_of(start + 3, start + 3).center()

    qtbot.mouseClick(composer.editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert card(composer).isVisible()

    first = composer.editor.place_of(2, 2).center()
    qtbot.mouseClick(composer.editor.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert not card(composer).isVisible()


def test_a_card_goes_with_its_words(qtbot, composer):
    started(qtbot, composer, DATE)
    composer.next_finding()

    composer.editor.replace_all("Something else.")

    qtbot.waitUntil(lambda: not card(composer).isVisible())


@pytest.mark.parametrize("findings", [(LACK,), (IF,)])
def test_a_new_report_keeps_the_card_of_a_finding_that_still_stands(qtbot, composer, findings):
    started(qtbot, composer, *findings)
    composer.next_finding()

    composer.set_report(report(*findings), {})
    assert card(composer).isVisible()

    composer.set_report(report(), {})
    assert not card(composer).isVisible()


def test_the_card_stays_inside_the_composer(qtbot, composer):
    started(qtbot, composer, DATE, LACK)

    for size in ((900, 600), (460, 420), (620, 500)):
        composer.resize(*size)
        for _ in range(2):
            composer.next_finding()
            assert composer.rect().contains(card(composer).geometry())


@pytest.mark.parametrize("width", [900, 480])
def test_the_card_leaves_its_words_and_the_plan_in_sight_in_a_low_sheet(qtbot, composer, width):
    started(qtbot, composer, DATE)
    composer.resize(width, 330)
    composer.next_finding()

    start = BODY.index(DATE.text)
    words = composer.editor.place_of(start, start + len(DATE.text))
    words.translate(composer.editor.viewport().mapTo(composer, QPoint(0, 0)))
    shown = card(composer).geometry()
    assert composer._marked.height() < shown.height() + 3 * words.height()
    assert composer._marked.geometry().contains(words)
    assert not shown.intersects(words)
    assert not shown.intersects(composer._foot.geometry())


def test_escape_closes_the_card_first_then_leaves_with_the_draft(qtbot, composer):
    started(qtbot, composer, IF)
    composer.next_finding()

    with qtbot.assertNotEmitted(composer.left):
        composer.leave()
    with qtbot.waitSignals([composer.save_wanted, composer.left], order="strict"):
        composer.leave()


def test_the_suggestions_are_chosen_by_keys(qtbot, composer):
    started(qtbot, composer)
    composer.identity.open_suggestions()
    picker = composer.window().findChild(SuggestionPicker)
    assert picker.isVisible()

    qtbot.keyClick(picker.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(composer.suggestion_chosen) as chosen:
        qtbot.keyClick(picker.focusWidget(), Qt.Key.Key_Return)

    assert chosen.args == [1]
    assert composer.body() == SUGGESTIONS[1].body
    assert not picker.isVisible()


def test_a_suggestion_is_one_step_back(qtbot, composer):
    started(qtbot, composer, body="Mine.")

    composer.choose_suggestion(0)

    assert composer.body() == SUGGESTIONS[0].body
    assert composer.first_body() == SUGGESTIONS[0].body
    composer.editor.undo()
    assert composer.body() == "Mine."


def test_a_suggestion_says_why_it_was_made_and_what_it_asks_for(qtbot, composer):
    begin(composer, SUGGESTIONS[0].body, chosen=0)
    shown = [part.text() for part in composer.findChildren(ElidedLabel)]
    assert "Suggested: The parcel is late." in shown

    composer.identity.open_suggestions()
    names = [
        choice.accessibleName()
        for choice in composer.window().findChild(SuggestionPicker)._choices
    ]
    assert names[2] == (
        "An answer by a date · own it · The parcel is late. · Costs you nothing"
        " · Not known: date of posting, sum"
    )


def test_escape_closes_the_suggestions(qtbot, composer):
    started(qtbot, composer)
    composer.identity.open_suggestions()
    picker = composer.window().findChild(SuggestionPicker)

    qtbot.keyClick(picker.focusWidget(), Qt.Key.Key_Escape)

    assert not picker.isVisible()
    assert composer.body() == BODY


def test_without_suggestions_there_is_no_button_for_them(qtbot, composer):
    begin(composer, suggestions=())

    assert not composer.identity._suggestions.isVisible()
    composer.identity.open_suggestions()
    assert not composer.window().findChild(SuggestionPicker).isVisible()


def test_the_first_draft_of_her_own_letter_is_what_she_first_called_finished(qtbot, composer):
    begin(composer, body="")
    composer.editor.insertPlainText("I am sorry, idiot.")
    answered(qtbot, composer)
    composer.set_report(report(), {})
    composer.hold()
    composer.set_busy(False)
    composer.editor.replace_all("I am sorry.")

    assert composer.first_body() == "I am sorry, idiot."


def test_the_lights_show_what_the_letter_has(qtbot, composer):
    started(qtbot, composer, IF, LACK)

    lights = composer._gutter
    assert lights.light("regret").is_earned
    assert not lights.light("responsibility").is_earned
    assert lights.light("remedy").is_earned
    assert "I am sorry that your book" in lights.light("regret").accessibleName()
    assert lights.light("responsibility").accessibleName() == "Responsibility: not yet"


def test_the_lights_lead_to_their_sentences(qtbot, composer):
    started(qtbot, composer)

    composer._gutter._lights["regret"].click()

    selected = composer.editor.textCursor().selectedText()
    assert selected == "I am sorry that your book has not reached you"


def test_the_counts_lead_to_the_first_of_their_kind(qtbot, composer):
    started(qtbot, composer, IF, DATE, ADVICE)

    composer._gutter._counts[Severity.ERROR].click()

    assert card(composer).accessibleName() == "Does not match the order"
    said = {s: c.accessibleName() for s, c in composer._gutter._counts.items()}
    assert said == {
        Severity.ERROR: "1 place must be mended",
        Severity.WARNING: "1 place to mend",
        Severity.ADVICE: "1 piece of advice",
    }


def test_ordinary_mail_needs_no_apology(qtbot, composer, words):
    started(qtbot, composer)
    quiet = plan(None)

    composer.set_plan(quiet, HoldWords(words).plan(quiet, NOW), NOW)

    assert not composer._gutter._lights["regret"].isVisible()
    assert foot(composer).startswith("30 min for ordinary mail.")


def test_a_narrow_sheet_has_its_lights_above_the_text(qtbot, composer):
    begin(composer)
    assert composer._gutter.isVisible()
    assert not composer._strip.isVisible()

    composer.resize(480, 560)

    assert not composer._gutter.isVisible()
    assert composer._strip.isVisible()


def test_a_letter_begins_at_its_first_line(qtbot, theme, words):
    made = made_composer(words)
    qtbot.addWidget(made)
    begin(made, BODY * 3)
    made.resize(900, 500)
    made.show()
    made.resize(620, 480)

    assert made.editor.firstVisibleBlock().blockNumber() == 0
    assert made.editor.verticalScrollBar().value() == 0


def test_all_of_it_fits_a_small_window_with_twice_the_text(qtbot, composer, theme):
    theme.set_text_percent(200)
    composer.resize(700, 520)
    begin(composer)
    answered(qtbot, composer, IF, DATE)

    assert composer.minimumSizeHint().width() <= 700
    assert composer.minimumSizeHint().height() <= 520
    assert composer.editor.height() >= 3 * composer.editor.fontMetrics().height()


def test_dark_colours_reach_the_marks(qtbot, composer, theme):
    started(qtbot, composer, IF)

    theme.set_scheme(Scheme.DARK)

    forms = composer._marked._highlighter._formats
    assert forms[Severity.WARNING].underlineColor() == DARK[Role.WARNING]


def test_the_composer_is_freed_on_close(qtbot, theme):
    assert is_freed(lambda: made_composer(Words()))
