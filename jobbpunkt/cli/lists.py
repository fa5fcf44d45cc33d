"""Commands that list what there is, with the ids that other commands ask for."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import typer

from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import FormatOption, RegisterOption, TextOrJson, UserOption
from jobbpunkt.cli.exchange import PersonOption
from jobbpunkt.i18n import N_, Words
from jobbpunkt.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from jobbpunkt.papers import OwnedPaper

Rows = Sequence[dict[str, Any]]
Lister = Callable[[UnitOfWork, Words], Rows]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("List what there is, with the ids that other commands ask for."), no_args_is_help=True)
    group.command("people", help=N_("List everybody in the caseload."))(_command(_people))
    group.command("campaigns", help=N_("List the campaigns."))(_command(_campaigns))
    group.command("plans", help=N_("List the plans that you may see."))(_command(_plans))
    group.command("sessions", help=N_("List the meetings that you may see."))(_command(_sessions))
    group.command("cvs", help=N_("List the CVs that you may see."))(_command(_papers(_cvs)))
    group.command("letters", help=N_("List the personal letters that you may see."))(_command(_papers(_letters)))
    group.command("programmes", help=N_("List the projects."))(_command(_programmes))
    group.command("history", help=N_("List who did what with what concerns a person."))(_history)
    root.add_typer(group, name="list")


def _command(lister: Lister) -> Callable[..., None]:
    def listing(
        context: typer.Context,
        *,
        register: RegisterOption,
        user: UserOption,
        format: FormatOption = TextOrJson.TEXT,  # noqa: A002 - its name on the command line
    ) -> None:
        words = desk.of(context).words
        with desk.opened(context, register, user) as opened, opened.reading() as uow:
            rows = lister(uow, words)
        _say(rows, format, words)

    return listing


def _history(
    context: typer.Context,
    *,
    person: PersonOption,
    register: RegisterOption,
    user: UserOption,
    format: FormatOption = TextOrJson.TEXT,  # noqa: A002 - its name on the command line
) -> None:
    from jobbpunkt.people import lookup

    words = desk.of(context).words
    with desk.opened(context, register, user) as opened, opened.reading() as uow:
        rows = _traces(uow, lookup.person(uow, person), words)
    _say(rows, format, words)


def _traces(uow: UnitOfWork, person_id: UUID, words: Words) -> Rows:
    from jobbpunkt.exchange.titles import titles
    from jobbpunkt.people.history import of_person

    named = titles(words.language)
    return [
        {
            "at": words.moment(row.at),
            "user": row.user,
            "action": words(row.action.label),
            "what": named.table(row.noun),
            "id": str(row.record),
            "reason": row.reason or None,
        }
        for row in of_person(uow, person_id)
    ]


def _say(rows: Rows, format: TextOrJson, words: Words) -> None:  # noqa: A002 - as on the command line
    if format is TextOrJson.JSON:
        desk.say_json(rows)
    elif rows:
        desk.say(desk.aligned([tuple(_told(value) for value in row.values()) for row in rows]))
    else:
        desk.say(words("There is nothing to list."))


def _told(value: Any) -> str:
    return "" if value is None else str(value)


def _people(uow: UnitOfWork, words: Words) -> Rows:
    from jobbpunkt.people.caseload import caseload

    return [
        {
            "id": str(row.id),
            "name": row.name.shown(words),
            "status": words(row.status.label) if row.status else None,
            "coach": row.coach or None,
            "enrolled_on": row.enrolled_on.isoformat() if row.enrolled_on else None,
        }
        for row in caseload(uow, limit=1_000_000)
    ]


def _campaigns(uow: UnitOfWork, words: Words) -> Rows:  # noqa: ARG001 - as its siblings
    from jobbpunkt import campaigns

    return [
        {
            "id": str(row.id),
            "from": row.starts_on.isoformat(),
            "to": row.ends_on.isoformat(),
            "place": row.place,
            "name": row.name,
        }
        for row in campaigns.overview(uow)
    ]


def _sessions(uow: UnitOfWork, words: Words) -> Rows:
    from jobbpunkt import coaching

    return [
        {
            "id": str(row.id),
            "at": words.moment(row.starts_at),
            "kind": words(row.facts.kind.label),
            "status": words(row.status.label),
            "coach": row.coach,
            "names": ", ".join(person.name.shown(words) for person in row.people),
        }
        for row in coaching.between(uow, date(1900, 1, 1), date(2100, 12, 31))
    ]


def _papers(of_everybody: Callable[[UnitOfWork], Sequence["OwnedPaper"]]) -> Lister:
    def listing(uow: UnitOfWork, words: Words) -> Rows:
        return [
            {
                "id": str(row.id),
                "name": row.person.shown(words),
                "version": row.latest,
                "made": words.moment(row.made_at),
                "title": row.title,
            }
            for row in of_everybody(uow)
        ]

    return listing


def _cvs(uow: UnitOfWork) -> Sequence["OwnedPaper"]:
    from jobbpunkt import cvs

    return cvs.of_everybody(uow)


def _letters(uow: UnitOfWork) -> Sequence["OwnedPaper"]:
    from jobbpunkt import letters

    return letters.of_everybody(uow)


def _programmes(uow: UnitOfWork, words: Words) -> Rows:  # noqa: ARG001 - as its siblings
    from jobbpunkt import programmes

    return [
        {
            "id": str(row.id),
            "from": row.data.starts_on.isoformat() if row.data.starts_on else None,
            "to": row.data.ends_on.isoformat() if row.data.ends_on else None,
            "name": row.data.name,
        }
        for row in programmes.programmes(uow)
    ]


def _plans(uow: UnitOfWork, words: Words) -> Rows:
    from jobbpunkt import plans

    return [
        {
            "id": str(row.id),
            "kind": words(row.kind.label),
            "name": row.person.shown(words),
            "status": words(row.status.label),
            "from": row.starts_on.isoformat(),
            "adopted": row.adopted,
        }
        for row in plans.all_plans(uow)
    ]
