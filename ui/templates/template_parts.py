"""The parts of the template window, and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...replies.compose.own_templates import LONGEST_NAME, OwnTemplate, template_languages
from ..theme.buttons import ActButton, PrimaryButton
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.roomy_rows import RoomyRows
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from ..words import Words
from .fact_words import FactWords
from .kinds_button import KindsButton
from .template_models import AllowedNamesModel, TemplateListModel
from .text_panes import PreviewPane, TemplateEditor

_SHARES: Final = (6, 8, 7)
_NAMES_SHARE: Final = 2
_PREVIEW_SHARE: Final = 3


class TemplateParts(QWidget):
    """The lists, the editor and the preview side by side, and the buttons under them."""

    def __init__(
        self,
        words: Words,
        fact_words: FactWords,
        name_of: Callable[[OwnTemplate], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.language_list = QComboBox(self)
        self.language_list.setAccessibleName(self.tr("Language of the letters"))
        for code in template_languages():
            self.language_list.addItem(self._language_names().get(code, code), code)
        self.list_model = TemplateListModel(name_of, self)
        self.list = _rows(self)
        self.list.setModel(self.list_model)
        self.list.setAccessibleName(self.tr("Templates"))
        self.name_field = QLineEdit(self)
        self.name_field.setMaxLength(LONGEST_NAME)
        self.name_field.setAccessibleName(self.tr("Name of the template"))
        self.kinds_button = KindsButton(words, self)
        self.editor = TemplateEditor(self)
        self.editor.setAccessibleName(self.tr("The letter with its facts in braces"))
        self.verdict = VerdictLine(self)
        self.case_label = Label("", Type.SMALL, Tone.MUTED, self)
        self.preview = PreviewPane(self)
        self.preview.setAccessibleName(self.tr("The letter as it would be"))
        self.tone_label = Label("", Type.SMALL, Tone.MUTED, self)
        self.names_field = QLineEdit(self)
        self.names_field.setPlaceholderText(self.tr("Find a fact"))
        self.names_field.setAccessibleName(self.tr("Find a fact"))
        self.names_model = AllowedNamesModel(fact_words, self)
        self.names = _rows(self)
        self.names.setModel(self.names_model)
        self.names.setAccessibleName(self.tr("What may stand in a template; Enter puts it in"))
        self.new_button = ActButton(self.tr("New"), Icon.PLUS, parent=self)
        self.import_button = ActButton(self.tr("Import…"), Icon.ARROW_LEFT, parent=self)
        self.export_button = ActButton(self.tr("Export…"), Icon.PAGE, parent=self)
        self.restore_button = ActButton(self.tr("Back to ours"), Icon.REFRESH, parent=self)
        self.delete_button = ActButton(self.tr("Delete"), Icon.TRASH, parent=self)
        self.close_button = ActButton(self.tr("Close"), parent=self)
        self.save_button = PrimaryButton(self.tr("Keep the template"), Icon.CHECK, parent=self)
        self._lay_out()

    def _language_names(self) -> dict[str, str]:
        return {
            "en": self.tr("English"),
            "ru": self.tr("Russian"),
            "de": self.tr("German"),
            "fr": self.tr("French"),
            "es": self.tr("Spanish"),
        }

    def _lay_out(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.setChildrenCollapsible(False)
        for place, pane in enumerate((self._choice(), self._writing(), self._result())):
            panes.addWidget(pane)
            panes.setStretchFactor(place, _SHARES[place])
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for button in (
            self.new_button,
            self.import_button,
            self.export_button,
            self.restore_button,
            self.delete_button,
        ):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PADDING)
        column.addWidget(panes, stretch=1)
        column.addLayout(foot)

    def _choice(self) -> QWidget:
        pane, column = _pane(self)
        column.addWidget(self.language_list)
        column.addWidget(self.list, stretch=1)
        return pane

    def _writing(self) -> QWidget:
        pane, column = _pane(self)
        column.addWidget(self.name_field)
        column.addWidget(self.kinds_button)
        column.addWidget(self.editor, stretch=1)
        column.addWidget(self.verdict)
        self.verdict.hide()
        return pane

    def _result(self) -> QWidget:
        pane, column = _pane(self)
        column.addWidget(self.case_label)
        column.addWidget(self.preview, stretch=_PREVIEW_SHARE)
        column.addWidget(self.tone_label)
        hint = self.tr("Double-click or Enter puts it in:")
        column.addWidget(Label(hint, Type.SMALL, Tone.MUTED, pane))
        column.addWidget(self.names_field)
        column.addWidget(self.names, stretch=_NAMES_SHARE)
        return pane


def _rows(parent: QWidget) -> QListView:
    view = QListView(parent)
    view.setItemDelegate(RoomyRows(view))
    view.setUniformItemSizes(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _pane(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    pane = QWidget(parent)
    column = QVBoxLayout(pane)
    column.setContentsMargins(GAP // 2, 0, GAP // 2, 0)
    column.setSpacing(GAP)
    return pane, column
