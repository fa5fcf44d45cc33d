"""What each kind of plan asks beyond the skeleton that the three have in common; all of it may stay empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jobbpunkt.base.words import N_
from models.vocabulary import PlanKind


@dataclass(frozen=True, slots=True)
class OwnField:
    """Something that a kind of plan asks: a line or a longer text; `always` is shown before anything stands in it."""

    name: str
    label: str
    is_long: bool = True
    always: bool = False


# On paper each has a heading that its person would say: `jobbpunkt/documents/plan_own.py`.
OWN: Mapping[PlanKind, tuple[OwnField, ...]] = MappingProxyType(
    {
        PlanKind.CAREER: (
            OwnField("occupation_a", N_("Occupation A"), is_long=False, always=True),
            OwnField("occupation_b", N_("Occupation B"), is_long=False, always=True),
            OwnField("occupation_c", N_("Occupation C"), is_long=False, always=True),
            OwnField("merits", N_("Merits")),
            OwnField("lacks_education", N_("Education that is missing")),
            OwnField("lacks_language", N_("Language that is missing")),
            OwnField("lacks_licence", N_("Driving licence that is missing"), is_long=False),
            OwnField("employers", N_("Employers to contact")),
        ),
        PlanKind.PERSONAL: (
            OwnField("everyday", N_("Everyday life")),
            OwnField("languages", N_("Swedish and other languages")),
            OwnField("digital", N_("Computer, phone and e-services")),
            OwnField("network", N_("Network and contacts")),
            OwnField("confidence", N_("Self-confidence")),
            OwnField("economy", N_("Money and home")),
        ),
        PlanKind.HEALTH: (
            OwnField("sleep", N_("Sleep")),
            OwnField("movement", N_("Movement")),
            OwnField("food", N_("Food")),
            OwnField("stress", N_("Stress")),
            OwnField("pain", N_("Pain")),
            OwnField("habits", N_("Tobacco and alcohol")),
            OwnField("care", N_("Own care contact")),
            OwnField("adjustment", N_("Adjustment at work")),
        ),
    }
)
