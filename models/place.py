"""Places: districts, meeting places, yards and whatever else things happen at."""

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import PlaceKind


class Place(Record):
    """A place that reports speak of: what kind, in which district, who runs it and what it is there for."""

    __tablename__ = "place"

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[PlaceKind]
    district: Mapped[str] = mapped_column(default="")
    run_by: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
