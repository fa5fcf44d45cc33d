"""Projects with partners and co-operation groups: the goal, the method, with whom, who paid, and what came of it."""

from collections.abc import Iterator
from datetime import date

from jobbpunkt import programmes
from jobbpunkt.base.words import N_
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.programmes import ProgrammeData, ProgrammePartner
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import joined
from models.vocabulary import PartnerRole, ProgrammeKind

_TEXTS = (
    ("goal", N_("Goal: {text}")),
    ("method", N_("Method: {text}")),
    ("resources", N_("Resources: {text}")),
    ("result", N_("What came of it: {text}")),
)


def told(year: Year) -> YearPart | None:
    """Return the part; nothing where no such project ran in the year."""
    with_whom = programmes.partners(year.uow)
    found = [
        (key, data) for key, data in programmes.described(year.uow) if data.kind is not ProgrammeKind.WORK and runs(data, year)
    ]
    if not found:
        return None
    items = tuple(_line(data, with_whom.get(key, ()), year) for key, data in found)
    return YearPart(year.words("Projects and co-operation"), items=items)


def of_work(year: Year, name: str) -> Iterator[Said]:
    """Yield what is written of a programme with a group at work beside its purpose."""
    for _, data in programmes.described(year.uow):
        if data.name == name:
            yield from texts(data, year)


def texts(data: ProgrammeData, year: Year) -> Iterator[Said]:
    """Yield goal, method, resources and result, those that somebody wrote."""
    for field, sentence in _TEXTS:
        text = getattr(data, field).strip()
        if text:
            yield year.words(sentence, text=text)


def runs(data: ProgrammeData, year: Year) -> bool:
    """Tell whether a programme runs in the year."""
    first, last = data.starts_on or date.min, data.ends_on or date.max
    return first <= year.period.last and last >= year.period.first


def _line(data: ProgrammeData, partners: tuple[ProgrammePartner, ...], year: Year) -> Said:
    words = year.words
    said = [f"{data.name}, {data.site}."]
    if data.purpose.strip():
        said.append(data.purpose.strip())
    said += [str(text) for text in texts(data, year)]
    working = [_named(one) for one in partners if one.role is PartnerRole.PARTNER]
    paying = [_named(one) for one in partners if one.role is PartnerRole.FUNDER]
    if working:
        said.append(str(words("Together with {names}.", names=joined(working, words))))
    if paying:
        said.append(str(words("With support from {names}.", names=joined(paying, words))))
    return " ".join(said)


def _named(partner: ProgrammePartner) -> str:
    return f"{partner.name} ({partner.responsibility})" if partner.responsibility else partner.name
