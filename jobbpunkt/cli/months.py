"""A month on the command line, as 2020-05."""

import re
from datetime import date
from typing import Annotated

import typer

from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_

MonthOption = Annotated[str, typer.Option("--month", metavar=N_("MONTH"), help=N_("The month, as 2020-05."))]
_MONTH = re.compile(r"\d{4}-\d{2}")


def month(typed: str, today: date) -> date:
    """Return the first day of a typed month."""
    found = checks.parse_day(f"{typed}-01", today, field="month") if _MONTH.fullmatch(typed) else None
    if found is None:
        raise InvalidInput("Write the month as 2020-05.", field="month")
    return found
