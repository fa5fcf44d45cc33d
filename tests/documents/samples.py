"""Full documents of fictitious people, for the tests of every kind of paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from jobbpunkt.documents.attendance_data import AttendanceDocument, AttendedDay, Away
from jobbpunkt.documents.campaign import (
    Answered,
    CampaignDocument,
    CountedResult,
    EvaluationText,
    TakingPart,
    WeeklyContent,
    WeekOf,
)
from jobbpunkt.documents.caseload import CaseloadDocument, CaseloadLine
from jobbpunkt.documents.certificate_data import CertificateDocument, PassedLine, TrainedLine
from jobbpunkt.documents.closing_data import AskedLine, ClosingDocument, OutcomeLine
from jobbpunkt.documents.compared import ComparedMonth
from jobbpunkt.documents.completion_data import CompletedGoal, CompletionDocument, LeftStep
from jobbpunkt.documents.consent_data import ConsentDocument, GivenLine
from jobbpunkt.documents.extract import ExtractDocument, ExtractLine, ExtractRecord, ExtractSection, Label, TraceLine
from jobbpunkt.documents.figures import Breakdown, Figure, Group
from jobbpunkt.documents.inspection_data import InspectedPhoto, InspectedPoint, InspectionDocument
from jobbpunkt.documents.key_receipt_data import KeyReceiptDocument
from jobbpunkt.documents.letter import LetterDocument
from jobbpunkt.documents.looked import LookedDocument, LookLine
from jobbpunkt.documents.notice_data import NoticeDocument, NoticeTask
from jobbpunkt.documents.partner import PartnerContent, PartnerDocument, PartnerEvent, PartnerFigure
from jobbpunkt.documents.plan_data import (
    HeldReview,
    Meeting,
    PlanDocument,
    PlannedGoal,
    PlannedMilestone,
    PlannedStep,
    SelfRating,
    Signatory,
)
from jobbpunkt.documents.progress_data import Asked, ProgressDocument
from jobbpunkt.documents.promises_data import Promised, PromisesDocument
from jobbpunkt.documents.recovery import RecoveryDocument
from jobbpunkt.documents.session_data import AgreedStepLine, NextMeeting, SessionDocument
from jobbpunkt.documents.sheet import SheetDocument
from jobbpunkt.documents.summary import FigureSection, ProgrammeFacts, SummaryDocument
from jobbpunkt.documents.trend import Trend
from jobbpunkt.documents.year_data import (
    Divided,
    DividedGroup,
    DividedKind,
    HistoryEnd,
    KeyFigure,
    Quarters,
    Unknown,
    Voice,
    YearDocument,
    YearPart,
)
from models.vocabulary import (
    CaseStatus,
    ClosureReason,
    ConsentForm,
    ConsentPurpose,
    EmploymentForm,
    Evaluator,
    FollowUpKind,
    HistoryAction,
    InspectionKind,
    Livelihood,
    Opinion,
    OutcomeKind,
    PlanKind,
    PointVerdict,
    Qualifier,
    Responsible,
    Season,
    SessionKind,
    SignatureRole,
    Source,
    TaskPeriod,
    Unit,
)
from tests.documents.papers import picture

CERTIFICATE = CertificateDocument(
    participant="Noor Exempelsson",
    programme="Kvinna för Bäckby",
    made_on=date(2020, 12, 4),
    supervisor="Handledare Exempel",
    born=date(1984, 5, 12),
    phone="070-174 06 92",
    first=date(2020, 2, 3),
    last=date(2020, 11, 27),
    hours=612,
    places=("Trapphus Spinnargatan 2–14", "Mötesplatsen Kollage"),
    tasks=("Trappor: Sopade och våtmoppade", "Entréglas: Putsat"),
    training=tuple(TrainedLine(name, date(2020, 4, 21)) for name in ("Arbetsteknik", "Metoder", "Ergonomi")),
    passed=(PassedLine("Trapphusen", 6), PassedLine("Tvättstugorna", 3)),
)

KEY_RECEIPT = KeyReceiptDocument(
    key="Tvättstugan Spinnargatan 2, nyckel 14",
    participant="Noor Exempelsson",
    programme="Kvinna för Bäckby",
    given_by="Handledare Exempel",
    phone="070-174 06 92",
    given_on=date(2020, 2, 3),
    due_on=date(2020, 11, 27),
)

PLAN = PlanDocument(
    kind=PlanKind.CAREER,
    person="Noor Exempelsson",
    coach="Coach Exempel",
    coach_phone="070-174 06 20",
    code="K7M-424",
    meeting=Meeting(datetime(2020, 6, 30, 8, 0, tzinfo=UTC), "Områdeskontoret, Bäckby"),
    starts_on=date(2020, 3, 2),
    ends_on=date(2020, 12, 18),
    review_on=date(2020, 8, 17),
    programme="Kvinna för Bäckby",
    language="Arabiska, svenska",
    interpreter="Tolk Tolksson",
    version=2,
    adopted_on=date(2020, 6, 15),
    printed_on=date(2020, 6, 15),
    present=(
        "Noor arbetar i trappstädningen på Bäckby sedan i mars och trivs i gruppen. Hon har nio års grundskola från Aleppo och "
        "arbetade som sömmerska i nio år. Hon läser SFI på kurs C två kvällar i veckan.\n\n"
        "Hon vill gå upp i arbetstid när yngsta barnet börjar förskolan i augusti."
    ),
    wished=(
        "Jag vill ha ett eget arbete som jag kan försörja min familj på. Helst vill jag arbeta som lokalvårdare "
        "på ett sjukhus eller en skola, och prata svenska med mina arbetskamrater varje dag."
    ),
    goals=(
        PlannedGoal(
            title="Arbeta som lokalvårdare på minst 75 procent",
            measure="Anställd minst tre månader i rad med lön enligt kollektivavtal.",
            due=date(2020, 11, 30),
            resources="Van vid fysiskt arbete, noggrann, alltid i tid. Goda vitsord från handledaren.",
            obstacles="Har inte körkort. Svårt att läsa säkerhetsdatablad på svenska.",
            support="Hjälp att skriva CV och öva på anställningsintervju.",
            signs="Jag ringer själv till arbetsgivare. Jag förstår instruktioner utan att fråga två gånger.",
            milestones=(
                PlannedMilestone("CV och personligt brev klara", date(2020, 4, 30), date(2020, 4, 22)),
                PlannedMilestone("Två veckors praktik på sjukhuset", date(2020, 9, 30)),
            ),
            steps=(
                PlannedStep("Skriva klart mitt CV i CV-boxen", Responsible.TOGETHER, "", date(2020, 4, 15), date(2020, 4, 22)),
                PlannedStep("Söka tre jobb i veckan via Platsbanken", Responsible.PARTICIPANT, "", date(2020, 7, 1)),
                PlannedStep(
                    "Ringa lokalvårdschefen på Västmanlands sjukhus om praktik", Responsible.COACH, "", date(2020, 6, 26)
                ),
                PlannedStep(
                    "Gå utbildningen i städteknik och kemikaliehantering", Responsible.OTHER, "Handledaren", date(2020, 9, 4)
                ),
            ),
            ratings=(
                SelfRating(date(2020, 3, 2), 3),
                SelfRating(date(2020, 4, 27), 4),
                SelfRating(date(2020, 6, 15), 6),
            ),
        ),
        PlannedGoal(
            title="Klara SFI kurs C",
            measure="Godkänt nationellt prov.",
            due=date(2020, 12, 18),
            steps=(
                PlannedStep("Läsa 8 Sidor tre gånger i veckan", Responsible.PARTICIPANT, "", date(2020, 8, 31)),
                PlannedStep("Gå till språkkaféet på Kollage på torsdagar", Responsible.PARTICIPANT, "", date(2020, 8, 31)),
            ),
            ratings=(SelfRating(date(2020, 3, 2), 5), SelfRating(date(2020, 6, 15), 5)),
        ),
    ),
    reviews=(
        HeldReview(
            date(2020, 6, 15),
            "Noor har varit på alla arbetspass och fått beröm vid besiktningen. Praktiken på sjukhuset sköts upp.",
            "Praktiken flyttas till september.",
            date(2020, 8, 17),
        ),
    ),
    signatures=(
        Signatory(SignatureRole.PARTICIPANT, "Noor Exempelsson"),
        Signatory(SignatureRole.COACH, "Coach Exempel"),
        Signatory(SignatureRole.INTERPRETER, "Tolk Tolksson"),
    ),
)

CONSENT = ConsentDocument(
    purpose=ConsentPurpose.HEALTH_PLAN,
    person="Noor Exempelsson",
    number=2,
    printed_on=date(2020, 6, 15),
    paragraphs=("Planen handlar om hur jag mår.", "Jag säger ja till planen."),
    given=GivenLine(date(2020, 6, 15), ConsentForm.ORAL, "Tolk Tolksson"),
    speaks="arabiska",
)

SESSION = SessionDocument(
    participants=("Noor Exempelsson",),
    coach="Coach Exempel",
    kind=SessionKind.COACHING,
    starts_at=datetime(2020, 6, 15, 7, 0, tzinfo=UTC),
    place="Kollage, Bäckby",
    interpreter="Tolk Tolksson, arabiska",
    summary=(
        "Vi gick igenom hur det har gått sedan sist. Du har sökt fem jobb och blivit kallad till en intervju på IKEA. "
        "Vi övade på tre vanliga frågor och på hur du berättar om ditt arbete i trappstädningen.\n\n"
        "Du vill veta mer om praktik på sjukhuset. Jag ringer dit."
    ),
    steps=(
        AgreedStepLine("Öva på att presentera dig själv på svenska", Responsible.PARTICIPANT, date(2020, 6, 18)),
        AgreedStepLine("Ringa lokalvårdschefen på sjukhuset om praktik", Responsible.COACH, date(2020, 6, 18)),
        AgreedStepLine("Skicka ansökan till IKEA", Responsible.TOGETHER, date(2020, 6, 22)),
    ),
    earlier_steps=(AgreedStepLine("Skriva klart CV", Responsible.PARTICIPANT, date(2020, 6, 1), date(2020, 5, 29)),),
    next_meeting=NextMeeting(datetime(2020, 6, 29, 8, 30, tzinfo=UTC), "Kollage, Bäckby", SessionKind.COACHING),
    phone="070-174 06 20",
)

MANY_JOBS = {
    "basics": {
        "name": "Selam Testsson (ሰላም)",
        "label": "Undersköterska och lokalvårdare",
        "email": "selam@example.se",
        "phone": "070-174 06 20",
        "summary": "Jag är van att arbeta självständigt. ኣነ ብናጻ ክሰርሕ ልሙድ እየ። أعمل بجد وأحب العمل مع الناس.",
        "location": {"postalCode": "724 73", "city": "Västerås"},
    },
    "work": [
        {
            "position": f"Lokalvårdare {year}" if year % 3 else f"Vårdbiträde och ansvarig för tvättstugan {year}",
            "name": "Städbolaget Exempel AB, Västerås",
            "startDate": f"{year}-0{1 + year % 9}",
            "endDate": "" if year == 2019 else f"{year + 1}-0{1 + year % 9}-15",
            "summary": "Daglig städning av skolor och kontor. Egen planering av rundan och kontakt med kunden." * (1 + year % 2),
            "highlights": ["Utbildade tre nya kollegor", "Ansvar för nycklar och larm"] if year % 4 == 0 else [],
        }
        for year in range(2019, 2001, -1)
    ],
    "education": [{"institution": "Grundskola, Asmara", "studyType": "12 år", "startDate": "1986", "endDate": "1998"}],
    "skills": [{"name": "Språk", "level": "God", "keywords": ["tigrinja", "arabiska", "svenska"]}],
    "languages": [{"language": "ትግርኛ (tigrinja)", "fluency": "Modersmål"}, {"language": "العربية", "fluency": "Mycket god"}],
    "meta": {"sectionOrder": ["languages", "work"]},
}

LETTER = LetterDocument(
    name="Ronja Exempel",
    contact="070-174 06 20, ronja@example.se, 724 73 Västerås",
    recipient="IKEA Västerås\nRekryteringen",
    place="Västerås",
    day=date(2020, 6, 15),
    subject="Ansökan om sommarjobb i restaurangen",
    greeting="Hej!",
    body=(
        "Jag heter Ronja, är 17 år och går ekonomiprogrammet. När jag läste att ni söker extrapersonal till restaurangen "
        "i sommar blev jag glad, för det är precis ett sådant arbete jag letar efter.",
        "I två år har jag varit ledare i knatteskolan i Exempel IF. Där har jag lärt mig att planera, att hålla ordning på många "
        "saker samtidigt och att möta barn och föräldrar med ett leende. Jag kommer i tid och ger mig inte.",
        "Jag kan börja den 22 juni och arbeta till skolan börjar, även kvällar och helger. Jag kommer gärna på en intervju.",
    ),
    ending="Med vänlig hälsning",
)


_STAINED = InspectedPoint(
    "Ledstång",
    "Avtorkad",
    1,
    TaskPeriod.WEEK,
    Season.ALL_YEAR,
    PointVerdict.REMARKED,
    "Fläckar, plan 2",
    "Torkas av",
    date(2020, 11, 24),
    is_again=True,
    photos=(1,),
)
INSPECTION = InspectionDocument(
    place="Trapphus Exempelgatan 4",
    programme="Kvinna för Bäckby",
    site="Bäckby",
    kind=InspectionKind.INSPECTION,
    checklist=3,
    held_at=datetime(2020, 11, 17, 8, 15, tzinfo=UTC),
    inspector="Omar Exempel",
    present="Amina Exempel, Helena Exempel",
    supplier="Exempelstäd AB",
    note="Hissen var avstängd.",
    points=(
        InspectedPoint("Entré", "Golvet sopat", 1, TaskPeriod.WEEK, Season.ALL_YEAR, PointVerdict.PASSED),
        InspectedPoint("Grus", "Borttaget", 2, TaskPeriod.WEEK, Season.WINTER, PointVerdict.PASSED),
        _STAINED,
        InspectedPoint("Lister", "Dammtorkade", 1, TaskPeriod.MONTH, Season.ALL_YEAR, PointVerdict.PASSED),
        InspectedPoint("Högt upp", "Spindelnät borttaget", 1, TaskPeriod.QUARTER, Season.ALL_YEAR, None),
        InspectedPoint("Fönster", "Putsade", 2, TaskPeriod.YEAR, Season.SUMMER, PointVerdict.NOT_RELEVANT),
        InspectedPoint("Skräp", "Plockat", 1, TaskPeriod.AS_NEEDED, Season.ALL_YEAR, PointVerdict.PASSED),
    ),
    photos=(InspectedPhoto(1, picture(), 2.0, "Ledstång vid plan 2"),),
    months=(
        ComparedMonth(date(2020, 9, 1), 78.4, 24, None, 0),
        ComparedMonth(date(2020, 10, 1), None, 0, 88.0, 12),
        ComparedMonth(date(2020, 11, 1), 91.0, 24, 83.3, 12),
    ),
    follows_on=date(2020, 11, 3),
    corrected_on=date(2020, 11, 19),
    correction="Fel plan.",
    is_closed=False,
)


def counted(label: str, unit: Unit, *weeks: int, target: int | None = None) -> CountedResult:
    parts = tuple(Figure(label, number, unit, source=Source.TALLIED) for number in weeks)
    return CountedResult(Figure(label, sum(weeks), unit, source=Source.TALLIED, target=target), parts)


def estimated(label: str, unit: Unit, value: int, qualifier: Qualifier) -> CountedResult:
    missing = Figure(label, None, unit, source=Source.NOT_RECORDED)
    told = Figure(label, value, unit, qualifier, Source.ESTIMATED)
    return CountedResult(told, (missing, missing, told, missing))


CAMPAIGN = CampaignDocument(
    name="CV-boxen på Bäckby 2020",
    first=date(2020, 5, 25),
    last=date(2020, 6, 18),
    purpose=(
        "En sommarjobbskampanj inom ramen för den sociala agendan, en gemensam handlingsplan för social hållbarhet på Bäckby. "
        "Innehållet upprepades varje vecka så långt det gick, så att fler kunde ta del av samma utbud."
    ),
    target_group="Ungdomar 16–26 år i Västerås",
    place="Bäckby centrum",
    lead="Projektledare Exempel",
    weeks=tuple(
        WeekOf(number, date(2020, 5, 25) + timedelta(days=7 * (number - 1)), date(2020, 5, 28) + timedelta(days=7 * (number - 1)))
        for number in range(1, 5)
    ),
    partners=(
        TakingPart("Västerås stad (AME)", "Sommarlovsentreprenörerna, vägledning om arbete och studier"),
        TakingPart("Västerås folkhögskola", "Information om utbildning"),
        TakingPart("Bostads AB Mimer", "Projektledning, lokal, hjälp med CV och personliga brev"),
        TakingPart("IKEA", "Företagsträff, studiebesök och rekrytering"),
        TakingPart("Proffas", "Bemanning och anställningsintervjuer"),
        TakingPart("Rädda Barnen", "Samtal med unga och föräldrar"),
    ),
    content=(
        WeeklyContent("Hjälp med CV och personliga brev", 0, time(13), time(17), "Boxen", "Mimer"),
        WeeklyContent("Samtal och coaching", 1, time(13), time(17), "Kollage", "Mimer"),
        WeeklyContent("Öppen mötesplats", 1, time(10), time(12), "Boxen"),
        WeeklyContent("Företagsträff och studiebesök", 2, time(14), time(16), "IKEA", "IKEA"),
        WeeklyContent("Rekryteringsmässa", 3, time(12), time(16), "Torget", "Alla"),
    ),
    exhibitors=("IKEA (A1)", "Proffas (A2)", "Rädda Barnen"),
    answers=(
        Answered(Evaluator.PARTICIPANTS, 27, ((Opinion.GOOD, 21), (Opinion.FAIR, 6), (Opinion.POOR, 0)), (("Studiebesök", 7),)),
        Answered(Evaluator.PARTNERS, 6),
    ),
    results=(
        counted("CV och personliga brev skrivna på plats", Unit.DOCUMENTS, 8, 11, 9, 7),
        counted("Ansökningar till sommarlovsentreprenörerna", Unit.APPLICATIONS, 12, 14, 8, 6),
        counted("Inskrivna på Mimers karriärsida", Unit.PERSONS, 20, 31, 24, 16, target=80),
        counted("Ansökningar till IKEA", Unit.APPLICATIONS, 5, 15, 20, 5),
        counted("Kallade till intervju", Unit.PERSONS, 0, 2, 4, 3),
        estimated("Utställare på rekryteringsmässan", Unit.EXHIBITORS, 20, Qualifier.CIRCA),
        estimated("Besökare på rekryteringsmässan", Unit.VISITORS, 100, Qualifier.OVER),
    ),
    evaluations=(
        EvaluationText(Evaluator.PARTICIPANTS, date(2020, 6, 25), "De flesta var nöjda. Några önskade längre öppettider."),
        EvaluationText(Evaluator.PARTNERS, date(2020, 8, 20), "Initiativet summeras som lyckat. Alla vill vara med igen."),
    ),
    printed_on=date(2020, 9, 1),
)

PARTNER = PartnerDocument(
    "IKEA",
    CAMPAIGN.name,
    CAMPAIGN.first,
    CAMPAIGN.last,
    sentences=("Ni svarade för: företagsträffen och studiebesöken.", "Tack för samarbetet."),
    figures=(
        PartnerFigure("45", "Ansökningar till IKEA", "Räknat för hand på plats"),
        PartnerFigure("9", "Kallade till intervju", "Hela kampanjen. Räknat för hand på plats"),
        PartnerFigure("4", "tillfällen med ert innehåll", "Ur programmet"),
    ),
    weeks=CAMPAIGN.weeks,
    content=(
        PartnerContent("Företagsträff", "Kollage", ("måndag 13–17", "måndag 13–17", "Inställt", "måndag 13–17")),
        PartnerContent("Studiebesök", "", ("", "torsdag 9–12", "torsdag 9–12", "torsdag 9–12")),
    ),
    events=(PartnerEvent("Rekryteringsmässa", CAMPAIGN.weeks[-1].first),),
    thoughts=CAMPAIGN.evaluations[:1],
    unknown=("Hur många som fick arbete hos er.",),
    following=("CV-boxen 2021", date(2021, 6, 7), date(2021, 7, 4)),
    lead="Projektledare Exempel",
    phone="070-174 06 91",
    printed_on=date(2020, 9, 1),
)

SUPPORTED = Figure(
    "Jobbsökande som fick stöd",
    60,
    Unit.PERSONS,
    definition="Personer som var inskrivna och hade minst ett genomfört samtal under perioden.",
    by=(
        Breakdown("kön", (Group("Kvinnor", 34), Group("Män", 26))),
        Breakdown("ålder", (Group("16–19 år", 9), Group("20–24 år", 14), Group("25–64 år", None), Group("65+", None))),
    ),
)
WORKING = Figure(
    "Har fått arbete",
    28,
    Unit.PERSONS,
    definition="Av dem som fick stöd: personer som börjat ett arbete under perioden, med eller utan subvention.",
)
SAFETY = Figure(
    "Trygghetsindex",
    78.4,
    Unit.SHARE,
    target=82,
    definition="Andel svar i kundenkäten där tryggheten upplevs som bra eller mycket bra.",
)

_STREAMS = (
    Figure("Livesändningar", 12, Unit.OCCASIONS, definition="Genomförda sändningar på Facebook."),
    Figure("Visningar", 3500, Unit.VIEWS, source=Source.TALLIED, definition="Summan av sändningarnas visningar."),
    Figure("Deltagare i samarbetet med Svenska kyrkan", None, Unit.PERSONS, suppressed=True),
    Figure("Deltagare i Kvinna för Bäckby", None, Unit.PERSONS, source=Source.NOT_RECORDED),
)
SUMMARY = SummaryDocument(
    title="Deltagarna i siffror",
    first=date(2020, 1, 1),
    last=date(2020, 12, 31),
    kicker="Rapport",
    headline=(SUPPORTED, WORKING, SAFETY),
    text="Under 2020 har många aktiviteter ställts om. Jobbpunkt Mimer har ändå mött fler unga än något år tidigare.",
    sections=(
        FigureSection("Stöd och arbete", (SUPPORTED, WORKING)),
        FigureSection("Livesändningar och samarbeten", _STREAMS),
        FigureSection("Trygghet", (SAFETY,), "Målet för 2020 var 82 procent."),
    ),
    programmes=(
        ProgrammeFacts("Kvinna för Bäckby", "Bäckby", None, date(2021, 5, 31), ((date(2020, 10, 19), date(2021, 5, 31)),)),
    ),
    printed_on=date(2021, 1, 15),
)

_MONTH = replace(SUPPORTED, by=(), value=25)
SHEET = SheetDocument(
    "Månaden, till styrelsen",
    date(2020, 11, 1),
    date(2020, 11, 30),
    ("november 2020", "november 2019", "Hittills 2020"),
    sentences=("Under november 2020 skrevs 8 in och 6 avslutades.", "Hittills 2020 har 28 fått arbete; årets mål är 30."),
    headline=(KeyFigure(replace(WORKING, target=30, before=replace(WORKING, value=26)), "av dem fick arbete"),),
    figures=(
        replace(_MONTH, before=replace(_MONTH, value=12), so_far=replace(_MONTH, value=60), target=55),
        replace(SAFETY, before=replace(SAFETY, value=None)),
    ),
    kinds=(
        DividedKind("Kön", (DividedGroup("Kvinna", 34, None), DividedGroup("Man", 26, None))),
        DividedKind(
            "Inskrivna: anvisade av", (DividedGroup("Egen ansökan", 9, None), DividedGroup("Svenska kyrkan", None, None))
        ),
    ),
    too_few=("Avslutade: orsak",),
    notes=("Kolada gäller kommunens arbetsmarknadsverksamhet.",),
    unknown=(Unknown("Hur hela 2019 var", "Registret förs sedan 30 september 2019."),),
    printed_on=date(2020, 12, 14),
    through=date(2020, 11, 28),
)

_TOLD = replace(SUPPORTED, by=())  # a year tells its groups where it is divided
YEAR = YearDocument(
    2020,
    date(2020, 1, 1),
    date(2020, 12, 31),
    sentences=(
        "28 av de 60 personer som fick stöd och coaching fick arbete, 2 fler än 2019.",
        "CV-boxen på Bäckby gav 45 ansökningar till IKEA och 9 kallade till intervju.",
        "78,4 procent tycker att det är tryggt där de bor. Målet 82 nåddes inte.",
    ),
    headline=(
        KeyFigure(replace(_TOLD, before=replace(_TOLD, value=52)), "personer fick stöd"),
        KeyFigure(replace(WORKING, target=30, before=replace(WORKING, value=26)), "av dem fick arbete"),
        KeyFigure(SAFETY, "tycker att det är tryggt"),
        KeyFigure(replace(_STREAMS[0], before=Figure("Livesändningar", None, Unit.OCCASIONS)), "livesändningar"),
    ),
    voice=Voice(
        "Jag kom för att få hjälp med mitt cv. Två veckor senare stod jag på lagret och hade ett eget schema.",
        "Deltagare i CV-boxen, 19 år",
    ),
    unknown=(
        Unknown("Om arbetena varade", "Vi började fråga efter en månad först i oktober."),
        Unknown("Hur många som deltog i Kvinna för Bäckby", "Uppgift saknas."),
    ),
    divided=Divided(
        "De som varit utan arbete mindre än 6 månader fick oftast arbete",
        "Mindre än 6 månader: 8 av 11 fick arbete. Mer än 24 månader: 5 av 19.",
        (
            DividedKind("Kön", (DividedGroup("Kvinna", 36, 16), DividedGroup("Man", 24, 12))),
            DividedKind(
                "Ålder",
                (
                    DividedGroup("16–24 år", 21, 11),
                    DividedGroup("25–39 år", 17, 8),
                    DividedGroup("40–54 år", 13, None),
                    DividedGroup("55–64 år", None, None),
                ),
            ),
            DividedKind(
                "Tid utan arbete", (DividedGroup("Mindre än 6 månader", 11, 8), DividedGroup("Mer än 24 månader", 19, 5))
            ),
        ),
        ("Utbildning",),
    ),
    quarters=(
        Quarters("Fick stöd", (14, 11, 16, 19), (12, 14, 13, 13)),
        Quarters("Fick arbete", (6, 5, 9, 8), (7, 6, 6, 7)),
    ),
    parts=(
        YearPart("Jobbpunkt Mimer", ("Stöd och coaching för 60 jobbsökande personer.",), figures=(_TOLD, WORKING, *_STREAMS)),
        YearPart(
            CAMPAIGN.name,
            (CAMPAIGN.purpose, "Innehåll som upprepades varje vecka:"),
            ("Hjälp med CV och personliga brev", "Rekryteringsmässa"),
            ("Deltagarna tycker att den har varit lyckad.",),
            tuple(result.total for result in CAMPAIGN.results),
            of_campaign=CAMPAIGN.name,
        ),
        YearPart(
            "Trygghet",
            ("Målet för 2020 var 82 procent.",),
            figures=(SAFETY,),
            trend=Trend(
                "Trygghetsindex månad för månad",
                tuple((date(2020, month, 1), 77 + (month * 7 % 5) * 0.6) for month in range(1, 13)),
                82,
                70,
                90,
            ),
        ),
    ),
    printed_on=date(2021, 1, 15),
    history=HistoryEnd(12345, "a1b2c3d4e5f60718"),
)

# To be edited are the words of the parts and the sources of their figures; what is drawn stands in the report alone.
CHAPTER = replace(
    YEAR,
    sentences=(),
    headline=(),
    divided=None,
    quarters=(),
    parts=tuple(replace(part, trend=None) for part in YEAR.parts),
)

CASELOAD = CaseloadDocument(
    coach="Coach Exempel",
    day=date(2020, 6, 15),
    counts=((CaseStatus.ENROLLED, 20), (CaseStatus.FOLLOW_UP, 4)),
    lines=tuple(
        CaseloadLine(
            name=f"Deltagare Exempelsson {number}" if number % 7 else f"Skyddade uppgifter ({1000 + number})",
            status=CaseStatus.ENROLLED if number % 5 else CaseStatus.FOLLOW_UP,
            last_met=date(2020, 6, 1) + timedelta(days=number % 14),
            next_meeting=datetime(2020, 6, 15 + number % 12, 7 + number % 8, 30, tzinfo=UTC) if number % 4 else None,
            open_steps=number % 4,
            interpreter="arabiska" if number % 6 == 1 else "",
            mind="Ring helst efter klockan 13" if number == 8 else "",
        )
        for number in range(1, 25)
    ),
)

EXTRACT = ExtractDocument(
    person="Noor Exempelsson",
    made_on=date(2020, 6, 15),
    made_by="Coach Exempel",
    sections=(
        ExtractSection(
            Label("Personer", "Person"),
            (
                ExtractRecord(
                    (
                        ExtractLine(Label("Referensnummer", "Reference"), (1001,)),
                        ExtractLine(Label("Förnamn", "Given name"), ("Noor",)),
                        ExtractLine(Label("Telefon", "Phone"), ("070-174 06 20",)),
                        ExtractLine(Label("Födelsedatum", "Birth date"), (date(1990, 2, 3),)),
                        ExtractLine(Label("Hyresgäst", "Tenant"), (True,)),
                        ExtractLine(
                            Label("Eget mål", "Own goal"), ("Ett arbete som jag kan försörja familjen på, nära hem och skola.",)
                        ),
                    )
                ),
            ),
        ),
        ExtractSection(
            Label("Samtal", "Coaching session"),
            (
                ExtractRecord(
                    (
                        ExtractLine(Label("Slag", "Kind"), (SessionKind.COACHING,)),
                        ExtractLine(Label("Börjar", "Starts at"), (datetime(2020, 6, 1, 8, tzinfo=UTC),)),
                        ExtractLine(
                            Label("Anteckning", "Note"), ("Vi skrev klart CV:t. Noor vill söka praktik på sjukhuset i höst.",)
                        ),
                    )
                ),
                ExtractRecord((ExtractLine(Label("Slag", "Kind"), (SessionKind.FOLLOW_UP,)),)),
            ),
        ),
        ExtractSection(
            Label("Planer", "Plan"),
            (
                ExtractRecord(
                    (ExtractLine(Label("Slag", "Kind"), (PlanKind.CAREER,)),),
                    (
                        ExtractSection(
                            Label("Planernas mål", "Plan goal"),
                            (ExtractRecord((ExtractLine(Label("Innehåll", "Body"), ("Arbete på 75 procent", "Anställd")),)),),
                        ),
                    ),
                ),
            ),
        ),
        ExtractSection(Label("Ansökningar", "Application")),
    ),
    traces=tuple(
        TraceLine(datetime(2020, 6, 15, 7, 12 + n, tzinfo=UTC), "Coach Exempel", action, Label("Planer", "Plan"), reason)
        for n, (action, reason) in enumerate(((HistoryAction.READ, "uppföljning"), (HistoryAction.PRINTED, "")))
    ),
)

RECOVERY = RecoveryDocument(
    key="-".join(["ABCD", "EFGH", "IJKL", "MNOP", "QRST", "UVWX", "YZ23", "4567"] * 2),
    register="Register hos Exempel/register.jobbpunkt",
    login="coach.exempel",
    made_on=date(2020, 1, 7),
)

CLOSING = ClosingDocument(
    participant="Noor Exempelsson",
    coach="Coach Exempel",
    started_on=date(2020, 2, 3),
    ended_on=date(2020, 6, 15),
    reason=ClosureReason.WORK,
    note="Noor började som lokalvårdare på sjukhuset efter två veckors praktik. Hon trivs i gruppen.",
    held=12,
    missed=2,
    before=(Livelihood.ESTABLISHMENT_BENEFIT, Livelihood.INCOME_SUPPORT),
    after=(Livelihood.SALARY,),
    outcomes=(
        OutcomeLine(
            kind=OutcomeKind.WORK,
            place="Västmanlands sjukhus",
            starts_on=date(2020, 6, 22),
            ends_on=date(2020, 12, 18),
            form=EmploymentForm.FIXED_TERM,
            extent_percent=75,
            note="Kan förlängas efter årsskiftet.",
            asked=(
                AskedLine(FollowUpKind.ONE_MONTH, date(2020, 7, 22), holds=True),
                AskedLine(FollowUpKind.DAYS_90, date(2020, 9, 20)),
            ),
        ),
    ),
    done=(
        AgreedStepLine("Skriva klart CV i CV-boxen", Responsible.TOGETHER, date(2020, 3, 16), date(2020, 3, 12)),
        AgreedStepLine("Två veckors praktik på sjukhuset", Responsible.PARTICIPANT, None, date(2020, 5, 29)),
    ),
    undone=(AgreedStepLine("Fortsätta läsa SFI, kurs C", Responsible.PARTICIPANT, date(2020, 8, 31)),),
    dropped=(AgreedStepLine("Anmäla sig till rekryteringsmässan", Responsible.COACH, date(2020, 6, 18)),),
)

PROMISES = PromisesDocument(
    person="Noor Exempelsson",
    printed_on=date(2020, 6, 15),
    promises=(
        Promised("Ringa lastbilsskolan och fråga om kurser.", due=date(2020, 6, 12)),
        Promised("Skicka CV:t till tre restauranger i centrum.", due=date(2020, 6, 18)),
        Promised("Boka tid med studievägledaren.", Responsible.COACH, due=date(2020, 6, 16)),
        Promised("Öva intervju.", Responsible.TOGETHER),
        Promised("Skriva intyg från praktiken.", Responsible.OTHER, "Praktikledaren", date(2020, 6, 30)),
        Promised("Skriva klart det personliga brevet.", done=date(2020, 5, 28)),
        Promised("Ta reda på öppettider på biblioteket.", Responsible.OTHER, "Systern", done=date(2020, 5, 14)),
    ),
)
LOOKED = LookedDocument(
    person="Noor Exempelsson",
    first=date(2019, 12, 15),
    last=date(2020, 6, 15),
    looks=(
        LookLine(
            datetime(2020, 6, 11, 12, 20, tzinfo=UTC),
            "Jobbcoach Bo Exempel",
            Label("coach", "coach"),
            Label("Översikt och uppgifter", "Overview and details"),
            HistoryAction.OPENED_ANYWAY,
            "Hon ringde växeln och ville bli uppringd",
        ),
        LookLine(
            datetime(2020, 6, 8, 7, 2, tzinfo=UTC),
            "Jobbcoach Exempel",
            Label("coach", "coach"),
            Label("Personligt brev", "Personal letter"),
            HistoryAction.PRINTED,
        ),
    ),
)
NOTICE = NoticeDocument(
    area="Trapphus Exempelgatan 2–14",
    programme="Kvinna för Bäckby",
    printed_on=date(2020, 6, 15),
    tasks=(
        NoticeTask("Entré", "Golvet sopat och våtmoppat"),
        NoticeTask("Entré", "Grus och salt borttaget", 2, TaskPeriod.WEEK, Season.WINTER),
        NoticeTask("Räcke", "Avtorkat"),
        NoticeTask("Dörrar och anslagstavla", "Avtorkade", 1, TaskPeriod.MONTH),
        NoticeTask("Högt upp", "Spindelnät och damm borttaget", 1, TaskPeriod.QUARTER),
        NoticeTask("Fönster", "Putsade", 2, TaskPeriod.YEAR, Season.SUMMER),
        NoticeTask("Klotter", "Tvättat bort", 1, TaskPeriod.AS_NEEDED),
    ),
    contact="Handledare Exempel",
    phone="070-174 06 92",
)

COMPLETION = CompletionDocument(
    person="Noor Exempelsson",
    coach="Coach Exempel",
    starts_on=date(2020, 2, 3),
    completed_on=date(2020, 6, 15),
    own="Jag vågar ringa själv nu, och jag vet vad jag är bra på.",
    summary="Praktiken ledde till ett vikariat. Körkortet får vänta till hösten.",
    goals=(
        CompletedGoal(
            "Ett jobb där jag lagar mat",
            "Ända fram: vikariat från juni.",
            SelfRating(date(2020, 6, 8), 8),
            (PlannedStep("Skicka CV till tre restauranger.", due=date(2020, 3, 1), done=date(2020, 2, 27)),),
            (LeftStep(PlannedStep("Besöka gårdsbutiken."), "Den stängde i april."),),
        ),
        CompletedGoal(
            "B-körkort",
            done=(PlannedStep("Skriva in sig på trafikskolan.", Responsible.TOGETHER, done=date(2020, 4, 2)),),
            left=(
                LeftStep(PlannedStep("Göra riskettan.", Responsible.TOGETHER), "Inställd på grund av pandemin."),
                LeftStep(PlannedStep("Öva teorin.")),
            ),
        ),
    ),
    code="K7M-42P",
)

ATTENDANCE = AttendanceDocument(
    "Noor Exempelsson",
    "Kvinna för Bäckby",
    date(2020, 10, 1),
    tuple(
        AttendedDay(date(2020, 10, day), minutes, away)
        for day, minutes, away in (
            *((day, 240, None) for day in (1, 2, 5, 6, 8, 9, 12, 13, 14, 15)),
            *((7, 0, Away.VALID), (16, 150, None), (19, 0, Away.OTHER), (20, 0, Away.LEAVE)),
        )
    ),
    (("Trapphus Spinnargatan 2–14", 1860), ("Tvättstuga", 690)),
    date(1984, 5, 12),
    "Bäckby",
    "Helena Exempelsson",
    None,
    date(2020, 11, 2),
    "svenska",
)

_ASKED_ON = (date(2020, 1, 20), date(2020, 4, 20), date(2020, 6, 15))
PROGRESS = ProgressDocument(
    person="Noor Exempelsson",
    printed_on=date(2020, 6, 15),
    asked=tuple(
        Asked(area, question, least, most, tuple(zip(_ASKED_ON, values, strict=True)))
        for area, question, least, most, values in (
            ("Tron på att få ett arbete", "Hur säker är jag på att jag får ett arbete?", 0, 10, (3, None, 7)),
            ("Att arbeta med andra", "Hur lätt har jag att arbeta ihop med andra?", 1, 5, (4, 4, 5)),
        )
    ),
)
