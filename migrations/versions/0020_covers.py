"""Coaches cover for each other; a register from before goes on as open among its coaches, until its office chooses."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_FACTS = sa.table("register_info", sa.column("key", sa.Text()), sa.column("value", sa.Text()))


def upgrade() -> None:
    op.create_table(
        "cover",
        sa.Column("coach_id", sa.Uuid(), nullable=False),
        sa.Column("stand_in_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["user_account.id"], name=op.f("fk_cover_coach_id_user_account")),
        sa.ForeignKeyConstraint(["stand_in_id"], ["user_account.id"], name=op.f("fk_cover_stand_in_id_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cover")),
    )
    op.create_index(op.f("ix_cover_coach_id"), "cover", ["coach_id"])
    op.create_index(op.f("ix_cover_stand_in_id"), "cover", ["stand_in_id"])
    # A register that is made anew has no facts yet, and begins with need to know.
    if op.get_bind().scalar(sa.select(_FACTS.c.key).where(_FACTS.c.key == "register_id")):
        op.execute(_FACTS.insert().values(key="open_among_coaches", value="yes"))


def downgrade() -> None:
    op.execute(_FACTS.delete().where(_FACTS.c.key == "open_among_coaches"))
    op.drop_index(op.f("ix_cover_stand_in_id"), table_name="cover")
    op.drop_index(op.f("ix_cover_coach_id"), table_name="cover")
    op.drop_table("cover")
