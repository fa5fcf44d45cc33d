"""How the page of reports is pointed at a report from elsewhere, without bringing the reports along."""

from datetime import date


def part_of(kind: str, day: date) -> str:
    """Return the part of the page that is the report of a kind, of the year or the month that holds a day."""
    return f"{kind} {day.isoformat()}"


def pointed(part: str) -> tuple[str, date]:
    """Return the kind and the day that such a part tells."""
    kind, _, day = part.partition(" ")
    return kind, date.fromisoformat(day)
