"""Progress towards work is asked about."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "progress_question",
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("asks_participant", sa.Text(), nullable=False),
        sa.Column("asks_coach", sa.Text(), nullable=False),
        sa.Column("scale", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_question")),
    )
    op.create_table(
        "progress_round",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("body", sa.Text(), server_default="{}", nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_progress_round_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_round")),
    )
    with op.batch_alter_table("progress_round", schema=None) as batch_op:
        batch_op.create_index("ix_progress_round_person_due", ["person_id", "due_on"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("progress_round", schema=None) as batch_op:
        batch_op.drop_index("ix_progress_round_person_due")

    op.drop_table("progress_round")
    op.drop_table("progress_question")
