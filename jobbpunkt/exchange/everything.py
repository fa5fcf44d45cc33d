"""What one may see of the register in one encrypted ZIP of open formats, readable without this program."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Table, select

from jobbpunkt.base import checks, files, unfinished
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.secret import new_password
from jobbpunkt.base.words import Words
from jobbpunkt.exchange import values
from jobbpunkt.exchange.archive import Archive, encrypted
from jobbpunkt.exchange.reach import Reach, reach, tables
from jobbpunkt.exchange.titles import Titles, titles
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.inspection import Inspection, InspectionPhoto, InspectionPoint
from models.person import Person
from models.plan import Plan, PlanVersion
from models.vocabulary import HistoryAction, PlanKind

LONGEST_REASON = 300
_BATCH = 500
# The paper stands as a file; what was sealed stands in its own columns.
_APART_COLUMNS = frozenset({"behind", "jpeg", "pdf", "sealed"})
_OF_THE_PROTECTED = frozenset({"id", "reference", "protection"})
_COMMA = b",\n"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: rows per table by title, the number of papers, and in words what was left out."""

    path: Path
    rows: dict[str, int]
    papers: int
    left_out: tuple[str, ...]
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Errand:
    """For whom an export is, and why: asked each time, and kept in the history."""

    recipient: str
    reason: str


def checked(errand: Errand) -> Errand:
    """Return the errand tidied; refuses one that says nothing."""
    recipient = checks.line(errand.recipient, field="recipient", longest=checks.NAME, required=True)
    return Errand(recipient, checks.line(errand.reason, field="reason", longest=LONGEST_REASON, required=True))


def export(register: Register, target: Path, errand: Errand, words: Words) -> Exported:
    """Write everything that the signed-in user may take out; the history says so, for whom and why, before anything is written.

    Whoever keeps the register may do this; each table needs the right to see it besides, health plans and protected people
    right and key. It is encrypted as it is written; its password is made here and kept nowhere.
    """
    errand = checked(errand)
    target = files.target(target)
    files.demand_folder(target.absolute().parent)
    with register.writing() as uow:
        uow.require(Permission.MANAGE_REGISTER)
        within = reach(uow)
        uow.note(HistoryAction.EXPORTED, noun="register", record_id=uow.transaction, reason=_told(within, errand))
    temporary, password = files.unfinished(target), new_password()
    files.sweep(target)
    with unfinished.noted(target):
        try:
            with register.reading() as uow:
                done = _write(uow, temporary, within, (words, password))
            temporary.replace(target)
        except OSError as error:
            raise files.unwritable(target) from error
        finally:
            _forget(temporary)
    return replace(done, path=target)


def _forget(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return


def _told(within: Reach, errand: Errand) -> str:
    extent = ["everything", *(["health"] if within.health else []), *(["protected"] if within.protected else [])]
    return f"{', '.join(extent)}; {errand.recipient}; {errand.reason}"


def _write(uow: Reading, path: Path, within: Reach, said: tuple[Words, str]) -> Exported:
    words, password = said
    named = titles(words.language)
    with encrypted(path, password) as archive:
        rows = {named.table(one.name): _table(uow, archive, one, within, (named, words)) for one in tables() if within.sees(one)}
        papers = _papers(uow, archive, within) + _photos(uow, archive, within)
        left_out = _left_out(within, named, words)
        done = Exported(path, rows, papers, left_out, password)
        archive.end(_readme(uow, done, words))
    return done


def _table(uow: Reading, archive: Archive, table: Table, within: Reach, said: tuple[Titles, Words]) -> int:
    """Write a table twice, as CSV for a spreadsheet and as JSON for a program; row by row, however long it is."""
    named, words = said
    columns = {one.name: named.column(table.name, one.name) for one in table.columns if one.name not in _APART_COLUMNS}
    with archive.open(f"csv/{named.file(table.name)}.csv") as raw:
        count = _csv(raw, _rows(uow, table, within), columns, words)
    with archive.open(f"json/{named.file(table.name)}.json") as raw:
        _json(raw, _rows(uow, table, within), columns, words)
    return count


def _csv(raw: IO[bytes], rows: Iterator[dict[str, Any]], columns: dict[str, str], words: Words) -> int:
    text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns.values())
    count = 0
    for row in rows:
        writer.writerow([values.for_csv(row[column], words) for column in columns])
        count += 1
    text.flush()
    text.detach()
    return count


def _json(raw: IO[bytes], rows: Iterator[dict[str, Any]], columns: dict[str, str], words: Words) -> None:
    between = b""
    raw.write(b"[\n")
    for row in rows:
        plain = {title: values.plain(row[column], words) for column, title in columns.items()}
        raw.write(between + json.dumps(plain, ensure_ascii=False).encode())
        between = _COMMA
    raw.write(b"\n]\n")


def _rows(uow: Reading, table: Table, within: Reach) -> Iterator[dict[str, Any]]:
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=_BATCH)
    for found in uow.session.connection().execute(query).mappings():
        row = dict(found)
        if within.shows_only_that_there_is_one(table, row):
            yield {name: row[name] if name in _OF_THE_PROTECTED else None for name in row}
        elif within.takes(table, row):
            yield _unsealed(table.name, row, within)


def _unsealed(table: str, row: dict[str, Any], within: Reach) -> dict[str, Any]:
    row = within.unsealed(table, row)
    if table == "person" and row["sealed"]:
        identifying = values.plain(row["sealed"], Words("en"))
        row |= identifying if isinstance(identifying, dict) else {}
    return row


def _papers(uow: Reading, archive: Archive, within: Reach) -> int:
    """Write the frozen paper of every adopted plan, under a name that tells whose number it is but no name."""
    if "plan_version" in within.unseen:
        return 0
    query = select(PlanVersion, Plan.kind, Person.reference).join(Plan, Plan.id == PlanVersion.plan_id)
    count = 0
    for version, kind, reference in uow.session.execute(query.join(Person, Person.id == Plan.person_id).order_by(PlanVersion.id)):
        if version.id in within.hidden.get("plan_version", frozenset()):
            continue
        pdf = version.pdf
        if kind is PlanKind.HEALTH:
            pdf = uow.vault.health.open_bytes(pdf, table=PlanVersion.__tablename__, row=version.id, column="pdf")
        archive.add(f"planer/{reference}-{kind.value}-v{version.number}-{str(version.id)[-6:]}.pdf", pdf)
        count += 1
    return count


def _photos(uow: Reading, archive: Archive, within: Reach) -> int:
    """Write the photos of inspections, each under the day and the end of its id; one at a time, however many there are."""
    if "inspection_photo" in within.unseen:
        return 0
    point, photo = InspectionPoint, InspectionPhoto
    found = select(photo.id, Inspection.held_at).join(point, point.id == photo.point_id)
    rows = uow.session.execute(found.join(Inspection, Inspection.id == point.inspection_id).order_by(photo.id)).all()
    for key, held_at in rows:
        jpeg = uow.session.scalar(select(photo.jpeg).where(photo.id == key))
        archive.add(f"besiktningar/{day_of(held_at).isoformat()}-{str(key)[-6:]}.jpg", jpeg or b"")
    return len(rows)


def _left_out(within: Reach, named: Titles, words: Words) -> tuple[str, ...]:
    out = []
    if within.unseen:
        names = ", ".join(sorted(map(named.table, within.unseen)))
        out.append(words("Left out, since your roles do not let you see it: {tables}.", tables=names))
    if not within.health:
        out.append(words("Plans for better health are left out: the right and the key to them are needed."))
    elif within.hidden["plan"] and "plan" not in within.unseen:
        out.append(words("Plans for better health whose consent was withdrawn are left out: they stay sealed."))
    if not within.protected:
        out.append(words("What concerns people with protected identity is left out: the right and the key to it are needed."))
    return tuple(out)


def _readme(uow: Reading, done: Exported, words: Words) -> str:
    lines = [
        words("Everything in the register of Jobbpunkt Mimer"),
        words("Written {moment} by {name}.", moment=words.moment(uow.clock.now()), name=uow.user.name),
        "",
        words("Each file is called by a number; below stands what each one is."),
        words("csv/ holds one file per table for a spreadsheet: semicolons between the columns, UTF-8, one row per record."),
        words("json/ holds the same for programs. planer/ holds the adopted plans as printed, besiktningar/ the photos."),
        words("Each record has an Id. A column that is named after a table holds the Id of a record in that table."),
        words("A text that a spreadsheet could take for a formula begins with an apostrophe in the CSV files."),
        "",
        *done.left_out,
        "",
        *(f"{title}: {words.number(count)}" for title, count in done.rows.items()),
        "",
    ]
    return "\r\n".join(lines)
