"""Exports of figures are remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report_release",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("written_as", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("data_on", sa.Date(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user_account.id"], name=op.f("fk_report_release_by_id_user_account")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_report_release_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_release")),
    )
    with op.batch_alter_table("report_release", schema=None) as batch_op:
        batch_op.create_index("ix_report_release_days", ["first_day", "last_day"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("report_release", schema=None) as batch_op:
        batch_op.drop_index("ix_report_release_days")

    op.drop_table("report_release")
