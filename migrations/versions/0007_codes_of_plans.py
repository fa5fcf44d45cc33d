"""A plan has a code of chance, which its paper shows and by which it is found again."""

import secrets
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_SIGNS = "23456789CDFGHJKMNPRTVWX"
_PLANS = sa.table("plan", sa.column("id"), sa.column("code"))


def upgrade() -> None:
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("code", sa.Text(), server_default="", nullable=False))
    codes, connection = _codes(), op.get_bind()
    for plan in connection.execute(sa.select(_PLANS.c.id)).scalars().all():
        connection.execute(_PLANS.update().where(_PLANS.c.id == plan).values(code=next(codes)))
    op.create_index("ix_plan_code", "plan", ["code"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_plan_code", table_name="plan")
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.drop_column("code")


def _codes() -> Iterator[str]:
    """Yield codes, each once, as the program of this schema makes them; written out, since a migration does not change later."""
    made: set[str] = set()
    while True:
        signs = "".join(secrets.choice(_SIGNS) for _ in range(5))
        weighed = sum(place * _SIGNS.index(sign) for place, sign in enumerate(signs, 2))
        if signs not in made:
            made.add(signs)
            yield signs + _SIGNS[-weighed % len(_SIGNS)]
