"""The sheet from a meeting carries the day it is at home, also late in the evening."""

from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from jobbpunkt.documents.session import render_session
from jobbpunkt.documents.session_data import SessionDocument
from jobbpunkt.i18n import Words


def test_a_meeting_after_midnight_is_named_after_its_swedish_day(words_sv: Words) -> None:
    late = SessionDocument(("Anna Berg",), "Karin Exempel", "Coachingsamtal", datetime(2020, 6, 15, 22, 30, tzinfo=UTC), 30)
    about = PdfReader(BytesIO(render_session(late, words_sv))).metadata
    assert about is not None
    assert "2020-06-16" in str(about.title)
