"""Certified work as a post of a CV, in the words of the CV's language."""

from jobbpunkt.documents.certificate import COMPANY
from jobbpunkt.documents.certificate_data import CertificateDocument
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.resume.entries import Work


def post(accepted: CertificateDocument, words: PaperWords) -> Work:
    """Return accepted work as a post of a CV: what was done, what was trained and what was passed, a line each."""
    told = [
        *accepted.tasks,
        words.text("Worked in: {places}", places=", ".join(accepted.places)) if accepted.places else "",
        words.text("Training: {units}", units=", ".join(one.name for one in accepted.training)) if accepted.training else "",
        words.text("Passed inspections: {n}", n=sum(one.count for one in accepted.passed)) if accepted.passed else "",
    ]
    return Work(
        position=words.text("Work training"),
        name=f"{accepted.programme}, {COMPANY}",
        start_date=accepted.first.isoformat() if accepted.first else "",
        end_date=accepted.last.isoformat() if accepted.last else "",
        highlights=tuple(line for line in told if line),
    )
