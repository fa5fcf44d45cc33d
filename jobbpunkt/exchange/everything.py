"""The whole register in one ZIP of open formats, which one person can read without this program."""

import csv
import io
import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Table, select

from jobbpunkt import files, history
from jobbpunkt.errors import UserError
from jobbpunkt.exchange import values
from jobbpunkt.exchange.reach import Reach, reach, tables
from jobbpunkt.exchange.titles import Titles, titles
from jobbpunkt.i18n import Words
from jobbpunkt.permissions import Permission
from jobbpunkt.register import Register
from jobbpunkt.unit_of_work import UnitOfWork
from models.person import Person
from models.plan import Plan, PlanVersion
from models.vocabulary import HistoryAction, PlanKind

_BATCH = 500
_APART_COLUMNS = frozenset({"pdf", "sealed"})  # the paper stands as a file; what was sealed stands in its own columns
_OF_THE_PROTECTED = frozenset({"id", "reference", "protection"})
_COMMA = b",\n"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: rows per table by title, the number of papers, and in words what was left out."""

    path: Path
    rows: dict[str, int]
    papers: int
    left_out: tuple[str, ...]


def export(register: Register, target: Path, words: Words) -> Exported:
    """Write everything that the signed-in user may take out; the history says so before anything is written.

    Whoever keeps the register may do this. Health plans and protected people need the right and the key besides.
    """
    target = files.target(target)
    if not target.absolute().parent.is_dir():
        raise UserError("The folder {path} does not exist. Create it first, or choose another.", path=target.absolute().parent)
    with register.writing() as uow:
        uow.require(Permission.MANAGE_REGISTER)
        within = reach(uow)
        history.record(uow, HistoryAction.EXPORTED, noun="register", record_id=uow.transaction, reason=_extent(within))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with register.reading() as uow:
            done = _write(uow, temporary, within, words)
        temporary.replace(target)
    except OSError as error:
        raise files.unwritable(target) from error
    finally:
        _forget(temporary)
    return Exported(target, done.rows, done.papers, done.left_out)


def _forget(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return


def _extent(within: Reach) -> str:
    return ", ".join(["everything", *(["health"] if within.health else []), *(["protected"] if within.protected else [])])


def _write(uow: UnitOfWork, path: Path, within: Reach, words: Words) -> Exported:
    named = titles(words.language)
    with open(path, "wb", opener=_private) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        rows = {named.table(table.name): _table(uow, archive, table, within, (named, words)) for table in tables()}
        papers = _papers(uow, archive, within)
        left_out = _left_out(within, words)
        done = Exported(path, rows, papers, left_out)
        archive.writestr("LÄS MIG.txt", _readme(uow, done, words))
    return done


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, files.PRIVATE)


def _table(uow: UnitOfWork, archive: zipfile.ZipFile, table: Table, within: Reach, said: tuple[Titles, Words]) -> int:
    """Write a table twice, as CSV for a spreadsheet and as JSON for a program; row by row, however long it is."""
    named = said[0]
    columns = [column.name for column in table.columns if column.name not in _APART_COLUMNS]
    with archive.open(f"csv/{named.file(table.name)}.csv", "w") as raw:
        count = _csv(raw, _rows(uow, table, within), columns, said)
    with archive.open(f"json/{named.file(table.name)}.json", "w") as raw:
        _json(raw, _rows(uow, table, within), columns, said)
    return count


def _csv(raw: IO[bytes], rows: Iterator[dict[str, Any]], columns: list[str], said: tuple[Titles, Words]) -> int:
    named, words = said
    text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([named.column(column) for column in columns])
    count = 0
    for row in rows:
        writer.writerow([values.told(row[column], words) for column in columns])
        count += 1
    text.flush()
    text.detach()
    return count


def _json(raw: IO[bytes], rows: Iterator[dict[str, Any]], columns: list[str], said: tuple[Titles, Words]) -> None:
    named, words = said
    between = b""
    raw.write(b"[\n")
    for row in rows:
        told = {named.column(column): values.plain(row[column], words) for column in columns}
        raw.write(between + json.dumps(told, ensure_ascii=False).encode())
        between = _COMMA
    raw.write(b"\n]\n")


def _rows(uow: UnitOfWork, table: Table, within: Reach) -> Iterator[dict[str, Any]]:
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=_BATCH)
    for found in uow.session.connection().execute(query).mappings():
        row = dict(found)
        if within.shows_only_that_there_is_one(table, row):
            yield {name: row[name] if name in _OF_THE_PROTECTED else None for name in row}
        elif within.takes(table, row):
            yield _unsealed(table.name, row, within)


def _unsealed(table: str, row: dict[str, Any], within: Reach) -> dict[str, Any]:
    for column, value in row.items():
        if isinstance(value, str) and "id" in row:
            row[column] = within.opened(table, row["id"], column, value)
    if table == "person" and row["sealed"]:
        identifying = values.plain(row["sealed"], Words("en"))
        row |= identifying if isinstance(identifying, dict) else {}
    return row


def _papers(uow: UnitOfWork, archive: zipfile.ZipFile, within: Reach) -> int:
    """Write the frozen paper of every adopted plan, under a name that tells whose number it is but no name."""
    query = select(PlanVersion, Plan.kind, Person.reference).join(Plan, Plan.id == PlanVersion.plan_id)
    count = 0
    for version, kind, reference in uow.session.execute(query.join(Person, Person.id == Plan.person_id).order_by(PlanVersion.id)):
        if version.id in within.hidden.get("plan_version", frozenset()):
            continue
        pdf = version.pdf
        if kind is PlanKind.HEALTH:
            pdf = uow.vault.health.open_bytes(pdf, table=PlanVersion.__tablename__, row=version.id, column="pdf")
        archive.writestr(f"planer/{reference}-{kind.value}-v{version.number}-{str(version.id)[-6:]}.pdf", pdf)
        count += 1
    return count


def _left_out(within: Reach, words: Words) -> tuple[str, ...]:
    out = []
    if not within.health:
        out.append(words("Plans for better health are left out: the right and the key to them are needed."))
    if not within.protected:
        out.append(words("What concerns people with protected identity is left out: the right and the key to it are needed."))
    return tuple(out)


def _readme(uow: UnitOfWork, done: Exported, words: Words) -> str:
    lines = [
        words("Everything in the register of Jobbpunkt Mimer"),
        words("Written {moment} by {name}.", moment=words.moment(uow.clock.now()), name=uow.user.name),
        "",
        words("csv/ holds one file per table for a spreadsheet: semicolons between the columns, UTF-8, one row per record."),
        words("json/ holds the same for programs. planer/ holds the adopted plans as they were printed."),
        words("Each record has an Id. A column that is named after a table holds the Id of a record in that table."),
        words("A text that a spreadsheet could take for a formula begins with an apostrophe in the CSV files."),
        "",
        *done.left_out,
        "",
        *(f"{title}: {words.number(count)}" for title, count in done.rows.items()),
    ]
    return "\r\n".join(lines) + "\r\n"
