"""What a person is called on screens and papers; a protected person's name is never among it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.words import Words
from jobbpunkt.register.index import fold
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.person import Person
from models.vocabulary import Protection


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name and reference number; `text` is empty for a protected person."""

    text: str
    reference: int
    protected: bool = False

    def shown(self, words: Words) -> str:
        """Return the name, or for a protected person only that they are one and their reference number."""
        if self.protected:
            return words("Protected identity ({reference})", reference=self.reference)
        return self.text or words("No name ({reference})", reference=self.reference)

    @property
    def key(self) -> tuple[bool, str]:
        """Return what to sort by: the folded name, protected people at the end."""
        return self.protected, fold(self.text)


def name_of(given: str, family: str, reference: int, protection: Protection) -> PersonName:
    """Return the name made of a row's columns."""
    if protection is not Protection.NONE:
        return PersonName("", reference, protected=True)
    return PersonName(f"{given} {family}".strip(), reference)


@depends_on(Person)
def names(uow: Reading, ids: Collection[UUID]) -> dict[UUID, PersonName]:
    """Return the names of the people with these ids, in one query."""
    columns = (Person.id, Person.given_name, Person.family_name, Person.reference, Person.protection)
    rows = uow.session.execute(select(*columns).where(Person.id.in_(set(ids)))).all()
    return {row.id: name_of(row.given_name, row.family_name, row.reference, row.protection) for row in rows}
