"""What was accepted, as a post of a CV in the CV's own language, put there as a new version."""

from dataclasses import replace
from uuid import UUID

from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_, Words
from jobbpunkt.certificates.on_paper import document
from jobbpunkt.documents.certificate_post import post
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.resume import editing
from jobbpunkt.resume.entries import Work
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.certificate import Certificate


def into_cv(uow: Writing, certificate_id: UUID, cv_id: UUID, words: Words) -> Change:
    """Save a version of a CV with the accepted work as its first post; one from an earlier certificate gives way to it."""
    accepted = document(uow, certificate_id, words)
    view = cvs.get(uow, cv_id)
    sheet = editing.opened(view.content)
    new = post(accepted, PaperWords(view.language))
    others = tuple(
        one
        for one in sheet.sections["work"]
        if not (isinstance(one, Work) and (one.position, one.name) == (new.position, new.name))
    )
    changed = replace(sheet, sections={**sheet.sections, "work": (new, *others)})
    return cvs.save(uow, cv_id, view.latest, editing.closed(changed), words("From the certificate of work training"))


def begin_cv(uow: Writing, certificate_id: UUID, words: Words) -> Change:
    """Make the person's first CV with the accepted work in it."""
    person = uow.get(Certificate, certificate_id).person_id
    made = cvs.create(uow, NewWritten(person, words("CV")))
    into_cv(uow, certificate_id, made.record, words)
    return uow.change_of(made.record, N_("A CV has been made with the work in it."))
