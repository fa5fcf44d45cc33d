"""Oversight: who looked at a person, for whoever may read their notes; the log, for administrators; one's own, for oneself."""

from datetime import UTC, datetime

from jobbpunkt import concerns
from jobbpunkt.oversight import log, looks, on_paper
from jobbpunkt.printing import drawings
from tests.permissions.desk import DAY, Door, may, one

DOORS: dict[str, tuple[Door, ...]] = {
    "oversight.looks.of_person": (
        may("CK", lambda u, _: looks.of_person(u, one("person"), DAY)),
        may("C", lambda u, d: looks.of_person(u, d.protected, DAY)),
    ),
    "oversight.on_paper.document": (
        may("CK", lambda u, d: on_paper.document(u, one("person"), d.words)),
        may("C", lambda u, d: on_paper.document(u, d.protected, d.words)),
    ),
    "oversight.on_paper.note_printed": (
        may("CK", lambda u, _: on_paper.note_printed(u, one("person"))),
        may("C", lambda u, d: on_paper.note_printed(u, d.protected)),
    ),
    "printing.drawings.looked": (may("CK", lambda u, d: drawings.looked(u, one("person"), d.words)),),
    "oversight.log.events": (may("A", lambda u, _: log.events(u)),),
    "concerns.since_last": (may("CKLSAN", lambda u, _: concerns.since_last(u)),),
    "concerns.has_read": (may("CKLSAN", lambda u, _: concerns.has_read(u, datetime(2020, 6, 15, tzinfo=UTC))),),
}
INNER: dict[str, str] = {
    "oversight.then.roles_of": "tells the roles of colleagues to services that have asked",
}
