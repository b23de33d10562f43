"""The template window: her templates and ours, an editor, and what comes of it for a letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from ...replies.compose.own_templates import (
    FILE_SUFFIX,
    OwnTemplate,
    OwnTemplates,
    free_id,
    our_templates,
    wording_id,
)
from ...replies.compose.template import source_of
from ...replies.compose.template_preview import AllowedName, Preview
from ..file_places import usual_folder
from ..languages import said
from ..reply.gaps import gaps_of
from ..theme.icons import Icon
from ..theme.sheet import Ground, dress
from ..theme.sizes import PADDING, window_size
from ..theme.tokens import Role
from ..words import Words
from .fact_words import FactWords
from .template_models import Row
from .template_parts import TemplateParts

_SIZE: Final = (1000, 660)
_PREVIEW_AFTER_MS: Final = 150


class TemplateDialog(QDialog):
    """Shows and edits templates; it keeps, deletes and fills none itself.

    Signals:
        preview_wanted: carries the OwnTemplate as it is written now.
        save_wanted: carries the OwnTemplate to keep.
        delete_wanted: carries the id of one that is to go; of ours, our words come back.
        import_wanted: carries the paths of files.
        export_wanted: carries an OwnTemplate and the path of a file.
        language_chosen: another language is shown; it wants its allowed names.
    """

    preview_wanted = Signal(object)
    save_wanted = Signal(object)
    delete_wanted = Signal(str)
    import_wanted = Signal(object)
    export_wanted = Signal(object, object)
    language_chosen = Signal(str)

    def __init__(
        self,
        words: Words,
        fact_words: FactWords,
        name_of_ours: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Lay it out, still without templates.

        Args:
            words: for the kinds of letters.
            fact_words: for the list of allowed names.
            name_of_ours: what a template of ours is called in the window's language.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Templates"))
        self._name_of_ours = name_of_ours
        self._own = OwnTemplates()
        self._shown: OwnTemplate | None = None
        self._changed: dict[str, OwnTemplate] = {}
        self._has_warned = False
        self._fact_words = fact_words
        self.parts = TemplateParts(words, fact_words, self._name, self)
        self.parts.preview.set_gaps(gaps_of(frozenset(fact_words.gaps().values())))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PREVIEW_AFTER_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.addWidget(self.parts)
        dress(self, ground=Ground.WINDOW)
        self._connect()
        self.resize(window_size(self, *_SIZE))

    def set_templates(self, own: OwnTemplates, language: str, id_: str = "") -> None:
        """Show the templates of a language, one of them in the editor."""
        self._own = own
        self.parts.language_list.setCurrentIndex(
            max(self.parts.language_list.findData(language), 0)
        )
        self._fill_list(id_ or (self._shown.id if self._shown else ""))

    def forget_changes(self, id_: str) -> None:
        """What was written of one is kept now, or not wanted."""
        self._changed.pop(id_, None)
        self._has_warned = False

    def language(self) -> str:
        """The language that is shown."""
        return str(self.parts.language_list.currentData())

    def template(self) -> OwnTemplate | None:
        """The shown template as it is written now."""
        shown = self._shown
        if shown is None:
            return None
        name = shown.name if shown.replaces else self.parts.name_field.text()
        kinds = shown.kinds if shown.replaces else self.parts.kinds_button.kinds()
        return replace(shown, name=name, text=self.parts.editor.toPlainText(), kinds=kinds)

    def set_names(self, names: Sequence[AllowedName]) -> None:
        """Show what may stand in a template."""
        self.parts.names_model.set_names(names)

    def set_case(self, text: str) -> None:
        """Say for which letter the preview is."""
        self.parts.case_label.setText(text)

    def show_preview(self, preview: Preview) -> None:
        """Show what comes of the template, or what is wrong with it and where."""
        problem = preview.problem
        self.parts.editor.mark(problem.line if problem else 0, problem.column if problem else 0)
        if problem is not None:
            self.show_problem(said(problem))
            self.parts.preview.setPlainText("")
        else:
            self.parts.verdict.hide()
            if preview.gaps:
                names = ", ".join(self._fact_words.meaning(name) for name in preview.gaps)
                text = self.tr("Not known for this letter, to be filled in: {facts}.")
                self.show_hint(text.format(facts=names))
            if preview.missing:
                meaning = self._fact_words.meaning(preview.missing)
                text = self.tr(
                    "For this letter one fact is not known, so it is not offered: {fact}."
                )
                self.parts.preview.setPlainText(text.format(fact=meaning))
            else:
                self.parts.preview.setPlainText(preview.text)
        self.parts.tone_label.setText("")
        self.parts.save_button.set_allowed(problem is None, said(problem) if problem else "")

    def show_tone(self, text: str) -> None:
        """Say what the tone check finds in the preview."""
        self.parts.tone_label.setText(text)

    def show_problem(self, text: str) -> None:
        """Say what is wrong, under the editor."""
        self.parts.verdict.show_verdict(Icon.WARNING, Role.ERROR, "", text)
        self.parts.verdict.show()

    def show_hint(self, text: str) -> None:
        """Say what is to be known of it, under the editor."""
        self.parts.verdict.show_verdict(Icon.INFO, Role.WARNING, "", text)
        self.parts.verdict.show()

    def show_done(self, text: str) -> None:
        """Say what was done, under the editor."""
        self.parts.verdict.show_verdict(Icon.CHECK, Role.READY, "", text)
        self.parts.verdict.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def reject(self) -> None:
        if self._may_close():
            super().reject()

    def _may_close(self) -> bool:
        """Close at the second wish where something is not kept yet."""
        if not self._changed or self._has_warned:
            return True
        self._has_warned = True
        names = ", ".join(self._name(own) for own in self._changed.values())
        text = self.tr("Not kept yet: {names}. Keep it, or close once more to forget the changes.")
        self.show_problem(text.format(names=names))
        return False

    def _connect(self) -> None:
        self.parts.language_list.currentIndexChanged.connect(self._on_language_changed)
        self.parts.list.selectionModel().currentChanged.connect(self._on_selected)
        self.parts.editor.textChanged.connect(self._on_edited)
        self.parts.name_field.textEdited.connect(self._on_edited)
        self.parts.kinds_button.kinds_changed.connect(self._on_edited)
        self.parts.names_field.textChanged.connect(self.parts.names_model.search)
        self.parts.names.activated.connect(self._insert)
        self._pause.timeout.connect(self._want_preview)
        self.parts.new_button.clicked.connect(self._on_new)
        self.parts.import_button.clicked.connect(self._on_import)
        self.parts.export_button.clicked.connect(self._on_export)
        self.parts.restore_button.clicked.connect(self._on_delete)
        self.parts.delete_button.clicked.connect(self._on_delete)
        self.parts.close_button.clicked.connect(self.reject)
        self.parts.save_button.confirmed.connect(self._on_save)
        self.parts.save_button.refused.connect(self.parts.editor.go_to_mark)

    def _fill_list(self, id_: str) -> None:
        language = self.language()
        kept = {one.id for one in self._own.templates}
        hers = [*self._own.letters(language)]
        hers += [o for o in self._changed.values() if self._is_new(o, language, kept)]
        rows = [Row(self._changed.get(o.id, o), o.id in kept, o.id in self._changed) for o in hers]
        for template in our_templates(language):
            ours_id = wording_id(template, language)
            wording = self._own.wording_of(template, language)
            own = self._changed.get(ours_id) or wording or self._ours(template, language)
            rows.append(Row(own, wording is not None, ours_id in self._changed))
        self._shown = None
        self.parts.list_model.set_rows(rows)
        self.parts.list.setCurrentIndex(
            self.parts.list_model.index(self.parts.list_model.place_of(id_))
        )

    @staticmethod
    def _is_new(own: OwnTemplate, language: str, kept: set[str]) -> bool:
        return own.language == language and not own.replaces and own.id not in kept

    @staticmethod
    def _ours(template: str, language: str) -> OwnTemplate:
        text = source_of(template, language).rstrip("\n")
        id_ = wording_id(template, language)
        return OwnTemplate(id_, template, language, text, replaces=template)

    def _name(self, own: OwnTemplate) -> str:
        return self._name_of_ours(own.replaces) if own.replaces else own.name

    def _on_language_changed(self) -> None:
        self.language_chosen.emit(self.language())
        self._fill_list("")

    def _on_selected(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self.parts.list_model.row(index.row())
        own = row.own
        self._shown = None  # what is filled in now is no edit
        self.parts.name_field.setText(self._name(own))
        self.parts.name_field.setReadOnly(bool(own.replaces))
        self.parts.kinds_button.set_kinds(own.kinds)
        self.parts.kinds_button.setVisible(not own.replaces)
        self.parts.editor.setPlainText(own.text)
        self._shown = own
        self._show_buttons(row)
        self._want_preview()

    def _show_buttons(self, row: Row) -> None:
        is_ours = bool(row.own.replaces)
        self.parts.restore_button.setVisible(is_ours)
        self.parts.restore_button.setEnabled(row.is_kept or row.is_changed)
        self.parts.delete_button.setVisible(not is_ours)

    def _on_edited(self) -> None:
        own = self.template()
        if own is None:
            return
        is_kept = own in (*self._own.templates, self._unchanged(own))
        if is_kept:
            self._changed.pop(own.id, None)
        else:
            self._changed[own.id] = own
        self._has_warned = False
        self.parts.list_model.mark_changed(own, is_changed=not is_kept)
        self._show_buttons(self.parts.list_model.row(self.parts.list.currentIndex().row()))
        self._pause.start()

    def _unchanged(self, own: OwnTemplate) -> OwnTemplate | None:
        """Ours as it is, where she has no wording of her own."""
        if not own.replaces or self._own.wording_of(own.replaces, own.language):
            return None
        return self._ours(own.replaces, own.language)

    def _want_preview(self) -> None:
        own = self.template()
        if own is not None:
            self.preview_wanted.emit(own)

    def _insert(self, index: QModelIndex) -> None:
        self.parts.editor.insertPlainText(self.parts.names_model.name_at(index.row()).written)
        self.parts.editor.setFocus()

    def _on_new(self) -> None:
        own = OwnTemplates((*self._own.templates, *self._changed.values()))
        language = self.language()
        begin = (
            '{% include "parts/greeting.txt.j2" %}\n\n\n\n{% include "parts/sign_off.txt.j2" %}'
        )
        fresh = OwnTemplate(free_id(own), self.tr("New template"), language, begin)
        self._changed[fresh.id] = fresh
        self._fill_list(fresh.id)
        self.parts.name_field.setFocus()
        self.parts.name_field.selectAll()

    def _on_save(self) -> None:
        own = self.template()
        if own is not None:
            self.save_wanted.emit(own)

    def _on_delete(self) -> None:
        if self._shown is not None:
            self.forget_changes(self._shown.id)
            self.delete_wanted.emit(self._shown.id)

    def _on_import(self) -> None:
        dialog = self._file_dialog(self.tr("Import templates"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.open()

    def _on_files_chosen(self, names: Sequence[str]) -> None:
        self.import_wanted.emit([Path(name) for name in names])

    def _on_export(self) -> None:
        own = self.template()
        if own is None:
            return
        dialog = self._file_dialog(self.tr("Export the template"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        safe = "".join(c if c.isalnum() or c in " -_." else "_" for c in own.name).strip()
        dialog.selectFile(f"{safe or own.id}{FILE_SUFFIX}")
        dialog.fileSelected.connect(partial(self._on_file_chosen, own))
        dialog.open()

    def _on_file_chosen(self, own: OwnTemplate, name: str) -> None:
        self.export_wanted.emit(own, Path(name))

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, usual_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Templates (*.txt)"), self.tr("All files (*)")])
        return dialog
