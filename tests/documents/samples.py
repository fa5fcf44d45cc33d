"""Full documents of fictitious people, for the tests of every kind of paper."""

from datetime import UTC, date, datetime

from jobbpunkt.documents.letter import LetterDocument
from jobbpunkt.documents.plan import (
    HeldReview,
    PlanDocument,
    PlannedGoal,
    PlannedMilestone,
    PlannedStep,
    SelfRating,
    Signatory,
)
from jobbpunkt.documents.session import AgreedStepLine, NextMeeting, SessionDocument
from models.vocabulary import PlanKind

PLAN = PlanDocument(
    kind=PlanKind.CAREER,
    person="Noor Exempelsson",
    coach="Coach Exempel",
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
                PlannedStep("Skriva klart mitt CV i CV-boxen", "Jag och coachen", date(2020, 4, 15), date(2020, 4, 22)),
                PlannedStep("Söka tre jobb i veckan via Platsbanken", "Jag", date(2020, 7, 1)),
                PlannedStep("Ringa lokalvårdschefen på Västmanlands sjukhus om praktik", "Coachen", date(2020, 6, 26)),
                PlannedStep("Gå utbildningen i städteknik och kemikaliehantering", "Handledaren", date(2020, 9, 4)),
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
                PlannedStep("Läsa 8 Sidor tre gånger i veckan", "Jag", date(2020, 8, 31)),
                PlannedStep("Gå till språkkaféet på Kollage på torsdagar", "Jag", date(2020, 8, 31)),
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
        Signatory("Deltagare", "Noor Exempelsson"),
        Signatory("Coach", "Coach Exempel"),
        Signatory("Tolk", "Tolk Tolksson"),
    ),
)

SESSION = SessionDocument(
    participants=("Noor Exempelsson",),
    coach="Coach Exempel",
    kind="Coachingsamtal",
    starts_at=datetime(2020, 6, 15, 7, 0, tzinfo=UTC),
    minutes=60,
    place="Kollage, Bäckby",
    interpreter="Tolk Tolksson, arabiska",
    summary=(
        "Vi gick igenom hur det har gått sedan sist. Du har sökt fem jobb och blivit kallad till en intervju på IKEA. "
        "Vi övade på tre vanliga frågor och på hur du berättar om ditt arbete i trappstädningen.\n\n"
        "Du vill veta mer om praktik på sjukhuset. Jag ringer dit."
    ),
    steps=(
        AgreedStepLine("Öva på att presentera dig själv på svenska", "Du", date(2020, 6, 18)),
        AgreedStepLine("Ringa lokalvårdschefen på sjukhuset om praktik", "Coachen", date(2020, 6, 18)),
        AgreedStepLine("Skicka ansökan till IKEA", "Vi tillsammans", date(2020, 6, 22)),
    ),
    earlier_steps=(AgreedStepLine("Skriva klart CV", "Du", date(2020, 6, 1), date(2020, 5, 29)),),
    next_meeting=NextMeeting(datetime(2020, 6, 29, 8, 30, tzinfo=UTC), "Kollage, Bäckby", "Coachingsamtal"),
    contact="Coach Exempel, 070-174 06 20, coach@example.se",
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
