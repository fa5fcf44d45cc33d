"""Every table, imported once, so that the metadata is whole (for migrations, backup and checks)."""

from sqlalchemy import MetaData

from models import (
    account,
    application,
    campaign,
    case,
    coaching,
    cv,
    event,
    history,
    indicator,
    organisation,
    person,
    plan,
    programme,
    search,
)
from models.base import Base

MODULES = (
    account,
    application,
    campaign,
    case,
    coaching,
    cv,
    event,
    history,
    indicator,
    organisation,
    person,
    plan,
    programme,
    search,
)


def metadata() -> MetaData:
    """Return the metadata with all tables in it."""
    return Base.metadata
