"""Every kind of document, filled in at will: what the tests of all papers share."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from types import MappingProxyType
from typing import Any

from pypdf import PdfReader

from jobbpunkt.documents.activities import render_activities
from jobbpunkt.documents.attendance import render_attendance
from jobbpunkt.documents.campaign import render_campaign
from jobbpunkt.documents.caseload import render_caseload
from jobbpunkt.documents.certificate import render_certificate
from jobbpunkt.documents.chapter import render_chapter
from jobbpunkt.documents.closing import render_closing
from jobbpunkt.documents.completion import render_completion
from jobbpunkt.documents.consent import render_consent
from jobbpunkt.documents.cv import CvDocument, cv_document, render_cv
from jobbpunkt.documents.extract import render_extract
from jobbpunkt.documents.inspection import render_inspection
from jobbpunkt.documents.key_receipt import render_key_receipt
from jobbpunkt.documents.letter import render_letter
from jobbpunkt.documents.looked import render_looked
from jobbpunkt.documents.notice import render_notice
from jobbpunkt.documents.partner import render_partner
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.documents.progress import render_progress
from jobbpunkt.documents.promises import render_promises
from jobbpunkt.documents.recovery import render_recovery
from jobbpunkt.documents.session import render_session
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.sheet import render_sheet
from jobbpunkt.documents.summary import render_summary
from jobbpunkt.documents.year import render_year
from tests.documents import samples
from tests.documents.month import ACTIVITIES

Render = Callable[[Any, Setting], bytes]


EVERY: Mapping[str, tuple[Any, Render]] = MappingProxyType(
    {
        "activities": (ACTIVITIES, render_activities),
        "annual": (samples.YEAR, render_year),
        "summary": (samples.SUMMARY, render_summary),
        "attendance": (samples.ATTENDANCE, render_attendance),
        "campaign": (samples.CAMPAIGN, render_campaign),
        "caseload": (samples.CASELOAD, render_caseload),
        "certificate": (samples.CERTIFICATE, render_certificate),
        "chapter": (samples.CHAPTER, render_chapter),
        "closing": (samples.CLOSING, render_closing),
        "completion": (samples.COMPLETION, render_completion),
        "consent": (samples.CONSENT, render_consent),
        "cv": (cv_document(samples.MANY_JOBS), render_cv),
        "extract": (samples.EXTRACT, render_extract),
        "inspection": (samples.INSPECTION, render_inspection),
        "key_receipt": (samples.KEY_RECEIPT, render_key_receipt),
        "letter": (samples.LETTER, render_letter),
        "notice": (samples.NOTICE, render_notice),
        "partner": (samples.PARTNER, render_partner),
        "plan": (samples.PLAN, render_plan),
        "progress": (samples.PROGRESS, render_progress),
        "looked": (samples.LOOKED, render_looked),
        "promises": (samples.PROMISES, render_promises),
        "recovery": (samples.RECOVERY, render_recovery),
        "session": (samples.SESSION, render_session),
        "sheet": (samples.SHEET, render_sheet),
    }
)


# These figures stand elsewhere in the same document too, in full; what a person speaks chooses the language of the paper;
# a title stands in one language; a figure of another time has its words from the one that it stands beside;
# a campaign whose figures stand in a part is named by the part; where the history ended is
# printed by the command that makes a year's report, for the command that checks it.
SAID_ELSEWHERE = frozenset({"headline", "weeks", "speaks", "english", "of_campaign", "history", "before", "so_far"})


def filled(data: Any, text: Callable[[str], str], but: frozenset[str] = frozenset()) -> Any:
    """Return a document with `text(old)` in place of every text that holds something, save in the fields `but`."""
    if isinstance(data, CvDocument):
        sections = tuple((key, filled(entries, text)) for key, entries in data.sections)
        return replace(_fields_filled(data, text, frozenset({"sections", "chosen"})), sections=sections)
    if is_dataclass(data) and not isinstance(data, type):
        return _fields_filled(data, text, but)
    if isinstance(data, tuple):
        return tuple(filled(item, text, but) for item in data)
    return text(data) if isinstance(data, str) and data else data


def _fields_filled(data: Any, text: Callable[[str], str], but: frozenset[str]) -> Any:
    return replace(data, **{one.name: filled(getattr(data, one.name), text, but) for one in fields(data) if one.name not in but})


def text_of(pdf: bytes) -> str:
    """Return the text of every page as pypdf reads it, blanks made single."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def poppler_text(pdf: bytes) -> str:
    """Return the text of every page as Poppler reads it, without the marks of direction."""
    told = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return " ".join(told.translate(dict.fromkeys([0x202A, 0x202B, 0x202C, 0x200E, 0x200F])).split())


def fonts_of(pdf: bytes) -> list[tuple[str, bool]]:
    """Return the fonts that Poppler lists, each with whether it is embedded."""
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    rows = [line.split() for line in told.splitlines()[2:]]
    return [(row[0], row[-5] == "yes") for row in rows]
