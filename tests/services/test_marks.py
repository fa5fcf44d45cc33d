"""A register from before marks said their key and epoch: everything sealed in it is marked, and says what it said."""

from sqlalchemy import select

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.words import Words
from jobbpunkt.plans import adopting
from jobbpunkt.register.vault import is_sealed
from migrations import runner
from models.plan import PlanVersion
from tests import sealed
from tests.registers import opened


def test_what_was_sealed_before_there_were_marks_says_the_same_after_the_upgrade(
    place: str, clock: Clock, words_sv: Words
) -> None:
    with opened(place, clock) as register:
        sealed.fill(register, words_sv)
        before = sealed.said(register)
        runner.downgrade(register.engine, "0017")
        old = sealed.stored(register)
        assert {value[:9] for value in old.values()} == {"sealed:1:"}
        papers = [place for place in before if place[2] == "pdf"]
        assert papers
        assert set(before) - set(papers) == set(old), "papers bore no mark at all"
    with opened(place, clock) as register:
        assert sealed.said(register) == before
        marks = {value[:10] if isinstance(value, str) else value[:10].decode() for value in sealed.stored(register).values()}
        assert marks == {"sealed:1h:", "sealed:1p:"}
        with register.reading() as uow:
            for frozen in uow.session.scalars(select(PlanVersion)):
                adopting.whole(frozen)
                assert is_sealed(frozen.pdf) or frozen.pdf.startswith(b"%PDF")
