"""Finding things: what was typed, matched by the beginnings of its words, on both engines."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, column, exists, func, literal, literal_column, or_, select, table, text

from jobbpunkt.register.index import tokens
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.person import Person
from models.search import SearchEntry

BY_FUNCTION = "function"
_FTS = table("search_fts", column("rowid", Integer), column("folded"))


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found; `kind` is its noun, `person` the person it is about, if any."""

    kind: str
    record: UUID
    person: UUID | None
    title: str


def matching(uow: Reading, words: str) -> ColumnElement[bool]:
    """Return the condition on SearchEntry that every typed word begins some word of it."""
    return matching_on(way(uow), literal(asked_as(uow.engine_name, words)))


def way(uow: Reading) -> str:
    """Return how to ask: an engine's name, or that a function asks, since no index is used where rows are hidden by policies."""
    return BY_FUNCTION if uow.has_own_login else uow.engine_name


def asked_as(engine: str, words: str) -> str:
    """Return what was typed as that engine is asked for it."""
    return (
        " ".join(f'"{token}"*' for token in tokens(words))
        if engine == "sqlite"
        else " & ".join(map("{}:*".format, tokens(words)))
    )


def matching_on(engine: str, asked: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition of `matching` for a query that is built once, with a stand-in for what `asked_as` returns."""
    if engine == "sqlite":
        found = select(_FTS.c.rowid).where(literal_column("search_fts").op("MATCH")(asked))
        return SearchEntry.number.in_(found)
    if engine == BY_FUNCTION:
        return SearchEntry.number.in_(select(func.jp.found(asked)))
    return func.to_tsvector(text("'simple'"), SearchEntry.folded).op("@@")(func.to_tsquery(text("'simple'"), asked))


def find(
    uow: Reading,
    words: str,
    *,
    kinds: Collection[str] | None = None,
    about: ColumnElement[bool] | None = None,
    limit: int = 20,
) -> tuple[Hit, ...]:
    """Return what matches all of `words` by their beginnings, people first; nothing for nothing typed.

    What concerns a person is found only by those who may see people, their applications only by those who may open them.
    Who leads a programme's group finds its areas, and those who take part in a programme that runs, and nothing else.
    With `about`, a condition on Person, only what concerns such people is found.
    """
    leads_group = not uow.user.may(Permission.SEE_CAMPAIGNS)
    uow.require(Permission.SEE_WORK if leads_group else Permission.SEE_CAMPAIGNS)
    if not tokens(words):
        return ()
    query = (
        select(SearchEntry.kind, SearchEntry.record_id, SearchEntry.person_id, SearchEntry.title)
        .where(matching(uow, words))
        .order_by((SearchEntry.kind == "person").desc(), SearchEntry.title)
        .limit(limit)
    )
    if leads_group:
        query = query.where(_of_group(uow.clock.today()))
    elif not uow.user.may(Permission.SEE_PEOPLE):
        query = query.where(SearchEntry.person_id.is_(None))
    if not uow.user.may(Permission.SEE_WORK):
        query = query.where(SearchEntry.kind != "work_area")
    if not uow.user.may(Permission.SEE_NOTES):
        query = query.where(SearchEntry.kind != "application")
    if kinds is not None:
        query = query.where(SearchEntry.kind.in_(kinds))
    if about is not None:  # asked of each one found: a list of all people would be made anew for every letter typed
        query = query.where(exists(select(Person.id).where(Person.id == SearchEntry.person_id, about).correlate(SearchEntry)))
    return tuple(Hit(row.kind, row.record_id, row.person_id, row.title) for row in uow.session.execute(query))


def _of_group(day: date) -> ColumnElement[bool]:
    """Return the condition that something is an area, or somebody who takes part on a day in a programme that runs then."""
    from models.programme import Programme, ProgrammeEnrolment  # which the window begins without

    place = ProgrammeEnrolment
    takes_part = (place.starts_on <= day) & or_(place.ends_on.is_(None), place.ends_on >= day)
    runs = or_(Programme.ends_on.is_(None), Programme.ends_on >= day)
    found = select(place.id).join(Programme).where(place.person_id == SearchEntry.record_id, takes_part, runs)
    # A protected person is found by a number, which says more than a name to who knows the group.
    named = (SearchEntry.kind == "person") & (SearchEntry.title != "") & exists(found.correlate(SearchEntry))
    return or_(SearchEntry.kind == "work_area", named)
