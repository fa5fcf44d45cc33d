"""Weekly shifts of a programme, who came to them, and the month's signed sheets."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import AttendanceMark


class Shift(Record):
    """Some hours of one day that a programme's group works; one that is cancelled stays, with the reason."""

    __tablename__ = "shift"
    __table_args__ = (Index("ix_shift_programme_day", "programme_id", "day"),)

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"))
    day: Mapped[date] = mapped_column(index=True)
    starts: Mapped[time]
    ends: Mapped[time]
    break_minutes: Mapped[int] = mapped_column(default=0)
    supervisor_id: Mapped[UUID | None] = mapped_column(ForeignKey("user_account.id"))
    heading: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    cancelled: Mapped[bool] = mapped_column(default=False)
    cancelled_because: Mapped[str] = mapped_column(default="")


class ShiftArea(Record):
    """A work area that the group is in during a shift."""

    __tablename__ = "shift_area"
    __table_args__ = (UniqueConstraint("shift_id", "area_id"),)

    shift_id: Mapped[UUID] = mapped_column(ForeignKey("shift.id"))
    area_id: Mapped[UUID] = mapped_column(ForeignKey("work_area.id"), index=True)


class Attendance(Record):
    """How it was with one person at one shift; `minutes` is how long they were there. No row: nobody has marked it."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("shift_id", "person_id"), Index("ix_attendance_person", "person_id", "shift_id"))

    shift_id: Mapped[UUID] = mapped_column(ForeignKey("shift.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    mark: Mapped[AttendanceMark]
    minutes: Mapped[int]
    note: Mapped[str] = mapped_column(default="")


class AttendanceSheet(Record):
    """That the sheet of one person's month was signed on paper; `minutes` is the sum that was signed."""

    __tablename__ = "attendance_sheet"
    __table_args__ = (UniqueConstraint("programme_id", "person_id", "month"),)

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    month: Mapped[date]
    minutes: Mapped[int]
    signed_on: Mapped[date]
    signed_by: Mapped[str]
