"""The recovery sheet: printed once when a register is made, and kept locked away from the computer."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base.words import N_
from jobbpunkt.documents import tree
from jobbpunkt.documents.looks import ORDINARY
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Mark, Role
from jobbpunkt.documents.words import PaperWords

GROUPS_PER_LINE = 4
PURPOSE = N_("If every password is lost, this key is the only way into the register. Whoever has it can read everything in it.")
STEPS = (
    N_("Choose the register and then “Use the recovery key”."),
    N_("Type your user name and the key, group by group; capital and small letters are alike."),
    N_("Choose a new password. The history will say that the key was used."),
)


@dataclass(frozen=True, slots=True)
class RecoveryDocument:
    """The key in its groups, and which register it opens."""

    key: str
    register: str
    login: str
    made_on: date
    members: str = ""  # how far the list of members went, to be compared with what a check says


def recovery_paper(data: RecoveryDocument, words: PaperWords) -> tree.Paper:
    """Return the sheet as a tree of content."""
    checked = ((words("Check number"), data.members),) if data.members else ()
    facts = (
        (words("Register"), data.register),
        (words("First user"), data.login),
        (words("Made on"), words.day(data.made_on)),
        *checked,
    )
    steps = tree.Items(tuple(tree.Item(words(step), Mark.NUMBER) for step in STEPS))
    return tree.Paper(
        title=words.text("Recovery key"),
        language=words.language,
        blocks=(
            tree.Opening(words("Recovery key"), words("Keep this sheet locked away, not by the computer")),
            tree.Callout(tuple(tree.Text(line, Role.LARGE) for line in lines_of(data.key))),
            tree.Facts(facts, columns=1, is_boxed=False),
            tree.Section(words("What it is for"), (tree.Text(words(PURPOSE), Role.LEAD),)),
            tree.Section(words("When you need it"), (steps,)),
        ),
        author=data.login,
        day=data.made_on,
        foot=words("This key is shown once and stored nowhere"),
        pages=words.pages(),
    )


def render_recovery(data: RecoveryDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the sheet as a file."""
    return drawn(recovery_paper(data, setting.words()), setting, ORDINARY)


def lines_of(key: str) -> list[str]:
    """Return the key's groups, a few per line, so that they can be compared one by one."""
    groups = key.split("-")
    return [" – ".join(groups[at : at + GROUPS_PER_LINE]) for at in range(0, len(groups), GROUPS_PER_LINE)]
