"""What an enrolment led to: where, as what, how much and from when; or why nobody knows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.cases import LEADS_TO, CaseView, NewOutcome
from models.vocabulary import Answer, ClosureReason, EmploymentForm, OutcomeKind
from ui.context import Context
from ui.people.closing.part import Part
from ui.widgets.completing import completer
from ui.widgets.declared import choices_of
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, NumberField, SegmentField, TickField
from ui.widgets.labels import muted


class LedToPart(Part):
    """Shown for work and studies; `unknown` asks for the reason instead of the outcome."""

    def __init__(self, context: Context, case: CaseView, places: tuple[tuple[UUID, str], ...]) -> None:
        super().__init__(context, 2, context.words("Work"))
        self._case = case
        self._reason: ClosureReason | None = None
        self.known = muted("")
        self.form = self._make_form()
        self.unknown = TickField(self.words("Not known where"))
        self.why = LineField(self.words("Why is it not known?"))
        self.why.name = "closure_note"
        self.place.line.setCompleter(completer([name for _, name in places], self))
        for item in (self.known, self.form, self.unknown, self.why):
            self.add(item)
        for emitter in (self.form, self.unknown, self.why):
            emitter.changed.connect(self._on_change)
        self.hide()

    def show_reason(self, reason: ClosureReason | None) -> None:
        """Ask for what this reason means: an employer, or a school."""
        self._reason = reason
        self.setVisible(reason in LEADS_TO)
        if reason not in LEADS_TO:
            return
        words, studies = self.words, reason is ClosureReason.STUDIES
        self.name.setText(words("Studies") if studies else words("Work"))
        self.place.label.setText(words("School or course provider") if studies else words("Employer"))
        self.place.editor().setAccessibleName(self.place.label.text())
        self.kind.setVisible(not studies)
        self.work.setVisible(not studies)
        self.lasted.setVisible(not studies)
        self.finance.setVisible(studies)
        self.known.setText(words("Already written down: {outcomes}", outcomes=self._already()))
        self._show_what_is_asked()

    def is_known(self) -> bool:
        """Tell whether the case already has an outcome of this kind."""
        return bool(self._of_kind())

    def missing(self) -> str:
        """Return what is still to be written, as a sentence, or nothing."""
        words = self.words
        if self._reason not in LEADS_TO or self.is_known():
            return ""
        if self.unknown.value():
            return "" if self.why.value() else words("Say why it is not known.")
        if not self.place.value():
            return words("Write the school.") if self._reason is ClosureReason.STUDIES else words("Write the employer.")
        return "" if self.starts() is not None else words("Write from which day.")

    def starts(self) -> date | None:
        """Return the first day of the work or studies, as far as it can be read."""
        try:
            return self.first.value()
        except InvalidInput:
            return None

    def outcome(self) -> NewOutcome | None:
        """Return what is to be noted, without follow-ups; None where there is nothing to note."""
        if self._reason not in LEADS_TO or self.is_known() or self.unknown.value():
            return None
        first = checks.chosen_day(self.first.value(), field="starts_on")
        studies = self._reason is ClosureReason.STUDIES
        return NewOutcome(
            self._case.id,
            OutcomeKind.STUDIES if studies else self.kind.value() or OutcomeKind.WORK,
            self.place.value(),
            first,
            form=EmploymentForm.NOT_STATED if studies else self.work.value() or EmploymentForm.NOT_STATED,
            extent_percent=self.extent.whole(),
            note=self.what.value(),
            lasted_month=self.lasted.value() or Answer.NOT_STATED,
            student_finance=self.finance.value() or Answer.NOT_STATED,
        )

    def _make_form(self) -> Form:
        words, today = self.words, self.context.clock.today()
        form = Form(words)
        kinds = [(kind, words(kind.label)) for kind in LEADS_TO[ClosureReason.WORK]]
        self.kind: SegmentField[OutcomeKind] = form.add("kind", SegmentField("", kinds))
        self.kind.set_value(OutcomeKind.WORK)
        self.place = form.add("place", LineField(words("Employer")))
        self.what = form.add("note", LineField(words("Occupation or course")), beside=True)
        self.work = form.add("form", ChoiceField(words("Form of employment"), choices_of(EmploymentForm, words)))
        self.extent = form.add("extent_percent", NumberField(words("Extent, per cent"), highest=100), beside=True)
        self.first = form.add("starts_on", DateField(words, words("From"), today=today))
        answers = choices_of(Answer, words)
        asked = ChoiceField(words("Did it last at least a month without a break?"), answers)
        self.lasted = form.add("lasted_month", asked)
        self.finance = form.add("student_finance", ChoiceField(words("Do the studies entitle to student finance?"), answers))
        return form

    def _of_kind(self) -> list[str]:
        kinds = LEADS_TO.get(self._reason, ()) if self._reason is not None else ()
        return [outcome.place for outcome in self._case.outcomes if outcome.kind in kinds]

    def _already(self) -> str:
        return ", ".join(self._of_kind())

    def _show_what_is_asked(self) -> None:
        known, unknown = self.is_known(), self.unknown.value()
        self.known.setVisible(known)
        self.form.setVisible(not known and not unknown)
        self.unknown.setVisible(not known)
        self.why.setVisible(not known and unknown)

    def _on_change(self) -> None:
        self._show_what_is_asked()
        self.changed.emit()
