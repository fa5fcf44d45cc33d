"""Commands that print: the same papers as in the window, as PDF or Word files."""

import inspect
from collections.abc import Callable, Collection
from typing import Annotated

import typer

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.cli import activities, batches, desk, wishes
from jobbpunkt.cli.desk import RegisterOption, UserOption, WhyOption
from jobbpunkt.cli.wishes import (
    OURS,
    PLAIN,
    BesideOption,
    IdOption,
    KindOption,
    LookOption,
    OutOption,
    PaperLanguageOption,
    SectionsOption,
)
from jobbpunkt.documents.cv_looks import CV_LOOKS
from jobbpunkt.documents.kinds import FileKind
from jobbpunkt.printing import drawings
from jobbpunkt.printing.drawings import Paper

EncryptedOption = Annotated[
    bool,
    typer.Option("--encrypted", help=N_("Write a PDF that opens only with a password, which is made here and shown once.")),
]


# The papers that are somebody's, and may need a reason; and those of the work, which are nobody's.
OF_SOMEBODY: tuple[tuple[str, str, Paper, Collection[str]], ...] = (
    ("cv", N_("A CV, its latest version."), drawings.cv, (*CV_LOOKS, *PLAIN)),
    ("letter", N_("A personal letter, its latest version."), drawings.letter, PLAIN),
    ("consent", N_("The consent to a plan for better health; its id is the person's."), drawings.consent, OURS),
    ("completion", N_("How a completed plan went."), drawings.completion, OURS),
    ("closing", N_("The summary of a person's enrolment that has ended; its id is the person's."), drawings.summary, OURS),
    ("session", N_("The sheet that a participant takes home from a meeting."), drawings.session, OURS),
    ("promises", N_("What a person and others have promised; its id is the person's."), drawings.promised, OURS),
    ("health-promises", N_("The promises of a person's health plans alone."), drawings.health_promised, OURS),
    ("certificate", N_("A certificate of work training: what its participant accepted."), drawings.certificate, OURS),
    ("progress", N_("A person's own way towards work; its id is the person's."), drawings.way_to_work, OURS),
    ("looks", N_("Who has looked at a person in the last year; its id is the person's."), drawings.looked, OURS),
)
OF_THE_WORK: tuple[tuple[str, str, Paper, Collection[str]], ...] = (
    ("notice", N_("The notice of an area of work: what is cleaned there, and when."), drawings.notice, PLAIN),
    ("inspection", N_("The protocol of an inspection of what was cleaned."), drawings.inspection, OURS),
)
# Those that are handed to their person, who may want a file that nobody else opens.
HANDED_OVER: tuple[tuple[str, str, Paper], ...] = (
    ("extract", N_("All that is kept about a person, and who has seen it; its id is the person's."), drawings.extract),
    ("health-extract", N_("What is kept in a person's health plans alone."), drawings.health_extract),
)
OF_SOME = frozenset({"sections", "why", "encrypted"})  # the options that not every paper has


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("Write a paper as a file."), no_args_is_help=True)
    for name, sentence, paper, looks in OF_SOMEBODY:
        group.command(name, help=sentence)(_command(paper, looks, "why"))
    for name, sentence, paper, looks in OF_THE_WORK:
        group.command(name, help=sentence)(_command(paper, looks))
    for name, sentence, paper in HANDED_OVER:
        group.command(name, help=sentence)(_command(paper, OURS, "why", "encrypted"))
    group.command("plan", help=N_("A plan as it stands now."))(_command(drawings.plan, OURS, "why", "sections"))
    activities.join(group)
    batches.join(group)
    root.add_typer(group, name="print")


def _command(paper: Paper, looks: Collection[str], *choices: str) -> Callable[..., None]:
    """Return the command of a paper, with those of the options that not every paper has which `choices` names."""

    def printing(
        context: typer.Context,
        *,
        id: IdOption,  # noqa: A002 - its name on the command line
        out: OutOption,
        register: RegisterOption,
        user: UserOption,
        language: PaperLanguageOption = "",
        beside: BesideOption = "",
        look: LookOption = "",
        sections: SectionsOption = "",
        why: WhyOption = "",
        format: KindOption = FileKind.PDF,  # noqa: A002 - its name on the command line
        encrypted: EncryptedOption = False,
    ) -> None:
        wish = wishes.wish(language, beside, look, looks, sections)
        if encrypted and format is not FileKind.PDF:
            raise UserError("Only a PDF can be encrypted. Leave out --format, or --encrypted.")
        with desk.opened(context, register, user, why) as opened, opened.writing() as uow:
            drawing = paper(uow, id, desk.of(context).words, wish)
        if encrypted:
            desk.save_locked(context, out, drawing)
        else:
            desk.save_paper(context, out, drawing, format)

    whole = inspect.signature(printing)
    offered = [each for name, each in whole.parameters.items() if name in choices or name not in OF_SOME]
    printing.__signature__ = whole.replace(parameters=offered)  # type: ignore[attr-defined]  # Typer reads the options here
    return printing
