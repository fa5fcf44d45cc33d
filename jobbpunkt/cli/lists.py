"""Commands that list what there is, with the ids that other commands ask for."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from jobbpunkt.base.words import N_, Words
from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import FormatOption, RegisterOption, TextOrJson, UserOption, WhyOption
from jobbpunkt.cli.exchange import PersonOption
from jobbpunkt.register.unit_of_work import Reading

if TYPE_CHECKING:
    from jobbpunkt.written.versioned import OwnedWritten

FolderOption = Annotated[Path, typer.Option("--in", metavar=N_("FOLDER"), help=N_("The folder with the backups."))]
Rows = Sequence[dict[str, Any]]
Lister = Callable[[Reading, Words], Rows]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("List what there is, with the ids that other commands ask for."), no_args_is_help=True)
    group.command("people", help=N_("List everybody in the caseload."))(_command(_people))
    group.command("campaigns", help=N_("List the campaigns."))(_command(_campaigns))
    group.command("plans", help=N_("List the plans that you may see."))(_command(_plans))
    group.command("sessions", help=N_("List the meetings that you may see."))(_command(_sessions))
    group.command("cvs", help=N_("List the CVs that you may see."))(_command(_written(_cvs)))
    group.command("letters", help=N_("List the personal letters that you may see."))(_command(_written(_letters)))
    group.command("certificates", help=N_("List the certificates of work training."))(_command(_certificates))
    group.command("programmes", help=N_("List the projects."))(_command(_programmes))
    group.command("areas", help=N_("List the areas of work."))(_command(_areas))
    group.command("inspections", help=N_("List the inspections of what was cleaned."))(_command(_inspections))
    group.command("releases", help=N_("List the reports that have left, the latest first."))(_command(_releases))
    group.command("history", help=N_("List who did what with what concerns a person."))(_history)
    group.command("backups", help=N_("List the backups in a folder, newest first."))(_backups)
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
    why: WhyOption = "",
    format: FormatOption = TextOrJson.TEXT,  # noqa: A002 - its name on the command line
) -> None:
    from jobbpunkt.people import lookup

    words = desk.of(context).words
    with desk.opened(context, register, user, why) as opened, opened.reading() as uow:
        rows = _traces(uow, lookup.person(uow, person), words)
    _say(rows, format, words)


def _backups(
    context: typer.Context,
    *,
    folder: FolderOption,
    register: RegisterOption,
    user: UserOption,
    format: FormatOption = TextOrJson.TEXT,  # noqa: A002 - its name on the command line
) -> None:
    from jobbpunkt.register import backup

    words = desk.of(context).words
    with desk.opened(context, register, user) as opened:
        found = backup.listed(opened, folder)
    rows = [
        {
            "at": words.moment(each.made_at),
            "file": each.backup.name,
            "rows": each.rows,
            "there": each.is_there,
            "head": each.head.spelled(),
        }
        for each in found
    ]
    _say(rows, format, words)


def _traces(uow: Reading, person_id: UUID, words: Words) -> Rows:
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


def _people(uow: Reading, words: Words) -> Rows:
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


def _campaigns(uow: Reading, words: Words) -> Rows:  # noqa: ARG001 - as its siblings
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


def _sessions(uow: Reading, words: Words) -> Rows:
    from jobbpunkt import coaching

    return [
        {
            "id": str(row.id),
            "at": words.moment(row.starts_at),
            "kind": words(row.facts.kind.label) if row.people else "",
            "status": words(row.status.label) if row.people else "",
            "coach": row.coach,
            "names": ", ".join(person.name.shown(words) for person in row.people),
        }
        for row in coaching.between(uow, date(1900, 1, 1), date(2100, 12, 31))
    ]


def _written(of_everybody: Callable[[Reading], Sequence["OwnedWritten"]]) -> Lister:
    def listing(uow: Reading, words: Words) -> Rows:
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


def _cvs(uow: Reading) -> Sequence["OwnedWritten"]:
    from jobbpunkt.written import cvs

    return cvs.of_everybody(uow)


def _letters(uow: Reading) -> Sequence["OwnedWritten"]:
    from jobbpunkt.written import letters

    return letters.of_everybody(uow)


def _inspections(uow: Reading, words: Words) -> Rows:
    from jobbpunkt import inspections, work

    return [
        {
            "id": str(row.id),
            "at": words.moment(row.head.held_at),
            "place": row.place,
            "supplier": row.head.supplier,
            "passed": row.score.passed,
            "judged": row.score.judged,
            "left": row.left,
        }
        for programme in work.programmes(uow)
        for row in inspections.rows(uow, programme.id)
    ]


def _releases(uow: Reading, words: Words) -> Rows:
    from jobbpunkt.disclosure import releases

    return [
        {
            "id": str(row.id),
            "at": words.moment(row.at),
            "report": row.report,
            "format": row.form,
            "from": row.first.isoformat(),
            "to": row.last.isoformat(),
            "user": row.by,
            "told": sum(value is not None for value in row.told.values()),
            "hidden": sum(value is None for value in row.told.values()),
        }
        for row in releases.all_released(uow)
    ]


def _programmes(uow: Reading, words: Words) -> Rows:  # noqa: ARG001 - as its siblings
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


def _areas(uow: Reading, words: Words) -> Rows:
    from jobbpunkt import work

    return [
        {"id": str(area.id), "kind": words(area.data.kind.label), "project": programme.name, "name": area.data.name}
        for programme in work.programmes(uow)
        for area in work.areas(uow, programme.id)
    ]


def _certificates(uow: Reading, words: Words) -> Rows:
    from jobbpunkt import certificates

    return [
        {
            "id": str(row.id),
            "name": row.person.shown(words),
            "programme": row.programme,
            "accepted": row.accepted_on.isoformat(),
        }
        for row in certificates.of_everybody(uow)
    ]


def _plans(uow: Reading, words: Words) -> Rows:
    from jobbpunkt import plans

    return [
        {
            "id": str(row.id),
            "kind": words(row.kind.label),
            "name": row.person.shown(words),
            "status": words(row.status.label),
            "from": row.starts_on.isoformat() if row.starts_on else "",
            "adopted": row.adopted,
        }
        for row in plans.all_plans(uow)
    ]
