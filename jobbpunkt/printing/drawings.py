"""Each paper of one record: gathered and noted within the register, drawn when it is closed again."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from jobbpunkt import campaigns, certificates, closing, consents, plans, progress, promises
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import on_paper as sheet
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import Setting, Wish, spoken
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.work import on_paper as notices
from jobbpunkt.written import cvs, letters

AS_IT_IS = Wish()
Paper = Callable[[Writing, UUID, Words, Wish], Drawing[Any]]


def cv(uow: Writing, cv_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:  # noqa: ARG001 - as its siblings
    """Return what draws a CV, in its own language unless another one is wished for."""
    from jobbpunkt.documents.cv import render_cv

    found = cvs.document(uow, cv_id)
    cvs.note_printed(uow, cv_id)
    return Drawing(found.data, render_cv, wish.over(Setting(found.language)))


def letter(uow: Writing, letter_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:  # noqa: ARG001 - as its siblings
    """Return what draws a personal letter, in its own language unless another one is wished for."""
    from jobbpunkt.documents.letter import render_letter

    found = letters.document(uow, letter_id)
    letters.note_printed(uow, letter_id)
    return Drawing(found.data, render_letter, wish.over(Setting(found.language)))


def partner(uow: Writing, partner_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws the page of a partner of a campaign."""
    drawing = campaigns.partner_drawing(uow, partner_id, words, wish)
    campaigns.note_partner_printed(uow, partner_id)
    return drawing


def plan(uow: Writing, plan_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws a plan as it stands, in its own language where papers speak it."""
    from jobbpunkt.documents.plan import render_plan

    data = plans.document(uow, plan_id, words)
    plans.note_printed(uow, plan_id)
    return Drawing(data, render_plan, wish.over(spoken(data.language)))


def consent(uow: Writing, person_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws a person's consent to a plan for better health, to be signed or as it was given."""
    from jobbpunkt.documents.consent import render_consent

    data = consents.document(uow, person_id, words)
    consents.note_printed(uow, person_id)
    return Drawing(data, render_consent, wish.over(spoken(data.speaks)))


def completion(uow: Writing, plan_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws how a completed plan went."""
    from jobbpunkt.documents.completion import render_completion

    data = plans.completion(uow, plan_id, words)
    plans.note_printed(uow, plan_id)
    return Drawing(data, render_completion, wish.over(spoken(data.speaks)))


def session(
    uow: Writing, session_id: UUID, words: Words, wish: Wish = AS_IT_IS, *, person_id: UUID | None = None
) -> Drawing[Any]:
    """Return what draws the sheet of a meeting: of all who took part, or of one of them with their own steps only."""
    from jobbpunkt.documents.session import render_session

    data = sheet.document(uow, session_id, words, person_id=person_id)
    sheet.note_printed(uow, session_id, person_id=person_id)
    return Drawing(data, render_session, wish.over(spoken(data.speaks, words.language)))


def inspection(uow: Writing, inspection_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws the protocol of an inspection, in the reader's language unless another one is wished for."""
    from jobbpunkt.documents.inspection import render_inspection
    from jobbpunkt.inspections import on_paper as protocol

    data = protocol.document(uow, inspection_id)
    protocol.note_printed(uow, inspection_id)
    return Drawing(data, render_inspection, wish.over(Setting(words.language)))


def attendance(
    uow: Writing, programme_id: UUID, person_id: UUID, words: Words, wish: Wish = AS_IT_IS, *, month: date
) -> Drawing[Any]:
    """Return what draws the attendance sheet of a person's month."""
    from jobbpunkt.documents.attendance import render_attendance
    from jobbpunkt.shifts import on_paper as sheets

    data = sheets.document(uow, programme_id, person_id, month, words)
    sheets.note_printed(uow, programme_id, person_id, month)
    return Drawing(data, render_attendance, wish.over(spoken(data.speaks, words.language)))


def summary(uow: Writing, person_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws the summary of a person's enrolment that has ended."""
    from jobbpunkt.documents.closing import render_closing

    data = closing.document(uow, person_id, words)
    closing.note_printed(uow, person_id)
    return Drawing(data, render_closing, wish.over(spoken(data.speaks, words.language)))


def certificate(uow: Writing, certificate_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws a certificate of work training, in Swedish unless another language is wished for: employers read it."""
    from jobbpunkt.documents.certificate import render_certificate

    data = certificates.document(uow, certificate_id, words)
    certificates.note_printed(uow, certificate_id)
    return Drawing(data, render_certificate, wish.over(Setting()))


def extract(uow: Writing, person_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws all that is kept about a person, but for plans for better health."""
    return _extract(uow, person_id, words, wish, health=False)


def health_extract(uow: Writing, person_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws all that is kept in a person's plans for better health, a paper of its own."""
    return _extract(uow, person_id, words, wish, health=True)


def _extract(uow: Writing, person_id: UUID, words: Words, wish: Wish, *, health: bool) -> Drawing[Any]:
    from jobbpunkt.documents.extract import render_extract
    from jobbpunkt.exchange import extract as everything

    data = everything.document(uow, person_id, health=health)
    everything.note_printed(uow, person_id, health=health)
    return Drawing(data, render_extract, wish.over(spoken(data.speaks, words.language)))


def looked(uow: Writing, person_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws who has looked at a person in the last year, but for plans for better health."""
    from jobbpunkt.documents.looked import render_looked
    from jobbpunkt.oversight import on_paper

    data = on_paper.document(uow, person_id, words)
    on_paper.note_printed(uow, person_id)
    return Drawing(data, render_looked, wish.over(spoken(data.speaks, words.language)))


def promised(uow: Writing, person_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws what a person and others have promised, without health plans."""
    return _promised(uow, person_id, words, wish, health=False)


def health_promised(uow: Writing, person_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws the promises of a person's health plans alone."""
    return _promised(uow, person_id, words, wish, health=True)


def _promised(uow: Writing, person_id: UUID, words: Words, wish: Wish, *, health: bool) -> Drawing[Any]:
    from jobbpunkt.documents.promises import render_promises

    data = promises.document(uow, person_id, words, health=health)
    promises.note_printed(uow, person_id, health=health)
    return Drawing(data, render_promises, wish.over(spoken(data.speaks, words.language)))


def activities(
    uow: Writing,
    person_id: UUID,
    words: Words,
    wish: Wish = AS_IT_IS,
    *,
    month: date | None = None,
    steps: bool = True,
) -> Drawing[Any]:
    """Return what draws the sheet for a person's activity report of a month, the one before this unless another is named."""
    from jobbpunkt.activities import on_paper
    from jobbpunkt.documents.activities import render_activities
    from jobbpunkt.documents.activities_data import Category

    data = on_paper.document(uow, person_id, words, month)
    on_paper.note_printed(uow, person_id)
    shown = data if steps else data.without({one.id for one in data.of(Category.STEP)})
    return Drawing(shown, render_activities, wish.over(spoken(data.speaks, words.language)))


def notice(uow: Writing, area_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:  # noqa: ARG001 - as its siblings
    """Return what draws the notice of an area: what is cleaned there, and when."""
    from jobbpunkt.documents.notice import render_notice

    data = notices.document(uow, area_id)
    notices.note_printed(uow, area_id)
    return Drawing(data, render_notice, wish.over(Setting()))


def way_to_work(uow: Writing, person_id: UUID, words: Words, wish: Wish = AS_IT_IS) -> Drawing[Any]:
    """Return what draws a person's own way towards work."""
    from jobbpunkt.documents.progress import render_progress

    data = progress.document(uow, person_id, words)
    progress.note_printed(uow, person_id)
    return Drawing(data, render_progress, wish.over(spoken(data.speaks, words.language)))
