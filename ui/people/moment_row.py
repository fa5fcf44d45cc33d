"""One row of a timeline: the day, an icon for its kind, what it was, and the words about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.people.timeline import Moment
from ui.theme import scaled
from ui.widgets.chips import chip
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, muted, text
from ui.widgets.layouts import column, row

DAY_WIDTH = 96
ICONS = {
    "coaching_session": "message-square",
    "person_note": "pencil",
    "agreed_step": "check",
    "cv": "file-text",
    "letter": "mail",
    "application": "send",
    "plan": "sprout",
    "outcome": "briefcase",
    "case_file": "user",
    "programme_enrolment": "users",
}


class MomentRow(QFrame):
    """Shows one moment; long words wrap and are never cut. `deeds` are buttons for what one can do about it."""

    def __init__(self, words: Words, moment: Moment, deeds: tuple[QWidget, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(12)
        day = muted(words.day(moment.on))
        day.setFixedWidth(scaled(DAY_WIDTH))
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(day, 0, top)
        layout.addWidget(IconLabel(ICONS.get(moment.noun, "info"), "accent_text", 18), 0, top)
        title = PlainLabel(words(moment.title), "strong", wrap=False)
        line = row(title, chip(words(moment.status)), None) if moment.status else row(title, None)
        layout.addLayout(column(line, text(moment.text), spacing=2) if moment.text else column(line), 1)
        for deed in deeds:
            layout.addWidget(deed, 0, top)
