"""Who looked and who got in is found without reading the whole history."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_TRACES = "noun = 'user_account' OR action NOT IN ('created', 'changed', 'removed')"


def upgrade() -> None:
    op.create_index(
        "ix_history_entry_traces",
        "history_entry",
        ["at", "number", "action", "user_id"],
        unique=False,
        sqlite_where=sa.text(_TRACES),
        postgresql_where=sa.text(_TRACES),
    )


def downgrade() -> None:
    op.drop_index("ix_history_entry_traces", table_name="history_entry")
