"""A plan as a tree that holds every kind of block, in any language of paper: what the tests of Word files read back."""

from datetime import date

from jobbpunkt.documents import tree
from jobbpunkt.documents.tree import Mark, Role
from jobbpunkt.documents.words import PaperWords
from tests.documents.papers import picture

TELEPHONE = "070-174 06 20"
ARABIC_WISH = "أريد عملاً ثابتاً في التنظيف، ومن الأفضل أن يكون قريباً من Bäckby."


def plan(words: PaperWords, *, wish: str = "Jag vill ha ett eget arbete som jag kan försörja min familj på.") -> tree.Paper:
    """Return a plan that uses every kind of block."""
    due = words.day(date(2025, 1, 28), "weekday")
    steps = (
        tree.Step("Söka tre jobb i veckan via Platsbanken", words("Together"), words("Draft of {day}", day=due), is_large=True),
        tree.Step("Skriva klart mitt CV", words("The coach"), due, is_done=True),
    )
    goal: tuple[tree.Block, ...] = (
        tree.Text("Arbeta som lokalvårdare på minst 75 procent.\n\nHelst på ett sjukhus."),
        tree.Items((tree.Item("CV klart", Mark.TICKED), tree.Item("Praktik", Mark.BOX))),
        tree.Items((tree.Item("Punktlig"), tree.Item("Noggrann", parts=(tree.Text("Goda vitsord.", Role.NOTE),)))),
        tree.Items(tuple(tree.Item(f"Nummer {number}", Mark.NUMBER) for number in (1, 2))),
        tree.Table(
            (words("What"), words("Who"), words("By when")),
            (
                ("Läsa 8 Sidor", "Jag", due),
                ("Ringa sjukhuset", (tree.Text("Coachen"), tree.Text(TELEPHONE, link="tel:+46701740620")), due),
            ),
            shares=(50, 30, 20),
            sides=("start", "start", "end"),
            has_row_heads=True,
        ),
    )
    return tree.Paper(
        f"{words('Career plan')} – Noor Exempelsson",
        words.language,
        (
            tree.Opening(
                "Noor Exempelsson",
                words("Career plan"),
                words("Draft of {day}", day=due),
            ),
            tree.Facts(((words("Coach"), "Coach Exempel"), (words("Interpreter"), ""), (words("Programme"), "Bäckby"))),
            tree.Section(words("This is what I want"), (tree.Quotation(wish, words("My goals"), is_large=True),)),
            tree.Section(words("Steps"), (tree.Steps(steps, empty=1),)),
            tree.Section("Arbete", goal, number=1),
            tree.Section(words("Milestones"), ()),
            tree.Chart(
                tree.ChartKind.LINE,
                (words.day(date(2025, 1, 2), "short"), words.day(date(2025, 3, 2), "short")),
                (tree.Series(words("How close to the goal I feel (0 to 10)"), (3.0, None)),),
                "Från 3 i januari.",
                target=8,
                target_label=words("Target"),
            ),
            tree.Figures((tree.Figure(words.number(3500), words("Results"), "Räknat ur registret"),)),
            tree.Callout(
                (tree.Text(words("Draft of {day}", day=due), Role.STRONG), tree.Text(TELEPHONE)), words("We meet again")
            ),
            tree.Beside("2019–2020", (tree.Text("Lokalvårdare", Role.STRONG), tree.Text("Städbolaget", Role.PLACE))),
            tree.Columns(((tree.Text("Vänster"),), (tree.Text("Höger", side="end"),))),
            tree.Image(picture(), "En grön ruta", 20),
            tree.Rule(),
            tree.PageBreak(),
            tree.Heading(words("This is what we agree on")),
            tree.Lines(2),
            tree.Code("K7M-424", words("Coach"), "K7M-424"),
            tree.Together((tree.Text("Håll ihop"), tree.Text("med detta", side="centre"))),
            tree.Signatures(
                (
                    tree.Signer(words("Participant"), "Noor Exempelsson"),
                    tree.Signer(words("Coach"), "Coach Exempel"),
                    tree.Signer(words("Interpreter"), "Tolk Tolksson", "Tolk Tolksson skrev under 28 januari."),
                ),
                words("I have taken part in making this plan, and I have a copy of my own."),
                words("This paper"),
                words("Signature and date"),
            ),
        ),
        author="Jobbpunkt Mimer",
        day=date(2025, 1, 28),
        foot=words("{plan}, version {version}, adopted {day}", plan=words("Career plan"), version=2, day=due),
        pages=words.text("Page {number} of {count}", number="{page}", count="{pages}"),
    )
