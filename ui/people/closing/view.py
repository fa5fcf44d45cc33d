"""The page that ends an enrolment: five parts at the left, and at the right what it will mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from jobbpunkt import cases, closing, organisations
from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from jobbpunkt.cases import LEADS_TO, CaseView
from jobbpunkt.closing import Ending, Fate, Standing
from jobbpunkt.people import details
from jobbpunkt.people.names import PersonName
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import ClosureReason
from ui import asking
from ui.context import Context
from ui.drafts.form_draft import FormDraft
from ui.drafts.naming import DraftName, again
from ui.drafts.restored import RestoredBar
from ui.people.closing.asking_again import AskingAgainPart
from ui.people.closing.led_to import LedToPart
from ui.people.closing.living import LivingPart
from ui.people.closing.open_part import OpenPart
from ui.people.closing.paper import ClosingPaper
from ui.people.closing.summary import Summary
from ui.people.closing.why import WhyPart
from ui.theme import scaled
from ui.widgets.buttons import back
from ui.widgets.field import Field
from ui.widgets.labels import muted, title
from ui.widgets.layouts import boxed, column, row
from ui.widgets.notice import Notice
from ui.widgets.over import LaidOver, LaysOver, place_of
from ui.widgets.page import MARGIN, scrolling

SIDE = 290
BESIDE_FROM = 940
QWIDGETSIZE_MAX = 16_777_215
LED_TO_FIELDS = frozenset({"place", "note", "form", "extent_percent", "starts_on", "lasted_month"})


@dataclass(frozen=True, slots=True)
class Found:
    """What the page is made from."""

    name: PersonName
    standing: Standing
    places: tuple[tuple[UUID, str], ...]


def open_closing(place: LaysOver, parent: QWidget, context: Context, case: CaseView) -> None:
    """Load what stands open around the person, and lay the page over `place`."""

    def show(found: Found) -> None:
        view = ClosingView(context, case, found)
        # The card that asked, and not the page that goes, has the paper over it.
        view.afterwards = lambda: ClosingPaper(parent, context, case.person_id).open()
        place.lay_over(view)
        view.why.first().setFocus()

    asking.read(parent, context, lambda uow: found_for(uow, case.person_id), show)


def _nothing() -> None:
    """Do nothing."""


def found_for(uow: Reading, person: UUID) -> Found:
    """Return what the page that ends a person's enrolment is made from."""
    # Whom one may name as an employer stands in the list of partner organisations, for who may see it.
    places = organisations.choices(uow) if uow.user.may(Permission.SEE_CAMPAIGNS) else ()
    return Found(details.details(uow, person).name, closing.standing(uow, person), places)


class ClosingView(LaidOver):
    """Ends an enrolment in one step; nothing is written before the button says so. `afterwards` is done once it is."""

    def __init__(self, context: Context, case: CaseView, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.context, self.words, self.case = context, context.words, case
        self.afterwards: Callable[[], None] = _nothing
        self.notice, self.bar = Notice(self.words), RestoredBar(self.words)
        self.why = WhyPart(context)
        self.led_to = LedToPart(context, case, found.places)
        self.open = OpenPart(context, found.standing)
        self.living = LivingPart(context, case.before)
        self.again = AskingAgainPart(context)
        self.summary = Summary(context)
        self._build(found)
        self.draft = self._drafted()
        self._connect()
        self._tell()
        self.draft.begin()

    def leave(self, then: Callable[[], None] | None = None) -> None:
        """Go back; what was chosen and typed waits as a draft until one comes again."""
        self.draft.flush()
        self._go(then)

    def end(self) -> None:
        """Write all of it in one change, and go back to the person."""
        if not self.summary.button.isEnabled():
            return
        try:
            ending = self._ending()
        except InvalidInput as error:
            self._refused(error)
            return
        self.summary.button.setEnabled(False)
        key, version = self.case.id, self.case.version
        asking.write(self, self.context, lambda uow: closing.end(uow, key, version, ending), self._done, self._refused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what it will mean beside the parts, or under them where there is no room."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self.both.setDirection(direction)
        self.summary.setMinimumWidth(scaled(SIDE) if beside else 0)
        self.summary.setMaximumWidth(scaled(SIDE) if beside else QWIDGETSIZE_MAX)
        self.summary.make_short(short=not beside)

    def _build(self, found: Found) -> None:
        words = self.words
        self.back = back(found.name.shown(words), self.leave)
        parts = column(self.why, self.led_to, self.open, self.living, self.again, None, spacing=12)
        parts.setContentsMargins(0, 0, 8, 0)
        self.both = row(scrolling(boxed(parts)), self.summary, spacing=16)
        self.both.setStretch(0, 1)
        subtitle = muted(self._since(found.standing))
        outer = column(row(self.back, None), row(title(words("Close the enrolment")), None), subtitle, spacing=6)
        outer.setContentsMargins(MARGIN, 12, MARGIN, 20)
        for strip in (self.bar, self.notice):
            outer.addWidget(strip)
        outer.addLayout(self.both, 1)
        self.setLayout(outer)

    def _drafted(self) -> FormDraft:
        """Return what keeps all that is chosen and typed, in the order in which one thing leads to the next."""
        case, led = self.case, self.led_to
        name = DraftName("case.closing", case.id, case.person_id, "people", case.person_id)
        fields: dict[str, Field[Any]] = {"reason": self.why.reasons, "closed_on": self.why.day, "note": self.why.note}
        fields |= {"kind": led.kind, "place": led.place, "what": led.what, "form": led.work, "extent": led.extent}
        fields |= {
            "starts_on": led.first,
            "lasted_month": led.lasted,
            "student_finance": led.finance,
            "unknown": led.unknown,
            "why_unknown": led.why,
            "after": self.living.after,
        }
        fields |= {f"meeting {meeting.id}": choice for meeting, choice in self.open.meetings}
        fields |= {f"step {step.id}": choice for step, choice in self.open.steps}
        fields |= {kind.value: field for kind, field in self.again.days.items()}
        return FormDraft(self.context, name, fields, self.bar, self.words("Close the enrolment"), self)

    def _connect(self) -> None:
        for part in (self.why, self.led_to, self.open, self.living, self.again):
            part.changed.connect(self._tell)
        self.summary.ended.connect(self.end)
        self.summary.given_up.connect(self.leave)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.end)
        QShortcut(QKeySequence("Escape"), self, self.leave)

    def _since(self, standing: Standing) -> str:
        words = self.words
        since = words("Enrolled {day}", day=words.day(self.case.enrolled_on or self.case.registered_on, "long"))
        held = words.plural("{n} meeting held", "{n} meetings held", standing.held)
        return f"{since} · {held}"

    def _tell(self) -> None:
        """Show the parts that the reason asks for, what it will mean, and what is missing."""
        self.led_to.show_reason(self.why.reason())
        asks = self._notes_outcome()
        self.again.propose(self.led_to.starts() if asks else None)
        self.why.note.setVisible(not self._asks_why_unknown())
        self.summary.show_facts(self._facts(), self._missing())

    def _notes_outcome(self) -> bool:
        return self.why.reason() in LEADS_TO and not self.led_to.is_known() and not self.led_to.unknown.value()

    def _asks_why_unknown(self) -> bool:
        return self.why.reason() in LEADS_TO and not self.led_to.is_known() and self.led_to.unknown.value()

    def _missing(self) -> str:
        words, reason = self.words, self.why.reason()
        if reason is None:
            return words("Choose why the enrolment ends.")
        if reason is ClosureReason.OTHER and not self.why.note.value():
            return words("Write in the comment why it ends.")
        if told := self.led_to.missing():
            return told
        left = self.open.left()
        return words("Choose what happens to what is booked and open.") if left else ""

    def _facts(self) -> list[tuple[str, str]]:
        words, reason = self.words, self.why.reason()
        facts = [(words("Reason"), words(reason.label) if reason is not None else words("not chosen"))]
        facts += [(words("Counts as"), self._counts_as())] if reason is not None else []
        if self.open.meetings:
            cancelled = sum(one.fate is Fate.CANCEL for one in self.open.decided_meetings())
            told = words("{n} of {all} cancelled", n=cancelled, all=len(self.open.meetings))
            facts.append((words("Booked meetings"), told))
        if self.open.steps:
            facts.append((words("Open steps"), self._of_the_steps()))
        if told := self.living.in_short():
            facts.append((words("Livelihood"), told))
        return facts

    def _counts_as(self) -> str:
        """Say as what the figures count it, and from when."""
        words = self.words
        if not self._notes_outcome():
            return words("Ended, without an outcome") if not self.led_to.is_known() else words("Ended, with its outcome")
        starts = self.led_to.starts()
        studies = self.why.reason() is ClosureReason.STUDIES
        if starts is None:
            return words("In studies") if studies else words("In work")
        day = words.day(starts, "long")
        return words("In studies from {day}", day=day) if studies else words("In work from {day}", day=day)

    def _of_the_steps(self) -> str:
        words = self.words
        fates = [one.fate for one in self.open.decided_steps()]
        done, dropped = fates.count(Fate.DONE), fates.count(Fate.DROP)
        kept = fates.count(Fate.KEEP)
        return words("{done} done, {dropped} dropped, {kept} left open", done=done, dropped=dropped, kept=kept)

    def _ending(self) -> Ending:
        day, reason = checks.chosen_day(self.why.day.value(), field="closed_on"), self.why.reason()
        if reason is None:
            raise InvalidInput("Choose why the enrolment ends.", field="closure_reason")
        outcome = self.led_to.outcome()
        if outcome is not None:
            outcome = replace(outcome, follow_ups=self.again.chosen())
        note = self.led_to.why.value() if self._asks_why_unknown() else self.why.note.value()
        decided = self.open.decided_meetings(), self.open.decided_steps()
        return Ending(day, reason, note, outcome, *decided, after=self.living.after.value())

    def _done(self, _change: Change) -> None:
        self.draft.drop()
        self._go(None)
        self.afterwards()

    def _begin_anew(self, error: Stale) -> None:
        """Read again what stands open around the person, and go on upon that with all that was chosen here."""
        self.draft.flush()
        key, person = self.case.id, self.case.person_id

        def read(uow: Reading) -> tuple[CaseView, Found]:
            return again(cases.of_person(uow, person), key), found_for(uow, person)

        asking.look(self, self.context, read, lambda found: self._open_anew(*found, error))

    def _open_anew(self, case: CaseView, found: Found, error: Stale) -> None:
        place, view = place_of(self), ClosingView(self.context, case, found)
        view.afterwards = self.afterwards
        view.notice.say(error.text(self.words), "warn")
        self.left.emit()
        place.lay_over(view)

    def _refused(self, error: UserError) -> None:
        if isinstance(error, Stale):
            self._begin_anew(error)
            return
        told = error.text(self.words)
        field = self._field(error.field) if isinstance(error, InvalidInput) else None
        self._tell()
        if field is None:
            self.notice.say(told, "bad")
        else:
            field.set_error(told)
            field.setFocus()

    def _field(self, name: str) -> Field[Any] | None:
        note = self.led_to.why if self._asks_why_unknown() else self.why.note
        fields: dict[str, Field[Any]] = {field.name: field for field in self.again.days.values()}
        fields |= {self.why.day.name: self.why.day, note.name: note, "after": self.living.after}
        return self.led_to.form[name] if name in LED_TO_FIELDS else fields.get(name)

    def _go(self, then: Callable[[], None] | None) -> None:
        self.left.emit()
        if then is not None:
            then()
