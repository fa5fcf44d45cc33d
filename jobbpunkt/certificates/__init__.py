"""Work becomes merit: what a participant has done, proposed as facts; what they accepted, as a certificate and in their CV."""

from jobbpunkt.certificates.data import CertificateRow, Line, LineKind, NewCertificate, OwnedCertificate, Proposal, Proposed
from jobbpunkt.certificates.into_cv import begin_cv, into_cv
from jobbpunkt.certificates.on_paper import document, note_printed, preview
from jobbpunkt.certificates.proposing import proposed
from jobbpunkt.certificates.reading import of_everybody, of_person
from jobbpunkt.certificates.writing import accept, withdraw

__all__ = [
    "CertificateRow",
    "Line",
    "LineKind",
    "NewCertificate",
    "OwnedCertificate",
    "Proposal",
    "Proposed",
    "accept",
    "begin_cv",
    "document",
    "into_cv",
    "note_printed",
    "of_everybody",
    "of_person",
    "preview",
    "proposed",
    "withdraw",
]
