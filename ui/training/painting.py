"""How a level is painted: one hue in three steps, always with its digit; the cell with the keyboard has the ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from models.vocabulary import SkillLevel
from ui import theme
from ui.training.said import SIGNS

ROUND = 5.0


def ground_of(level: SkillLevel | None) -> tuple[QColor, QColor] | None:
    """Return the ground and the ink of a level; None where a mere sign stands on what is behind."""
    colours = theme.current()
    match level:
        case SkillLevel.ALONE:
            return QColor(colours.accent), QColor(colours.on_accent)
        case SkillLevel.WITH_SUPPORT:
            return _between(colours.accent, colours.surface, 0.36), QColor(colours.text)
        case SkillLevel.SEEN:
            return QColor(colours.accent_soft), QColor(colours.text)
        case _:
            return None


def paint_level(painter: QPainter, room: QRectF, level: SkillLevel | None, *, ring: bool = False, marked: bool = False) -> None:
    """Paint a level into a cell; `ring` says that the keyboard is there, `marked` that it will be when it comes back."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    found = ground_of(level)
    painter.setPen(Qt.PenStyle.NoPen)
    if found is not None:
        painter.setBrush(found[0])
        painter.drawRoundedRect(room, ROUND, ROUND)
    painter.setPen(found[1] if found else QColor(theme.current().muted))
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, SIGNS[level])
    if ring or marked:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.current().ring if ring else theme.current().line_strong), 2.0 if ring else 1.0))
        painter.drawRoundedRect(room.adjusted(-2, -2, 2, 2), ROUND + 1, ROUND + 1)
    painter.restore()


def _between(ink: str, ground: str, share: float) -> QColor:
    one, other = QColor(ink), QColor(ground)
    parts = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(first * share + second * (1 - share)) for first, second in parts))
