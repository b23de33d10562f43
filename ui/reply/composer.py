"""The composer: a reply is written, checked while it is written, and put into its hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...mailbox.enclosure import Enclosure
from ...replies.compose.suggestion import Suggestion
from ...replies.outbox.hold import HoldPlan
from ...replies.tone.finding import Finding, Span, ToneReport
from ...replies.tone.gatekeeping import what_blocks
from ..outbox_words import HoldWords
from ..theme.focus_ring import WIDTH
from ..theme.sizes import px
from .composer_foot import ComposerFoot
from .enclosure_row import EnclosureRow
from .finding_card import FindingKeys
from .focus_pane import FocusPane, Hairline
from .given_files import files_in
from .identity_bar import IdentityBar
from .letter_picker import LetterPicker
from .marked_editor import MarkedEditor
from .readiness import Readiness
from .reply_editor import ReplyEditor
from .reply_words import ReplyWords
from .thumbnail import Thumbnail
from .tone_gutter import ToneGutter
from .twin_pane import TwinPane

if TYPE_CHECKING:
    from ...replies.tone.stated import Stated
    from .marked_editor import Mending

CHECK_AFTER_MS: Final = 200  # PERFORMANCE section 8: behind the last key
_NARROW: Final = 540  # below this width or that height the gutter is a strip above the text
_NARROW_WITH_TWIN: Final = 860
_LOW: Final = 400
_VERY_LOW: Final = 330  # below it only what cannot be missed is said around the text
_SHEET: Final = 70  # height that the text keeps: some lines
_SHEET_OVER_FILES: Final = 48  # and where files stand under it
_GUTTER: Final = 186
_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")


class Composer(FocusPane):
    """Writes one reply. It checks, saves and sends nothing itself; it says what is wanted.

    Signals:
        text_changed: the text stands still and wants a check; answer with `set_report`.
        hold_wanted: the reply is finished and may be held; the composer is busy from then on.
        dismissed: carries the key of a finding (`dismissal_key`) and why it may stay.
        letter_taken: carries the Suggestion whose text is the reply now, None for a text of hers.
        suggestion_chosen: carries the number of the suggestion whose text is now in the editor.
        save_wanted: keep the draft as it stands.
        left: the seller turns to something else; the draft is to be kept.
        letters_wanted: she wants to choose among all letters; answer with `offer_letters`.
        attach_wanted: she wants to choose files.
        files_given: carries the paths of files that were dragged here or pasted.
        picture_given: carries the bytes of a picture that was pasted.
        removal_wanted: carries the number of an attached file.
        preview_wanted: carries the number of an attached file that she wants to look at.
        restore_wanted: the file that was taken off last is to come back.
    """

    text_changed = Signal()
    hold_wanted = Signal()
    dismissed = Signal(str, str)
    letter_taken = Signal(object)
    suggestion_chosen = Signal(int)
    save_wanted = Signal()
    left = Signal()
    letters_wanted = Signal()
    attach_wanted = Signal()
    files_given = Signal(object)
    picture_given = Signal(object)
    removal_wanted = Signal(int)
    preview_wanted = Signal(int)
    restore_wanted = Signal()

    def __init__(
        self,
        words: ReplyWords,
        hold_words: HoldWords,
        keys: FindingKeys = FindingKeys(),  # noqa: B008 - frozen
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._hold_words = hold_words
        self._words = words
        self._suggestions: Sequence[Suggestion] = ()
        self._first_body = ""
        self._readiness = Readiness()
        self._wants_hold = False
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.timeout.connect(self.text_changed)
        self.setAccessibleName(self.tr("Reply"))
        self.identity = IdentityBar(words, self)
        self._strip = ToneGutter(words, Qt.Orientation.Horizontal, self)
        self._marked = MarkedEditor(words, keys, self)
        self.twin = TwinPane(words, self)
        self._twin_line = Hairline(Qt.Orientation.Vertical, self)
        self._twin_line.hide()
        self._gutter = ToneGutter(words, Qt.Orientation.Vertical, self)
        self._side = _Side(self._gutter, self)
        self._gutter_line = Hairline(Qt.Orientation.Vertical, self)
        self._enclosures = EnclosureRow(hold_words.words, self)
        self._foot = ComposerFoot(self)
        self.setAcceptDrops(True)
        self._letters = LetterPicker(words, self)
        self._lay_out()
        self._connect()

    @property
    def words(self) -> ReplyWords:
        """What is said of findings, in the window's language."""
        return self._words

    @property
    def editor(self) -> ReplyEditor:
        """The field that the reply is written in."""
        return self._marked.editor

    def begin(
        self,
        sender_text: str,
        to_text: str,
        subject: str,
        body: str,
        suggestions: Sequence[Suggestion],
        chosen: int | None,
    ) -> None:
        """Start with a draft or a suggestion; what was written before is gone from here.

        Args:
            sender_text: who writes, as the bar shows it.
            to_text: to whom.
            subject: the subject of the letter.
            body: its text; "" for a letter that she begins herself.
            suggestions: what the picker offers, best first.
            chosen: the number of the suggestion that `body` is, None where it is none.
        """
        self._suggestions = tuple(suggestions)
        self._first_body = body
        self._renew(blockers=None)
        self.identity.show_parties(sender_text, to_text)
        self.identity.set_subject(subject)
        self._marked.start(body)
        self.identity.show_suggestions(self._suggestions, chosen)
        self.set_busy(False)
        self._check_timer.start(0)
        self.letter_taken.emit(None if chosen is None else self._suggestions[chosen])

    def show_twin(self, *, is_shown: bool) -> None:
        """Show the second language beside the text, or not."""
        self.twin.setVisible(is_shown)
        self._twin_line.setVisible(is_shown)
        self._fit()

    def set_gaps(self, gaps: re.Pattern[str]) -> None:
        """Show what this finds in the text as gaps to fill in."""
        self._marked.set_gaps(gaps)

    def show_enclosures(self, enclosures: Sequence[Enclosure]) -> None:
        """Show the files that go with the reply."""
        self._enclosures.show_files(enclosures)
        self._fit()
        self.updateGeometry()

    def thumbnail_side(self) -> int:
        """How large a thumbnail has to be, in pixels of the screen."""
        return self._enclosures.thumbnail_side()

    def without_thumbnail(self) -> tuple[Enclosure, ...]:
        """The pictures among the files whose thumbnail was not shown yet."""
        return self._enclosures.without_thumbnail()

    def show_thumbnail(self, thumbnail: Thumbnail) -> None:
        """Show a picture small, where it still goes with the reply."""
        self._enclosures.show_thumbnail(thumbnail)
        self._fit()

    @property
    def may_be_held(self) -> bool:
        """The text is checked and nothing stands in the way of its hold."""
        return self._readiness.may_be_held

    def body(self) -> str:
        """The text as it stands, LF line ends."""
        return self.editor.body()

    def subject(self) -> str:
        """The subject as it stands."""
        return self.identity.subject()

    def first_body(self) -> str:
        """The text as it was first suggested, or when she first called it finished."""
        return self._first_body or self.body()

    def set_report(
        self,
        report: ToneReport,
        dismissals: Mapping[str, str],
        of_body: str | None = None,
        facts: Sequence[Stated] = (),
    ) -> None:
        """Show what the check says of the text that `body` gave at `text_changed`.

        A report on an older text is left out: the next one is on its way.

        Args:
            report: what was found.
            dismissals: reasons by `dismissal_key`.
            of_body: the text that was checked; given, no late report is ever taken for a new one.
            facts: what the text states of the order.
        """
        if self._check_timer.isActive() or of_body not in (None, self.body()):
            return
        self._renew(is_checked=True, blockers=what_blocks(report, dismissals))
        self._marked.show_report(report, dismissals)
        self._marked.facts.show(self.body(), facts)
        for lights in (self._gutter, self._strip):
            lights.show_report(self.body(), report, dismissals)
            lights.show_facts(facts)
        if self._wants_hold:
            self.hold()

    def set_mending(self, mending: Mending | None) -> None:
        """Ask this for the repairs of a finding when its card is shown."""
        self._marked.set_mending(mending)

    def set_plan(self, plan: HoldPlan | None, words: str, now: datetime) -> None:
        """Show what the hold would be if it began now.

        Args:
            plan: None where the reply can't be held at all; then `words` say why.
            words: a line to stand in bold, and after a line end the rest (`HoldWords.plan`).
            now: UTC.
        """
        if plan is not None:
            self._foot.name_button(self._hold_words.button(plan, now))
        for lights in (self._gutter, self._strip):
            lights.set_needs_apology(plan is None or plan.heat is not None)
        own_heat = plan.own_heat if plan is not None else 0
        self._foot.show_own_heat(own_heat, self._words.own_heat(own_heat))
        self._renew(plan=plan, plan_words=words)

    def set_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Let nothing be changed while the reply is being put into its hold, or let go again."""
        self._wants_hold = False
        self.editor.setReadOnly(is_busy)
        self.identity.set_read_only(is_busy)
        self._enclosures.set_read_only(is_busy)
        self._renew(is_busy=is_busy)

    @property
    def shows_finding(self) -> bool:
        """The card of a finding is open."""
        return self._marked.current is not None

    def lead_to(self, start: int, end: int) -> None:
        """Select a stretch, in UTF-16 units, and give the text the keyboard."""
        self._marked.close_card()
        self.editor.select(start, end)
        self.editor.setFocus()

    def show_finding(self, finding: Finding) -> None:
        """Lead to a finding of the last check, and show its card."""
        self._marked.show_finding(finding)

    def show_place(self, span: Span) -> None:
        """Select a stretch of the text."""
        self._marked.show_place(span)

    def next_finding(self) -> None:
        """Lead to the next finding."""
        self._marked.next_finding()

    def previous_finding(self) -> None:
        """Lead to the finding before."""
        self._marked.previous_finding()

    def apply_repair(self) -> None:
        """Put the repair of the shown finding in."""
        if not self._readiness.is_busy:
            self._marked.apply_repair()

    def dismiss_finding(self) -> None:
        """Ask why the shown finding may stay."""
        self._marked.dismiss_finding()

    def check_now(self) -> None:
        """Want a check at once; what the last one said counts no more."""
        self._check_timer.stop()
        self._renew(is_checked=False)
        self.text_changed.emit()

    def choose_suggestion(self, number: int) -> None:
        """Put a suggestion in place of the text; Ctrl+Z brings the old text back."""
        suggestion = self._suggestions[number]
        self._first_body = suggestion.body
        self.editor.replace_all(suggestion.body)
        self.identity.set_subject(suggestion.subject)
        self.identity.show_suggestions(self._suggestions, number)
        self.editor.setFocus()
        self.suggestion_chosen.emit(number)
        self.letter_taken.emit(suggestion)
        self.check_now()

    def offer_anew(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer these from now on; the text stays as it is."""
        self._suggestions = tuple(suggestions)
        bodies = [suggestion.body for suggestion in self._suggestions]
        body = self.body()
        chosen = bodies.index(body) if body in bodies else None
        self.identity.show_suggestions(self._suggestions, chosen)

    def offer_letters(self, letters: Sequence[Suggestion]) -> None:
        """Open a list of letters; the chosen one is put in where the cursor stands."""
        if not self._readiness.is_busy:
            self._letters.open_at(letters, self.editor)

    def put_block(self, text: str) -> None:
        """Put paragraphs in where the cursor stands."""
        self.editor.put_block(text)
        self.check_now()

    def _on_letter_chosen(self, letter: Suggestion) -> None:
        if not self.body().strip():
            self._first_body = letter.body
            self.identity.set_subject(self.subject() or letter.subject)
            self.letter_taken.emit(letter)
        self.put_block(letter.body)

    def take_text(self, body: str) -> None:
        """Put another text in place of the whole one; Ctrl+Z brings that back."""
        self._marked.close_card()
        self.editor.replace_all(body)
        self.check_now()

    def hold(self) -> None:
        """Put the reply into its hold, or lead to what must be mended first."""
        if self._readiness.is_busy:
            return
        self._first_body = self._first_body or self.body()
        if not self._readiness.is_checked:
            self._wants_hold = True
            self.check_now()
            return
        self._wants_hold = False
        if self._readiness.may_be_held:
            self.set_busy(True)
            self.hold_wanted.emit()
        elif self._readiness.blockers:
            self._marked.show_finding(self._readiness.blockers[0])
        else:
            self.editor.setFocus()

    def leave(self) -> None:
        """Close the card where one is open, else leave the reply and keep its draft."""
        if self._marked.current is not None:
            self._marked.close_card()
            return
        self.save_wanted.emit()
        self.left.emit()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        width = max(self.width(), hint.width())
        least = self._column.totalMinimumHeightForWidth(width)
        if not self._enclosures.isHidden():  # the column forgets how many lines the lights have
            least = self.identity.minimumSizeHint().height() + self._foot.sizeHint().height()
            least += self._marked.minimumHeight() + self._enclosures.height() + 4 * WIDTH
            least += 0 if self._strip.isHidden() else self._strip.heightForWidth(width)
        hint.setHeight(max(hint.height(), least))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._allow_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._allow_drop(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self._allow_drop(event):
            self.files_given.emit(files_in(event.mimeData()))

    def _allow_drop(self, event: QDropEvent) -> bool:
        """Take files, always as copies: a file manager would delete what was moved here."""
        if self._readiness.is_busy or not files_in(event.mimeData()):
            event.ignore()
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _fit(self) -> None:
        has_twin = not self.twin.isHidden()
        narrow = _NARROW_WITH_TWIN if has_twin else _NARROW
        is_narrow = self.width() < px(self, narrow) or self.height() < px(self, _LOW)
        self._strip.setVisible(is_narrow)
        for part in (self._side, self._gutter_line):
            part.setVisible(not is_narrow)
        self._side.setFixedWidth(px(self, _GUTTER))
        has_files = not self._enclosures.isHidden()
        self._marked.setMinimumHeight(px(self, _SHEET_OVER_FILES if has_files else _SHEET))
        is_compact = self.height() < px(self, _VERY_LOW)
        is_low = self.height() < px(self, _LOW)
        self._enclosures.set_compact(is_low)
        self._strip.set_facts_compact(is_low)
        self.identity.set_compact(is_compact)
        self._strip.set_compact(is_compact)
        self._foot.set_compact(is_compact)

    def _renew(self, **changes: object) -> None:
        self._readiness = replace(self._readiness, **changes)  # type: ignore[arg-type]
        lead, rest = self._readiness.said(self._words, self._hold_words)
        self._foot.show_plan(lead, rest, is_allowed=self._readiness.looks_ready)

    def _on_text_edited(self) -> None:
        body = self.body()
        self._wants_hold = False
        self._renew(is_checked=False, is_written=bool(body.strip()))
        count = sum(1 for _ in _WORD.finditer(body))
        for lights in (self._gutter, self._strip):
            lights.show_length(count)
        self._check_timer.start(CHECK_AFTER_MS)

    def _on_fact_wanted(self, is_known: bool) -> None:  # noqa: FBT001 - a signal's
        self._marked.close_card()
        self._marked.facts.lead(is_known=is_known)

    def _connect(self) -> None:
        self.watch(self.editor)
        self.editor.text_edited.connect(self._on_text_edited)
        self._marked.dismissed.connect(self.dismissed)
        self._marked.repaired.connect(self.check_now)
        for lights in (self._gutter, self._strip):
            lights.place_wanted.connect(self._marked.show_place)
            lights.severity_wanted.connect(self._marked.show_first)
            lights.fact_wanted.connect(self._on_fact_wanted)
        self.identity.suggestion_wanted.connect(self.choose_suggestion)
        self.identity.leave_wanted.connect(self.leave)
        self.editor.slash_typed.connect(self.letters_wanted)
        self._letters.chosen.connect(self._on_letter_chosen)
        self._foot.pressed.connect(self.hold)
        self.identity.attach_wanted.connect(self.attach_wanted)
        self.editor.files_given.connect(self.files_given)
        self.editor.picture_given.connect(self.picture_given)
        self._enclosures.removal_wanted.connect(self.removal_wanted)
        self._enclosures.preview_wanted.connect(self.preview_wanted)
        self._enclosures.restore_wanted.connect(self.restore_wanted)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._marked, stretch=1)
        middle.addWidget(self._twin_line)
        middle.addWidget(self.twin, stretch=1)
        middle.addWidget(self._gutter_line)
        middle.addWidget(self._side)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(WIDTH, WIDTH, WIDTH, WIDTH)
        column.setSpacing(0)
        column.addWidget(self.identity)
        column.addWidget(Hairline(parent=self))
        column.addWidget(self._strip)
        column.addLayout(middle, stretch=1)
        column.addWidget(self._enclosures)
        column.addWidget(Hairline(parent=self))
        column.addWidget(self._foot)


class _Side(QScrollArea):
    """Lets the lights scroll where the window is low."""

    def __init__(self, lights: ToneGutter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(lights)
        for ground in (lights, self.viewport()):
            ground.setAutoFillBackground(False)
