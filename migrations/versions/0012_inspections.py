"""Inspections with their points and photos."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inspection",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("area_id", sa.Uuid(), nullable=True),
        sa.Column("area_kind", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("checklist", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Uuid(), nullable=True),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("inspector", sa.Text(), nullable=False),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("corrected_on", sa.Date(), nullable=True),
        sa.Column("correction", sa.Text(), nullable=False),
        sa.Column("follows_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["work_area.id"], name=op.f("fk_inspection_area_id_work_area")),
        sa.ForeignKeyConstraint(["follows_id"], ["inspection.id"], name=op.f("fk_inspection_follows_id_inspection")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_inspection_programme_id_programme")),
        sa.ForeignKeyConstraint(["provider_id"], ["organisation.id"], name=op.f("fk_inspection_provider_id_organisation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
    )
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inspection_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inspection_follows_id"), ["follows_id"], unique=False)
        batch_op.create_index("ix_inspection_programme_held", ["programme_id", "held_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inspection_provider_id"), ["provider_id"], unique=False)

    op.create_table(
        "inspection_point",
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_common", sa.Boolean(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("per", sa.String(length=40), nullable=False),
        sa.Column("season", sa.String(length=40), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=True),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("remedy", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("is_again", sa.Boolean(), nullable=False),
        sa.Column("follows_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["inspection_point.id"], name=op.f("fk_inspection_point_follows_id_inspection_point")
        ),
        sa.ForeignKeyConstraint(["inspection_id"], ["inspection.id"], name=op.f("fk_inspection_point_inspection_id_inspection")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_point")),
    )
    with op.batch_alter_table("inspection_point", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inspection_point_follows_id"), ["follows_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inspection_point_inspection_id"), ["inspection_id"], unique=False)

    op.create_table(
        "inspection_photo",
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["point_id"], ["inspection_point.id"], name=op.f("fk_inspection_photo_point_id_inspection_point")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_photo")),
    )
    with op.batch_alter_table("inspection_photo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inspection_photo_point_id"), ["point_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("inspection_photo", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inspection_photo_point_id"))

    op.drop_table("inspection_photo")
    with op.batch_alter_table("inspection_point", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inspection_point_inspection_id"))
        batch_op.drop_index(batch_op.f("ix_inspection_point_follows_id"))

    op.drop_table("inspection_point")
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inspection_provider_id"))
        batch_op.drop_index("ix_inspection_programme_held")
        batch_op.drop_index(batch_op.f("ix_inspection_follows_id"))
        batch_op.drop_index(batch_op.f("ix_inspection_area_id"))

    op.drop_table("inspection")
