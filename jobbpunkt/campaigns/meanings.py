"""What each thing that a campaign counts means, and that no key means two things."""

from itertools import chain, count
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.words import N_
from jobbpunkt.measures import CATALOGUE
from jobbpunkt.register.unit_of_work import Reading
from models.campaign import CampaignMeasure
from models.vocabulary import Unit

# Figures that a report counts from the campaign itself; no measure may take their place.
STRUCTURAL = ("weeks", "partners", "campaign_occasions_held")
# So ends the key of what stands in the register, beside a tally of the same.
_IN_REGISTER = "_in_register"
_COUNTED_ON_SITE = N_("What was counted on site under this name, corrections taken in.")
# What CV-boxen counts: the name that the template gives it, and what is meant by that name.
_OF_TEMPLATE = MappingProxyType(
    {
        N_("CVs and personal letters written"): N_(
            "CVs and personal letters that were written on the spot, each document counted as one, as counted there."
        ),
        N_("Applications to the summer entrepreneurs"): N_(
            "Applications to the summer entrepreneurs that were handed in through the campaign, as counted there."
        ),
        N_("Registered on Mimer's career page"): N_(
            "Persons who registered on Mimer's career page through the campaign, as counted there. They need not be participants."
        ),
        N_("Applications to IKEA"): N_("Applications to IKEA that were sent through the campaign, as counted there."),
        N_("Called to an interview"): N_(
            "Persons whom an employer called to an interview through the campaign, as counted there. "
            "They need not be participants."
        ),
        N_("Exhibitors at the recruitment fair"): N_("Employers and others with a stand at the recruitment fair."),
        N_("Visitors at the recruitment fair"): N_(
            "Persons who came to the recruitment fair, as counted or estimated there; who came twice may be counted twice."
        ),
    }
)


def meaning(label: str) -> str:
    """Return what is meant by what a campaign counts under a name: that of the template, or just the name."""
    return _OF_TEMPLATE.get(label, _COUNTED_ON_SITE)


def in_register(key: str) -> str:
    """Return the key of what stands in the register beside a tally with this key."""
    return f"{key}{_IN_REGISTER}"


def stands_beside(key: str) -> bool:
    """Tell whether a figure is of the register, beside a tally of the same."""
    return key.endswith(_IN_REGISTER)


def own_key(uow: Reading, wanted: str, label: str, unit: Unit, *, campaign: UUID, itself: UUID | None = None) -> str:
    """Return the wanted key, or the next that means nothing else: in no report, no other campaign, nor twice in this one."""
    names = chain([wanted], (f"{wanted[:55]}_{number}" for number in count(2)))
    return next(key for key in names if _is_free(uow, key, (label, unit), campaign, itself))


def _is_free(uow: Reading, key: str, meant: tuple[str, Unit], campaign: UUID, itself: UUID | None) -> bool:
    if key in STRUCTURAL or stands_beside(key) or any(entry.key == key for entry in CATALOGUE):
        return False
    query = select(CampaignMeasure).where(CampaignMeasure.key == key)
    others = [row for row in uow.session.scalars(query) if row.id != itself]
    return all((row.label, row.unit) == meant and row.campaign_id != campaign for row in others)
