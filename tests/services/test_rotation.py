"""New keys: everything says what it said, nothing from before opens it, and the history holds."""

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.words import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import check, rotating
from jobbpunkt.register.opening import Register
from tests import sealed
from tests.registers import opened


def test_everything_sealed_says_the_same_under_new_keys(register: Register, words_sv: Words, clock: Clock) -> None:
    sealed.fill(register, words_sv)
    said, before = sealed.said(register), sealed.stored(register)
    heard: list[float] = []
    done = rotating.rotate(register, heard.append)
    assert (done.epoch, done.unopened) == (2, 0)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert sealed.said(register) == said
    assert {safe_mark(value) for value in sealed.stored(register).values()} == {"sealed:2h:", "sealed:2p:"}
    assert not set(before.values()) & set(sealed.stored(register).values())
    assert check.check(register).findings == ()
    rotating.rotate(register)
    register.close()
    with opened(register.location.text, clock) as again:
        assert again.data_keys.epoch == 3
        assert sealed.said(again) == said
        assert check.check(again).findings == ()
        with again.writing() as uow:
            details.create(uow, PersonData("Åsa"))


def safe_mark(value: str | bytes) -> str:
    return value[:10].decode() if isinstance(value, bytes) else value[:10]
