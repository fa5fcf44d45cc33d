"""The paper at the end of an enrolment is one page where it can be, and never leaves a page nearly empty."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.lib.units import mm

from jobbpunkt.documents.closing import render_closing
from jobbpunkt.documents.looks import ORDINARY
from jobbpunkt.documents.pdf import sheet
from jobbpunkt.documents.session_data import AgreedStepLine
from jobbpunkt.documents.tree import Role
from models.vocabulary import Responsible
from tests.documents import samples

TEXTS = (
    "Skriva klart CV i CV-boxen",
    "Ringa och tacka för intervjun",
    "Läsa igenom annonserna på Platsbanken och välja ut tre som passar",
    "Hämta betyg",
)
ON_ONE_PAGE = 8  # steps done, beside an outcome with follow-ups, a comment and two steps that were not
LEAST_FILLED = 0.35


def _printed(steps: int) -> list[float]:
    """Return which share of each page the text takes, as a reader of the file finds it."""
    day = date(2020, 3, 2)
    done = [AgreedStepLine(TEXTS[n % len(TEXTS)], Responsible.PARTICIPANT, None, day + timedelta(n)) for n in range(steps)]
    pages = PdfReader(BytesIO(render_closing(replace(samples.CLOSING, done=tuple(done))))).pages
    top, bottom = sheet.HEIGHT - ORDINARY.sheet.top * mm, sheet.HEIGHT - ORDINARY.sheet.bottom * mm
    shares = []
    for page in pages:
        lowest: list[float] = []

        def note(text: str, cm: list[float], tm: list[float], _font: Any, _size: Any, into: list[float] = lowest) -> None:
            if text.strip():
                into.append(tm[5] + cm[5])

        page.extract_text(visitor_text=note)
        shares.append((top - min(y for y in lowest if y > bottom - 5)) / (top - bottom))
    return shares


@pytest.mark.parametrize("steps", range(0, 61, 3))
def test_no_page_is_nearly_empty(steps: int) -> None:
    filled = _printed(steps)
    if steps <= ON_ONE_PAGE:
        assert len(filled) == 1
    else:
        assert min(filled) >= LEAST_FILLED, filled


def test_a_short_paper_keeps_its_room() -> None:
    few = replace(samples.CLOSING, done=(), undone=(), dropped=())
    (page,) = PdfReader(BytesIO(render_closing(few))).pages
    sizes: list[float] = []
    page.extract_text(
        visitor_text=lambda text, _cm, tm, _font, size: sizes.append(size * tm[0]) if "Noor började" in text else None
    )
    assert sizes == [ORDINARY.roles[Role.LEAD].size], "the comment is set large where there is room"
