"""How long replies are held: the first page of Preferences."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from ...replies.outbox.policy import HoldPolicy, OrdinaryMail, shortens, strictest
from ..outbox_words import HoldWords
from ..theme.fields import CheckBox, may_shrink
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.marks import HeatMark
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from ..theme.tokens import Role
from .hold_fields import FactorBox, LengthField
from .quiet_field import QuietField


class CoolDownPage(QWidget):
    """Shows the base, a factor for each heat, what comes of them, and from when it counts."""

    def __init__(
        self,
        wish: HoldPolicy,
        in_force: HoldPolicy,
        settled_at: datetime | None,
        now: datetime,
        words: HoldWords,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._in_force = in_force
        self._saved = wish
        self._settled_at = settled_at
        self._now = now
        self._words = words
        self._base = LengthField(wish.base, self)
        self._factors = tuple(FactorBox(factor, self) for factor in wish.factors)
        self._lengths = tuple(Label(kind=Type.STRONG, parent=self) for _ in wish.factors)
        self._now_lengths = tuple(Label(tone=Tone.MUTED, parent=self) for _ in wish.factors)
        self._sum = Label(tone=Tone.MUTED, parent=self)
        self._sends_itself = CheckBox(self.tr("Send a reply by itself when its hold ends"), self)
        self._sends_itself.setChecked(wish.send_by_itself)
        self._ordinary = QComboBox(self)
        may_shrink(self._ordinary)
        for ordinary, name in self._ordinary_names().items():
            self._ordinary.addItem(name, ordinary)
        self._ordinary.setCurrentIndex(self._ordinary.findData(wish.ordinary))
        self._own_heat = CheckBox(self.tr("Hold what I write in heat longer"), self)
        self._own_heat.setChecked(wish.own_heat)
        self._quiet = QuietField(wish.quiet, self)
        self._verdict = VerdictLine(self)
        for label in (*self._lengths, *self._now_lengths):
            label.setWordWrap(False)
        self._lay_out()
        self._base.changed.connect(self._renew)
        self._sends_itself.toggled.connect(self._renew)
        self._ordinary.currentIndexChanged.connect(self._renew)
        self._own_heat.toggled.connect(self._renew)
        self._quiet.changed.connect(self._renew)
        for factor in self._factors:
            factor.valueChanged.connect(self._renew)
        self.setFocusProxy(self._base)
        self._renew()

    def policy(self) -> HoldPolicy:
        """What the fields say; it is always within its range."""
        one, two, three, four = (
            given if abs(box.value() - given) < 0.005 else box.value()  # noqa: PLR2004 - shown digits
            for box, given in zip(self._factors, self._saved.factors, strict=True)
        )
        return HoldPolicy(
            base=self._base.length(),
            factors=(one, two, three, four),
            send_by_itself=self._sends_itself.isChecked(),
            ordinary=self._ordinary.currentData(),
            own_heat=self._own_heat.isChecked(),
            quiet=self._quiet.quiet(),
        )

    def table(self) -> str:
        """The live table in one line: "calm 30 min, annoyed 30 min, …"."""
        return self._sum.text()

    def verdict(self) -> str:
        """The sentence that says from when the setting counts."""
        return self._verdict.text()

    def _renew(self) -> None:
        policy = self.policy()
        lengths = self._words.lengths(policy)
        in_force = self._words.lengths(self._in_force)
        moods = [self._words.words.heat(heat) for heat in range(len(lengths))]
        for shown, length in zip(self._lengths, lengths, strict=True):
            shown.setText(length)
        for shown, length, before in zip(self._now_lengths, lengths, in_force, strict=True):
            text = self.tr("now {length}").format(length=before)
            shown.setText("" if length == before else text)
        self._sum.setText(", ".join(f"{m} {n}" for m, n in zip(moods, lengths, strict=True)))
        self._show_verdict(policy)

    def _show_verdict(self, policy: HoldPolicy) -> None:
        waits = (Icon.HOURGLASS, Role.COOLING)
        counts = (Icon.CHECK, Role.READY)
        if policy == self._saved and self._settled_at is not None and self._settled_at > self._now:
            sign, said = waits, self._words.counts_from(self._settled_at, self._now)
        elif shortens(policy, self._in_force):
            at = self._now + self._in_force.base
            sign, said = waits, self._words.counts_later(at, self._in_force.base, self._now)
        elif strictest([policy]) == self._in_force:
            sign, said = counts, self.tr("This is in force now.")
        else:
            sign, said = counts, self._words.counts_at_once()
        lead, _, rest = said.partition("\n")
        self._verdict.show_verdict(*sign, lead, rest)

    def _lay_out(self) -> None:
        table = QGridLayout()
        table.setHorizontalSpacing(PADDING + GAP)
        table.setVerticalSpacing(GAP)
        for heat, box in enumerate(self._factors):
            name = self._words.words.heat(heat)
            mark = HeatMark(self)
            mark.set_heat(heat, name)
            box.setAccessibleName(self.tr("Factor for a letter that is {mood}").format(mood=name))
            cells = (
                mark, Label(name, parent=self), box, self._lengths[heat], self._now_lengths[heat]
            )  # fmt: skip
            for place, cell in enumerate(cells):
                table.addWidget(cell, heat, place)
        table.setColumnStretch(4, 1)
        intro = self.tr(
            "Every reply waits before it goes out, and then you read it again. Set how long it "
            "waits: from 1 minute to 48 hours. Zero is not possible."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING, PADDING * 2, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(Label(self.tr("Cool-down"), Type.HEAD, parent=self))
        column.addWidget(Label(intro, tone=Tone.MUTED, parent=self))
        column.addWidget(
            self._caption(self.tr("Ordinary mail, and the base for complaints"), self._base)
        )
        column.addWidget(self._base)
        heading = self.tr("For a complaint: the base times, by its heat")
        column.addWidget(self._caption(heading, self._factors[0]))
        column.addLayout(table)
        column.addWidget(self._sum)
        column.addWidget(self._verdict)
        column.addWidget(self._caption(self.tr("Ordinary mail is"), self._ordinary))
        column.addWidget(self._ordinary)
        never = self.tr("Never after an angry or furious letter: those you always read again.")
        kept_here = self.tr(
            "One and a half or two times as long, when a draft had insults or capitals in it, "
            "even if you took them out again. It is noticed on this computer and told to nobody."
        )
        night = self.tr("Where the customer's own time is not known, yours counts.")
        for part, note in (
            (self._sends_itself, never),
            (self._own_heat, kept_here),
            (self._quiet, night),
        ):
            column.addWidget(part)
            column.addWidget(Label(note, Type.SMALL, Tone.MUTED, self))
        column.addStretch(1)

    def _caption(self, words: str, field: QWidget) -> Label:
        label = Label(words, Type.STRONG, parent=self)
        label.setBuddy(field)
        return label

    def _ordinary_names(self) -> dict[OrdinaryMail, str]:
        return {
            OrdinaryMail.NO_COMPLAINT: self.tr("every letter without a complaint"),
            OrdinaryMail.CALM: self.tr("calm letters without a complaint"),
            OrdinaryMail.NONE: self.tr("none: every hold goes by the heat"),
        }
