"""The areas of a programme and what is done there."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "work_area",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_work_area_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_area")),
        sa.UniqueConstraint("programme_id", "name", name=op.f("uq_work_area_programme_id")),
    )
    op.create_table(
        "work_task",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("area_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("per", sa.String(length=40), nullable=False),
        sa.Column("season", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["work_area.id"], name=op.f("fk_work_task_area_id_work_area")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_work_task_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_task")),
    )
    with op.batch_alter_table("work_task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_work_task_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_work_task_programme_id"), ["programme_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("work_task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_work_task_programme_id"))
        batch_op.drop_index(batch_op.f("ix_work_task_area_id"))

    op.drop_table("work_task")
    op.drop_table("work_area")
