"""What moved: each question with its first and latest answers in words, and a small line of all of them, of both apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.plans import RatingView
from jobbpunkt.progress import ProgressView, QuestionView
from models.vocabulary import Rater
from ui.plans.rating_line import RatingLine
from ui.widgets.labels import muted, strong
from ui.widgets.layouts import boxed, clear, column, row

BOTH = (Rater.PARTICIPANT, Rater.COACH)


class Movement(QWidget):
    """Shows the questions that have been answered, one under another."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._words = words
        self.lines: dict[QuestionView, RatingLine] = {}
        self._questions = QVBoxLayout()
        self._questions.setSpacing(8)
        legend = muted(words("The participant: a line with circles. The coach: a broken line with squares."))
        self.setLayout(column(legend, self._questions, spacing=8))

    def show_progress(self, view: ProgressView) -> None:
        """Show what was answered, in the order in which it is asked."""
        clear(self._questions)
        self.lines = {}
        for question in view.questions:
            answers = answers_to(view, question)
            if answers:
                self._questions.addWidget(self._shown(question, answers))
        self.setVisible(bool(self.lines))

    def _shown(self, question: QuestionView, answers: Sequence[RatingView]) -> QWidget:
        told = [muted(said) for by in BOTH if (said := self._moved(answers, by))]
        line = self.lines[question] = RatingLine(self._words)
        line.show_ratings(answers, scale=question.ends([one.value for one in answers]))
        line.setAccessibleName(f"{question.words.area}. {line.accessibleName()}")
        shown = row(boxed(column(strong(question.words.area), *told, None, spacing=2)), line, spacing=16)
        for place in range(2):
            shown.setStretch(place, 1)
        return boxed(shown)

    def _moved(self, answers: Sequence[RatingView], by: Rater) -> str:
        """Return who, and the first answer and the latest."""
        words, values = self._words, [one.value for one in answers if one.by is by]
        if not values:
            return ""
        moved = words("{first} → {latest}", first=values[0], latest=values[-1]) if len(values) > 1 else str(values[0])
        return words("Coach: {state}", state=moved) if by is Rater.COACH else words("Participant: {state}", state=moved)


def answers_to(view: ProgressView, question: QuestionView) -> tuple[RatingView, ...]:
    """Return what both have answered to a question, by day."""
    answers = [
        RatingView(one.id, one.version, one.answered_on, one.values[question.id], by)
        for by in BOTH
        for one in view.answered(by)
        if question.id in one.values and one.answered_on is not None
    ]
    return tuple(sorted(answers, key=lambda one: one.rated_on))
