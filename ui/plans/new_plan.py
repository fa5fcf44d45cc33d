"""The dialog that begins a plan: for whom, which of the three, from when, and when one looks at it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as of
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans, programmes
from jobbpunkt.errors import InvalidInput
from jobbpunkt.i18n import Words
from jobbpunkt.people import PersonName
from jobbpunkt.people.caseload import caseload
from jobbpunkt.permissions import Permission
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.programmes import Place
from jobbpunkt.unit_of_work import SignedIn, UnitOfWork
from models.vocabulary import PlanKind
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form

WEEKS_TO_FIRST = 6


def kinds_for(user: SignedIn) -> tuple[PlanKind, ...]:
    """Return the kinds of plan that exist for a user."""
    sees_health = user.may(Permission.SEE_HEALTH) and user.holds_health
    return tuple(kind for kind in PlanKind if sees_health or kind is not PlanKind.HEALTH)


@dataclass(frozen=True, slots=True)
class PlanOffer:
    """Whom a plan can be made for, by name, and in which programmes they have had a place."""

    people: tuple[tuple[UUID, PersonName], ...] = ()
    places: dict[UUID, tuple[Place, ...]] = of(default_factory=dict)


def offered(uow: UnitOfWork, person: UUID | None = None) -> PlanOffer:
    """Return what a new plan is chosen from: everybody, unless it is for one person."""
    if person is not None:
        return PlanOffer(places=programmes.places(uow, person))
    named = tuple((row.id, row.name) for row in sorted(caseload(uow, limit=5000), key=lambda row: row.name.key))
    return PlanOffer(named, programmes.places(uow))


def new_plan_dialog(parent: QWidget, context: Context, offer: PlanOffer, *, person: UUID | None = None) -> FormDialog:
    """Return the dialog, for one person or to choose one; `saved` brings the plan's identity."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    chosen = form.add("person_id", _person_field(words, offer.people)) if person is None else None
    kind = form.add("kind", ChoiceField(words("Plan"), [(kind, words(kind.label)) for kind in kinds_for(context.user)]))
    starts_on = form.add("starts_on", DateField(words, words("From"), today=today))
    hint = words("Every 4 to 12 weeks is usual.")
    review_on = form.add("review_on", DateField(words, words("First follow-up"), today=today, hint=hint), beside=True)
    within = form.add("programme_id", ChoiceField[UUID](words("Within the programme"), none=words("No programme")))

    def offer_places() -> None:
        owner = person if chosen is None else chosen.value()
        _offer(within, offer.places.get(owner, ()) if owner is not None else (), today)

    offer_places()
    if chosen is not None:  # also when a draft brings the person back, before it brings back the programme
        chosen.box.currentIndexChanged.connect(lambda _number: offer_places())
    form.set_values(kind=PlanKind.CAREER, starts_on=today, review_on=today + timedelta(weeks=WEEKS_TO_FIRST))

    def prepare() -> Work:
        owner = person if chosen is None else chosen.value()
        if owner is None:
            raise InvalidInput("Choose whose plan it is.", field="person_id")
        said = Situation(starts_on=starts_on.value() or today, review_on=review_on.value())
        new = NewPlan(owner, kind.value() or PlanKind.CAREER, said, programme_id=within.value())
        return lambda uow: plans.create(uow, new)

    draft = DraftName("plan.new", person, person=person, page="plans" if person is None else "people", place=person)
    return FormDialog(parent, context, words("New plan"), form, prepare, draft=draft, save=words("Begin"), width=520)


def _offer(field: ChoiceField[UUID], places: Sequence[Place], today: date) -> None:
    """Offer the programmes that somebody has a place in, each once."""
    named = {place.programme_id: place.programme for place in places}
    field.offer(list(named.items()), {place.programme_id for place in places if place.runs(today)})


def _person_field(words: Words, people: tuple[tuple[UUID, PersonName], ...]) -> ChoiceField[UUID]:
    return ChoiceField(words("Participant"), [(person, name.shown(words)) for person, name in people], none="")
