"""Whom a meeting is about, where only one can be named: a draft about it, say."""

from uuid import UUID

from jobbpunkt.coaching import SessionRow


def about(session: SessionRow) -> UUID | None:
    """Return one of the people of a meeting: whoever is protected, since the others' care must not be less."""
    protected = (one for one in session.people if one.name.protected)
    found = next(protected, session.people[0] if session.people else None)
    return None if found is None else found.id
