"""A report is the same whenever it is made: no order in it depends on how a run of the program happens to keep its sets."""

import os
import subprocess
import sys
from pathlib import Path

from jobbpunkt.reports import Kind
from tests.registers import Template, copy_file
from tests.rules.tree import ROOT

TOLD = """
import sys
from datetime import date
from jobbpunkt import campaigns, demo, reports
from jobbpunkt.base.words import Words
from jobbpunkt.measures import Period
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.reports import Format, Kind, ReportChoice

year, month = Period.year(2020), Period(date(2020, 11, 1), date(2020, 11, 30))
words, register = Words("sv"), Register.open(sys.argv[1], Credentials("projektledare", demo.PASSWORD))
with register.reading() as uow:
    campaign = campaigns.overview(uow)[0].id
    for kind in Kind:
        choice = ReportChoice(kind, month if kind is Kind.BOARD else year, campaign if kind is Kind.CAMPAIGN else None)
        material = reports.gather(uow, choice, words)
        for result in material.report.measures:
            print(kind.value, result.key, result.told, result.hides)
        for wanted in (Format.CSV, Format.JSON):
            print(kind.value, wanted.value, reports.write(material, words, wanted))
register.close()
"""


def _told(place: str, seed: int) -> list[str]:
    surroundings = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
    run = [sys.executable, "-c", TOLD, place]
    return subprocess.run(run, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=True).stdout.splitlines()


def test_every_report_says_the_same_in_the_same_order_in_every_run(tmp_path: Path, sqlite_demo_template: Template) -> None:
    place = copy_file(sqlite_demo_template, tmp_path / "demo.jobbpunkt")
    one, other = (_told(place, seed) for seed in (1, 2))
    assert {line.split()[0] for line in one} == {kind.value for kind in Kind}
    assert one == other
