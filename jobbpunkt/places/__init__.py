"""Places: districts, meeting places, yards and whatever else reports speak of."""

from jobbpunkt.places.data import PlaceRow
from jobbpunkt.places.fields import PlaceData
from jobbpunkt.places.reading import districts, rows
from jobbpunkt.places.writing import change, create, remove

__all__ = ["PlaceData", "PlaceRow", "change", "create", "districts", "remove", "rows"]
