"""A value on a line from nought: a tick where it should be, a ring where it was before; and what those are."""

from jobbpunkt.documents.charts.plot import Scale
from jobbpunkt.documents.charts.surface import Surface, Tone
from jobbpunkt.documents.tree import Gauge, Legend

HEIGHT = 2.2  # times the type size
_THICK = 0.85


def draw_gauge(surface: Surface, width: float, gauge: Gauge) -> None:
    """Draw a gauge in `HEIGHT` type sizes."""
    size, colours = surface.size, surface.colours
    middle, thick = size * HEIGHT / 2, size * _THICK
    scale = Scale(0, gauge.most, 0, width)

    def x(value: float) -> float:
        return width - scale.at(value) if surface.is_mirrored else scale.at(value)

    surface.dash(())
    ground = colours.tint or "#FFFFFF"
    surface.area((0, middle - thick / 2), (width, thick), ground, colours.line)
    if gauge.value is not None:
        left, right = sorted((x(0), x(gauge.value)))
        shade = colours.series[0]
        surface.area((left, middle - thick / 2), (max(right - left, 0.8), thick), shade.fill, shade.outline)
    if gauge.target is not None:
        surface.line((x(gauge.target), middle - size), (x(gauge.target), middle + size), colours.ink, 2)
    if gauge.before is not None:
        surface.circle((x(gauge.before), middle), size * 0.36, "", colours.ink)


def draw_gauge_legend(surface: Surface, width: float, legend: Legend) -> None:
    """Draw on one line what bar, tick and ring are, and at its end what is said of the scales."""
    size, colours = surface.size, surface.colours
    y, at = size * 0.5, 0.0
    middle = y + size * 0.36

    def x(place: float) -> float:
        return width - place if surface.is_mirrored else place

    surface.dash(())
    for number, said in enumerate((legend.value, legend.target, legend.before)):
        if not str(said).strip():
            continue
        if number == 0:
            left = min(x(at), x(at + size * 1.8))
            surface.area((left, middle - size * 0.4), (size * 1.8, size * 0.8), colours.series[0].fill, colours.series[0].outline)
            at += size * 2.3
        elif number == 1:
            surface.line((x(at + 1), middle - size * 0.8), (x(at + 1), middle + size * 0.8), colours.ink, 2)
            at += size * 0.8
        else:
            surface.circle((x(at + size * 0.36), middle), size * 0.36, "", colours.ink)
            at += size * 1.2
        surface.text(str(said), x(at), y, "start", Tone.PLAIN)
        at += surface.width_of(str(said)) + size * 1.8
    if at + surface.width_of(str(legend.remark)) <= width:
        surface.text(str(legend.remark), x(width), y, "end", Tone.PLAIN)
