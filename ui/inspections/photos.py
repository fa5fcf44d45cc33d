"""The photos of a point: added from a file or dropped here, shown, saved to a file, and removed for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from jobbpunkt import inspections
from jobbpunkt.base import files
from jobbpunkt.base.words import N_
from jobbpunkt.foreign import reading
from jobbpunkt.foreign.picture import ENDINGS, MOST_BYTES, Picture
from jobbpunkt.inspections import PhotoView, PointView
from ui import asking, messages
from ui.inspections.photo_view import PhotoDialog
from ui.inspections.store import InspectionStore
from ui.theme import scaled
from ui.widgets.buttons import Button, link
from ui.widgets.labels import plain_tip, small
from ui.widgets.layouts import clear, column

FILTER = N_("Photos (*.jpg *.jpeg *.png *.webp)")
WIDE, HIGH = 112, 72
SHARP = 2  # so that it is sharp on a screen of twice the points


def ask_for_photo(parent: QWidget, store: InspectionStore, point: UUID) -> None:
    """Ask which photo is to be added to a point; does not wait for the answer."""
    words = store.context.words
    dialog = QFileDialog(parent, words("Choose a photo"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([words(FILTER)])
    dialog.filesSelected.connect(lambda chosen: add_photos(parent, store, point, [Path(one) for one in chosen]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def add_photos(parent: QWidget, store: InspectionStore, point: UUID, chosen: list[Path]) -> None:
    """Read photos and make them fit to keep, beside the window's thread, one after another; then have them written."""
    for path in chosen:
        asking.compute(parent, store.context, partial(_read, path), partial(_keep, store, point))


def _read(path: Path) -> Picture:
    return reading.photo(files.beginning(path, MOST_BYTES + 1))


def _keep(store: InspectionStore, point: UUID, picture: Picture) -> None:
    store.do(lambda uow: inspections.add_photo(uow, point, picture))


class PhotoStrip(QWidget):
    """The photos under one another, each a button that shows it, and the way to add one."""

    def __init__(self, store: InspectionStore, point: PointView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.words, self.store, self.point = store.context.words, store, point
        self._shown: tuple[PhotoView, ...] | None = None
        self._place = column(spacing=6)
        self.add = link(self.words("Add a photo"), lambda: ask_for_photo(self, self.store, self.point.id))
        self.count = small("")
        self.setLayout(column(self._place, self.count, self.add, None, spacing=4))
        self.setFocusProxy(self.add)
        self.setAcceptDrops(True)

    def show_point(self, point: PointView, *, may_write: bool) -> None:
        """Show a point's photos; they are loaded anew only when they are others."""
        self.point = point
        self.add.setVisible(may_write)
        self.setAcceptDrops(may_write)
        self.count.setText(self.words.plural("{n} photo", "{n} photos", len(point.photos)) if point.photos else "")
        self.count.setVisible(bool(point.photos))
        if point.photos == self._shown:
            return
        self._shown = point.photos
        clear(self._place)
        for number, photo in enumerate(point.photos, 1):
            self._place.addWidget(self._button(photo, number))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take photos from the desktop."""
        if any(Path(url.toLocalFile()).suffix.lower() in ENDINGS for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        dropped = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        add_photos(self, self.store, self.point.id, dropped)
        event.acceptProposedAction()

    def _button(self, photo: PhotoView, number: int) -> Button:
        name = self.words("Photo {number}: {point}", number=number, point=self.point.task.object)
        button = Button()
        button.setProperty("kind", "photo")
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.setIconSize(QSize(scaled(WIDE), scaled(HIGH)))
        button.clicked.connect(lambda: self._open(photo, name))
        asking.read(
            button, self.store.context, lambda uow: _thumbnail(inspections.photo(uow, photo.id)), partial(_show_on, button)
        )
        return button

    def _open(self, photo: PhotoView, name: str) -> None:
        remove = partial(self._ask_to_remove, photo) if self.store.may_write else None
        PhotoDialog(self, self.store.context, photo, name, remove).open()

    def _ask_to_remove(self, photo: PhotoView) -> None:
        messages.ask(
            self,
            self.words("Remove the photo? It is removed for good and cannot be brought back."),
            self.words,
            yes=self.words("Remove"),
            then=lambda: self.store.do(lambda uow: inspections.remove_photo(uow, photo.id)),
            danger=True,
        )


def _thumbnail(jpeg: bytes) -> QImage:
    """Return a small picture; made on the thread that read it."""
    size = QSize(scaled(WIDE) * SHARP, scaled(HIGH) * SHARP)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return QImage.fromData(jpeg).scaled(size, keep, smooth)


def _show_on(button: Button, small_one: QImage) -> None:
    pixmap = QPixmap.fromImage(small_one)
    pixmap.setDevicePixelRatio(SHARP)
    button.setIcon(pixmap)
