"""Training, safety and certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "certificate",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_certificate_person_id_person")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_certificate_programme_id_programme")),
        sa.ForeignKeyConstraint(["recorded_by"], ["user_account.id"], name=op.f("fk_certificate_recorded_by_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificate_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "chemical",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("supplier", sa.Text(), nullable=False),
        sa.Column("used_for", sa.Text(), nullable=False),
        sa.Column("protection", sa.Text(), nullable=False),
        sa.Column("first_aid", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_chemical_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chemical")),
    )
    with op.batch_alter_table("chemical", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_chemical_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "introduction",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["given_by"], ["user_account.id"], name=op.f("fk_introduction_given_by_user_account")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_introduction_person_id_person")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_introduction_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction")),
    )
    with op.batch_alter_table("introduction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introduction_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_introduction_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "key_receipt",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["given_by"], ["user_account.id"], name=op.f("fk_key_receipt_given_by_user_account")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_key_receipt_person_id_person")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_key_receipt_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_receipt")),
    )
    with op.batch_alter_table("key_receipt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_key_receipt_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_key_receipt_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "training_unit",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_training_unit_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_unit")),
    )
    with op.batch_alter_table("training_unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_training_unit_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "safety_sheet",
        sa.Column("chemical_id", sa.Uuid(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chemical_id"], ["chemical.id"], name=op.f("fk_safety_sheet_chemical_id_chemical")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_sheet")),
    )
    with op.batch_alter_table("safety_sheet", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safety_sheet_chemical_id"), ["chemical_id"], unique=False)

    op.create_table(
        "training_level",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("noted_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["noted_by"], ["user_account.id"], name=op.f("fk_training_level_noted_by_user_account")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_training_level_person_id_person")),
        sa.ForeignKeyConstraint(["unit_id"], ["training_unit.id"], name=op.f("fk_training_level_unit_id_training_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_level")),
    )
    with op.batch_alter_table("training_level", schema=None) as batch_op:
        batch_op.create_index("ix_training_level_standing", ["person_id", "unit_id", "noted_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_training_level_unit_id"), ["unit_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("training_level", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_level_unit_id"))
        batch_op.drop_index("ix_training_level_standing")

    op.drop_table("training_level")
    with op.batch_alter_table("safety_sheet", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_safety_sheet_chemical_id"))

    op.drop_table("safety_sheet")
    with op.batch_alter_table("training_unit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_unit_programme_id"))

    op.drop_table("training_unit")
    with op.batch_alter_table("key_receipt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_key_receipt_programme_id"))
        batch_op.drop_index(batch_op.f("ix_key_receipt_person_id"))

    op.drop_table("key_receipt")
    with op.batch_alter_table("introduction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_introduction_programme_id"))
        batch_op.drop_index(batch_op.f("ix_introduction_person_id"))

    op.drop_table("introduction")
    with op.batch_alter_table("chemical", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chemical_programme_id"))

    op.drop_table("chemical")
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_certificate_programme_id"))
        batch_op.drop_index(batch_op.f("ix_certificate_person_id"))

    op.drop_table("certificate")
