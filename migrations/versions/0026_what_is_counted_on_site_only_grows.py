"""What is counted on site only grows: stands, opinions and field files come in, and the database refuses to rewrite a count.

Whoever rebuilds one of these tables on SQLite later makes its triggers anew: they go with the table.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_GROWING = ("tally_entry", "stand_mark", "feedback")
_REFUSAL = "what is counted on site only grows"


def upgrade() -> None:
    op.create_table(
        "field_file",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_field_file_campaign_id_campaign")),
        sa.ForeignKeyConstraint(["made_by"], ["user_account.id"], name=op.f("fk_field_file_made_by_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_file")),
    )
    with op.batch_alter_table("field_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_field_file_campaign_id"), ["campaign_id"], unique=False)

    op.create_table(
        "stand",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_stand_campaign_id_campaign")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_stand_organisation_id_organisation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand")),
        sa.UniqueConstraint("campaign_id", "organisation_id", name=op.f("uq_stand_campaign_id")),
    )
    with op.batch_alter_table("stand", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stand_campaign_id"), ["campaign_id"], unique=False)

    op.create_table(
        "feedback",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("evaluator", sa.String(length=40), nullable=False),
        sa.Column("opinion", sa.String(length=40), nullable=True),
        sa.Column("best", sa.Text(), nullable=False),
        sa.Column("takes_back_id", sa.Uuid(), nullable=True),
        sa.Column("counted_by", sa.Uuid(), nullable=False),
        sa.Column("field_file_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_feedback_campaign_id_campaign")),
        sa.ForeignKeyConstraint(["counted_by"], ["user_account.id"], name=op.f("fk_feedback_counted_by_user_account")),
        sa.ForeignKeyConstraint(["field_file_id"], ["field_file.id"], name=op.f("fk_feedback_field_file_id_field_file")),
        sa.ForeignKeyConstraint(["takes_back_id"], ["feedback.id"], name=op.f("fk_feedback_takes_back_id_feedback")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feedback_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_feedback_takes_back_id"), ["takes_back_id"], unique=False)

    op.create_table(
        "stand_mark",
        sa.Column("stand_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("came", sa.Boolean(), nullable=True),
        sa.Column("counted_by", sa.Uuid(), nullable=False),
        sa.Column("field_file_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["counted_by"], ["user_account.id"], name=op.f("fk_stand_mark_counted_by_user_account")),
        sa.ForeignKeyConstraint(["field_file_id"], ["field_file.id"], name=op.f("fk_stand_mark_field_file_id_field_file")),
        sa.ForeignKeyConstraint(["stand_id"], ["stand.id"], name=op.f("fk_stand_mark_stand_id_stand")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_mark")),
    )
    with op.batch_alter_table("stand_mark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stand_mark_stand_id"), ["stand_id"], unique=False)

    op.create_table(
        "visit",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_visit_campaign_id_campaign")),
        sa.ForeignKeyConstraint(["entry_id"], ["tally_entry.id"], name=op.f("fk_visit_entry_id_tally_entry")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_visit_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_visit_entry_id")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("tally_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("field_file_id", sa.Uuid(), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_tally_entry_corrects_id"), type_="unique")
        batch_op.create_index(batch_op.f("ix_tally_entry_first_id"), ["first_id"], unique=False)
        batch_op.create_index(
            "uq_tally_entry_corrects_here",
            ["corrects_id"],
            unique=True,
            sqlite_where=sa.text("field_file_id IS NULL"),
            postgresql_where=sa.text("field_file_id IS NULL"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_tally_entry_first_id_tally_entry"), "tally_entry", ["first_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_tally_entry_field_file_id_field_file"), "field_file", ["field_file_id"], ["id"]
        )

    _trace_corrections()
    for statement in _guards():
        op.execute(statement)


def downgrade() -> None:
    for statement in _no_guards():
        op.execute(statement)
    with op.batch_alter_table("tally_entry", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_tally_entry_field_file_id_field_file"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_tally_entry_first_id_tally_entry"), type_="foreignkey")
        batch_op.drop_index(
            "uq_tally_entry_corrects_here",
            sqlite_where=sa.text("field_file_id IS NULL"),
            postgresql_where=sa.text("field_file_id IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_tally_entry_first_id"))
        batch_op.create_unique_constraint(batch_op.f("uq_tally_entry_corrects_id"), ["corrects_id"])
        batch_op.drop_column("field_file_id")
        batch_op.drop_column("first_id")

    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_person_id"))
        batch_op.drop_index(batch_op.f("ix_visit_campaign_id"))

    op.drop_table("visit")
    with op.batch_alter_table("stand_mark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stand_mark_stand_id"))

    op.drop_table("stand_mark")
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feedback_takes_back_id"))
        batch_op.drop_index(batch_op.f("ix_feedback_campaign_id"))

    op.drop_table("feedback")
    with op.batch_alter_table("stand", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stand_campaign_id"))

    op.drop_table("stand")
    with op.batch_alter_table("field_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_field_file_campaign_id"))

    op.drop_table("field_file")


def _trace_corrections() -> None:
    """Tell of each correction which count its chain began with."""
    entry = sa.table(
        "tally_entry", sa.column("id", sa.Uuid()), sa.column("corrects_id", sa.Uuid()), sa.column("first_id", sa.Uuid())
    )
    corrected = dict(
        op.get_bind().execute(sa.select(entry.c.id, entry.c.corrects_id).where(entry.c.corrects_id.is_not(None))).all()
    )
    for key, first in corrected.items():
        while first in corrected:
            first = corrected[first]
        op.execute(entry.update().where(entry.c.id == key).values(first_id=first))


def _guards() -> tuple[str, ...]:
    if _on_sqlite():
        return tuple(
            f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            for table in _GROWING
            for deed in ("UPDATE", "DELETE")
        )
    function = (
        f"CREATE FUNCTION counts_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
    )
    return (
        function,
        *(
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION counts_only_grow()"
            for table in _GROWING
        ),
    )


def _no_guards() -> tuple[str, ...]:
    if _on_sqlite():
        return tuple(f"DROP TRIGGER {table}_no_{deed}" for table in _GROWING for deed in ("update", "delete"))
    return (*(f"DROP TRIGGER {table}_only_grows ON {table}" for table in _GROWING), "DROP FUNCTION counts_only_grow()")


def _on_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"
