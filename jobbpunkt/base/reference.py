"""Reference lists to choose from: Västerås's districts, languages, occupations (sources in `resources/SOURCES.md`)."""

import csv

import resources


def districts() -> tuple[str, ...]:
    """Return the districts of Västerås that the housing company works in, in alphabetical order."""
    return tuple(sorted({row["stadsdel"] for row in _rows("mimer_distrikt_stadsdelar.csv")}))


def languages() -> tuple[str, ...]:
    """Return languages by their Swedish names, the commonest first as in the source."""
    return tuple(row["ui_label_sv"] for row in _rows("sprak_sv.csv"))


def occupations() -> tuple[str, ...]:
    """Return common occupations by name, each with the group that it belongs to in the national list, SSYK 2012."""
    return tuple(f"{row['yrke']} ({row['ssyk']})" for row in _rows("yrken_ssyk.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(resources.path("reference", name).read_text(encoding="utf-8").splitlines()))
