"""A certificate as it goes on paper: what was accepted, signed by who wrote it down."""

from datetime import date
from uuid import UUID

from jobbpunkt.base.words import Words
from jobbpunkt.certificates import content
from jobbpunkt.certificates.data import Line, LineKind, NewCertificate
from jobbpunkt.certificates.proposing import proposed
from jobbpunkt.documents.certificate_data import CertificateDocument, PassedLine, TrainedLine
from jobbpunkt.people import details, names
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Writing
from models.account import User
from models.certificate import Certificate
from models.person import Person
from models.programme import Programme
from models.vocabulary import HistoryAction

_REASON = "certificate"


def document(uow: Writing, certificate_id: UUID, words: Words) -> CertificateDocument:
    """Return what a certificate says; a protected person's needs the key, and the history says first who opened it."""
    row = _opened(uow, certificate_id)
    signs = uow.get(User, row.recorded_by)
    return _document(uow, row.person_id, row.programme_id, content.lines(row), signs, row.accepted_on, words)


def preview(uow: Writing, new: NewCertificate, words: Words) -> CertificateDocument:
    """Return what a certificate with these lines would say, before anybody has accepted it."""
    uow.require(Permission.RECORD_WORK)
    proposed(uow, new.person_id, new.programme_id)  # refuses who takes no part: of them nothing is told here
    return _document(uow, new.person_id, new.programme_id, new.lines, uow.get(User, uow.user.id), new.accepted_on, words)


def note_printed(uow: Writing, certificate_id: UUID) -> None:
    """Note in the history that a certificate was printed or saved."""
    row = _opened(uow, certificate_id)
    uow.note(HistoryAction.PRINTED, noun=Certificate.__tablename__, record_id=row.id, person_id=row.person_id)


def _opened(uow: Writing, certificate_id: UUID) -> Certificate:
    uow.require(Permission.SEE_WORK)
    row = uow.get(Certificate, certificate_id)
    gate.require_group(uow, Permission.SEE_WORK, row.person_id, row.programme_id)
    return row


def _document(
    uow: Writing, person_id: UUID, programme: UUID, lines: tuple[Line, ...], signs: User, day: date, words: Words
) -> CertificateDocument:
    name, born = _whose(uow, person_id, words)
    period = next(iter(_of(lines, LineKind.PERIOD)), Line(LineKind.PERIOD))
    hours = next(iter(_of(lines, LineKind.HOURS)), None)
    return CertificateDocument(
        participant=name,
        programme=uow.get(Programme, programme).name,
        made_on=day,
        supervisor=signs.name,
        born=born,
        phone=signs.phone,
        first=period.first,
        last=period.last,
        hours=hours.amount if hours else None,
        places=tuple(line.what for line in _of(lines, LineKind.PLACE)),
        tasks=tuple(line.what for line in _of(lines, LineKind.TASK)),
        training=tuple(TrainedLine(line.what, line.first) for line in _of(lines, LineKind.TRAINING) if line.first),
        passed=tuple(PassedLine(line.what, int(line.amount or 0)) for line in _of(lines, LineKind.PASSED)),
    )


def _whose(uow: Writing, person_id: UUID, words: Words) -> tuple[str, date | None]:
    """Return whose certificate it is: the name and the day of birth, and nothing else; a protected person's need the key."""
    row, name = uow.get(Person, person_id), names(uow, [person_id])[person_id]
    if not name.protected:
        return name.shown(words), row.birth_date
    data = details.reveal(uow, person_id, _REASON).data
    return f"{data.given_name} {data.family_name}".strip() or name.shown(words), data.birth_date


def _of(lines: tuple[Line, ...], kind: LineKind) -> list[Line]:
    return [line for line in lines if line.kind is kind]
