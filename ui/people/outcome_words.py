"""What an outcome counts as, in a line: whether work lasted a month, whether studies entitle to student finance."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from jobbpunkt import cases
from jobbpunkt.base.words import N_, Words
from jobbpunkt.cases import OutcomeView
from models.vocabulary import WORK_KINDS, Answer, OutcomeKind

_LASTED = MappingProxyType(
    {
        Answer.YES: N_("Lasted at least a month"),
        Answer.NO: N_("Ended within a month"),
        Answer.NOT_STATED: N_("Not known yet whether it lasted a month"),
    }
)
_ENTITLES = MappingProxyType(
    {
        Answer.YES: N_("Entitles to student finance"),
        Answer.NO: N_("Does not entitle to student finance"),
        Answer.NOT_STATED: N_("Not known whether it entitles to student finance"),
    }
)


def known(outcome: OutcomeView, today: date, words: Words) -> str:
    """Return what is known, or that it is not; nothing of what is neither work nor studies."""
    if outcome.kind is OutcomeKind.STUDIES:
        return words(_ENTITLES[outcome.student_finance])
    return words(_LASTED[cases.lasted(outcome, today)]) if outcome.kind in WORK_KINDS else ""
