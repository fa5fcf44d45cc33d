"""What else a person did in a month: meetings they came to, what they wrote, and steps that they took themselves."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import promises
from jobbpunkt.activities.month import ToldMonth
from jobbpunkt.base.clock import bounds, day_of
from jobbpunkt.documents.activities_data import Activity, Category, Deed
from jobbpunkt.register.unit_of_work import Reading
from models.campaign import Campaign
from models.coaching import CoachingSession, SessionParticipant
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.vocabulary import Responsible, SessionKind, SessionStatus

# Social services and health care meet in a network (SIP): that there was one would tell of either.
_UNTOLD = frozenset({SessionKind.NETWORK})
_OWN = frozenset({Responsible.PARTICIPANT, Responsible.TOGETHER})


def met(uow: Reading, person_id: UUID, month: ToldMonth) -> Iterator[Activity]:
    """Yield the meetings that were held, by their kind: neither what was said nor where."""
    start, end = bounds(month.first, month.last)
    query = select(CoachingSession.id, CoachingSession.kind, CoachingSession.starts_at)
    query = query.join(SessionParticipant, SessionParticipant.session_id == CoachingSession.id)
    query = query.where(SessionParticipant.person_id == person_id, CoachingSession.status == SessionStatus.HELD)
    query = query.where(CoachingSession.starts_at >= start, CoachingSession.starts_at < end)
    for row in uow.session.execute(query):
        if row.kind not in _UNTOLD:
            yield Activity(row.id, Category.MEETING, day_of(row.starts_at), row.kind)


def written(uow: Reading, person_id: UUID, month: ToldMonth) -> Iterator[Activity]:
    """Yield each CV and letter that was written or gone through, once, on the day of its latest version of the month."""
    kinds = (
        (Cv, CvVersion, CvVersion.cv_id, Deed.CV_WRITTEN, Deed.CV_UPDATED),
        (Letter, LetterVersion, LetterVersion.letter_id, Deed.LETTER_WRITTEN, Deed.LETTER_UPDATED),
    )
    start, end = bounds(month.first, month.last)
    for kept, version, owner, began, went_on in kinds:
        query = select(kept.id, kept.title, Campaign.name, version.number, version.made_at).join(version, owner == kept.id)
        query = query.outerjoin(Campaign, Campaign.id == kept.campaign_id)
        query = query.where(kept.person_id == person_id, version.made_at >= start, version.made_at < end)
        found = uow.session.execute(query.order_by(version.number)).all()
        first = {row.id for row in found if row.number == 1}
        for row in {row.id: row for row in found}.values():
            deed, campaign = (began, row.name or "") if row.id in first else (went_on, "")
            yield Activity(row.id, Category.WRITTEN, day_of(row.made_at), deed, row.title, campaign)


def taken(uow: Reading, person_id: UUID, month: ToldMonth) -> Iterator[Activity]:
    """Yield the steps that the person took, alone or with the coach; of plans for better health none is read here."""
    for one in promises.of_person(uow, person_id):
        if one.done_on is not None and one.responsible in _OWN and month.holds(one.done_on):
            yield Activity(one.id, Category.STEP, one.done_on, None, one.text)
