"""Adopted versions keep what they said, to be compared, and completed plans how they went."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_completion",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_completion_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_completion")),
    )
    with op.batch_alter_table("plan_completion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_completion_plan_id"), ["plan_id"], unique=True)

    with op.batch_alter_table("plan_version", schema=None) as batch_op:
        batch_op.add_column(sa.Column("body", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("plan_version", schema=None) as batch_op:
        batch_op.drop_column("body")

    with op.batch_alter_table("plan_completion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_completion_plan_id"))

    op.drop_table("plan_completion")
