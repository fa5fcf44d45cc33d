"""An outcome says whether it lasted and what it entitles to."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lasted_month", sa.String(length=40), server_default="not_stated", nullable=False))
        batch_op.add_column(sa.Column("student_finance", sa.String(length=40), server_default="not_stated", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.drop_column("student_finance")
        batch_op.drop_column("lasted_month")
