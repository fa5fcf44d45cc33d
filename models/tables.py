"""Every table, imported once, so that the metadata is whole (for migrations, backup and checks)."""

from sqlalchemy import MetaData

from models import (
    account,
    application,
    assignment,
    campaign,
    case,
    certificate,
    coaching,
    consent,
    cover,
    cv,
    event,
    history,
    incident,
    indicator,
    inspection,
    on_site,
    organisation,
    person,
    place,
    plan,
    programme,
    progress,
    report,
    report_release,
    safety,
    search,
    shift,
    suggestion,
    training,
    work,
)
from models.base import Base, Record

MODULES = (
    account,
    application,
    assignment,
    campaign,
    case,
    certificate,
    coaching,
    consent,
    cover,
    cv,
    event,
    history,
    incident,
    indicator,
    inspection,
    on_site,
    organisation,
    person,
    place,
    plan,
    programme,
    progress,
    report,
    report_release,
    safety,
    search,
    shift,
    suggestion,
    training,
    work,
)


def metadata() -> MetaData:
    """Return the metadata with all tables in it."""
    return Base.metadata


def records() -> dict[str, type[Record]]:
    """Return every class of records by the name of its table, whatever the program happened to need so far."""
    classes = (mapper.class_ for mapper in Base.registry.mappers)
    return {one.__tablename__: one for one in classes if issubclass(one, Record)}
