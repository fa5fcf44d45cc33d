"""Promises: those of meetings for whoever sees meetings, those of plans for whoever sees plans, of health for very few."""

from jobbpunkt.printing import drawings
from jobbpunkt.promises import on_paper, reading, writing
from tests.permissions.desk import DAY, Door, may, one, open_office

DOORS: dict[str, tuple[Door, ...]] = {
    "promises.reading.of_person": (may("CK", lambda u, _: reading.of_person(u, one("person"))),),
    "promises.reading.with_health": (may("C", lambda u, _: reading.with_health(u, one("person"))),),
    "promises.reading.health_of_person": (
        may("C", lambda u, _: reading.health_of_person(u, one("person"))),
        # Also that there is no such plan is told only to whoever has need of the person.
        may("", lambda u, d: reading.health_of_person(open_office(u), d.colleagues)),
        may("", lambda u, d: reading.health_of_person(u, d.colleagues_well)),
    ),
    "promises.writing.tick": (
        may("CK", lambda u, _: writing.tick(u, agreed={one("agreed_step"): 1}, planned={})),
        may("CK", lambda u, _: writing.tick(u, agreed={}, planned={one("plan_step"): 1})),
    ),
    "promises.writing.move": (
        may("CK", lambda u, _: writing.move(u, to=DAY, agreed={one("agreed_step"): 1}, planned={})),
        may("CK", lambda u, _: writing.move(u, to=DAY, agreed={}, planned={one("plan_step"): 1})),
    ),
    "promises.on_paper.document": (
        may("CK", lambda u, d: on_paper.document(u, one("person"), d.words)),
        may("C", lambda u, d: on_paper.document(u, one("person"), d.words, health=True)),
    ),
    "promises.on_paper.note_printed": (
        may("CK", lambda u, _: on_paper.note_printed(u, one("person"))),
        may("C", lambda u, _: on_paper.note_printed(u, one("person"), health=True)),
    ),
    "printing.drawings.promised": (may("CK", lambda u, d: drawings.promised(u, one("person"), d.words)),),
    "printing.drawings.health_promised": (may("C", lambda u, d: drawings.health_promised(u, one("person"), d.words)),),
}
INNER: dict[str, str] = {}
