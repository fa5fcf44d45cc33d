"""Full documents of fictitious people, for the tests of every kind of paper."""

from datetime import UTC, date, datetime

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
