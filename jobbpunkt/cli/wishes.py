"""How a paper is wished for on the command line: its language, what stands beside it, its look, and what of it goes in."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.documents.kinds import FileKind
from jobbpunkt.documents.languages import PAPER_LANGUAGES
from jobbpunkt.documents.looks import BLACK, EASY, LARGE
from jobbpunkt.documents.setting import Wish
from jobbpunkt.documents.switches import SWITCHES, named, parted

NOTHING = "none"
IdOption = Annotated[UUID, typer.Option("--id", metavar="ID", help=N_("Which one; the list commands show the ids."))]
OutOption = Annotated[Path, typer.Option("--out", metavar=N_("FILE"), help=N_("The file to write."))]
KindOption = Annotated[FileKind, typer.Option("--format", help=N_("pdf, or docx to be written on in Word."))]
PLAIN = (LARGE.name, BLACK.name)
OURS = (EASY.name, *PLAIN)
LookOption = Annotated[
    str,
    typer.Option(
        "--look",
        metavar=N_("LOOK,..."),
        help=N_("How it looks, several with commas; to a name that is none the list is the answer."),
    ),
]
PaperLanguageOption = Annotated[
    str, typer.Option("--paper-language", metavar="sv|en|...", help=N_("A language for the paper instead of its own."))
]
BesideOption = Annotated[
    str, typer.Option("--beside", metavar="sv|en|...|none", help=N_("A language that stands beside it, or none for no other."))
]
SectionsOption = Annotated[
    str,
    typer.Option(
        "--sections",
        metavar=N_("SECTION,..."),
        help=N_("What goes in besides the first page, with commas: background, goals, ratings, reviews, agreement; or none."),
    ),
]


def wish(language: str, beside: str, look: str, looks: Collection[str] = OURS, sections: str = "") -> Wish:
    """Return what was wished for; a language, look or section that is none of ours is refused with those that are."""
    own, switches = parted(look)
    wrong = [one for one in _listed(look) if one not in looks or (one not in SWITCHES and one != own)]
    if wrong:
        raise UserError("There is no look {look} of this paper. Choose one of {looks}.", look=wrong[0], looks=", ".join(looks))
    for one in filter(None, (language, "" if beside == NOTHING else beside)):
        if one not in PAPER_LANGUAGES:
            raise UserError(
                "Papers do not speak {language}. Choose one of {known}.", language=one, known=", ".join(PAPER_LANGUAGES)
            )
    return Wish(language, {"": None, NOTHING: ""}.get(beside, beside), named(own, switches), _sections(sections))


def _sections(typed: str) -> tuple[str, ...] | None:
    """Return the sections that were named; None for all, nothing for the first page alone."""
    if not typed.strip():
        return None
    from jobbpunkt.documents.plan_sections import PlanSection  # brings the words of paper

    names = [] if typed.strip() == NOTHING else _listed(typed)
    wrong = [one for one in names if one not in set(PlanSection)]
    if wrong:
        raise UserError(
            "A plan has no section {section}. Choose among {sections}.", section=wrong[0], sections=", ".join(PlanSection)
        )
    return tuple(one for one in PlanSection if one in names)


def _listed(typed: str) -> list[str]:
    return [one.strip() for one in typed.split(",") if one.strip()]
