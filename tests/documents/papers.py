"""A paper that holds every block, in Swedish, English and Arabic: what the tests of the writers share."""

from datetime import date
from io import BytesIO

from PIL import Image as Picture

from jobbpunkt.documents.tree import (
    Beside,
    Block,
    Callout,
    Chart,
    ChartKind,
    Code,
    Columns,
    Facts,
    Figure,
    Figures,
    Heading,
    Image,
    Item,
    Items,
    Lines,
    Mark,
    Opening,
    PageBreak,
    Paper,
    Phrase,
    Quotation,
    Role,
    Rule,
    Said,
    Section,
    Series,
    Signatures,
    Signer,
    Step,
    Steps,
    Table,
    Text,
    Together,
)

SAID = {
    "plan": ("Min karriärplan", "My career plan", "خطتي المهنية"),
    "wish": ("Det här vill jag", "What I want", "هذا ما أريده"),
    "steps": ("Mina nästa tre steg", "My next three steps", "خطواتي الثلاث القادمة"),
    "next": ("Vi ses nästa gång", "We meet next", "لقاؤنا القادم"),
    "help": ("De här hjälper mig", "Who helps me", "من يساعدني"),
    "when": ("senast tisdag\n16 juni", "by Tuesday\n16 June", "حتى الثلاثاء\n16 يونيو"),
    "who": ("jag", "me", "أنا"),
    "goals": ("Mina mål", "My goals", "أهدافي"),
    "close": ("Så nära målet känner jag mig (0 till 10)", "How close I feel (0 to 10)", "مدى قربي من الهدف (0 إلى 10)"),
    "target": ("Mål 8", "Target 8", "الهدف 8"),
    "cut": ("Axeln börjar inte på noll.", "The axis does not begin at nought.", "المحور لا يبدأ من الصفر."),
    "agree": ("Jag har varit med och gjort planen.", "I have taken part in the plan.", "لقد شاركت في وضع هذه الخطة."),
    "sign": ("Namnteckning och datum", "Signature and date", "التوقيع والتاريخ"),
    "picture": ("En ruta i blått", "A square in blue", "مربع أزرق"),
    "pages": ("Sida {page} av {pages}", "Page {page} of {pages}", "صفحة {page} من {pages}"),
    "coach": ("coach", "coach", "مرشد"),
    "week": ("vecka", "week", "أسبوع"),
    "people": ("personer", "people", "أشخاص"),
    "sum": ("Summa", "Sum", "المجموع"),
}  # fmt: skip
LANGUAGES = ("sv", "en", "ar")
WISH = "Jag vill ha ett fast arbete inom städ eller vård, helst nära Bäckby."


def say(key: str, language: str) -> Phrase:
    """Return a phrase of the sample paper; in Arabic with Swedish beside it."""
    swedish, english, arabic = SAID[key]
    if language == "ar":
        return Phrase(arabic, "ar", swedish, "sv")
    return Phrase(english if language == "en" else swedish, language)


def picture() -> bytes:
    """Return a small picture as PNG."""
    out = BytesIO()
    Picture.new("RGB", (40, 20), "#0F5E63").save(out, "PNG")
    return out.getvalue()


def blocks(language: str, typed: str = "") -> dict[str, Block]:
    """Return a block of each kind; `typed` stands in the place of everything that people typed."""

    def say_(key: str) -> Phrase:
        return say(key, language)

    def own(text: str) -> str:
        return typed or text

    word = say_("week").text
    chart = (
        (f"{word} 1", f"{word} 2", f"{word} 3"),
        (Series(say_("people"), (2, None, 7)), Series(own("IKEA"), (4, 5, 6.5))),
    )
    return {
        "opening": Opening(own("Amina Sjölycke"), say_("plan"), own("Version 2")),
        "quotation": Quotation(own(f"”{WISH}”"), say_("wish"), is_large=True),
        "heading": Heading(say_("goals"), 2),
        "text": Text(own("Jag har arbetat på hotell.\n\nJag bor nära Bäckby och tar gärna kvällar.")),
        "lead": Text(own("Städa och laga mat är det jag kan bäst."), Role.LEAD),
        "steps": Section(
            say_("steps"),
            (
                Steps(
                    (
                        Step(own("Söka tre arbeten på Mimers karriärsida"), say_("who"), say_("when"), is_large=True),
                        Step(own("Fråga min handledare om hon vill vara referens"), say_("who"), say_("when"), is_large=True),
                    )
                ),
            ),
        ),
        "small_steps": Steps(
            (
                Step(own("Gå igenom mitt cv"), own("vi två"), "27 januari", is_done=True),
                Step(own("Söka tre arbeten"), say_("who"), "16 juni"),
            ),
            empty=1,
        ),
        "columns": Columns(
            (
                (Callout((Text(own("tisdag 30 juni klockan 10–11")), Text(own("Områdeskontoret"))), say_("next")),),
                (
                    Callout(
                        (Text(own("Johan Tallmyr")), Text("070-174 06 20", Role.STRONG, "tel:+46701740620")), say_("help")
                    ),
                ),
            )
        ),
        "rule": Rule(),
        "facts": Facts(
            ((say_("coach"), own("Johan Tallmyr")), (say_("week"), "12"), (say_("people"), own("Amina, Sara")), ("tom", ""))
        ),
        "items": Items((Item(own("Hotell Ängeln")), Item(own("Städ AB"), parts=(Text(own("Natt och helg")),)))),
        "numbers": Items((Item(own("Ring chefen"), Mark.NUMBER), Item(own("Skriv ett mejl"), Mark.NUMBER))),
        "boxes": Items((Item(own("Betyg"), Mark.BOX), Item(own("Pass"), Mark.TICKED))),
        "table": Table(
            (say_("coach"), say_("week"), say_("people")),
            ((own("Johan"), "1", "12"), (own("Sara"), "2", (Text(own("åtta")),)), (say_("sum"), "", "20")),
            (50, 25, 25),
            ("start", "end", "end"),
            has_total=True,
            has_row_heads=True,
        ),
        "wide_table": Table(
            (say_("coach"), "Arbetsgivare", "Arbetsuppgifter", say_("week"), "Sysselsättningsgrad"),
            ((own("Johan"), own("Bostadsbolaget"), own("Trappstädning"), "1", own("Heltid med kvällar")),),
        ),
        "bars": Chart(ChartKind.BARS, *chart, "2, – och 7 personer; 4, 5 och 6,5.", say_("people"), target=8,
                      target_label=say_("target")),
        "chart_columns": Chart(ChartKind.COLUMNS, *chart, "2, – och 7 personer.", say_("people")),
        "line": Chart(ChartKind.LINE, *chart, "Från 2 till 7.", say_("close"), least=1, most=10, target=8, has_box=True,
                      target_label=say_("target"), cut=say_("cut")),
        "figures": Figures(
            (Figure("60", say_("people"), own("Mål 55, nått")), Figure("78,4 %", own("tycker att det är tryggt")),
             Figure("uppgift saknas", own("livesändningar")))
        ),
        "image": Image(picture(), say_("picture").text, 40),
        "beside": Beside("2019 – 2021", (Text(own("Lokalvårdare"), Role.STRONG), Text(own("Hotell Ängeln"), Role.PLACE))),
        "named": Text(Phrase("Johan Tallmyr، مرشدي", "ar", "Johan Tallmyr, coach", "sv") if language == "ar" else "Johan"),
        "together": Together((Heading(own("Resa"), 3), Text(own("Buss 1 går var tionde minut.")))),
        "lines": Lines(2),
        "code": Code("K7M-424", say_("plan"), "K7M-424"),
        "link": Text("amina@example.se", Role.CONTACT, "mailto:amina@example.se"),
        "end": Text(own("Slutet"), Role.NOTE, side="end"),
        "break": PageBreak(),
        "signatures": Signatures(
            (Signer(say_("who"), own("Amina Sjölycke")), Signer(say_("coach"), own("Johan Tallmyr"))),
            say_("agree"),
            signature=say_("sign"),
        ),
    }  # fmt: skip


def paper(language: str = "sv", parts: tuple[Block, ...] | None = None, typed: str = "", head: Said = "") -> Paper:
    """Return a sample paper: of some blocks, or of every kind."""
    return Paper(
        f"{say('plan', language).text} – Amina Sjölycke",
        language,
        tuple(blocks(language, typed).values()) if parts is None else parts,
        "Jobbpunkt Mimer",
        date(2020, 6, 2),
        head=head,
        foot=say("plan", language).text,
        pages=SAID["pages"][LANGUAGES.index(language)],
    )
