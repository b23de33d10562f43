"""The template window at work: the folder, the letter of the preview, and the tone check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...mailbox.store.accounts import load_accounts
from ...replies.errors import NoSuchRecordError, ReplyError
from ...replies.inbox import Matter, Shelf
from ...replies.inbox_store import load_matter, rows
from ..engine import Engine
from ..languages import said, spoken
from ..vocabulary import Vocabulary

if TYPE_CHECKING:
    from ...replies.compose.facts import Situation
    from ...replies.compose.own_templates import OwnTemplate
    from ...replies.tone.context import CheckContext
    from ...replies.tone.finding import ToneReport
    from .template_dialog import TemplateDialog

_CHECK: Final = "check template"


def _checked(text: str, context: CheckContext) -> tuple[str, ToneReport]:
    from ...replies import answering

    return text, answering.review(text, context)


class TemplateDesk(QObject):
    """Opens the template window and does what is wished there.

    Signals:
        said: carries a short line on what was done.
    """

    said = Signal(str)

    def __init__(
        self,
        engine: Engine,
        vocabulary: Vocabulary,
        shown_matter: Callable[[], Matter | None],
        window: QWidget,
    ) -> None:
        """Join it to the window.

        Args:
            engine: the store and the folder of templates.
            vocabulary: the words of the window.
            shown_matter: gives the letter that is read now.
            window: over which the templates are shown.
        """
        super().__init__(window)
        self._engine = engine
        self._vocabulary = vocabulary
        self._shown_matter = shown_matter
        self._window = window
        self._dialog: TemplateDialog | None = None
        self._situation: Situation | None = None
        self._context: CheckContext | None = None
        self._previewed = ""  # with the blanks that a field of Qt does not give back
        engine.background.finished.connect(self._on_finished)

    def open(self) -> None:
        """Show the window, with the letter that is read as the case of the preview."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        from .template_dialog import TemplateDialog

        words = self._vocabulary
        dialog = TemplateDialog(words.words, words.facts, self._name_of_ours, self._window)
        dialog.preview_wanted.connect(self._preview)
        dialog.save_wanted.connect(self._save)
        dialog.delete_wanted.connect(self._delete)
        dialog.import_wanted.connect(self._bring_in)
        dialog.export_wanted.connect(self._export)
        dialog.language_chosen.connect(self._show_names)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        language = self._take_case(dialog)
        dialog.set_templates(self._engine.templates.load(), language)
        self._show_names(dialog.language())
        if problems := self._engine.templates.problems():
            dialog.show_problem("\n".join(spoken(problem) for problem in problems))
        dialog.open()

    def _take_case(self, dialog: TemplateDialog) -> str:
        """Make a real letter the case of the preview; returns the language to begin with."""
        from ...replies import answering, suggesting
        from ...replies.compose.own_templates import template_languages

        matter = self._matter()
        if matter is None:
            dialog.set_case(self.tr("No letter is there yet; facts are shown once there is one."))
            self._situation = self._context = None
            return self._vocabulary.language
        now = self._engine.outbox.clock.read().wall
        preferences = self._engine.preferences
        inputs = suggesting.inputs_of(matter, preferences, now.astimezone())
        self._situation = inputs.situation
        names: tuple[str, ...] = (preferences.shop_name, preferences.seller_name)
        with suppress(ReplyError):  # its account was removed
            names += answering.own_names(matter, load_accounts(self._engine.reader))
        private = answering.private_data(self._engine.reader, matter.order)
        self._context = answering.check_context(matter, now, private, names)
        text = self.tr("For the letter of {name}:")
        name = self._vocabulary.words.name(matter.letter.message.sender)
        dialog.set_case(text.format(name=name))
        return inputs.language if inputs.language in template_languages() else "en"

    def _matter(self) -> Matter | None:
        """The letter that is read, else the first one that wants an answer, else the newest."""
        if (shown := self._shown_matter()) is not None:
            return shown
        db, now = self._engine.reader, self._engine.profile.clock.read().wall
        for shelf in (Shelf.NEEDS_ANSWER, Shelf.ALL):
            for row in rows(db, shelf, now, 1):
                try:
                    return load_matter(db, row.conversation_id)
                except NoSuchRecordError:
                    continue
        return None

    def _preview(self, own: OwnTemplate) -> None:
        from dataclasses import replace

        from ...replies.compose.template_preview import preview

        if self._dialog is None:
            return
        result = preview(own, self._situation, self._vocabulary.facts.gaps())
        self._dialog.show_preview(result)
        self._previewed = result.text
        if result.text and self._context is not None:
            context = replace(self._context, language=own.language)
            self._engine.background.start(_CHECK, partial(_checked, result.text, context))

    def _show_names(self, language: str) -> None:
        from ...replies.compose.template_preview import allowed_names

        if self._dialog is not None:
            self._dialog.set_names(allowed_names(language, self._situation))

    def _save(self, own: OwnTemplate) -> None:
        try:
            kept = self._engine.templates.save(own)
        except (ReplyError, OSError) as error:
            self._show_problem(error)
            return
        self._renew(own.id, kept.language, self.tr("Kept. It is offered from now on."))

    def _delete(self, id_: str) -> None:
        try:
            self._engine.templates.delete(id_)
        except OSError as error:
            self._show_problem(error)
            return
        if self._dialog is not None:
            self._renew(id_, self._dialog.language(), self.tr("It is gone; ours count."))

    def _bring_in(self, paths: Sequence[Path]) -> None:
        problems = []
        kept: OwnTemplate | None = None
        for path in paths:
            try:
                kept = self._engine.templates.bring_in(path)
            except (ReplyError, OSError) as error:
                problems.append(f"{path.name}: {said(error)}")
        if kept is not None:
            self._renew(kept.id, kept.language, self.tr("Imported."))
        if problems and self._dialog is not None:
            self._dialog.show_problem("\n".join(problems))

    def _export(self, own: OwnTemplate, path: Path) -> None:
        try:
            self._engine.templates.write(own, path)
        except OSError as error:
            self._show_problem(error)
            return
        if self._dialog is not None:
            self._dialog.show_done(self.tr("Written to {file}.").format(file=path.name))

    def _renew(self, id_: str, language: str, done: str) -> None:
        """Show what the folder holds now, one of it in the editor, and say what was done."""
        if self._dialog is not None:
            self._dialog.forget_changes(id_)
            self._dialog.set_templates(self._engine.templates.load(), language, id_)
            self._dialog.show_done(done)
        self.said.emit(done)

    def _show_problem(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.show_problem(said(error))

    def _name_of_ours(self, template: str) -> str:
        return _names_of_ours(self._vocabulary)[template]

    def _on_finished(self, name: str, result: object) -> None:
        if name != _CHECK or self._dialog is None or not isinstance(result, tuple):
            return
        text, report = result
        if text == self._previewed:
            titles = [self._vocabulary.reply.title(finding) for finding in report.findings]
            found = "; ".join(dict.fromkeys(titles)) or self._vocabulary.reply.nothing()
            self._dialog.show_tone(self.tr("Tone: {findings}").format(findings=found))

    def _on_closed(self) -> None:
        self._dialog = None


@cache
def _names_of_ours(vocabulary: Vocabulary) -> dict[str, str]:
    """What each template of ours is called: for which letters, and what it offers."""
    from ...replies.cases.case import CaseKind
    from ...replies.compose.catalogue import catalogue

    shelf = catalogue()
    names: dict[str, str] = {}
    for entry in (*shelf.entries, shelf.holding_complaint, shelf.holding_ordinary):
        kind = next((kind for kind in CaseKind if kind in entry.kinds), CaseKind.OTHER)
        offer = vocabulary.reply.offer(entry.remedy)
        name = f"{vocabulary.words.kind(kind)}: {offer}"
        names.setdefault(entry.template, name[:1].upper() + name[1:])
    told: Counter[str] = Counter()
    for template, name in names.items():
        told[name] += 1
        names[template] = f"{name} ({told[name]})" if told[name] > 1 else name
    return names
