"""Follow-ups of plans are planned, held or called off; a step that is not done is carried on or dropped.

The day of a plan's next follow-up becomes a follow-up of its own. Who held and who typed the earlier ones is not known.
"""

import os
import time
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_PLANS = sa.table("plan", sa.column("id", sa.Uuid()), sa.column("review_on", sa.Date()))
_REVIEWS = sa.table(
    "plan_review",
    sa.column("id", sa.Uuid()),
    sa.column("version", sa.Integer()),
    sa.column("plan_id", sa.Uuid()),
    sa.column("planned_on", sa.Date()),
    sa.column("held_on", sa.Date()),
    sa.column("next_on", sa.Date()),
    sa.column("called_off", sa.Text()),
    sa.column("body", sa.Text()),
)


def upgrade() -> None:
    with op.batch_alter_table("plan_step", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dropped_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("carried", sa.Integer(), server_default="0", nullable=False))
    with op.batch_alter_table("plan_review", schema=None) as batch_op:
        batch_op.add_column(sa.Column("planned_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("opens_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("closes_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("held_by", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("called_off", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("typed_by", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("typed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.alter_column("held_on", existing_type=sa.Date(), nullable=True)
        batch_op.create_foreign_key(op.f("fk_plan_review_held_by_user_account"), "user_account", ["held_by"], ["id"])
        batch_op.create_foreign_key(op.f("fk_plan_review_typed_by_user_account"), "user_account", ["typed_by"], ["id"])
    connection = op.get_bind()
    connection.execute(_REVIEWS.update().values(planned_on=_REVIEWS.c.held_on))
    planned = connection.execute(sa.select(_PLANS).where(_PLANS.c.review_on.is_not(None)).order_by(_PLANS.c.id)).all()
    if planned:
        connection.execute(_REVIEWS.insert(), [_planned(plan.id, plan.review_on) for plan in planned])
    with op.batch_alter_table("plan_review", schema=None) as batch_op:
        batch_op.alter_column("planned_on", existing_type=sa.Date(), nullable=False)
        batch_op.drop_column("next_on")


def downgrade() -> None:
    """Keep of the planned ones what a plan itself says, the day of its next follow-up."""
    with op.batch_alter_table("plan_review", schema=None) as batch_op:
        batch_op.add_column(sa.Column("next_on", sa.Date(), nullable=True))
    op.get_bind().execute(_REVIEWS.delete().where(_REVIEWS.c.held_on.is_(None)))
    with op.batch_alter_table("plan_review", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_plan_review_typed_by_user_account"), type_="foreignkey")
        batch_op.drop_constraint(op.f("fk_plan_review_held_by_user_account"), type_="foreignkey")
        batch_op.alter_column("held_on", existing_type=sa.Date(), nullable=False)
        for name in ("typed_at", "typed_by", "called_off", "held_by", "closes_on", "opens_on", "planned_on"):
            batch_op.drop_column(name)
    with op.batch_alter_table("plan_step", schema=None) as batch_op:
        batch_op.drop_column("carried")
        batch_op.drop_column("dropped_on")


def _planned(plan: UUID, day: date) -> dict[str, Any]:
    # It says nothing, so that there is nothing to seal either.
    return {"id": _new_id(), "version": 1, "plan_id": plan, "planned_on": day, "body": "{}"}


def _new_id() -> UUID:
    """Return a key as the program of this schema makes them, by time; written out, since a migration does not change later."""
    signs = int(time.time() * 1000).to_bytes(6, "big") + os.urandom(10)
    return UUID(bytes=signs[:6] + bytes([0x70 | signs[6] & 0x0F, signs[7], 0x80 | signs[8] & 0x3F]) + signs[9:])
