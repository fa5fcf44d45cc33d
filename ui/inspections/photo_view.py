"""One photo as large as the window lets it be, to look at, save to a file, or remove."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from jobbpunkt import inspections
from jobbpunkt.base.words import N_
from jobbpunkt.inspections import PhotoView
from ui import asking, messages
from ui.context import Context
from ui.dress import dress
from ui.widgets.buttons import danger, hide_unless, primary, secondary
from ui.widgets.dialog_size import open_at
from ui.widgets.labels import heading
from ui.widgets.layouts import column, row
from ui.widgets.notice import Notice
from ui.widgets.saving import FileKind, ask_and_save

if TYPE_CHECKING:
    from ui.tokens import Tone

JPEG = FileKind(N_("Save the photo"), N_("Photos (*.jpg)"), "jpg")


class PhotoDialog(QDialog):
    """Shows a photo; Escape closes. `remove`, where one may, asks first."""

    def __init__(self, parent: QWidget, context: Context, photo: PhotoView, name: str, remove: Callable[[], None] | None) -> None:
        super().__init__(parent)
        dress(self)
        self.words, self._jpeg, self._remove = context.words, b"", remove
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        open_at(self, 820, 680)
        self.notice = Notice(self.words)
        self.picture = _Shown(name)
        self.save = secondary(self.words("Save to a file"), self._save, icon="download")
        self.save.setEnabled(False)
        self.drop = hide_unless(danger(self.words("Remove"), self._drop, icon="trash-2"), allowed=remove is not None)
        done = primary(self.words("Done"), self.accept)
        done.setDefault(True)
        layout = column(row(heading(name), None, self.drop, self.save, done), self.notice, self.picture, spacing=12)
        layout.setStretchFactor(self.picture, 1)
        layout.setContentsMargins(20, 16, 20, 16)
        self.setLayout(layout)
        asking.read(self, context, lambda uow: _decoded(inspections.photo(uow, photo.id)), self._show)

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the photo."""
        self.notice.say(text, tone)

    def _show(self, found: tuple[bytes, QImage]) -> None:
        self._jpeg, self.picture.image = found
        self.save.setEnabled(True)
        self.picture.update()

    def _save(self) -> None:
        words, name = self.words, self.words("photo") + ".jpg"
        ask_and_save(
            self,
            words,
            JPEG,
            self._jpeg,
            name,
            lambda path: self.show_notice(words("Saved as {path}", path=path), "good"),
            lambda error: messages.refuse(self, error, words),
        )

    def _drop(self) -> None:
        remove = self._remove
        self.accept()
        if remove is not None:
            remove()


class _Shown(QWidget):
    """Paints a picture as large as there is room for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.image = QImage()
        self.setAccessibleName(name)

    def minimumSizeHint(self) -> QSize:
        """Return the least at which one sees anything."""
        return QSize(240, 180)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint it in the middle."""
        if self.image.isNull():
            return
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.rect()
        rect.setSize(size)
        rect.moveCenter(self.rect().center())
        painter.drawImage(rect, self.image)
        painter.end()


def _decoded(jpeg: bytes) -> tuple[bytes, QImage]:
    return jpeg, QImage.fromData(jpeg)
