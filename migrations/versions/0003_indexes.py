"""Indexes for what is read all day, by name, person, enrolment and coach; and the words of the search made whole."""

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Each index with its table and columns; the old ones are beginnings of new ones.
_NEW = (
    ("ix_person_name", "person", ["given_name", "family_name", "reference"]),
    ("ix_case_file_person_latest", "case_file", ["person_id", "registered_on", "id"]),
    ("ix_case_file_status_enrolled", "case_file", ["status", "enrolled_on"]),
    ("ix_case_file_enrolled_on", "case_file", ["enrolled_on"]),
    ("ix_outcome_starts_on", "outcome", ["starts_on"]),
    ("ix_coaching_session_coach_time", "coaching_session", ["coach_id", "starts_at"]),
    ("ix_coaching_session_supersedes_id", "coaching_session", ["supersedes_id"]),
    ("ix_session_participant_person", "session_participant", ["person_id", "session_id"]),
    ("ix_application_applied_on", "application", ["applied_on"]),
    ("ix_application_step_latest", "application_step", ["application_id", "reached_on"]),
    ("ix_application_step_recent", "application_step", ["reached_on", "application_id"]),
    ("ix_plan_coach_review", "plan", ["coach_id", "review_on", "id"]),
    ("ix_plan_review", "plan", ["review_on", "id"]),
    ("ix_plan_version_adopted_at", "plan_version", ["adopted_at"]),
    ("ix_cv_version_made_at", "cv_version", ["made_at"]),
    ("ix_letter_version_made_at", "letter_version", ["made_at"]),
)
_OLD = (
    ("ix_case_file_person_id", "case_file", ["person_id"]),
    ("ix_case_file_status", "case_file", ["status"]),
    ("ix_coaching_session_coach_id", "coaching_session", ["coach_id"]),
    ("ix_session_participant_person_id", "session_participant", ["person_id"]),
    ("ix_application_step_application_id", "application_step", ["application_id"]),
    ("ix_plan_review_on", "plan", ["review_on"]),
)
_PROTECTED = text("protection <> 'none'")


def upgrade() -> None:
    for name, table, columns in _NEW:
        op.create_index(name, table, columns)
    op.create_index("ix_person_protected", "person", ["protection"], sqlite_where=_PROTECTED, postgresql_where=_PROTECTED)
    for name, table, _ in _OLD:
        op.drop_index(name, table_name=table)
    if op.get_context().dialect.name == "sqlite":
        # 0002 made this index beside rows that were there already, and left them out of it.
        op.execute("INSERT INTO search_fts(search_fts) VALUES ('rebuild')")


def downgrade() -> None:
    for name, table, columns in _OLD:
        op.create_index(name, table, columns)
    op.drop_index("ix_person_protected", table_name="person")
    for name, table, _ in _NEW:
        op.drop_index(name, table_name=table)
