"""The command that lists who did what kind of thing when, for administrators."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jobbpunkt.base import checks
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words
from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import FormatOption, RegisterOption, TextOrJson, UserOption

if TYPE_CHECKING:
    from jobbpunkt.oversight.log import LogRow
    from jobbpunkt.register.unit_of_work import Reading


class Kind(Enum):
    """What the log can be narrowed to on the command line."""

    SIGNED_IN = "signed-in"
    REFUSED = "refused"
    ACCESS = "access"
    READ = "read"
    ANYWAY = "anyway"
    PRINTED = "printed"
    EXPORTED = "exported"


def join(root: typer.Typer) -> None:
    """Add the command."""
    root.command("log", help=N_("List who did what kind of thing when, without contents. Needs the right to manage users."))(_log)


def _log(
    context: typer.Context,
    *,
    register: RegisterOption,
    user: UserOption,
    by: Annotated[str, typer.Option("--by", metavar=N_("NAME"), help=N_("Only what this user did."))] = "",
    kind: Annotated[Kind | None, typer.Option("--kind", help=N_("Only events of this kind."))] = None,
    first: Annotated[str, typer.Option("--from", metavar=N_("DAY"), help=N_("Only from this day on (2020-06-15)."))] = "",
    last: Annotated[str, typer.Option("--to", metavar=N_("DAY"), help=N_("Only up to and including this day."))] = "",
    most: Annotated[int, typer.Option("--most", min=1, help=N_("How many of the latest events."))] = 500,
    format: FormatOption = TextOrJson.TEXT,  # noqa: A002 - its name on the command line
) -> None:
    from jobbpunkt.oversight.log import LogFilter, LogKind, events

    words = desk.of(context).words
    with desk.opened(context, register, user) as opened, opened.reading() as uow:
        wanted = LogFilter(
            kind=LogKind[kind.name] if kind else None,
            user_id=_user(uow, by) if by else None,
            first=checks.parse_day(first, uow.clock.today(), field="from"),
            last=checks.parse_day(last, uow.clock.today(), field="to"),
            most=most,
        )
        page = events(uow, wanted)
    rows = [_row(row, words) for row in page.rows]
    if format is TextOrJson.JSON:
        desk.say_json(rows)
    elif rows:
        desk.say(desk.aligned([tuple("" if value is None else str(value) for value in row.values()) for row in rows]))
    else:
        desk.say(words("There is nothing to list."))


def _user(uow: Reading, login: str) -> Any:
    from jobbpunkt.register import accounts
    from jobbpunkt.register.typed_access import tidy_login

    for row in accounts.users(uow):
        if row.login == tidy_login(login):
            return row.id
    raise UserError("There is no user with the name {login} in this register. Check the name.", login=login)


def _row(row: LogRow, words: Words) -> dict[str, Any]:
    return {
        "at": words.moment(row.at),
        "user": row.user or None,
        "kind": Kind[row.kind.name].value,
        "action": words(row.action.label),
        "what": row.about or words(row.what.label),
        "person": row.reference,
        "detail": ", ".join(words(role.label) for role in row.roles) or row.detail or None,
    }
