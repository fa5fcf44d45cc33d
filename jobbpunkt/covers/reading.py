"""Who covers for the signed-in coach, and for whom the coach covers."""

from sqlalchemy import case, or_, select

from jobbpunkt.covers.data import CoverRow
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.cover import Cover


@depends_on(Cover, User)
def current(uow: Reading) -> tuple[CoverRow, ...]:
    """Return the covers of one's own that have not ended, the earliest first."""
    uow.require(Permission.SEE_NOTES)
    me = uow.user.id
    colleague = case((Cover.coach_id == me, Cover.stand_in_id), else_=Cover.coach_id)
    query = (
        select(Cover.id, Cover.version, colleague, User.name, Cover.stand_in_id == me, Cover.starts_on, Cover.ends_on)
        .join(User, User.id == colleague)
        .where(or_(Cover.coach_id == me, Cover.stand_in_id == me), Cover.ends_on >= uow.clock.today())
        .order_by(Cover.starts_on, Cover.id)
    )
    return tuple(CoverRow(*row) for row in uow.session.execute(query))
