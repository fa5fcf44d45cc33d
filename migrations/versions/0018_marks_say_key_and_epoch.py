"""What is sealed says with which key and of which epoch; keys of earlier epochs have a table."""

import hashlib
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_OLD = "sealed:1:"
_TEXTS = {
    "h": (
        *((name, "body") for name in ("plan", "plan_goal", "plan_milestone", "plan_step", "plan_rating", "plan_review")),
        *(("plan_version", "body"), ("plan_signature", "name"), ("plan_completion", "body"), ("consent", "body")),
    ),
    "p": (("person", "sealed"), ("cv_version", "resume"), ("letter_version", "content"), ("certificate", "content")),
}
_PAPERS = sa.text(
    "SELECT plan_version.id FROM plan_version JOIN plan ON plan.id = plan_version.plan_id WHERE plan.kind = 'health'"
)
_PAPER = sa.text("SELECT pdf FROM plan_version WHERE id = :id")
_MARKED = sa.text("UPDATE plan_version SET pdf = :pdf, digest = :digest WHERE id = :id")
_PAPER_MARK = b"sealed:1h:"


def upgrade() -> None:
    op.create_table(
        "older_key",
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("epoch", "key", name=op.f("pk_older_key")),
    )
    for letter in _TEXTS:
        _mark(letter, _OLD, f"sealed:1{letter}:")
    _mark_papers(lambda pdf: _PAPER_MARK + pdf)


def downgrade() -> None:
    _mark_papers(lambda pdf: pdf.removeprefix(_PAPER_MARK))
    for letter in _TEXTS:
        _mark(letter, f"sealed:1{letter}:", _OLD)
    op.drop_table("older_key")


def _mark(letter: str, old: str, new: str) -> None:
    for table, column in _TEXTS[letter]:
        op.execute(
            f"UPDATE {table} SET {column} = '{new}' || substr({column}, {len(old) + 1}) WHERE {column} LIKE '{old}%'"  # noqa: S608
        )


def _mark_papers(marked: Callable[[bytes], bytes]) -> None:
    """Mark the papers of health plans one at a time; their digest is of what is stored."""
    connection = op.get_bind()
    for key in connection.execute(_PAPERS).scalars().all():
        pdf = marked(bytes(connection.execute(_PAPER, {"id": key}).scalar_one()))
        connection.execute(_MARKED, {"pdf": pdf, "digest": hashlib.sha256(pdf).hexdigest(), "id": key})
