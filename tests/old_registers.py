"""Registers as an earlier release left them: any schema, every table filled by plain inserts that know no model of today.

The values are written out here, so that a vocabulary that loses a word or a reader that expects more finds it out.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from sqlalchemy import Column, Connection, Engine, MetaData, Table, select, text, types

from jobbpunkt.register import chain
from migrations import runner
from models.tables import metadata

_PAPER = b"%PDF-1.4 exempel"
_CONSENT = '{"given_on":"2020-03-02","how":"oral","number":1,"recorded_by":"Kim","text":"Ja.","witness":"Sol"}'
# What a column holds that its type does not tell: (in the row with nothing but what must be, in the row with everything).
WORDS: dict[str, tuple[Any, Any]] = {
    "agreed_step.responsible": ("participant", "together"),
    "application.stage": ("planned", "called_to_interview"),
    "application_step.stage": ("planned", "called_to_interview"),
    "assignment.role": ("safety_ambassador", "summer_worker"),
    "campaign_activity.weekday": (0, 1),  # of the week below
    "campaign_measure.key": ("visitors", "cvs_written"),
    "campaign_measure.linked": (None, "written"),
    "campaign_measure.unit": ("persons", "documents"),
    "campaign_slot.status": ("planned", "cancelled"),
    "case_file.after": ({}, {"occupation": ["work"]}),
    "case_file.before": ({}, {"occupation": ["studies"]}),
    "case_file.closure_reason": (None, "work"),
    "case_file.referrer": ("self", "employment_service"),
    "case_file.status": ("enrolled", "closed"),
    "certificate.content": ("[]", '[{"kind":"training","what":"Arbetsteknik","first":"2020-03-02"}]'),
    "coaching_session.kind": ("coaching", "intake"),
    "coaching_session.status": ("booked", "held"),
    "consent.purpose": ("health_plan", "health_plan"),
    "consent.body": (_CONSENT, _CONSENT),
    "consent_text.purpose": ("health_plan", "health_plan"),
    "cv.language": ("sv", "en"),
    "cv_version.resume": ("{}", '{"basics":{"name":"Åsa Exempel"},"work":[{"name":"Kafé Exempel"}]}'),
    "evaluation.evaluator": ("participants", "partners"),
    "event.kind": ("livestream", "study_visit"),
    "event.status": ("planned", "held"),
    "event.asked_by": ("not_stated", "neighbourhood_host"),
    "event.field_of_work": ("not_stated", "safety"),
    "event.led_by": ("not_stated", "safety_host"),
    "event.target_group": ("not_stated", "seniors"),
    "event_series.field_of_work": ("not_stated", "meeting_places"),
    "event_series.kind": ("other", "safety"),
    "event_series.led_by": ("not_stated", "safety_host"),
    "event_series.recurrence": ("not_stated", "weekly"),
    "event_series.target_group": ("not_stated", "all_ages"),
    "incident_count.category": ("burglary", "gathering"),
    "indicator.frequency": ("monthly", "monthly"),
    "indicator_factor.effect": ("raises", "lowers"),
    "feedback.evaluator": ("participants", "partners"),
    "feedback.opinion": ("good", "fair"),
    "frozen_report.behind": (zlib.compress(b"{}"), zlib.compress(b'{"livestreams_held":{}}')),
    "frozen_report.kind": ("annual", "programme"),
    "frozen_report.result": ({}, {"livestreams_held": {"value": 12}}),
    "inspection.area_kind": ("stairwell", "cellar"),
    "inspection.kind": ("inspection", "own_check"),
    "inspection_point.per": ("week", "month"),
    "inspection_point.season": ("all_year", "winter"),
    "inspection_point.verdict": (None, "remarked"),
    "introduction.kind": ("product", "lone_work"),
    "letter_version.content": (
        '{"recipient":"","subject":"","body":[],"ending":""}',
        '{"recipient":"Kafé Exempel","subject":"Ansökan","body":["Hej."],"ending":"Vänliga hälsningar"}',
    ),
    "organisation.kind": ("employer", "public"),
    "outcome.form": ("not_stated", "permanent"),
    "outcome.kind": ("work", "studies"),
    "outcome.lasted_month": ("not_stated", "yes"),
    "outcome.student_finance": ("not_stated", "no"),
    "outcome_follow_up.kind": ("1_month", "90_days"),
    "person.education": ("not_stated", "none"),
    "person.identity_number": ("", ""),
    "person.protection": ("none", "none"),
    "person.sealed": (None, None),
    "person.sex": ("not_stated", "woman"),
    "person.swedish": ("not_stated", "a1"),
    "person.without_work": ("not_stated", "under_6"),
    "place.kind": ("district", "meeting_place"),
    "programme.field_of_work": ("not_stated", "safety"),
    "programme.kind": ("work", "work"),
    "programme.target_group": ("not_stated", "women"),
    "programme_partner.role": ("partner", "funder"),
    "plan.body": ("{}", '{"current":"Söker arbete","desired":"Har arbete"}'),
    "plan.kind": ("personal_development", "career"),
    "plan.status": ("draft", "draft"),
    "plan_completion.body": (
        '{"goals":{},"own":"","steps":{},"summary":""}',
        '{"goals":{},"own":"Bra","steps":{},"summary":"Halvvägs"}',
    ),
    "plan_goal.body": ('{"title":"Sök tre arbeten"}', '{"title":"Få körkort","measure":"Kortet","signs":"Övar"}'),
    "plan_milestone.body": ('{"text":"Första ansökan"}', '{"text":"Uppkörning bokad"}'),
    "plan_rating.body": ('{"value":3}', '{"value":7}'),
    "plan_review.body": ('{"happened":"Två ansökningar"}', '{"happened":"Intervju","revised":"Ny dag"}'),
    "plan_review.called_off": (None, None),
    "plan_signature.role": ("participant", "coach"),
    "plan_version.body": ("", '{"goals":[],"reviews":[],"situation":{}}'),
    "plan_version.digest": (hashlib.sha256(_PAPER).hexdigest(),) * 2,
    "plan_step.body": (
        '{"text":"Ring","responsible":"participant","who":""}',
        '{"text":"Skriv","responsible":"other","who":"Syster"}',
    ),
    "progress_question.scale": ("ten", "five"),
    "progress_round.by": ("participant", "coach"),
    "progress_round.body": ("{}", '{"01010101-0101-0101-0101-010101010101":{"area":"Mod","value":3}}'),
    "report_release.figures": (
        {"told": []},
        {
            "told": [
                ["cases_new", "", "", "2020-01-01", "2020-12-31", 12],
                ["cases_new", "sex", "woman", "2020-01-01", "2020-12-31", None],
            ]
        },
    ),
    "search_entry.kind": ("person", "person"),
    "search_note.kind": ("person_note", "person_note"),
    "suggestion.kind": ("career", "health"),
    "attendance.mark": ("present", "sick"),
    "tally_entry.qualifier": (None, "circa"),
    "tally_entry.source": ("tallied", "estimated"),
    "training_level.level": ("seen", "alone"),
    "user_account.roles": (["supervisor"], ["coach"]),
    "work_area.kind": ("stairwell", "cellar"),
    "work_task.kind": ("stairwell", None),
    "work_task.per": ("week", "month"),
    "work_task.season": ("all_year", "winter"),
}
# The register's own bookkeeping is carried over from the register that was founded.
_CARRIED = ("register_info", "key_slots", "user_account", "history_entry", "history_head")
_COUNTED = ("register_info", "key_slots", "older_key", "history_signature", "history_head")


def age(engine: Engine, revision: str) -> None:
    """Turn a newly founded register into one of the schema `revision`, with two rows in every table."""
    kept = _rows(engine, _CARRIED)
    runner.downgrade(engine, "base")
    runner.upgrade(engine, revision)
    tables = reflected(engine)
    if not _has_salt(tables):
        kept["history_entry"], kept["history_head"] = _in_old_form(kept["history_entry"], kept["history_head"])
    with engine.execution_options(writes=True).begin() as connection:
        for name in _CARRIED:
            _insert(connection, tables.tables[name], kept[name])
        _fill(connection, tables)
        _chain(connection, tables)


def downgrade(engine: Engine, revision: str) -> None:
    """Take a register back to an earlier schema, and its history to how it was chained then."""
    kept = _rows(engine, ("history_entry", "history_head"))
    runner.downgrade(engine, revision)
    if _has_salt(reflected(engine)):
        return
    entries, (head,) = _in_old_form(kept["history_entry"], kept["history_head"])
    with engine.execution_options(writes=True).begin() as connection, _unguarded(connection):
        for entry in entries:
            values = {"previous": entry["previous"], "hash": entry["hash"], "number": entry["number"]}
            connection.execute(text("UPDATE history_entry SET previous = :previous, hash = :hash WHERE number = :number"), values)
        connection.execute(text("UPDATE history_head SET hash = :hash"), {"hash": head["hash"]})


def _has_salt(tables: MetaData) -> bool:
    """Tell whether the history is chained over what is said and a salt, as since 0021."""
    return "salt" in tables.tables["history_entry"].c


@contextmanager
def _unguarded(connection: Connection) -> Iterator[None]:
    """Let the history be changed for as long as this lasts."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("ALTER TABLE history_entry DISABLE TRIGGER USER"))
        yield
        connection.execute(text("ALTER TABLE history_entry ENABLE TRIGGER USER"))
        return
    found = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history_entry'")
    guards = connection.execute(found).all()
    for name, _ in guards:
        connection.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _, made in guards:
        connection.exec_driver_sql(made)


def _in_old_form(entries: list[dict[str, Any]], head: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return a history as it was chained before entries had a salt."""
    previous, found = chain.START, []
    for entry in sorted(entries, key=lambda one: one["number"]):
        spelled = {**entry, "previous": previous, "at": entry["at"].replace(tzinfo=UTC).isoformat()}
        for name in ("transaction_id", "user_id", "record_id", "person_id"):
            spelled[name] = None if entry[name] is None else str(UUID(str(entry[name])))
        hash_ = chain.old_digest([spelled[name] for name in chain.OLD_FIELDS])
        found.append({**entry, "previous": previous, "hash": hash_})
        previous = hash_
    return found, [{**one, "hash": previous} for one in head]


def fill(engine: Engine) -> None:
    """Put two rows into every table of a newly founded register of today: `the_id` tells their keys."""
    with engine.execution_options(writes=True).begin() as connection:
        _fill(connection, reflected(engine))


def reflected(engine: Engine) -> MetaData:
    """Return the tables as they stand in the database."""
    tables = MetaData()
    tables.reflect(engine, only=lambda name, _: not name.startswith("search_fts"))
    return tables


def the_id(table: str, *, full: bool) -> UUID:
    """Return the key of one of the two rows of a table."""
    return uuid5(NAMESPACE_URL, f"{table} {full}")


def _fill(connection: Connection, tables: MetaData) -> None:
    for table in tables.sorted_tables:
        if table.name not in {*_COUNTED, "older_key", "history_entry", "alembic_version"}:
            _insert(connection, table, [_row(table, full=False), _row(table, full=True)])


def _rows(engine: Engine, names: tuple[str, ...]) -> dict[str, list[dict[str, Any]]]:
    tables = reflected(engine)
    with engine.connect() as connection:
        return {name: [dict(row) for row in connection.execute(select(tables.tables[name])).mappings()] for name in names}


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    known = set(table.columns.keys())
    for row in rows:
        connection.execute(table.insert().values({name: value for name, value in row.items() if name in known}))


def _row(table: Table, *, full: bool) -> dict[str, Any]:
    one = len(table.primary_key) == 1
    numbered = {column.name for column in table.primary_key if one and isinstance(column.type, types.Integer)}  # by the engine
    return {column.name: _value(table, column, full=full) for column in table.columns if column.name not in numbered}


def _value(table: Table, column: Column[Any], *, full: bool) -> Any:
    place = f"{table.name}.{column.name}"
    if place in WORDS:
        return WORDS[place][full]
    if column.nullable and not full:
        return None
    if column.name == "version":
        return 1
    if column.primary_key and _is_key(column):
        return _stored(column, the_id(table.name, full=full))
    for foreign in column.foreign_keys:
        parent = foreign.column.table
        # A row that refers to its own table refers to the one that stands there already.
        return _stored(column, the_id(parent.name, full=full and parent is not table))
    return _of_type(place, column, full=full)


def _of_type(place: str, column: Column[Any], *, full: bool) -> Any:
    if _is_key(column):
        return _stored(column, the_id("person", full=full))
    kind: Any = column.type
    if isinstance(kind, types.JSON) or getattr(kind, "length", None) == 40:
        raise AssertionError(f"{place} is new: write in tests/old_registers.py, WORDS, what an old register may hold there")
    plain = {types.DateTime: datetime(2020, 3, 2 + full, 9, tzinfo=UTC), types.Date: date(2020, 3, 2 + full), types.Time: time(9)}
    for wanted, value in plain.items():
        if isinstance(kind, wanted):
            return value
    if isinstance(kind, types.Boolean):
        return False
    if isinstance(kind, types.LargeBinary):
        return _PAPER
    if isinstance(kind, types.Numeric | types.Float):
        return 50.5 + full
    if isinstance(kind, types.Integer):
        return 1 + full
    return f"{place} {'all' if full else 'bare'}".replace("_", "-").lower()


def _is_key(column: Column[Any]) -> bool:
    kind: Any = column.type
    return isinstance(kind, types.Uuid) or getattr(kind, "length", None) == 32


def _stored(column: Column[Any], key: UUID) -> Any:
    return key if isinstance(column.type, types.Uuid) else key.hex


def _chain(connection: Connection, tables: MetaData) -> None:
    """Lay two further entries to the history, chained as the releases of that schema did it."""
    entries, head = tables.tables["history_entry"], tables.tables["history_head"]
    last = connection.execute(select(head)).mappings().one()
    number, previous = last["number"], last["hash"]
    for full in (False, True):
        number += 1
        session, user = the_id("coaching_session", full=full), the_id("user_account", full=full)
        told = {
            "number": number,
            "transaction_id": the_id("transaction", full=full),
            "at": datetime(2020, 3, 2, 9, tzinfo=UTC),
            "user_id": user if full else None,
            "action": "changed",
            "noun": "coaching_session",
            "record_id": session,
            "person_id": None,
            "before": '{"note":""}' if full else None,
            "after": '{"note":"coaching-session.note all"}' if full else None,
            "reason": "written by hand" if full else None,
            "previous": previous,
        }
        plain = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items()}
        plain = {name: str(value) if isinstance(value, UUID) else value for name, value in plain.items()}
        if _has_salt(tables):
            salt = f"{full:032x}"
            told |= {"salt": salt, "told": chain.digest_of_said(plain["before"], plain["after"], plain["reason"], salt)}
            previous = chain.digest([{**told, **plain}[name] for name in chain.FIELDS])
        else:
            spelled = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            previous = hashlib.sha256(spelled.encode()).hexdigest()
        stored = {name: _stored(entries.c[name], value) if isinstance(value, UUID) else value for name, value in told.items()}
        _insert(connection, entries, [stored | {"hash": previous}])
    connection.execute(head.update().values(number=number, hash=previous))


def fill_of(engine: Engine, person: UUID, word: str, names: Iterable[str]) -> None:
    """Put a row of one person into each of some tables that belong to people, with a word in each text that people type."""
    tables = reflected(engine).tables
    with engine.execution_options(writes=True).begin() as connection:
        for name in names:
            table = tables[name]
            typed = [one.name for one in table.columns if isinstance(one.type, types.Text) and f"{name}.{one.name}" not in WORDS]
            own = {"id": _stored(table.c.id, uuid4()), "person_id": _stored(table.c.person_id, person)}
            own |= {one.name: _another(connection, one) for one in table.columns if _stands_for_one(name, one.name)}
            _insert(connection, table, [_row(table, full=True) | dict.fromkeys(typed, word) | own])


def _stands_for_one(table: str, column: str) -> bool:
    """Tell whether no two rows may refer to the same: those that are there stand for something already."""
    found = metadata().tables[table].columns[column]
    return bool(found.unique and found.foreign_keys)


def _another(connection: Connection, column: Column[Any]) -> Any:
    """Add a further row of the table that a column refers to, and return what refers to it."""
    (key,) = column.foreign_keys
    parent = key.column.table
    _insert(connection, parent, [_row(parent, full=True) | {"id": _stored(parent.c.id, made := uuid4())}])
    return _stored(column, made)
