"""The enrolment of a person: where it stands, what it led to, and what one can do about it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jobbpunkt import cases
from jobbpunkt.cases import CaseView, FollowUpView, OutcomeView, livelihood
from jobbpunkt.register.permissions import Permission
from models.vocabulary import CaseStatus, EmploymentForm
from ui import asking
from ui.context import Context
from ui.people import case_forms, outcome_forms, outcome_words
from ui.people.closing.paper import ClosingPaper
from ui.people.closing.view import open_closing
from ui.tones import tone_of
from ui.widgets.buttons import icon_button, link, primary, secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.labels import muted, rule, small, text
from ui.widgets.layouts import clear, column, row
from ui.widgets.live import Live
from ui.widgets.over import place_of


class CaseCard(Card):
    """Shows a person's latest enrolment, its outcomes and their follow-ups."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(context.words("Enrolment"), parent=parent)
        self.context, self.words, self.person = context, context.words, person
        self._may_edit = context.user.may(Permission.EDIT_PEOPLE)
        self.live = Live(self, context, self.refresh)

    def refresh(self) -> None:
        """Load the enrolments anew."""
        self.live.read(lambda uow: cases.of_person(uow, self.person), self._show)

    def _show(self, found: tuple[CaseView, ...]) -> None:
        clear(self.body)
        if found:
            self._show_case(found[0])
        else:
            self.add(muted(self.words("Not enrolled.")))
        if self._may_edit and (not found or found[0].status is CaseStatus.CLOSED):
            self.add(primary(self.words("Enrol"), self._enrol, icon="user-plus"))
        for earlier in found[1:]:
            line = self.words("Earlier: {start} – {end}", start=earlier.registered_on, end=earlier.closed_on or "")
            self.add(small(line))

    def _show_case(self, case: CaseView) -> None:
        words = self.words
        self.add(row(chip(words(case.status.label), tone_of(case.status)), None))
        for label, value in self._facts(case):
            self.add(column(small(label), text(value), spacing=1))
        if self._may_edit:
            self.add(row(*self._deeds(case), None))
            self.add(row(link(words("Put right"), lambda: self._correct(case)), None))
        self.add(rule())
        for outcome in case.outcomes:
            self._show_outcome(case, outcome)
        if not case.outcomes:
            self.add(muted(words("No outcome yet.")))
        if self._may_edit:
            self.add(
                row(
                    secondary(words("Note an outcome"), lambda: self._open_outcome(case), icon="briefcase"),
                    None,
                )
            )

    def _deeds(self, case: CaseView) -> list[QWidget]:
        """Return the buttons for where an enrolment may go from here."""
        words = self.words
        if case.status is CaseStatus.CLOSED:
            again = secondary(words("Open again"), lambda: self._reopen(case), icon="refresh-cw")
            paper = secondary(
                words("Print the summary"), lambda: ClosingPaper(self, self.context, self.person).open(), icon="printer"
            )
            return [again, paper] if self.context.user.may(Permission.SEE_NOTES) else [again]
        return [
            secondary(words("Status"), lambda: case_forms.status_dialog(self, self.context, case).open()),
            secondary(words("End enrolment"), lambda: open_closing(place_of(self), self, self.context, case)),
        ]

    def _facts(self, case: CaseView) -> list[tuple[str, str]]:
        words = self.words
        closing = words(case.closure_reason.label) if case.closure_reason else ""
        facts = [
            (words("Enrolled since"), words.day(case.enrolled_on or case.registered_on, "long")),
            (words("Coach"), case.coach or words("No coach yet")),
            (words("Led here by"), words(case.referrer.label)),
            (words("In co-operation with"), case.cooperation),
            (words("Paused until"), words.day(case.paused_until, "long") if case.paused_until else ""),
            (words("Closed"), f"{words.day(case.closed_on, 'long')}, {closing}" if case.closed_on else ""),
            (words("Comment"), case.closure_note),
            (words("Livelihood before"), livelihood.in_words(case.before, words)),
            (words("Livelihood after"), livelihood.in_words(case.after, words)),
        ]
        return [(label, value) for label, value in facts if value]

    def _show_outcome(self, case: CaseView, outcome: OutcomeView) -> None:
        words = self.words
        extent = words("{n} %", n=outcome.extent_percent) if outcome.extent_percent else ""
        what = ", ".join(filter(None, (outcome.place, extent)))
        said = column(small(words(outcome.kind.label)), text(what), muted(self._span(outcome)), spacing=1)
        known = outcome_words.known(outcome, self.context.clock.today(), words)
        if known:
            said.addWidget(muted(known))
        line = row(said, spacing=4)
        line.setStretch(0, 1)
        if self._may_edit:
            named = {"place": outcome.place}
            change = icon_button("pencil", words("Change {place}", **named), lambda: self._open_outcome(case, outcome))
            remove = icon_button("trash-2", words("Remove {place}", **named), lambda: self._remove(outcome))
            for button in (change, remove):
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.add(line)
        for follow_up in outcome.follow_ups:
            self._show_follow_up(follow_up)

    def _span(self, outcome: OutcomeView) -> str:
        """Return the form of an outcome and its days."""
        words = self.words
        form = "" if outcome.form is EmploymentForm.NOT_STATED else words(outcome.form.label)
        days = words("from {day}", day=words.day(outcome.starts_on, "long"))
        until = words("until {day}", day=words.day(outcome.ends_on, "long")) if outcome.ends_on is not None else ""
        return ", ".join(part for part in (form, days, until, outcome.note) if part)

    def _show_follow_up(self, follow_up: FollowUpView) -> None:
        words = self.words
        label = words(follow_up.kind.label)
        if follow_up.holds is not None:
            answer = words("still holds") if follow_up.holds else words("has ended")
            told = f"{label}: {answer}"
        elif follow_up.due_on <= self.context.clock.today():
            told = words("{when}: ask now", when=label)
        else:
            told = words("{when}: ask on {day}", when=label, day=follow_up.due_on)
        if not self._may_edit:
            self.add(small(told))
            return
        drop = icon_button("x", words("Do not ask: {when}", when=label), lambda: self._do_not_ask(follow_up))
        self.add(row(link(told, lambda: self._ask(follow_up)), None, drop, spacing=4))

    def _ask(self, follow_up: FollowUpView) -> None:
        outcome_forms.follow_up_dialog(self, self.context, follow_up, self.person).open()

    def _do_not_ask(self, follow_up: FollowUpView) -> None:
        asking.write(self, self.context, lambda uow: cases.remove_follow_up(uow, follow_up.id, follow_up.version))

    def _open_outcome(self, case: CaseView, outcome: OutcomeView | None = None) -> None:
        outcome_forms.outcome_dialog(self, self.context, case, outcome).open()

    def _remove(self, outcome: OutcomeView) -> None:
        asking.write(self, self.context, lambda uow: cases.remove_outcome(uow, outcome.id, outcome.version))

    def _reopen(self, case: CaseView) -> None:
        asking.write(self, self.context, lambda uow: cases.reopen(uow, case.id, case.version))

    def _correct(self, case: CaseView) -> None:
        case_forms.with_offer(self, self.context, lambda offer: case_forms.correct_dialog(self, self.context, case, offer))

    def _enrol(self) -> None:
        case_forms.with_offer(self, self.context, lambda offer: case_forms.enrol_dialog(self, self.context, self.person, offer))
