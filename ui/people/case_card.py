"""The enrolment of a person: where it stands, what it led to, and what one can do about it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import cases
from jobbpunkt.cases import CaseView, FollowUpView, OutcomeView
from jobbpunkt.permissions import Permission
from models.vocabulary import CaseStatus
from ui import operation
from ui.context import Context
from ui.people import case_forms
from ui.people.tones import tone_of
from ui.widgets.buttons import link, primary, secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.labels import muted, rule, small, text
from ui.widgets.layouts import clear, column, row
from ui.widgets.live import Live


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
        if self._may_edit and case.status is not CaseStatus.CLOSED:
            self.add(
                row(
                    secondary(words("Status"), lambda: self._open(case_forms.status_dialog, case)),
                    secondary(words("End enrolment"), lambda: self._open(case_forms.close_dialog, case)),
                    None,
                )
            )
        self.add(rule())
        for outcome in case.outcomes:
            self._show_outcome(outcome)
        if not case.outcomes:
            self.add(muted(words("No outcome yet.")))
        if self._may_edit:
            self.add(
                row(
                    secondary(words("Note an outcome"), lambda: self._open(case_forms.outcome_dialog, case), icon="briefcase"),
                    None,
                )
            )

    def _facts(self, case: CaseView) -> list[tuple[str, str]]:
        words = self.words
        closing = words(case.closure_reason.label) if case.closure_reason else ""
        facts = [
            (words("Enrolled since"), words.day(case.enrolled_on or case.registered_on, "long")),
            (words("Coach"), case.coach or words("No coach yet")),
            (words("Led here by"), words(case.referrer.label)),
            (words("Paused until"), words.day(case.paused_until, "long") if case.paused_until else ""),
            (words("Closed"), f"{words.day(case.closed_on, 'long')}, {closing}" if case.closed_on else ""),
            (words("Comment"), case.closure_note),
        ]
        return [(label, value) for label, value in facts if value]

    def _show_outcome(self, outcome: OutcomeView) -> None:
        words = self.words
        extent = f", {words('{n} %', n=outcome.extent_percent)}" if outcome.extent_percent else ""
        self.add(
            column(
                small(words(outcome.kind.label)),
                text(f"{outcome.place}{extent}"),
                muted(words("from {day}", day=words.day(outcome.starts_on, "long"))),
                spacing=1,
            )
        )
        for follow_up in outcome.follow_ups:
            self._show_follow_up(follow_up)

    def _show_follow_up(self, follow_up: FollowUpView) -> None:
        words = self.words
        label = words(follow_up.kind.label)
        if follow_up.holds is not None:
            answer = words("still holds") if follow_up.holds else words("has ended")
            self.add(small(f"{label}: {answer}"))
        elif follow_up.due_on <= self.context.clock.today() and self._may_edit:
            self.add(
                row(
                    link(
                        words("{when}: ask now", when=label),
                        lambda: case_forms.follow_up_dialog(self, self.context, follow_up).open(),
                    ),
                    None,
                )
            )
        else:
            self.add(small(words("{when}: ask on {day}", when=label, day=follow_up.due_on)))

    def _open(self, dialog: case_forms.CaseDialog, case: CaseView) -> None:
        dialog(self, self.context, case).open()

    def _enrol(self) -> None:
        operation.read(
            self,
            self.context,
            cases.coaches,
            lambda coaches: case_forms.enrol_dialog(self, self.context, self.person, coaches).open(),
        )
