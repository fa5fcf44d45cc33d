"""The dialog that begins a plan: for whom, which of the three, from when, and when one looks at it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from dataclasses import field as of
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans, programmes
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.plans import NewPlan, NoConsent, Situation
from jobbpunkt.programmes import Place
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, SignedIn
from models.vocabulary import PlanKind
from ui import messages
from ui.consents.forms import consent_dialog
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.people.person_field import People, PersonField, everybody
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

    people: People = ()
    places: dict[UUID, tuple[Place, ...]] = of(default_factory=dict)


def offered(uow: Reading, person: UUID | None = None) -> PlanOffer:
    """Return what a new plan is chosen from: everybody, unless it is for one person."""
    if person is not None:
        return PlanOffer(places=programmes.places(uow, person))
    return PlanOffer(everybody(uow), programmes.places(uow))


def new_plan_dialog(parent: QWidget, context: Context, offer: PlanOffer, *, person: UUID | None = None) -> FormDialog:
    """Return the dialog, for one person or to choose one; `saved` brings the plan's identity."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    chosen = form.add("person_id", PersonField(words, words("Participant"), offer.people)) if person is None else None
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
        said, first = Situation(starts_on=starts_on.value() or today), review_on.value()
        new = NewPlan(owner, kind.value() or PlanKind.CAREER, said, programme_id=within.value(), review_on=first)
        return lambda uow: plans.create(uow, new)

    draft = DraftName("plan.new", person, person=person, page="plans" if person is None else "people", place=person)
    owner = (lambda: person) if chosen is None else chosen.value
    return _NewPlanDialog(parent, context, words("New plan"), form, prepare, draft, owner)


class _NewPlanDialog(FormDialog):
    """Where only a consent is missing, offers to record it, and goes on when that is done."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        title: str,
        form: Form,
        prepare: Callable[[], Work],
        draft: DraftName,
        owner: Callable[[], UUID | None],
    ) -> None:
        super().__init__(parent, context, title, form, prepare, draft=draft, save=context.words("Begin"), width=520)
        self._owner = owner

    def _tell(self, error: UserError) -> None:
        if not isinstance(error, NoConsent):
            super()._tell(error)
            return
        record = self.words("Record the consent …")
        messages.ask(self, error.text(self.words), self.words, yes=record, then=self._ask_consent)

    def _ask_consent(self) -> None:
        person = self._owner()
        if person is not None:
            dialog = consent_dialog(self, self.context, person)
            dialog.saved.connect(lambda _change: self.save())
            dialog.open()


def _offer(field: ChoiceField[UUID], places: Sequence[Place], today: date) -> None:
    """Offer the programmes that somebody has a place in, each once."""
    named = {place.programme_id: place.programme for place in places}
    field.offer(list(named.items()), {place.programme_id for place in places if place.runs(today)})
