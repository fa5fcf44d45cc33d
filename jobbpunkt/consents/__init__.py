"""What people consent to: given on a day upon a text with a version, withdrawn on a day, and what follows from that."""

from jobbpunkt.consents.data import ConsentView, GivenConsent, TextView, Withdrawal
from jobbpunkt.consents.on_paper import document, note_printed
from jobbpunkt.consents.reading import of_person
from jobbpunkt.consents.texts import change_text, current_text
from jobbpunkt.consents.writing import correct, give, withdraw

__all__ = [
    "ConsentView",
    "GivenConsent",
    "TextView",
    "Withdrawal",
    "change_text",
    "correct",
    "current_text",
    "document",
    "give",
    "note_printed",
    "of_person",
    "withdraw",
]
