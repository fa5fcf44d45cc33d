"""Names made to lead elsewhere: what is written stays in its folder, what is kept in the register has no file's name."""

import random
import tempfile
import unicodedata
from datetime import date
from pathlib import Path

from jobbpunkt import plans
from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.printing import batches
from jobbpunkt.register.unit_of_work import Writing
from models.tables import metadata
from models.types import Content
from models.vocabulary import PlanKind
from tests.registers import NOW, found, opened

_PARTS = (
    *("../", "..\\", "/", "\\", "C:", "~", "..", ".", "CON", "nul.", "|", "*", "?", "<b>", '"', "'", ";rm -rf", "$(id)", "%00"),
    *("\x00", "\n", "\t", "\u202egpj.", "\u2066", "\u200f", "\u2028", "e\u0301", "😀", "a" * 60, "ሰ" * 60, ".exe", "etc/passwd"),
)
_REFUSED = set('<>:"/\\|?*')  # by one system or another
_NAMING = {"name", "file", "file_name", "path"}


def names(count: int) -> str:
    """Give so many people hostile names and write a paper of each into one folder; each lands there, under a name of its own."""
    _demand_ids_only()
    chance, words = random.Random(count), Words("sv")
    with tempfile.TemporaryDirectory() as folder, opened(found(str(Path(folder) / "r.jobbpunkt")).place, fixed(NOW)) as register:
        out = Path(folder) / "a" / "papers"
        out.mkdir(parents=True)
        taken = 0
        with register.writing() as uow:
            while taken < count:
                taken += _is_taken(uow, "".join(chance.choice(_PARTS) for _ in range(chance.randrange(1, 6))))
        with register.reading() as uow:
            wanted = [plans.file_name(row, words) for row in plans.all_plans(uow)]
        around = _around(Path(folder), out)
        papers = [batches.write(out, name, b"%PDF") for name in wanted]
        assert len(papers) == count
        assert {paper.parent for paper in papers} == {out}
        assert sorted(paper.name for paper in papers) == sorted(file.name for file in out.iterdir())
        odd = [paper.name for paper in papers if not _is_plain(paper.name)]
        assert odd == []
        assert _around(Path(folder), out) == around
    return (
        f"{count} names, each paper in its folder under a name that any system takes; what is kept has an id and no file's name"
    )


def _is_taken(uow: Writing, name: str) -> bool:
    """Put in a person of this name with a plan; one in which nothing shows, or that is too long, is refused."""
    try:
        person = details.create(uow, PersonData(name)).record
    except UserError:
        return False
    plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(date(2020, 6, 15))))
    return True


def _around(whole: Path, out: Path) -> set[Path]:
    return {file for file in whole.rglob("*") if out not in file.parents}


def _is_plain(name: str) -> bool:
    hidden = [sign for sign in name if unicodedata.category(sign) == "Cc" or "\u202a" <= sign <= "\u202e" or sign == "\u2066"]
    return not _REFUSED & set(name) and not hidden and name.endswith(".pdf") and len(name.encode()) <= 255


def _demand_ids_only() -> None:
    """See that no table that keeps bytes keeps a file's name beside them."""
    keeping = [table for table in metadata().sorted_tables if any(isinstance(one.type, Content) for one in table.columns)]
    assert len(keeping) >= 3
    assert [table.name for table in keeping if _NAMING & set(table.columns.keys())] == []
