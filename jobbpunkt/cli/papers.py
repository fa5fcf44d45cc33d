"""Commands that print: the same papers as in the window, as PDF or Word files."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words
from jobbpunkt.cli import batches, desk, wishes
from jobbpunkt.cli.desk import RegisterOption, UserOption, WhyOption
from jobbpunkt.cli.wishes import OURS, PLAIN, BesideOption, LookOption, PaperLanguageOption, SectionsOption
from jobbpunkt.documents.cv_looks import CV_LOOKS
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.kinds import FileKind
from jobbpunkt.printing import drawings
from jobbpunkt.printing.drawings import Paper
from jobbpunkt.register.unit_of_work import Writing

IdOption = Annotated[UUID, typer.Option("--id", metavar="ID", help=N_("Which one; the list commands show the ids."))]
OutOption = Annotated[Path, typer.Option("--out", metavar=N_("FILE"), help=N_("The file to write."))]
Gather = Callable[[Writing, Words], Drawing[Any]]
KindOption = Annotated[FileKind, typer.Option("--format", help=N_("pdf, or docx to be written on in Word."))]
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


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("Write a paper as a file."), no_args_is_help=True)
    for name, sentence, paper, looks in OF_SOMEBODY:
        group.command(name, help=sentence)(_of_person(paper, looks))
    for name, sentence, paper, looks in OF_THE_WORK:
        group.command(name, help=sentence)(_command(paper, looks))
    for name, sentence, paper in (
        ("extract", N_("All that is kept about a person, and who has seen it; its id is the person's."), drawings.extract),
        ("health-extract", N_("What is kept in a person's health plans alone."), drawings.health_extract),
    ):
        group.command(name, help=sentence)(_handed_over(paper))
    group.command("plan", help=N_("A plan as it stands now."))(_plan)
    batches.join(group)
    root.add_typer(group, name="print")


def _plan(
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
) -> None:
    wish = wishes.wish(language, beside, look, sections=sections)
    _save(context, (register, user, why), lambda uow, words: drawings.plan(uow, id, words, wish), out, format)


def _save(context: typer.Context, who: tuple[str, str, str], paper: Gather, out: Path, kind: FileKind) -> None:
    with desk.opened(context, *who) as opened, opened.writing() as uow:
        drawing = paper(uow, desk.of(context).words)
    desk.save_paper(context, out, drawing, kind)


def _command(paper: Paper, looks: Collection[str]) -> Callable[..., None]:
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
        format: KindOption = FileKind.PDF,  # noqa: A002 - its name on the command line
    ) -> None:
        wish = wishes.wish(language, beside, look, looks)
        _save(context, (register, user, ""), lambda uow, words: paper(uow, id, words, wish), out, format)

    return printing


def _of_person(paper: Paper, looks: Collection[str]) -> Callable[..., None]:
    """Return the command of a paper of somebody's, which may need a reason."""

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
        why: WhyOption = "",
        format: KindOption = FileKind.PDF,  # noqa: A002 - its name on the command line
    ) -> None:
        wish = wishes.wish(language, beside, look, looks)
        _save(context, (register, user, why), lambda uow, words: paper(uow, id, words, wish), out, format)

    return printing


def _handed_over(paper: Paper) -> Callable[..., None]:
    """Return the command of a paper that is handed to its person, who may want it as a file that nobody else opens."""

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
        why: WhyOption = "",
        format: KindOption = FileKind.PDF,  # noqa: A002 - its name on the command line
        encrypted: EncryptedOption = False,
    ) -> None:
        wish = wishes.wish(language, beside, look, OURS)
        if not encrypted:
            _save(context, (register, user, why), lambda uow, words: paper(uow, id, words, wish), out, format)
            return
        if format is not FileKind.PDF:
            raise UserError("Only a PDF can be encrypted. Leave out --format, or --encrypted.")
        with desk.opened(context, register, user, why) as opened, opened.writing() as uow:
            drawing = paper(uow, id, desk.of(context).words, wish)
        desk.save_locked(context, out, drawing)

    return printing
