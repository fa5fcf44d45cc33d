"""Progress towards work: asked and read by whoever sees meetings."""

from jobbpunkt.printing import drawings
from jobbpunkt.progress import on_paper, reading, writing
from jobbpunkt.progress.data import QuestionWords
from tests.permissions.desk import DAY, Door, asks_first, let_in, may, one

_WORDS = QuestionWords("Mod", "Hur modig är jag?")

DOORS: dict[str, tuple[Door, ...]] = {
    "progress.reading.questions": (may("CK", lambda u, _: reading.questions(u)),),
    "progress.reading.of_person": (
        may("CK", lambda u, _: reading.of_person(u, one("person"))),
        may("", lambda u, d: reading.of_person(u, d.colleagues)),
    ),
    "progress.writing.add_question": (may("CK", lambda u, _: writing.add_question(u, _WORDS)),),
    "progress.writing.change_question": (
        may("CK", lambda u, _: writing.change_question(u, one("progress_question"), 1, _WORDS)),
    ),
    "progress.writing.retire_question": (may("CK", lambda u, _: writing.retire_question(u, one("progress_question"), 1)),),
    "progress.writing.begin": (asks_first("CK", lambda u, d: writing.begin(u, one("person"), d.words)),),
    "progress.writing.answer": (
        may("CK", lambda u, _: writing.answer(u, one("progress_round"), 1, {one("progress_question"): 3}, on=DAY)),
    ),
    "progress.writing.remove_round": (
        may("CK", lambda u, _: writing.remove_round(u, one("progress_round"), 1)),
        may("CK", lambda u, _: writing.remove_round(let_in(u), one("progress_round"), 1)),
    ),
    "progress.on_paper.document": (asks_first("CK", lambda u, d: on_paper.document(u, one("person"), d.words)),),
    "progress.on_paper.note_printed": (may("CK", lambda u, _: on_paper.note_printed(u, one("person"))),),
    "printing.drawings.way_to_work": (asks_first("CK", lambda u, d: drawings.way_to_work(u, one("person"), d.words)),),
}
INNER: dict[str, str] = {}
