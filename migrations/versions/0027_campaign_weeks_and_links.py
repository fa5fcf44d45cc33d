"""What a campaign does in single weeks, and which records of the register its measures are counted from too."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_ACTIVITY, _PARTNER, _WEEK = "campaign_activity", "campaign_partner", "campaign_week"


def upgrade() -> None:
    op.create_table(
        "campaign_slot",
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("week_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("staffing", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], [f"{_ACTIVITY}.id"], name=op.f(f"fk_campaign_slot_activity_id_{_ACTIVITY}")),
        sa.ForeignKeyConstraint(["partner_id"], [f"{_PARTNER}.id"], name=op.f(f"fk_campaign_slot_partner_id_{_PARTNER}")),
        sa.ForeignKeyConstraint(["week_id"], [f"{_WEEK}.id"], name=op.f(f"fk_campaign_slot_week_id_{_WEEK}")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_slot")),
        sa.UniqueConstraint("activity_id", "week_id", name=op.f("uq_campaign_slot_activity_id")),
    )
    op.create_index(op.f("ix_campaign_slot_week_id"), "campaign_slot", ["week_id"])
    with op.batch_alter_table(_ACTIVITY) as batch_op:
        batch_op.add_column(sa.Column("staffing", sa.Text(), server_default="", nullable=False))
    with op.batch_alter_table("campaign_measure") as batch_op:
        batch_op.add_column(sa.Column("linked", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("employer_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("difference", sa.Text(), server_default="", nullable=False))
        key = op.f("fk_campaign_measure_employer_id_organisation")
        batch_op.create_foreign_key(key, "organisation", ["employer_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("campaign_measure") as batch_op:
        batch_op.drop_constraint(op.f("fk_campaign_measure_employer_id_organisation"), type_="foreignkey")
        batch_op.drop_column("difference")
        batch_op.drop_column("employer_id")
        batch_op.drop_column("linked")
    with op.batch_alter_table(_ACTIVITY) as batch_op:
        batch_op.drop_column("staffing")
    op.drop_index(op.f("ix_campaign_slot_week_id"), table_name="campaign_slot")
    op.drop_table("campaign_slot")
