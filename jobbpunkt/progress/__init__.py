"""Progress towards work: own questions, asked every 90 days of the participant and of the coach apart."""

from jobbpunkt.progress.data import DAYS_BETWEEN, ProgressView, QuestionView, QuestionWords, RoundView
from jobbpunkt.progress.on_paper import document, note_printed
from jobbpunkt.progress.reading import of_person, questions
from jobbpunkt.progress.writing import add_question, answer, begin, change_question, remove_round, retire_question

__all__ = [
    "DAYS_BETWEEN",
    "ProgressView",
    "QuestionView",
    "QuestionWords",
    "RoundView",
    "add_question",
    "answer",
    "begin",
    "change_question",
    "document",
    "note_printed",
    "of_person",
    "questions",
    "remove_round",
    "retire_question",
]
