"""The sheet for a person's activity report: for whoever coaches them."""

from datetime import date

from jobbpunkt.activities import on_paper
from jobbpunkt.printing import drawings
from tests.permissions.desk import DAY, Door, asks_first, may, one, open_office

_TO_COME = date(2090, 1, 1)

DOORS: dict[str, tuple[Door, ...]] = {
    "activities.on_paper.document": (
        may("CK", lambda u, d: on_paper.document(u, one("person"), d.words)),
        may("CK", lambda u, d: on_paper.document(u, one("person"), d.words, DAY)),
        may("C", lambda u, d: on_paper.document(u, d.protected, d.words)),
        may("", lambda u, d: on_paper.document(u, d.colleagues, d.words)),
        may("CK", lambda u, d: on_paper.document(open_office(u), d.colleagues, d.words)),
        # Who may is asked before anything is said of the month.
        asks_first("CK", lambda u, d: on_paper.document(u, one("person"), d.words, _TO_COME)),
        asks_first("", lambda u, d: on_paper.document(u, d.colleagues, d.words, _TO_COME)),
    ),
    "activities.on_paper.note_printed": (
        may("CK", lambda u, _: on_paper.note_printed(u, one("person"))),
        may("", lambda u, d: on_paper.note_printed(u, d.colleagues)),
    ),
    "printing.drawings.activities": (
        may("CK", lambda u, d: drawings.activities(u, one("person"), d.words)),
        may("", lambda u, d: drawings.activities(u, d.colleagues, d.words)),
    ),
}
_GATHERS = "gathers lines for the sheet, which has asked"
INNER: dict[str, str] = dict.fromkeys(
    (
        "activities.applied.applied",
        "activities.met.met",
        "activities.met.taken",
        "activities.met.written",
        "activities.worked.employed",
        "activities.worked.joined",
        "activities.worked.trained",
    ),
    _GATHERS,
)
