"""What keeps the group safe in the demo: products, a made data sheet, introductions and keys; all of it invented."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from uuid import UUID

from jobbpunkt import safety, work
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.stage import SUPERVISOR, Stage, workday
from jobbpunkt.documents import pdf, tree
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.safety import ChemicalData, IntroductionData, ReceiptData
from models.vocabulary import IntroductionKind

DAY, SHEET_DAY = date(2019, 10, 3), date(2019, 5, 14)
SUPPLIER = "Exempel Kemi AB"
CHEMICALS = (
    ChemicalData("Allrent Exempel", SUPPLIER, "Golv och ytor, dagligt", "Handskar vid blandning.", "Skölj ögonen i fem minuter."),
    ChemicalData(
        "Sanitetsrent Exempel",
        SUPPLIER,
        "Kalk i toalett och tvättställ",
        "Handskar och skyddsglasögon. Blanda aldrig med klor.",
        "Skölj ögonen i femton minuter. Ring 112 om du svalt.",
    ),
    ChemicalData("Fönsterputs Exempel", SUPPLIER, "Entréglas och fönster", "Vädra.", "Frisk luft."),
    ChemicalData("Grovrent Exempel", SUPPLIER, "Kärl och golv i miljöbod", "Handskar och skyddsglasögon.", "Skölj huden."),
)
WITHOUT_SHEET = "Fönsterputs Exempel"
KEYS = ("Tvättstuga Bäckbyvägen 7, nyckel 21", "Källare Bäckbyvägen 3, nyckel 14", "Miljöbod Spinnargatan, nyckel 8")
MACHINE = "Kombiskurmaskin"


def keep_safe(stage: Stage, cast: Sequence[Character]) -> None:
    """Set products, introductions and keys to their days."""
    stage.at(DAY, time(10), SUPERVISOR, _list_products)
    group = [person for person in cast if person.programme]
    for person in group:
        begun = person.enrolled_on or person.registered_on
        for days, kind, what in (
            (1, IntroductionKind.PRODUCT, CHEMICALS[0].name),
            (2, IntroductionKind.PRODUCT, CHEMICALS[1].name),
            (30, IntroductionKind.MACHINE, MACHINE),
            (45, IntroductionKind.LONE_WORK, ""),
        ):
            if (person.number + days) % 5:
                stage.at(workday(begun + timedelta(days=days)), time(10), SUPERVISOR, _introduce, person, kind, what)
    for key, person in zip(KEYS, group, strict=False):
        begun = workday((person.enrolled_on or person.registered_on) + timedelta(days=60))
        stage.at(begun, time(8, 30), SUPERVISOR, _hand_out, person, key)
    stage.at(date(2020, 9, 25), time(15), SUPERVISOR, _take_back)


def _programme(uow: Writing) -> UUID:
    return work.programmes(uow)[0].id


def _list_products(uow: Writing) -> None:
    for product in CHEMICALS:
        added = safety.add_chemical(uow, _programme(uow), product).record
        if product.name != WITHOUT_SHEET:
            safety.keep_sheet(uow, added, _sheet(product), dated_on=SHEET_DAY)


def _sheet(product: ChemicalData) -> bytes:
    """Return a small data sheet with the two sections that one looks for first."""
    blocks = (
        tree.Opening(product.name, "Säkerhetsdatablad (exempel)", product.supplier),
        tree.Section("1. Namn och användning", (tree.Text(product.used_for),)),
        tree.Section("4. Åtgärder vid första hjälpen", (tree.Text(product.first_aid),)),
        tree.Section("8. Personligt skydd", (tree.Text(product.protection),)),
        tree.Text("Påhittat för demonstrationen. Produkten finns inte.", tree.Role.NOTE),
    )
    return pdf.write(tree.Paper(product.name, "sv", blocks, product.supplier, SHEET_DAY, is_ours=False), REPORT)


def _introduce(uow: Writing, person: Character, kind: IntroductionKind, what: str) -> None:
    safety.introduce(uow, _programme(uow), IntroductionData(person.key, kind, what, uow.clock.today()))


def _hand_out(uow: Writing, person: Character, key: str) -> None:
    today = uow.clock.today()
    due = date(2020, 11, 27) if key == KEYS[1] else None
    safety.hand_out(uow, _programme(uow), ReceiptData(person.key, key, today, due))


def _take_back(uow: Writing) -> None:
    for row in safety.receipts(uow, _programme(uow)):
        if row.data.key == KEYS[2] and row.data.returned_on is None:
            safety.take_back(uow, row.id, row.version)
