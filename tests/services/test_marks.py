"""A register from before marks said their key and epoch: everything sealed in it is marked, and says what it said."""

from sqlalchemy import select

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.words import Words
from jobbpunkt.plans import adopting
from jobbpunkt.register.vault import is_sealed
from models.plan import PlanVersion
from tests import sealed
from tests.old_registers import downgrade
from tests.registers import opened


def test_what_was_sealed_before_there_were_marks_says_the_same_after_the_upgrade(
    place: str, clock: Clock, words_sv: Words
) -> None:
    with opened(place, clock) as register:
        sealed.fill(register, words_sv)
        before = sealed.said(register)
        downgrade(register.engine, "0017")
        old = sealed.stored(register)
        # What was sealed by then lost its mark's letter; what is sealed since keeps it, since no older version reads it.
        assert {value[:9] for value in old.values()} == {"sealed:1:", "sealed:1p"}
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
