"""The inspection that is open: what it is of, its points, and what is left to do."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from jobbpunkt import inspections
from jobbpunkt.base.words import N_, Words
from jobbpunkt.inspections import InspectionView
from jobbpunkt.register.permissions import Permission
from models.vocabulary import InspectionKind
from ui import asking, messages
from ui.context import Context
from ui.inspections import forms
from ui.inspections.paper import InspectionPaper
from ui.inspections.point_row import PointRow
from ui.inspections.store import InspectionStore
from ui.widgets.buttons import back, hide_unless, icon_button, primary, secondary
from ui.widgets.chips import chip, set_tone
from ui.widgets.flow import flow
from ui.widgets.labels import PlainLabel, heading, small, strong
from ui.widgets.layouts import boxed, clear, column, row
from ui.widgets.page import Scrolling, scrolling

HINTS = (("G", N_("passed")), ("A", N_("remark")), ("F", N_("photo")), ("X", N_("not relevant now")))
POINTS_HIGH, BESIDE_ROW = 280, 60


class InspectionCard(QFrame):
    """Judges the points of one inspection, from the first that is not judged yet."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.context, self.words = context, context.words
        self._may = context.user.may(Permission.RECORD_WORK)
        self.store = InspectionStore(context, self)
        self._rows: dict[UUID, PointRow] = {}
        self._shown: UUID | None = None
        self._build()
        self._connect()

    def open(self, key: UUID) -> None:
        """Open an inspection; the keyboard goes to its first point that is not judged."""
        self.store.bar.clear()
        self._shown = None
        self.store.open(key)

    def flush(self) -> None:
        """Save now what was typed of any remark."""
        for one in self._rows.values():
            one.flush()

    def _build(self) -> None:
        words = self.words
        self.back = back(words("All inspections"), self.left.emit)
        self.print = icon_button("printer", words("Print the protocol"), self._print)
        self.change = icon_button("pencil", words("Change when and who"), self._change)
        self.drop = icon_button("trash-2", words("Remove the inspection"), self._ask_to_remove)
        self.place, self.who = heading(""), chip("", "accent")
        self.about, self.note = small(""), small("")
        self.correct = secondary(words("Correct it"), self._reopen, icon="undo-2")
        self.again = secondary(words("Look at it again"), self._look_again, icon="refresh-cw")
        self.finish = primary(words("Finish the inspection"), self._finish, icon="check")
        self.sum = strong("")
        self.points = column(spacing=2)
        self.area: Scrolling = scrolling(boxed(column(self.points, None)))
        self.area.setMinimumHeight(POINTS_HIGH)
        hints = [boxed(row(PlainLabel(key, "keycap", wrap=False), small(words(text)), spacing=5)) for key, text in HINTS]
        self.hints = boxed(flow(*hints, spacing=10))
        below = row(self.sum, flow(self.finish, self.correct, self.again), spacing=12)
        below.setStretch(0, 1)
        head = row(self.place, self.who)
        head.setStretch(0, 1)
        outer = column(
            row(self.back, None, self.print, self.change, self.drop),
            head,
            self.about,
            self.note,
            self.store.bar,
            self.area,
            self.hints,
            below,
            spacing=8,
        )
        outer.setStretchFactor(self.area, 1)
        outer.setContentsMargins(20, 14, 20, 16)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.store.loaded.connect(self._show)
        self.store.refused.connect(lambda error: messages.refuse(self, error, self.words))
        self.store.gone.connect(self.left)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)
        QShortcut(QKeySequence("Ctrl+P"), self, self._print)

    def _show(self, view: InspectionView) -> None:
        words, open_ = self.words, view.closed_at is None
        self.place.setText(view.place)
        self.who.setText(view.head.supplier or words("The group"))
        set_tone(self.who, "warn" if view.head.supplier else "accent")
        self.about.setText(" · ".join(_about(view, words)))
        note = [_correction(view, words), view.head.note]
        self.note.setText("\n".join(filter(None, note)))
        self.note.setVisible(bool(self.note.text()))
        self._show_points(view, may_write=open_ and self._may)
        self.sum.setText(_sum(view, words))
        hide_unless(self.finish, allowed=False)
        for widget, shown in (
            (self.hints, open_ and self._may),
            (self.finish, open_ and self._may),
            (self.change, open_ and self._may),
            (self.drop, open_ and self._may),
            (self.correct, not open_ and self._may),
            (self.again, not open_ and self._may and any(point.is_open for point in view.points)),
        ):
            widget.setVisible(shown)
        self.finish.setEnabled(view.left == 0)

    def _show_points(self, view: InspectionView, *, may_write: bool) -> None:
        keys = [point.id for point in view.points]
        if keys != list(self._rows):
            clear(self.points)
            self._rows = {}
            for point in view.points:
                made = self._rows[point.id] = PointRow(self.store, point)
                made.stepped.connect(lambda by, made=made: self._step(made, by))
                self.points.addWidget(made)
        for point in view.points:
            self._rows[point.id].show_point(point, may_write=may_write)
        if self._shown != view.id:
            self._shown = view.id
            self._focus_first(view)

    def _focus_first(self, view: InspectionView) -> None:
        first = next((point for point in view.points if point.verdict is None), None) or next(iter(view.points), None)
        if first is not None and self.isVisible():
            self._go(self._rows[first.id])

    def _step(self, from_row: PointRow, by: int) -> None:
        rows = list(self._rows.values())
        place = rows.index(from_row) + by
        self._go(rows[min(max(place, 0), len(rows) - 1)])

    def _go(self, target: PointRow) -> None:
        target.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, target, lambda: self._bring_into_view(target))

    def _bring_into_view(self, target: PointRow) -> None:
        # With large letters the page itself scrolls, and not the points in it.
        around: QWidget | None = target
        while around is not None:
            around = around.parentWidget()
            if isinstance(around, Scrolling):
                around.ensureWidgetVisible(target, 0, BESIDE_ROW)

    def _finish(self) -> None:
        view = self.store.view
        if view is not None and self._may and view.closed_at is None:
            self.flush()
            self.store.do(lambda uow: inspections.close(uow, view.id, view.version))

    def _print(self) -> None:
        if self.store.view is not None:
            self.flush()
            InspectionPaper(self, self.context, self.store.view.id, self.store.view.place).open()

    def _change(self) -> None:
        if self.store.view is not None:
            forms.open_change(self, self.context, self.store.view)

    def _reopen(self) -> None:
        if self.store.view is not None:
            forms.reopen_dialog(self, self.context, self.store.view).open()

    def _look_again(self) -> None:
        if self.store.view is not None:
            forms.open_again(self, self.context, self.store.view.id)

    def _ask_to_remove(self) -> None:
        view = self.store.view
        if view is None:
            return
        if not any(point.photos for point in view.points):
            self._remove(view)
            return
        question = self.words("Remove the inspection with its photos? The photos cannot be brought back.")
        messages.ask(self, question, self.words, yes=self.words("Remove"), then=lambda: self._remove(view), danger=True)

    def _remove(self, view: InspectionView) -> None:
        asking.write(self, self.context, lambda uow: inspections.remove(uow, view.id), lambda _: self._leave())

    def _leave(self) -> None:
        self.store.close()
        self.left.emit()


def _about(view: InspectionView, words: Words) -> list[str]:
    day = words.day(view.day, "weekday")
    told = [
        f"{day[:1].upper()}{day[1:]} {view.day.year}",
        view.head.inspector,
        words("with {names}", names=view.head.present) if view.head.present else "",
        words(view.head.kind.label) if view.head.kind is InspectionKind.OWN_CHECK else "",
        words("checklist {kind}, version {number}", kind=words(view.area_kind.label), number=view.checklist),
    ]
    return [one for one in told if one]


def _correction(view: InspectionView, words: Words) -> str:
    if view.follows_on is not None:
        return words("Looks again at the remarks of {day}.", day=words.day(view.follows_on, "long"))
    if view.corrected_on is None:
        return ""
    return words("Opened {day} to be corrected: {reason}", day=words.day(view.corrected_on, "long"), reason=view.correction)


def _sum(view: InspectionView, words: Words) -> str:
    told = view.score
    parts = [
        words.plural("{n} passed", "{n} passed", told.passed),
        words.plural("{n} remark", "{n} remarks", told.remarked) if told.remarked else "",
        words.plural("{n} left", "{n} left", view.left) if view.left else "",
    ]
    return " · ".join(part for part in parts if part)
