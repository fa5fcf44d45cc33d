"""What the paper of a consent holds, and the program's own first version of each text."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from jobbpunkt.base.words import N_
from models.vocabulary import ConsentForm, ConsentPurpose

# A sentence a paragraph; the last is what one signs. Once the office writes its own text, that stands on paper as typed.
STARTERS = MappingProxyType(
    {
        ConsentPurpose.HEALTH_PLAN: (
            N_("The plan is about how I feel and what helps me to manage work, such as sleep, movement, food and stress."),
            N_("I decide what is written. I need not tell anything I do not want to tell, and no diagnoses are written down."),
            N_("Only those who coach me and hold the key to such plans can open it. Each time somebody does, that is noted."),
            N_("The plan is in no report. If anybody else wants to see it, secrecy is always tried first."),
            N_("It is voluntary to say yes. I get the same help if I say no."),
            N_("I can take back my yes whenever I want, without saying why. Then the plan is shut and nobody opens it."),
            N_("I say yes to Jobbpunkt Mimer writing a plan for better health together with me."),
        )
    }
)


@dataclass(frozen=True, slots=True)
class GivenLine:
    """That the consent is given: when, how, and before which witness."""

    given_on: date
    how: ConsentForm
    witness: str = ""


@dataclass(frozen=True, slots=True)
class ConsentDocument:
    """All that the paper shows; without `paragraphs` of the office's own it says the program's text.

    `given` is None for a paper to be signed; `speaks` is what the participant speaks, as somebody typed it.
    """

    purpose: ConsentPurpose
    person: str
    number: int
    printed_on: date
    paragraphs: tuple[str, ...] = ()
    given: GivenLine | None = None
    speaks: str = ""
