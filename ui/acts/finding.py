"""What the palette finds: people, records and notes, each with where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.palette import note_search
from jobbpunkt.people import lookup
from jobbpunkt.register import finding
from jobbpunkt.register.permissions import Permission
from ui.acts.act import Act, Section, leads_to
from ui.acts.people import called

if TYPE_CHECKING:
    from uuid import UUID

    from jobbpunkt.base.words import Words
    from jobbpunkt.palette.note_search import NoteHit
    from jobbpunkt.register.finding import Hit
    from jobbpunkt.register.unit_of_work import Reading
    from ui.context import Context
    from ui.pages import PageEntry

LIMIT, NOTES = 20, 6
ICONS = {"coaching_session": "message-square", "person_note": "pencil", "agreed_step": "check"}


def records(uow: Reading, words: Words, pages: Sequence[PageEntry], typed: str) -> tuple[Section, ...]:
    """Return what has the typed words in its name, under the name of the page that shows it, in the order of the pages."""
    hits = finding.find(uow, typed, limit=LIMIT)
    people = called(uow, words, hits)
    owners = _owners(uow, words, hits)
    # The first page that shows a kind: who has no page of people finds them in their group.
    shown_by = {kind: page for page in reversed(pages) for kind in page.finds}
    return tuple(
        Section(
            words(page.title),
            tuple(
                Act(
                    people.get(hit.record, hit.title),
                    page.icon,
                    leads_to(page.key, hit.record),
                    owners.get(hit.record, ""),
                )
                for hit in hits
                if shown_by.get(hit.kind) is page
            ),
        )
        for page in pages
    )


def papers(uow: Reading, words: Words, typed: str) -> tuple[Act, ...]:
    """Return what the code of a paper, typed or scanned from it, stands for."""
    plan = plans.by_code(uow, typed) if uow.user.may(Permission.SEE_PLANS) else None
    if plan is None:
        return ()
    detail = " · ".join((words(plan.kind.label), words(plan.status.label)))
    return (Act(words("The plan of {name}", name=plan.person.shown(words)), "target", leads_to("plans", plan.id), detail),)


def _owners(uow: Reading, words: Words, hits: Sequence[Hit]) -> dict[UUID, str]:
    """Return whose each record is, for those that are about a person: two may have sought the same post."""
    whose = {hit.record: hit.person for hit in hits if hit.person is not None and hit.kind != "person"}
    if not whose:
        return {}
    names = lookup.called(uow, set(whose.values()))
    return {record: names[person].shown(words) for record, person in whose.items() if person in names}


def notes(uow: Reading, words: Words, typed: str) -> tuple[Act, ...]:
    """Return the notes that hold the typed words, for who may read them."""
    if not uow.user.may(Permission.SEE_NOTES):
        return ()
    return tuple(_note(words, hit) for hit in note_search.find(uow, typed, limit=NOTES))


def _note(words: Words, hit: NoteHit) -> Act:
    names = ", ".join(name.shown(words) for name in hit.names)
    kind = {
        "coaching_session": words("Written in the meeting"),
        "person_note": words("Note"),
        "agreed_step": words("Agreed step"),
    }[hit.kind]
    day = "" if hit.on is None else f"{words.day(hit.on, 'weekday')} {hit.on.year}"
    detail = " · ".join(filter(None, (names, day, kind)))
    return Act(hit.around, ICONS[hit.kind], partial(_open_note, hit), detail)


def _open_note(hit: NoteHit, parent: QWidget, context: Context) -> None:
    if hit.meeting is not None:
        context.go("coaching", hit.meeting)
        return
    context.go("people", hit.person)
    if hit.kind == "person_note":
        from ui.people.note_form import change_note

        change_note(parent, context, hit.person, hit.record)
