"""Looks of a CV, as data: sizes and colours, the order of its sections, where the contact, the dates and the places stand.

A new one is one entry here, and its name where one chooses among them (`ui/cvs/printing.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from jobbpunkt.base.words import N_
from jobbpunkt.documents.cv_data import SECTIONS
from jobbpunkt.documents.looks import CV_CLASSIC, CV_COMPACT, CV_FIRST_JOB, CV_PLAIN, Look
from jobbpunkt.documents.switches import parted, switched

_USUAL: Mapping[str, str] = MappingProxyType(
    {
        "work": N_("Work experience"),
        "education": N_("Education"),
        "certificates": N_("Certificates and licences"),
        "skills": N_("Skills"),
        "languages": N_("Languages"),
        "projects": N_("Projects"),
        "volunteer": N_("Voluntary work"),
        "awards": N_("Awards"),
        "publications": N_("Publications"),
        "references": N_("References"),
        "interests": N_("Interests"),
    }
)
_OF_THE_YOUNG = MappingProxyType(
    {
        **_USUAL,
        "work": N_("What I have done"),
        "education": N_("School"),
        "skills": N_("What I am good at"),
        "references": N_("Ask about me"),
    }
)
_STRENGTHS_FIRST = ("skills", "work", "volunteer", "projects", "education")
_SKILLS_FIRST = ("skills", "languages", "work", "education")


@dataclass(frozen=True, slots=True)
class CvLook:
    """How a CV is laid out; sections that `first` does not name follow in the usual order."""

    look: Look
    first: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=lambda: _USUAL)
    contact: Literal["below", "beside", "list"] = "below"  # the name; as a list each line says what it is
    dates: Literal["end", "column", "below"] = "end"
    is_place_beside: bool = False  # on the line of the title
    summary: Literal["lead", "boxed", "section"] = "lead"

    @property
    def order(self) -> tuple[str, ...]:
        """The sections in the order of this look."""
        return tuple(dict.fromkeys([*self.first, *SECTIONS]))


CV_LOOKS: Mapping[str, CvLook] = MappingProxyType(
    {
        one.look.name: one
        for one in (
            CvLook(CV_CLASSIC),
            CvLook(CV_PLAIN, contact="list", dates="below", summary="section"),
            CvLook(CV_COMPACT, first=_SKILLS_FIRST, contact="beside", dates="column", is_place_beside=True),
            CvLook(CV_FIRST_JOB, first=_STRENGTHS_FIRST, titles=_OF_THE_YOUNG, dates="column", summary="boxed"),
        )
    }
)


def cv_look(name: str) -> CvLook:
    """Return the look of a CV by its name, with what was asked for beside it; the classic one where none is named."""
    chosen, switches = parted(name)
    own = CV_LOOKS[chosen or CV_CLASSIC.name]
    look = switched(own.look, switches)
    return replace(own, look=look, dates=own.dates if look.has_columns else "below")


def for_word(look: CvLook) -> CvLook:
    """Return a look for a Word file, which programs read: one column, and each line of the contact says what it is."""
    return replace(look, contact="list", dates="below", is_place_beside=False, summary="section")
