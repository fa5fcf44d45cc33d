"""The gate itself: who is let through to whom, what a coach says of covering, and what the office chooses."""

from datetime import date

from jobbpunkt import covers
from jobbpunkt.covers import NewCover
from jobbpunkt.register import gate, office
from jobbpunkt.register.permissions import Permission
from models.person import Person
from tests.permissions.desk import Door, let_in, may, one, open_office

_NOTES, _WORK, _LAST = Permission.SEE_NOTES, Permission.SEE_WORK, date(2020, 7, 1)

DOORS: dict[str, tuple[Door, ...]] = {
    "covers.reading.current": (may("CK", lambda u, _: covers.current(u)),),
    "covers.writing.add": (may("CK", lambda u, d: covers.add(u, NewCover(d.stand_in, _LAST, _LAST))),),
    "covers.writing.change": (
        may("CK", lambda u, d: covers.change(u, d.covers[u.user.id], 1, NewCover(d.stand_in, _LAST, _LAST))),
        may("", lambda u, _: covers.change(u, one("cover"), 1, NewCover(None, _LAST, _LAST))),
    ),
    "covers.writing.remove": (
        may("CK", lambda u, d: covers.remove(u, d.covers[u.user.id], 1)),
        may("", lambda u, _: covers.remove(u, one("cover"), 1)),
    ),
    "register.office.is_open_among_coaches": (may("A", lambda u, _: office.is_open_among_coaches(u)),),
    "register.office.choose": (may("A", lambda u, _: office.choose(u, open_among_coaches=False)),),
    "register.gate.require_need": (
        may("CK", lambda u, _: gate.require_need(u, _NOTES, one("person"))),
        may("CK", lambda u, d: gate.require_need(let_in(u, d.colleagues), _NOTES, d.colleagues)),
        may("", lambda u, d: gate.require_need(u, _NOTES, d.colleagues)),
        may("C", lambda u, d: gate.require_need(u, _NOTES, d.protected)),
        may("CK", lambda u, d: gate.require_need(open_office(u), _NOTES, d.colleagues)),
        may("", lambda u, d: gate.require_need(open_office(u), _NOTES, d.colleagues, health=True)),
        may("", lambda u, d: gate.require_need(open_office(u), _NOTES, d.colleagues_protected)),
    ),
    "register.gate.require_reading": (
        may("CK", lambda u, _: gate.require_reading(u, _NOTES, one("person"))),
        may("", lambda u, d: gate.require_reading(u, _NOTES, d.colleagues)),
        may("C", lambda u, d: gate.require_reading(u, _NOTES, d.protected)),
    ),
    "register.gate.reading": (
        may("CK", lambda u, _: gate.reading(u, _NOTES, Person, one("person"))),
        may("CK", lambda u, _: gate.reading(let_in(u), _NOTES, Person, one("person"))),
        may("", lambda u, d: gate.reading(u, _NOTES, Person, d.colleagues)),
    ),
    "register.gate.changing": (
        may("CK", lambda u, _: gate.changing(u, _NOTES, Person, one("person"))),
        may("CK", lambda u, _: gate.changing(let_in(u), _NOTES, Person, one("person"))),
        may("", lambda u, d: gate.changing(u, _NOTES, Person, d.colleagues)),
    ),
    "register.gate.require_group": (
        may("CKLS", lambda u, _: gate.require_group(u, _WORK, one("person"), one("programme"))),
        may("CKLS", lambda u, d: gate.require_group(u, _WORK, d.protected, d.worked)),
        may("C", lambda u, d: gate.require_group(u, _WORK, d.protected, d.worked, key=True)),
        may("", lambda u, d: gate.require_group(u, _WORK, d.colleagues, one("programme"))),
    ),
    "register.gate.open_anyway": (
        may("CKL", lambda u, d: gate.open_anyway(u, d.colleagues, "ringer om mötet")),
        may("C", lambda u, d: gate.open_anyway(u, d.protected, "ringer om mötet")),
    ),
}
INNER: dict[str, str] = {
    "register.gate.follow": "remembers whom a report has shown, which has asked",
    "register.gate.knows": "tells services that have asked whether what is of health is told",
    "register.gate.require_all": "asks for need within services that have asked for the right",
    "register.gate.require_meeting": "asks for need within services that have asked for the right",
    "register.gate.require_one": "asks for need within services that have asked for the right",
    "register.gate.way": "tells the gate and `opening.standing` how a person stands to the user",
    "register.gate.whose": "tells whose a record is that a service has found",
    "register.need.near": "tells lists, which have asked, of whom they tell more",
    "register.need.needed": "a condition for queries",
    "register.need.reach": "a condition for queries",
    "register.need.takes_part": "tells the gate of a place in a programme",
    "register.need.values": "what a query of the gate is told",
    "register.need.within_reach": "a condition for queries",
}
