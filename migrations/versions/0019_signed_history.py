"""The history is signed at the end of each transaction."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "history_signature",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("links", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_history_signature_user_id_user_account")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history_signature")),
    )


def downgrade() -> None:
    op.drop_table("history_signature")
