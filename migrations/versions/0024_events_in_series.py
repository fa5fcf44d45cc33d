"""Events have series, roles and places, and indicators have factors."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_series",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("period_said", sa.Text(), nullable=False),
        sa.Column("recurrence", sa.String(length=40), nullable=False),
        sa.Column("occasions", sa.Integer(), nullable=True),
        sa.Column("attendance", sa.Integer(), nullable=True),
        sa.Column("attendance_said", sa.Text(), nullable=False),
        sa.Column("led_by", sa.String(length=40), nullable=False),
        sa.Column("target_group", sa.String(length=40), nullable=False),
        sa.Column("field_of_work", sa.String(length=40), nullable=False),
        sa.Column("told_year", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_series")),
        sa.UniqueConstraint("name", name=op.f("uq_event_series_name")),
    )
    op.create_table(
        "place",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("run_by", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("name", name=op.f("uq_place_name")),
    )
    op.create_table(
        "incident_count",
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_incident_count_place_id_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_count")),
        sa.UniqueConstraint("place_id", "week", "category", name=op.f("uq_incident_count_place_id")),
    )
    with op.batch_alter_table("incident_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_count_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_count_week"), ["week"], unique=False)

    op.create_table(
        "indicator_factor",
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("effect", sa.String(length=40), nullable=False),
        sa.Column("share", sa.Double(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_indicator_factor_indicator_id_indicator")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_factor")),
        sa.UniqueConstraint("indicator_id", "year", "question", name=op.f("uq_indicator_factor_indicator_id")),
    )
    with op.batch_alter_table("indicator_factor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_indicator_factor_indicator_id"), ["indicator_id"], unique=False)

    op.create_table(
        "programme_partner",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("responsibility", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_programme_partner_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_programme_partner_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_partner")),
        sa.UniqueConstraint("programme_id", "organisation_id", name=op.f("uq_programme_partner_programme_id")),
    )
    with op.batch_alter_table("programme_partner", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_programme_partner_programme_id"), ["programme_id"], unique=False)

    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tasks", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("series_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("led_by", sa.String(length=40), server_default="not_stated", nullable=False))
        batch_op.add_column(sa.Column("asked_by", sa.String(length=40), server_default="not_stated", nullable=False))
        batch_op.add_column(sa.Column("target_group", sa.String(length=40), server_default="not_stated", nullable=False))
        batch_op.add_column(sa.Column("field_of_work", sa.String(length=40), server_default="not_stated", nullable=False))
        batch_op.add_column(sa.Column("attendance_said", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("reason", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("result", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_event_series_id"), ["series_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_event_series_id_event_series"), "event_series", ["series_id"], ["id"])

    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.add_column(sa.Column("frequency", sa.String(length=40), server_default="monthly", nullable=False))
        batch_op.add_column(sa.Column("base", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("indicator_reading", schema=None) as batch_op:
        batch_op.add_column(sa.Column("share", sa.Double(), nullable=True))
        batch_op.alter_column("answers", existing_type=sa.INTEGER(), nullable=True)
        batch_op.alter_column("positive", existing_type=sa.INTEGER(), nullable=True)

    with op.batch_alter_table("programme", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=40), server_default="work", nullable=False))
        batch_op.add_column(sa.Column("goal", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("method", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("resources", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("result", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("target_group", sa.String(length=40), server_default="not_stated", nullable=False))
        batch_op.add_column(sa.Column("field_of_work", sa.String(length=40), server_default="not_stated", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("programme", schema=None) as batch_op:
        batch_op.drop_column("field_of_work")
        batch_op.drop_column("target_group")
        batch_op.drop_column("result")
        batch_op.drop_column("resources")
        batch_op.drop_column("method")
        batch_op.drop_column("goal")
        batch_op.drop_column("kind")

    # What was noted as a share alone has no place in the older schema.
    op.execute("DELETE FROM indicator_reading WHERE answers IS NULL OR positive IS NULL")
    with op.batch_alter_table("indicator_reading", schema=None) as batch_op:
        batch_op.alter_column("positive", existing_type=sa.INTEGER(), nullable=False)
        batch_op.alter_column("answers", existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column("share")

    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.drop_column("base")
        batch_op.drop_column("frequency")

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_event_series_id_event_series"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_event_series_id"))
        batch_op.drop_column("result")
        batch_op.drop_column("reason")
        batch_op.drop_column("attendance_said")
        batch_op.drop_column("field_of_work")
        batch_op.drop_column("target_group")
        batch_op.drop_column("asked_by")
        batch_op.drop_column("led_by")
        batch_op.drop_column("series_id")

    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_column("tasks")

    with op.batch_alter_table("programme_partner", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_programme_partner_programme_id"))

    op.drop_table("programme_partner")
    with op.batch_alter_table("indicator_factor", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indicator_factor_indicator_id"))

    op.drop_table("indicator_factor")
    with op.batch_alter_table("incident_count", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_incident_count_week"))
        batch_op.drop_index(batch_op.f("ix_incident_count_place_id"))

    op.drop_table("incident_count")
    op.drop_table("place")
    op.drop_table("event_series")
