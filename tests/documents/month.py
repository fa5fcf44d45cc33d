"""The month of somebody who looks for work, as its sheet tells it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from jobbpunkt.documents.activities_data import ActivitiesDocument, Activity, Category, Deed, What
from models.vocabulary import ApplicationStage, OutcomeKind, SessionKind

MAY = date(2020, 5, 1)


def done(number: int, category: Category, day: int, what: What | None, text: str = "", place: str = "") -> Activity:
    """Return what was done on a day of May."""
    return Activity(UUID(int=number), category, date(2020, 5, day), what, text, place)


_TRAINED = Activity(
    UUID(int=9),
    Category.WORK,
    date(2020, 5, 7),
    OutcomeKind.WORK_TRAINING,
    "Kvinna för Bäckby",
    until=date(2020, 5, 28),
    days=8,
    minutes=1_710,
)
_HELD = Activity(UUID(int=10), Category.WORK, date(2020, 2, 3), OutcomeKind.WORK, place="Bageriet Exempel", goes_on=True)
ACTIVITIES = ActivitiesDocument(
    person="Noor Exempelsson",
    month=MAY,
    printed_on=date(2020, 6, 2),
    lines=(
        done(1, Category.APPLIED, 4, ApplicationStage.REJECTED, "Kock", "Restaurang Exempel"),
        done(2, Category.APPLIED, 11, ApplicationStage.INTERVIEWED, "Lokalvårdare", "Västmanlands sjukhus"),
        done(3, Category.APPLIED, 26, ApplicationStage.SENT, "Barnskötare, vikariat över sommaren", "Förskolan Exempel"),
        done(4, Category.INTERVIEW, 19, None, "Lokalvårdare", "Västmanlands sjukhus"),
        done(5, Category.MEETING, 6, SessionKind.COACHING),
        done(6, Category.MEETING, 20, SessionKind.FOLLOW_UP),
        done(7, Category.WRITTEN, 4, Deed.CV_WRITTEN, "Kock", "CV-boxen"),
        done(8, Category.WRITTEN, 25, Deed.LETTER_UPDATED, "Till förskolor"),
        _HELD,
        _TRAINED,
        done(11, Category.STEP, 14, None, "Ringde Komvux och frågade om kurser till hösten"),
    ),
)
BUSY = replace(
    ACTIVITIES,
    lines=tuple(
        done(number, Category.APPLIED, number, ApplicationStage.SENT, "Lokalvårdare", f"Städbolaget Exempel {number}")
        for number in range(1, 31)
    ),
)
LONE = ACTIVITIES.without({one.id for one in ACTIVITIES.lines[1:]})
