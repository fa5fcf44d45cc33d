"""A plan as a Word file, beside the same plan as a PDF, both warm."""

from collections.abc import Iterator
from functools import partial

from jobbpunkt.documents.languages import SWEDISH
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.documents.setting import FileKind, Setting
from tests.bench.entry import Entry
from tests.bench.stock import Bench
from tests.documents.samples import PLAN

AT_MOST = 1.0


def entries(_: Bench) -> Iterator[Entry]:
    """Yield a plan, from the left and from the right."""
    for language in ("sv", "ar"):
        word, pdf = (partial(render_plan, PLAN, Setting(language, SWEDISH, kind=kind)) for kind in (FileKind.WORD, FileKind.PDF))
        yield Entry(f"A plan as Word ({language})", word, "the same as PDF", pdf, AT_MOST)
