"""What the letter has and what it lacks: the three R's, the findings, the length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...replies.tone.finding import Apology, Severity, Span, ToneReport
from ...replies.tone.gatekeeping import is_dismissed
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import Label, Sign
from ..theme.marks import CheckDisc
from ..theme.sheet import Tone, dress
from ..theme.sizes import GAP, ICON, PADDING, TARGET, Type
from ..theme.tokens import Role
from .focus_pane import Hairline
from .reply_words import LONG_LETTER, ReplyWords
from .severity_sign import SEVERITY_TONES, FactSign, SeveritySign

if TYPE_CHECKING:
    from ...replies.tone.stated import Stated

_QUOTED_LETTERS: Final = 48  # of the sentence that earned an R


class ToneGutter(QWidget):
    """The lights beside the editor, or in a strip above it.

    Signals:
        place_wanted: carries the Span of a sentence that was pressed.
        severity_wanted: carries the Severity whose count was pressed.
        fact_wanted: carries whether the facts are known to the order whose count was pressed.
    """

    place_wanted = Signal(object)
    severity_wanted = Signal(object)
    fact_wanted = Signal(bool)

    def __init__(
        self, words: ReplyWords, orientation: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        is_strip = orientation is Qt.Orientation.Horizontal
        names = {
            "regret": self.tr("Regret"),
            "responsibility": self.tr("Responsibility"),
            "remedy": self.tr("Remedy"),
        }
        self._lights = {
            field.name: _Light(names[field.name], is_strip=is_strip, parent=self)
            for field in fields(Apology)
        }
        self._counts = {
            severity: _Count(
                partial(SeveritySign, severity),
                SEVERITY_TONES[severity],
                is_strip=is_strip,
                parent=self,
            )
            for severity in Severity
        }
        self._facts = {
            is_known: _Count(
                partial(FactSign, is_known=is_known), Tone.MUTED, is_strip=is_strip, parent=self
            )
            for is_known in (True, False)
        }
        self._calm = _Remark(Icon.CHECK, Role.READY, is_strip=is_strip, parent=self)
        self._calm.set_text(words.nothing())
        self._aside = _Remark(Icon.EYE_CROSSED, Role.MUTED, is_strip=is_strip, parent=self)
        self._length = _Remark(Icon.PAGE, Role.MUTED, is_strip=is_strip, parent=self)
        for light in self._lights.values():
            light.place_wanted.connect(self.place_wanted)
        for severity, count in self._counts.items():
            count.wanted.connect(partial(self.severity_wanted.emit, severity))
        for is_known, count in self._facts.items():
            count.wanted.connect(partial(self.fact_wanted.emit, is_known))
        line = () if is_strip else (Hairline(parent=self),)
        self._apology = (*self._lights.values(), *line)
        facts = self._facts.values()
        counts = (*self._counts.values(), self._calm, self._aside, *facts, self._length)
        self._fill(_flow(self) if is_strip else _column(self), (*self._apology, *counts))
        for part in (*self._counts.values(), *facts, self._calm, self._aside):
            part.hide()
        self.show_length(0)

    def show_report(self, text: str, report: ToneReport, dismissals: Mapping[str, str]) -> None:
        """Show what the check says of this text."""
        for name, light in self._lights.items():
            span: Span | None = getattr(report.apology, name)
            light.show_sentence(text, span)
        aside = [f for f in report.findings if is_dismissed(f, report, dismissals)]
        standing = Counter(f.severity for f in report.findings)
        standing.subtract(f.severity for f in aside)
        for severity, count in self._counts.items():
            count.show_count(self._words.count(severity, standing[severity]), standing[severity])
        self._calm.setVisible(not (standing[Severity.ERROR] or standing[Severity.WARNING]))
        self._aside.set_text(self._words.set_aside(len(aside)))
        self._aside.setVisible(bool(aside))

    def show_facts(self, facts: Sequence[Stated]) -> None:
        """Show how many facts of the letter the order says too, and how many it does not say."""
        found = Counter(one.is_known for one in facts)
        for is_known, count in self._facts.items():
            said = self._words.facts(found[is_known], is_known=is_known)
            count.show_count(said, found[is_known])

    def show_length(self, count: int) -> None:
        """Show how many words the letter has."""
        self._length.set_text(self._words.length(count))
        self._length.set_tone(Tone.WARNING if count > LONG_LETTER else Tone.MUTED)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show the signs of a strip without all their words, where the window is low."""
        for light in self._lights.values():
            light.set_name_shown(not is_compact)
        for count in self._counts.values():
            count.set_compact(is_compact)
        self._length.setVisible(not is_compact)

    def set_facts_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show how many facts there are without words, which would take a line from the text."""
        for count in self._facts.values():
            count.set_compact(is_compact)

    def set_needs_apology(self, is_needed: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show the three R's, or not where the letter answers no complaint."""
        for part in self._apology:
            part.setVisible(is_needed)

    def light(self, name: str) -> CheckDisc:
        """The disc of "regret", "responsibility" or "remedy"."""
        return self._lights[name].disc

    def _fill(self, layout: QLayout, parts: tuple[QWidget, ...]) -> None:
        for part in parts:
            layout.addWidget(part)
        if isinstance(layout, QVBoxLayout):
            layout.addStretch(1)


class _Pressable(QAbstractButton):
    """A button that is made of its own children."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The children paint themselves."""


class _Light(_Pressable):
    place_wanted = Signal(object)

    def __init__(self, name: str, *, is_strip: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(name)
        self._span: Span | None = None
        self.disc = CheckDisc(self)
        self._name = Label(name, Type.STRONG, parent=self)
        self._sentence = Label("", Type.SMALL, Tone.MUTED, self)
        self._name.setWordWrap(not is_strip)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.disc, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._name, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        if is_strip:
            self._sentence.hide()
        else:
            grid.addWidget(self._sentence, 1, 1)
            self._sentence.setMinimumWidth(1)  # a long number in it is cut, and nothing else
        grid.setColumnStretch(1, 1)
        _let_through(self.disc, self._name, self._sentence)
        self.clicked.connect(self._on_clicked)
        self.show_sentence("", None)

    def show_sentence(self, text: str, span: Span | None) -> None:
        self._span = span
        said = self.tr("not yet")
        if span is not None:
            said = self.tr("“{text}”").format(text=_shortened(text[span.start : span.end]))
        self._sentence.setText(said)
        self.setEnabled(span is not None)
        self.setAccessibleName(f"{self.text()}: {said}")
        self.disc.set_earned(span is not None, self.accessibleName())
        dress(self._name, tone=Tone.TEXT if span else Tone.MUTED)

    def set_name_shown(self, is_shown: bool) -> None:  # noqa: FBT001 - as Qt's setters
        self._name.setVisible(is_shown)
        self.setToolTip("" if is_shown else self.text())

    def _on_clicked(self) -> None:
        if self._span is not None:
            self.place_wanted.emit(self._span)


class _Count(_Pressable):
    wanted = Signal()

    def __init__(
        self,
        made_sign: Callable[[QWidget], QWidget],
        tone: Tone,
        *,
        is_strip: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.clicked.connect(self.wanted)
        sign = made_sign(self)
        self._is_compact = False
        self._count = 0
        self._said = Label("", Type.BODY, tone, self)
        self._said.setWordWrap(not is_strip)
        _row(self, sign, self._said)
        _let_through(sign, self._said)

    def show_count(self, said: str, count: int) -> None:
        self._count = count
        self.setAccessibleName(said)
        self.setVisible(bool(count))
        self._show()

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        self._is_compact = is_compact
        self._show()

    def _show(self) -> None:
        said = self.accessibleName()
        self._said.setText(str(self._count) if self._is_compact else said)
        self.setToolTip(said if self._is_compact else "")


class _Remark(QWidget):
    def __init__(self, icon: Icon, role: Role, *, is_strip: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._said = Label("", Type.BODY, Tone.MUTED, self)
        self._said.setWordWrap(not is_strip)
        _row(self, Sign(icon, role, parent=self), self._said)

    def set_text(self, said: str) -> None:
        self._said.setText(said)

    def set_tone(self, tone: Tone) -> None:
        dress(self._said, tone=tone)


def _row(host: QWidget, sign: QWidget, said: Label) -> None:
    row = QHBoxLayout(host)
    beside = (TARGET - ICON) // 2  # a sign alone is lower than what can be clicked has to be
    row.setContentsMargins(0, beside, 0, beside)
    row.setSpacing(GAP)
    row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, stretch=1)


def _column(host: QWidget) -> QLayout:
    column = QVBoxLayout(host)
    column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
    column.setSpacing(PADDING - 2)
    return column


def _flow(host: QWidget) -> QLayout:
    strip = QVBoxLayout(host)
    strip.setContentsMargins(0, 0, 0, 0)
    strip.setSpacing(0)
    flow = FlowLayout(gap=PADDING + 4, line_gap=GAP // 2)
    margins = QHBoxLayout()
    margins.setContentsMargins(PADDING, GAP // 2, PADDING, GAP // 2)
    margins.addLayout(flow)
    strip.addLayout(margins)
    strip.addWidget(Hairline(parent=host))
    return flow


def _let_through(*parts: QWidget) -> None:
    for part in parts:
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _shortened(sentence: str) -> str:
    line = " ".join(sentence.split())
    if len(line) > _QUOTED_LETTERS:
        line = line[:_QUOTED_LETTERS].rsplit(" ", 1)[0] + "…"
    return line
