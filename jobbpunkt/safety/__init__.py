"""Safety at work: who was introduced to what, the chemicals with their data sheets, and who has which key."""

from jobbpunkt.safety.chemicals import add_chemical, change_chemical, chemicals, remove_chemical
from jobbpunkt.safety.data import ChemicalView, IntroductionView, Need, NeedKind, ReceiptView, Sheet
from jobbpunkt.safety.fields import ChemicalData, IntroductionData, ReceiptData
from jobbpunkt.safety.introductions import change_introduction, introduce, introductions, remove_introduction
from jobbpunkt.safety.keys import change_receipt, hand_out, receipts, remove_receipt, take_back
from jobbpunkt.safety.needs import needs
from jobbpunkt.safety.on_paper import document, note_printed
from jobbpunkt.safety.sheets import keep_sheet, note_sheet_printed, open_sheet, remove_sheet

__all__ = [
    "ChemicalData",
    "ChemicalView",
    "IntroductionData",
    "IntroductionView",
    "Need",
    "NeedKind",
    "ReceiptData",
    "ReceiptView",
    "Sheet",
    "add_chemical",
    "change_chemical",
    "change_introduction",
    "change_receipt",
    "chemicals",
    "document",
    "hand_out",
    "introduce",
    "introductions",
    "keep_sheet",
    "needs",
    "note_printed",
    "note_sheet_printed",
    "open_sheet",
    "receipts",
    "remove_chemical",
    "remove_introduction",
    "remove_receipt",
    "remove_sheet",
    "take_back",
]
