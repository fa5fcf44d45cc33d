"""Training, safety at work, and what becomes of work: levels, introductions, chemicals, keys and certificates."""

from datetime import date
from io import BytesIO

import pikepdf

from jobbpunkt import certificates, safety, training
from jobbpunkt.certificates import Line, LineKind, NewCertificate
from jobbpunkt.safety import ChemicalData, IntroductionData, ReceiptData
from jobbpunkt.training import UnitData
from models.vocabulary import IntroductionKind, SkillLevel
from tests.permissions.desk import DAY, Door, asks_first, may, one

_UNIT = UnitData("Metoder")
_PRODUCT = ChemicalData("Rent")


def _introduced() -> IntroductionData:
    return IntroductionData(one("person"), IntroductionKind.LONE_WORK, "", DAY)


def _key() -> ReceiptData:
    return ReceiptData(one("person"), "Källare 14", DAY)


def _certificate() -> NewCertificate:
    begun = Line(LineKind.PERIOD, first=date(2020, 3, 2))
    return NewCertificate(one("person"), one("programme"), (begun,), DAY)


def _pdf() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    out = BytesIO()
    made.save(out)
    return out.getvalue()


DOORS: dict[str, tuple[Door, ...]] = {
    "certificates.into_cv.begin_cv": (may("CK", lambda u, d: certificates.begin_cv(u, one("certificate"), d.words)),),
    "certificates.into_cv.into_cv": (may("CK", lambda u, d: certificates.into_cv(u, one("certificate"), one("cv"), d.words)),),
    # Of a certificate that is not there, as of one of somebody who has left the group, nothing is told to others.
    "certificates.on_paper.document": (
        may("CKLS", lambda u, d: certificates.document(u, one("certificate"), d.words)),
        asks_first("CKLS", lambda u, d: certificates.document(u, one("person"), d.words)),
        may("", lambda u, d: certificates.document(u, d.colleagues_certificate, d.words)),
    ),
    "certificates.on_paper.note_printed": (
        may("CKLS", lambda u, _: certificates.note_printed(u, one("certificate"))),
        may("", lambda u, d: certificates.note_printed(u, d.colleagues_certificate)),
    ),
    "certificates.on_paper.preview": (may("CKS", lambda u, d: certificates.preview(u, _certificate(), d.words)),),
    "certificates.proposing.proposed": (may("CKLS", lambda u, _: certificates.proposed(u, one("person"), one("programme"))),),
    "certificates.reading.of_everybody": (may("CKLS", lambda u, _: certificates.of_everybody(u)),),
    "certificates.reading.of_person": (may("CKLS", lambda u, _: certificates.of_person(u, one("person"))),),
    "certificates.writing.accept": (
        may("CKS", lambda u, _: certificates.accept(u, _certificate())),
        asks_first("C", lambda u, d: certificates.accept(u, NewCertificate(d.protected, d.worked, (), DAY))),
    ),
    "certificates.writing.withdraw": (
        may("CKS", lambda u, _: certificates.withdraw(u, one("certificate"), 1)),
        may("C", lambda u, d: certificates.withdraw(u, d.protected_certificate, 1)),
        asks_first("CKS", lambda u, _: certificates.withdraw(u, one("person"), 1)),
        may("", lambda u, d: certificates.withdraw(u, d.colleagues_certificate, 1)),
    ),
    "safety.chemicals.add_chemical": (may("CKS", lambda u, _: safety.add_chemical(u, one("programme"), _PRODUCT)),),
    "safety.chemicals.change_chemical": (may("CKS", lambda u, _: safety.change_chemical(u, one("chemical"), 1, _PRODUCT)),),
    "safety.chemicals.chemicals": (may("CKLS", lambda u, _: safety.chemicals(u, one("programme"))),),
    "safety.chemicals.remove_chemical": (asks_first("CKS", lambda u, _: safety.remove_chemical(u, one("chemical"), 1)),),
    "safety.introductions.change_introduction": (
        may("CKS", lambda u, _: safety.change_introduction(u, one("introduction"), 1, _introduced())),
    ),
    "safety.introductions.introduce": (may("CKS", lambda u, _: safety.introduce(u, one("programme"), _introduced())),),
    "safety.introductions.introductions": (may("CKLS", lambda u, _: safety.introductions(u, one("programme"))),),
    "safety.introductions.remove_introduction": (may("CKS", lambda u, _: safety.remove_introduction(u, one("introduction"), 1)),),
    "safety.keys.change_receipt": (may("CKS", lambda u, _: safety.change_receipt(u, one("key_receipt"), 1, _key())),),
    "safety.keys.hand_out": (may("CKS", lambda u, _: safety.hand_out(u, one("programme"), _key())),),
    "safety.keys.receipts": (may("CKLS", lambda u, _: safety.receipts(u, one("programme"))),),
    "safety.keys.remove_receipt": (may("CKS", lambda u, _: safety.remove_receipt(u, one("key_receipt"), 1)),),
    "safety.keys.take_back": (may("CKS", lambda u, _: safety.take_back(u, one("key_receipt"), 1)),),
    "safety.needs.needs": (may("CKLS", lambda u, _: safety.needs(u, one("programme"))),),
    "safety.on_paper.document": (may("CKLS", lambda u, d: safety.document(u, one("key_receipt"), d.words)),),
    "safety.on_paper.note_printed": (may("CKLS", lambda u, _: safety.note_printed(u, one("key_receipt"))),),
    "safety.sheets.keep_sheet": (may("CKS", lambda u, _: safety.keep_sheet(u, one("chemical"), _pdf(), dated_on=DAY)),),
    "safety.sheets.note_sheet_printed": (may("CKLS", lambda u, _: safety.note_sheet_printed(u, one("safety_sheet"))),),
    "safety.sheets.open_sheet": (may("CKLS", lambda u, _: safety.open_sheet(u, one("safety_sheet"))),),
    "safety.sheets.remove_sheet": (may("CKS", lambda u, _: safety.remove_sheet(u, one("safety_sheet"))),),
    "training.curriculum.add": (may("CKS", lambda u, _: training.add(u, one("programme"), _UNIT)),),
    # There are units already, which is said only to those who may add some.
    "training.curriculum.begin": (asks_first("CKS", lambda u, d: training.begin(u, one("programme"), d.words)),),
    "training.curriculum.change": (may("CKS", lambda u, _: training.change(u, one("training_unit"), 1, _UNIT)),),
    "training.curriculum.move": (may("CKS", lambda u, _: training.move(u, one("training_unit"), up=True)),),
    # Somebody was assessed in it.
    "training.curriculum.remove": (asks_first("CKS", lambda u, _: training.remove(u, one("training_unit"), 1)),),
    "training.noting.clear": (may("CKS", lambda u, _: training.clear(u, one("training_unit"), one("person"))),),
    "training.noting.note": (
        may("CKS", lambda u, _: training.note(u, one("training_unit"), one("person"), SkillLevel.ALONE, day=DAY)),
    ),
    "training.reading.matrix": (may("CKLS", lambda u, _: training.matrix(u, one("programme"), DAY)),),
    "training.reading.units": (may("CKLS", lambda u, _: training.units(u, one("programme"))),),
    "training.reading.way": (may("CKLS", lambda u, _: training.way(u, one("programme"), one("person"))),),
}
INNER: dict[str, str] = {
    "safety.chemicals.copy_chemicals": "asked by the copy of a programme, which has asked who may",
    "training.curriculum.copy_units": "asked by the copy of a programme, which has asked who may",
    "certificates.worked.of_shifts": "reads for the service that proposes, which has asked who may",
    "certificates.worked.passed": "reads for the service that proposes, which has asked who may",
    "programmes.within.demand": "asked by the services that record something of a participant, which have asked who may",
}
