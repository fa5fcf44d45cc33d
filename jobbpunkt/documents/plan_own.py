"""What only plans of one kind ask, as its person says it on paper: the work that I aim for, my everyday life, my sleep."""

from collections.abc import Mapping
from types import MappingProxyType

from jobbpunkt.base.words import N_
from jobbpunkt.documents.plan_data import PlanDocument
from jobbpunkt.documents.tree import Facts
from jobbpunkt.documents.words import PaperWords

_OCCUPATIONS: Mapping[str, str] = MappingProxyType({"occupation_a": "A", "occupation_b": "B", "occupation_c": "C"})
_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "merits": N_("What I am good at"),
        "lacks_education": N_("Education that I need"),
        "lacks_language": N_("Languages that I need"),
        "lacks_licence": N_("Driving licence"),
        "employers": N_("Employers that I will contact"),
        "everyday": N_("My everyday life"),
        "languages": N_("Languages"),
        "digital": N_("Computer and phone"),
        "network": N_("People around me"),
        "confidence": N_("My self-confidence"),
        "economy": N_("My money and my home"),
        "sleep": N_("My sleep"),
        "movement": N_("How I move"),
        "food": N_("What I eat"),
        "stress": N_("Stress"),
        "pain": N_("Pain"),
        "habits": N_("Tobacco and alcohol"),
        "care": N_("My own care contact"),
        "adjustment": N_("What would help me at work"),
    }
)


def own_words(data: PlanDocument, words: PaperWords) -> Facts:
    """Return what was said in the fields of the plan's kind; the empty ones are left out."""
    said = dict(data.own)
    aims = "\n".join(f"{letter}: {said[name]}" for name, letter in _OCCUPATIONS.items() if name in said)
    facts = [(words("The work I am aiming for"), aims)]
    facts += [(words(_HEADINGS[name]), text) for name, text in data.own if name not in _OCCUPATIONS]
    if data.applications:
        facts.append((words("Applications that I have sent"), str(data.applications)))
    return Facts(tuple(facts), columns=1, is_boxed=False)
