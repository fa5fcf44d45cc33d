"""A voice from the year: one story or quotation that somebody wrote for its report, with how its person agreed."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import gone, stale
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.report import YearVoice

LONGEST = 600  # signs of a voice: it stands on the first page


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """What is said, whose it is in words that name nobody who does not want it, and how they agreed."""

    text: str
    told_by: str
    consent: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice as it stands."""

    id: UUID
    version: int
    year: int
    words: VoiceWords


@depends_on(YearVoice)
def voice(uow: Reading, year: int) -> Voice | None:
    """Return the voice of a year, if anybody wrote one."""
    uow.require(Permission.SEE_REPORTS)
    row = _row(uow, year)
    return None if row is None else Voice(row.id, row.version, row.year, VoiceWords(row.text, row.told_by, row.consent))


def write_voice(uow: Writing, year: int, version: int, said: VoiceWords) -> Change:
    """Save the voice of a year; `version` is that of what stood there, nought where nothing did."""
    uow.require(Permission.EDIT_EVENTS)
    checks.year(year, field="year")
    text = checks.text(said.text, field="text", longest=LONGEST, required=True)
    told_by = checks.line(said.told_by, field="told_by", required=True)
    consent = checks.line(said.consent, field="consent", required=True)
    row = _row(uow, year)
    if version != (0 if row is None else row.version):
        raise stale()
    if row is None:
        row = uow.add(YearVoice(year=year, text=text, told_by=told_by, consent=consent))
    row.text, row.told_by, row.consent = text, told_by, consent
    return uow.change(row, N_("The voice has been saved."))


def remove_voice(uow: Writing, year: int) -> Change:
    """Take away the voice of a year; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    row = _row(uow, year)
    if row is None:
        raise gone()
    uow.remove(row)
    return uow.change_of(row.id, N_("The voice has been removed."))


def _row(uow: Reading, year: int) -> YearVoice | None:
    return uow.session.scalars(select(YearVoice).where(YearVoice.year == year)).one_or_none()
