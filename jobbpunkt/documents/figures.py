"""Figures as a paper says them: how many, how exact, how they were got; small numbers and missing ones said honestly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jobbpunkt.documents import tree
from jobbpunkt.documents.tree import Chart, ChartKind, Role, Said, Series, Text
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import Qualifier, Source, Unit

HIDDEN = "–"


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a breakdown and its number; None when the number is hidden."""

    label: Said
    value: float | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A figure by one kind of group, such as age; no groups when none can be shown."""

    label: Said
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with all that a reader needs to trust it; `value` is None when not recorded, or hidden (`suppressed`).

    Of `missing` records nobody knows; `caution` says what the figure may not be compared with. `told` is all that a figure about
    persons tells, so that whoever lets the paper out can remember it.
    """

    label: Said
    value: float | None
    unit: Unit
    qualifier: Qualifier | None = None
    source: Source = Source.COUNTED
    target: float | None = None
    definition: Said = ""
    suppressed: bool = False
    by: tuple[Breakdown, ...] = ()
    missing: int = 0
    caution: Said = ""
    told: tuple[tuple[object, int | None], ...] = ()
    before: "Figure | None" = None  # the same of the year before
    so_far: "Figure | None" = None  # of a month: the same of its whole year

    @property
    def is_share(self) -> bool:
        """Tell whether it is a share in per cent."""
        return self.unit is Unit.SHARE


def number(value: float, unit: Unit, words: PaperWords) -> Said:
    """Write a number of a unit: 3 500, or 78,4 % for a share."""
    if unit is Unit.SHARE:
        return words("{number} %", number=words.amount(value))
    return words.number(value)


def value_said(figure: Figure, words: PaperWords) -> Said:
    """Write a figure's value: "cirka 20", "drygt 100", "–" when hidden, "uppgift saknas" when nobody recorded it."""
    if figure.value is None:
        return HIDDEN if figure.suppressed else words("not recorded")
    told = number(figure.value, figure.unit, words)
    if figure.qualifier is None:
        return told
    return words("{qualifier} {number}", qualifier=words(figure.qualifier.label), number=told)


def with_unit(figure: Figure, words: PaperWords) -> Said:
    """Write a value with its unit: "35 dokument"."""
    told = value_said(figure, words)
    if figure.value is None or figure.unit is Unit.SHARE:
        return told
    return words("{number} {unit}", number=told, unit=words(figure.unit.label))


def target_said(figure: Figure, words: PaperWords) -> Said:
    """Write a figure's target, or nothing."""
    return "" if figure.target is None else number(figure.target, figure.unit, words)


def large(figures: Sequence[Figure], words: PaperWords, *, is_over: bool = True) -> tree.Figures:
    """Return the figures that matter most, large; what was aimed at is judged only when the period is over."""
    return tree.Figures(
        tuple(
            tree.Figure(value_said(figure, words), figure.label, _below(figure, words, is_over=is_over))
            for figure in figures
        )
    )  # fmt: skip


def _below(figure: Figure, words: PaperWords, *, is_over: bool) -> Said:
    """Say of a large figure that somebody told it, of how many nobody knows, and what was aimed at."""
    how = _how(figure, Source.COUNTED, words)
    if figure.target is None:
        return how
    target = _target(figure, figure.target, words, is_over=is_over)
    return words("{paper}. {end}", paper=how, end=target) if how else target


def target_verdict(figure: Figure, words: PaperWords, *, is_over: bool) -> Said:
    """Say what was aimed at, and once the time is over whether it was reached or how much was left."""
    aimed = figure.target
    if aimed is None:
        return words("No target set")
    target = number(aimed, figure.unit, words)
    if figure.value is None or not is_over or figure.value >= aimed or figure.is_share:
        return _target(figure, aimed, words, is_over=is_over)
    return words("Target {target}, {n} left", target=target, n=words.number(aimed - figure.value))


def _target(figure: Figure, aimed: float, words: PaperWords, *, is_over: bool) -> Said:
    target = number(aimed, figure.unit, words)
    if figure.value is None or not is_over:
        return words("Target {target}", target=target)
    if figure.value >= aimed:
        return words("Target {target}, reached", target=target)
    return words("Target {target}, not reached", target=target)


def figure_table(figures: Sequence[Figure], words: PaperWords) -> tuple[tree.Block, ...]:
    """Return figures one per row; how they were got stands in a row only where it is not as of most, and no column is empty."""
    usual = _usual(figures)
    rows = [
        (figure.label, with_unit(figure, words), target_said(figure, words), _how(figure, usual, words)) for figure in figures
    ]  # fmt: skip
    header = (words("Figure"), words("Result"), words("Target"), words("How it was got"))
    table = filled_columns(header, rows, (46, 22, 10, 22))
    if usual is Source.COUNTED:
        return (table,)
    return (Text(words("{source}, unless something else stands beside it.", source=words(usual.label)), Role.CAPTION), table)


def year_table(figures: Sequence[Figure], year: int, words: PaperWords) -> tree.Table:
    """Return figures one per row, this year's beside the year before and beside its target; no column is empty.

    Of the year before it says nothing where nothing was recorded, and has no column where that is so of most.
    """
    told = sum(figure.before is not None and _is_told(figure.before) for figure in figures)
    shown = figures if told * 2 >= len(figures) else [replace(figure, before=None) for figure in figures]
    return beside_table(shown, (str(year), str(year - 1), ""), words)


def beside_table(
    figures: Sequence[Figure], heads: tuple[Said, Said, Said], words: PaperWords, *, lacking: Said = ""
) -> tree.Table:
    """Return figures one per row beside what each has beside it: the year before, the whole year of a month, the target.

    `heads` are of these three; `lacking` stands where nothing was recorded of the year before. No column is empty.
    """
    usual = _usual(figures)
    rows: list[tuple[Said, Said, Said, Said, Said, Said]] = [
        (
            figure.label,
            with_unit(figure, words),
            "" if figure.before is None else value_said(figure.before, words) if _is_told(figure.before) else lacking,
            "" if figure.so_far is None else value_said(figure.so_far, words),
            target_said(figure, words),
            _how(figure, usual, words),
        )
        for figure in figures
    ]
    header = ("", *heads, words("Target"), _source_head(usual, words))
    return filled_columns(header, rows, (44, 17, 13, 13, 8, 18), is_tight=True)


def _is_told(figure: Figure) -> bool:
    return figure.value is not None or figure.suppressed


def _source_head(usual: Source, words: PaperWords) -> Said:
    return words("How it was got") if usual is Source.COUNTED else words("Source: {source}", source=words(usual.label))


def _usual(figures: Sequence[Figure]) -> Source:
    """Return how figures of a table were got: counted, unless none of them was; then as most of them were."""
    told = [figure.source for figure in figures if figure.value is not None]
    if not told or Source.COUNTED in told:
        return Source.COUNTED
    return max(dict.fromkeys(told), key=told.count)


def _how(figure: Figure, usual: Source, words: PaperWords) -> Said:
    """Say how a figure was got where it was not got as usual, and of how many it is not known."""
    how: Said = "" if figure.value is None or figure.source is usual else words(figure.source.label)
    if not figure.missing:
        return how
    missing = words("not recorded for {n}", n=words.number(figure.missing))
    return words("{first}, {more}", first=how, more=missing) if how else missing


def how_told(figure: Figure, words: PaperWords) -> Said:
    """Say how a figure was got where it was not counted from records, and of how many it is not known."""
    return _how(figure, Source.COUNTED, words)


def cautions(figures: Sequence[Figure]) -> tuple[Text, ...]:
    """Return what some figures may not be compared with, a sentence for each."""
    told = {str(figure.caution): figure.caution for figure in figures if str(figure.caution).strip()}
    return tuple(Text(caution, Role.NOTE) for caution in told.values())


def filled_columns(
    header: tuple[Said, ...], rows: Sequence[tuple[Said, ...]], shares: tuple[float, ...], *, is_tight: bool = False
) -> tree.Table:
    """Return a table without the columns that no row fills; each row begins with what it is about."""
    kept = [place for place in range(len(header)) if any(str(row[place]).strip() for row in rows)]

    def of(row: tuple[Said, ...]) -> tuple[Said, ...]:
        return tuple(row[place] for place in kept)

    return tree.Table(
        of(header),
        tuple(map(of, rows)),
        shares=tuple(shares[place] for place in kept),
        has_row_heads=True,
        is_tight=is_tight,
    )


def definitions(figures: Sequence[Figure], words: PaperWords) -> tree.Section:
    """Return what each figure means, once, for the end of a paper."""
    meant: dict[str, tuple[Said, Said]] = {
        f"{figure.label}: {figure.definition}": (figure.label, figure.definition)
        for figure in figures
        if str(figure.definition).strip()
    }
    rows = tuple(meant.values())
    table = tree.Table((words("Figure"), words("What it means")), rows, shares=(24, 76), has_row_heads=True, is_tight=True)
    return tree.Section(words("What the figures mean"), (table,) if rows else ())


def breakdowns(figures: Sequence[Figure], words: PaperWords, *, of: Said = "") -> tuple[tree.Block, ...]:
    """Return figures by groups: one chart with one scale for each kind of group and unit; what is too small shares a line.

    `of` is what the figures are of, where a paper has several such sets.
    """
    parts: list[tree.Block] = []
    shown = [(figure, part) for figure in figures for part in figure.by if part.groups]
    for label, unit in dict.fromkeys((str(part.label), figure.unit) for figure, part in shown):
        those = [(figure, part) for figure, part in shown if (str(part.label), figure.unit) == (label, unit)]
        parts.append(_by(those, unit, words, of))
    hidden = any(group.value is None for _, part in shown for group in part.groups)
    if hidden:
        parts.append(Text(words("A dash (–) stands where a number is hidden, so that nobody can be recognised."), Role.NOTE))
    parts += [_too_few(figure, words) for figure in figures if any(not part.groups for part in figure.by)]
    return tuple(parts)


def _by(those: Sequence[tuple[Figure, Breakdown]], unit: Unit, words: PaperWords, of: Said) -> tree.Block:
    title = those[0][1].label
    groups = {str(group.label): group.label for _, part in those for group in part.groups}
    series = tuple(
        Series(figure.label, tuple(_values(part).get(label) for label in groups)) for figure, part in those
    )  # fmt: skip
    named = of if len(those) > 1 else those[0][0].label
    heading = tree.Heading(words("{figure}: {groups}", figure=named, groups=title) if named else title, 3)
    told = alternative(str(title), tuple(groups.values()), series, words)
    chart = Chart(ChartKind.BARS, tuple(groups.values()), series, told, unit=words(unit.label), least=0)
    return tree.Together((heading, chart))


def _values(part: Breakdown) -> Mapping[str, float | None]:
    return {str(group.label): group.value for group in part.groups}


def _too_few(figure: Figure, words: PaperWords) -> Text:
    kinds = ", ".join(str(part.label) for part in figure.by if not part.groups)
    return Text(words("{figure} – {groups}. Too few to show.", figure=figure.label, groups=kinds), Role.NOTE)


def not_recorded(what: Sequence[Said], words: PaperWords) -> tuple[Text, ...]:
    """Return a line that names what nobody recorded, so that a gap is not taken for nought."""
    return (Text(words("Not recorded: {what}.", what=", ".join(map(str, what))), Role.NOTE),) if what else ()


def alternative(title: str, labels: Sequence[Said], series: Sequence[Series], words: PaperWords) -> str:
    """Return in words what a chart shows: its title, and every value of every series beside its label."""
    told = []
    for one in series:
        values = (f"{label} {words.amount(value)}" for label, value in zip(labels, one.values, strict=True))
        told.append(f"{one.label}: {', '.join(values)}")
    return f"{title}. {'; '.join(told)}."
