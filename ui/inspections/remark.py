"""What is wrong with a point, what is done about it and by when, and its photos."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from jobbpunkt import inspections
from jobbpunkt.inspections import PointView, Remark
from ui.drafts.naming import DraftName
from ui.inspections.photos import PhotoStrip
from ui.inspections.store import InspectionStore
from ui.plans.live_form import LiveForm
from ui.theme import scaled
from ui.widgets.beside import Beside
from ui.widgets.field import Field
from ui.widgets.flow import flow
from ui.widgets.forms import DateField, LineField, TickField
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import boxed, column

PHOTOS, WORDS, DAY = 130, 300, 182
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RemarkPanel(QFrame):
    """Saves itself as one goes on. Enter is done with the point, Escape goes back to its row."""

    left = Signal()
    done = Signal()

    def __init__(self, store: InspectionStore, point: PointView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words, self.store, self.point = store.context.words, store, point
        self.setProperty("role", "remark")
        self.fault = LineField(placeholder=words("For example dirt on a landing"))
        self.remedy = LineField(placeholder=words("For example scrub it"))
        self.due_on = DateField(words, today=store.context.clock.today())
        self.again = TickField(words("Is looked at again then"))
        self.fields = self._laid_out()
        self.photos = PhotoStrip(store, point)
        line = column(Beside(self.fields, self.photos, PHOTOS, least=WORDS, spacing=14))
        line.setContentsMargins(12, 10, 12, 12)
        self.setLayout(line)
        fields: dict[str, Field[Any]] = {
            "fault": self.fault,
            "remedy": self.remedy,
            "due_on": self.due_on,
            "is_again": self.again,
        }
        self.form = LiveForm(store.context, fields, self._save, self)
        self.form.keep_under(
            DraftName("inspection.remark", point.id, page="work", place=store.key, title=words("Remark")), store.bar
        )
        self.fault.line.setAccessibleName(words("What is wrong: {point}", point=point.task.moment))
        self.remedy.line.setAccessibleName(words("What is done about it: {point}", point=point.task.moment))
        self.due_on.line.setAccessibleName(words("By when: {text}", text=point.task.moment))

    def show_point(self, point: PointView, *, may_write: bool) -> None:
        """Show the remark as the register holds it; of a point without one, its photos alone."""
        self.point = point
        self.fields.setVisible(point.is_remarked)
        self.setProperty("tone", "bad" if point.is_remarked else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.form.show_values(asdict(point.remark), point.version)
        self.form.set_enabled(enabled=may_write)
        self.photos.show_point(point, may_write=may_write)

    def _laid_out(self) -> QWidget:
        """Return the fields with their captions beside them: a remark takes three lines, so that the points stay in view."""
        words, grid = self.store.context.words, QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        self.due_on.setFixedWidth(scaled(DAY))
        captions = (words("What is wrong"), words("What is done about it"), words("By when"))
        lines = (self.fault, self.remedy, boxed(flow(self.due_on, self.again, spacing=6)))
        for number, (caption, line) in enumerate(zip(captions, lines, strict=True)):
            label = PlainLabel(caption, "small", wrap=False)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(line, number, 1)
        grid.setColumnStretch(1, 1)
        return boxed(grid)

    def begin(self) -> None:
        """Go to what is wrong."""
        target = self.fault.line if self.point.is_remarked and self.fault.line.isEnabled() else self.photos
        target.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done with the point on Enter; go back to its row on Escape."""
        if event.key() in ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.form.flush()
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.form.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _save(self, values: dict[str, Any], version: int) -> None:
        point, remark = self.point.id, Remark(**values)
        self.store.do(lambda uow: inspections.remark(uow, point, version, remark), self.form)
