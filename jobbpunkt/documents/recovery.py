"""The recovery sheet: printed once when a register is made, and kept locked away from the computer."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents import style
from jobbpunkt.i18n import N_, Words

GROUPS_PER_LINE = 5
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


def render_recovery(data: RecoveryDocument, words: Words) -> bytes:
    """Return the sheet as a PDF."""
    story = [
        *style.opening(words("Recovery key"), kicker=words("Keep this sheet locked away, not by the computer")),
        style.facts(
            [(words("Register"), data.register), (words("First user"), data.login), (words("Made on"), words.day(data.made_on))],
        ),
        style.space(4),
        *[style.typed(line, "title") for line in lines_of(data.key)],
        style.space(4),
        *style.section(words("What it is for"), [style.typed(words(PURPOSE), "lead")]),
        *style.section(words("When you need it"), [style.bullets([words(step) for step in STEPS])]),
    ]
    return style.build(story, title=words("Recovery key"), words=words, footer=words("This key is shown once and stored nowhere"))


def lines_of(key: str) -> list[str]:
    """Return the key's groups, a few per line, so that they can be compared one by one."""
    groups = key.split("-")
    return [" - ".join(groups[at : at + GROUPS_PER_LINE]) for at in range(0, len(groups), GROUPS_PER_LINE)]
