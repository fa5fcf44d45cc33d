"""The library of goals and steps that plans are offered."""

from jobbpunkt.suggestions import SuggestionData, reading, writing
from models.vocabulary import PlanKind
from tests.permissions.desk import Door, may, one

DOORS: dict[str, tuple[Door, ...]] = {
    "suggestions.reading.library": (may("CK", lambda u, _: reading.library(u)),),
    "suggestions.reading.offered": (may("CK", lambda u, _: reading.offered(u, PlanKind.CAREER)),),
    "suggestions.writing.add": (may("CK", lambda u, _: writing.add(u, SuggestionData(PlanKind.CAREER, "Nytt"))),),
    "suggestions.writing.bring_back": (may("CK", lambda u, _: writing.bring_back(u, one("suggestion"))),),
    "suggestions.writing.change": (may("CK", lambda u, _: writing.change(u, one("suggestion"), 1, "Annat")),),
    "suggestions.writing.retire": (may("CK", lambda u, _: writing.retire(u, one("suggestion"))),),
}
INNER: dict[str, str] = {}
