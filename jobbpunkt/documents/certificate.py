"""The certificate of work training: facts only, on one page; a long list of training stands in an appendix."""

from jobbpunkt.documents import tree
from jobbpunkt.documents.certificate_data import CertificateDocument, TrainedLine
from jobbpunkt.documents.looks import CLOSE, ORDINARY
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Role, Said
from jobbpunkt.documents.words import PaperWords

COMPANY, PLACE = "Bostads AB Mimer", "Västerås"
MOST = 10  # what is trained in, on the first page


def certificate_paper(data: CertificateDocument, words: PaperWords) -> tree.Paper:
    """Return the certificate as a tree of content."""
    heading = words("Certificate of work training")
    is_long = len(data.training) > MOST
    born = words("born {day}", day=words.day(data.born)) if data.born else ""
    training = (tree.Text(words("See the appendix.")),) if is_long else _training(data.training, words)
    blocks = (
        tree.Opening(data.participant, heading, born),
        tree.Text(
            words(
                "has taken part in work training in {programme}, a project of {company}.",
                programme=data.programme,
                company=COMPANY,
            ),
            Role.LEAD,
        ),
        *(tree.Beside(title, (tree.Text(said),)) for title, said in _facts(data, words) if said),
        tree.Section(words("Training"), training),
        tree.Section(words("Passed inspections"), _passed(data, words)),
        _signature(data, words),
        *_asked(data, words),
        tree.Text(words("Work training is no employment. The facts come from the project's register."), Role.NOTE),
        *(_appendix(data, words) if is_long else ()),
    )
    return tree.Paper(
        title=f"{heading} – {data.participant}",
        language=words.language,
        blocks=blocks,
        author=data.supervisor,
        day=data.made_on,
        foot=heading,
        pages=words.pages(),
    )


def render_certificate(data: CertificateDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the certificate as a file."""
    return drawn(certificate_paper(data, setting.words()), setting, ORDINARY, closer=CLOSE)


def _facts(data: CertificateDocument, words: PaperWords) -> tuple[tuple[Said, Said], ...]:
    return (
        (words("Period"), _period(data, words)),
        (words("Extent in hours"), words.amount(data.hours) if data.hours else ""),
        (words("Places"), ", ".join(data.places)),
        (words("Tasks"), "\n".join(data.tasks)),
    )


def _period(data: CertificateDocument, words: PaperWords) -> Said:
    if data.first is None:
        return ""
    if data.last is None:
        return words("from {day}", day=words.day(data.first))
    return words.period(data.first, data.last)


def _training(training: tuple[TrainedLine, ...], words: PaperWords) -> tuple[Block, ...]:
    rows = tuple((one.name, words.day(one.on)) for one in training)
    return (tree.Table((), rows, shares=(62, 38), has_row_heads=True, is_tight=True),) if rows else ()


def _passed(data: CertificateDocument, words: PaperWords) -> tuple[Block, ...]:
    if not data.passed:
        return ()
    rows = tuple((words.label(one.where), words.number(one.count)) for one in data.passed)
    return (tree.Table((), rows, shares=(62, 38), has_row_heads=True, is_tight=True),)


def _signature(data: CertificateDocument, words: PaperWords) -> Block:
    signer = tree.Signer(words("supervisor"), data.supervisor)
    day = words("{place}, {day}", place=PLACE, day=words.day(data.made_on))
    return tree.Signatures((signer,), day, signature=words("Signature"))


def _asked(data: CertificateDocument, words: PaperWords) -> tuple[Block, ...]:
    """Return whom an employer may ring."""
    if not data.phone:
        return ()
    said = words("Questions about this paper: {name}, {number}", name=data.supervisor, number=data.phone)
    return (tree.Text(said, Role.NOTE),)


def _appendix(data: CertificateDocument, words: PaperWords) -> tuple[Block, ...]:
    title = words("Appendix: training of {name}", name=data.participant)
    return (tree.PageBreak(), tree.Heading(title), *_training(data.training, words))
