"""Shifts, who came, and signed sheets."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attendance_sheet",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attendance_sheet_person_id_person")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_attendance_sheet_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_sheet")),
        sa.UniqueConstraint("programme_id", "person_id", "month", name=op.f("uq_attendance_sheet_programme_id")),
    )
    with op.batch_alter_table("attendance_sheet", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_sheet_person_id"), ["person_id"], unique=False)

    op.create_table(
        "shift",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("break_minutes", sa.Integer(), nullable=False),
        sa.Column("supervisor_id", sa.Uuid(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("cancelled_because", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_shift_programme_id_programme")),
        sa.ForeignKeyConstraint(["supervisor_id"], ["user_account.id"], name=op.f("fk_shift_supervisor_id_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shift_day"), ["day"], unique=False)
        batch_op.create_index("ix_shift_programme_day", ["programme_id", "day"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.String(length=40), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attendance_person_id_person")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_attendance_shift_id_shift")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("shift_id", "person_id", name=op.f("uq_attendance_shift_id")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index("ix_attendance_person", ["person_id", "shift_id"], unique=False)

    op.create_table(
        "shift_area",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("area_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["work_area.id"], name=op.f("fk_shift_area_area_id_work_area")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_shift_area_shift_id_shift")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_area")),
        sa.UniqueConstraint("shift_id", "area_id", name=op.f("uq_shift_area_shift_id")),
    )
    with op.batch_alter_table("shift_area", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shift_area_area_id"), ["area_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("shift_area", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shift_area_area_id"))

    op.drop_table("shift_area")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index("ix_attendance_person")

    op.drop_table("attendance")
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.drop_index("ix_shift_programme_day")
        batch_op.drop_index(batch_op.f("ix_shift_day"))

    op.drop_table("shift")
    with op.batch_alter_table("attendance_sheet", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_sheet_person_id"))

    op.drop_table("attendance_sheet")
