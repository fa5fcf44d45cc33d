"""The page that who leads a group begins the day with: who is in it, what is to come, and what needs somebody."""

from __future__ import annotations

from functools import partial

from jobbpunkt.group_day import GroupDay, ProgrammeDay, group_day
from jobbpunkt.inspections import Score
from jobbpunkt.safety import NeedKind
from jobbpunkt.shifts import ShiftOfWeek
from ui.coaching.when import due, heading, urgency
from ui.group.lines import Line, LineButton, number
from ui.group.now import NowCard
from ui.shifts.said import short_day
from ui.today.cards import Cards, ListCard
from ui.tokens import Tone
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.layouts import boxed, clear, column
from ui.widgets.page import Page, part, scrolling


class GroupPage(Page):
    """Shows the day of the programmes that run; the keyboard begins at the first line."""

    def _build(self) -> None:
        words = self.words
        self._view: GroupDay | None = None
        self.inspect = secondary(words("New inspection"), self.begin_inspection, icon="list-checks")
        self.day = self.header("", self.inspect)
        self.group, self.week, self.needs = (
            ListCard(title) for title in (words("The group today"), words("The week's shifts"), words("Needs you"))
        )
        self.now = NowCard(self.context)
        self.figures = Card()
        for card in (self.now, self.group, self.week, self.needs, self.figures):
            part(card)
        cards = Cards((self.group, self.week, self.needs), self.figures)
        whole = column(self.now, cards, spacing=16)
        whole.setStretch(1, 1)
        self.column.addWidget(scrolling(boxed(whole)), 1)

    def begin_inspection(self) -> None:
        """Open the form for a new inspection in the first programme that runs."""
        from ui.inspections import forms  # the day is shown before the form is needed

        view, context = self._view, self.context
        if view is not None and view.programmes:
            programme = view.programmes[0].programme.id
            forms.open_new(self, context, programme, lambda record: context.go("work", record, "inspections"))

    def refresh(self) -> None:
        """Load the day anew."""
        self.live.read(group_day, self._show)

    def _show(self, view: GroupDay) -> None:
        first_time, words, self._view = not self.day.text(), self.words, view
        self.inspect.setEnabled(bool(view.programmes))
        self.day.setText(heading(words, view.day))
        if len(view.programmes) == 1:
            self.context.named.emit("work", view.programmes[0].programme.name)
        self._fill(
            self.group, [line for one in view.programmes for line in self._members(one)], words("Nobody takes part today.")
        )
        self.now.show_day(view)
        self._fill(
            self.week, [self._shift(one, view) for each in view.programmes for one in each.week], words("No shifts this week")
        )
        self._fill(
            self.needs, [line for one in view.programmes for line in self._needed(one, view)], words("Nothing waits for you.")
        )
        self._count(view)
        if first_time and self.isVisible():
            first = self.now.first() or next(iter(self.week.rows.rows or self.group.rows.rows), None)
            if first is not None:
                first.setFocus()

    def _fill(self, card: ListCard, lines: list[Line], none: str) -> None:
        rows = [((line.record, line.text), partial(LineButton, self.context, line)) for line in lines]
        card.fill(rows, none)

    def _members(self, one: ProgrammeDay) -> list[Line]:
        words = self.words
        here = [Line(member.name.shown(words), member.person_id) for member in one.members]
        later = [
            Line(member.name.shown(words), member.person_id, mark=words("from {day}", day=words.day(member.starts_on, "short")))
            for member in one.coming
        ]
        return [*here, *later]

    def _shift(self, one: ShiftOfWeek, view: GroupDay) -> Line:
        """Return a shift of the week: its day, where, and how far one has come with it."""
        words, day = self.words, one.row.data.day
        tone: Tone = "neutral"
        if one.row.cancelled:
            mark = words("cancelled")
        elif day > view.day or not one.people:
            mark = words("{n} expected", n=len(one.people))
        elif one.unmarked:
            left = words.plural("{n} not marked", "{n} not marked", one.unmarked)
            mark, tone = left, "accent" if day == view.day else "warn"
        else:
            mark, tone = words("done"), "good"
        said = f"{short_day(words, day)} {one.row.clock}"
        return Line(one.row.title, one.row.id, "shift", said, "", mark, tone, is_strong=day == view.day)

    def _needed(self, one: ProgrammeDay, view: GroupDay) -> list[Line]:
        words, last = self.words, one.programme.ends_on
        said = words("Nobody has said what is done here")
        lines = [
            *self._unmarked(one),
            *self._looks(one, view),
            *self._unsafe(one),
            *(Line(area.data.name, area.id, "areas", said, "list-checks") for area in one.bare),
        ]
        if last is not None and one.ends_soon(view.day):
            ends = words("ends {day}", day=words.day(last, "weekday"))
            lines.append(Line(one.programme.name, one.programme.id, "", ends, "calendar-days"))
        return lines

    def _unsafe(self, one: ProgrammeDay) -> list[Line]:
        """Return the keys that should be back, and the products without a safety data sheet."""
        words, lines = self.words, []
        said = {
            NeedKind.KEY_LATE: (words("The key should be back"), "key-round"),
            NeedKind.KEY_LEFT_OUT: (words("The key is with somebody who has left"), "key-round"),
            NeedKind.SHEET_MISSING: (words("The safety data sheet is missing"), "file-text"),
        }
        for need in one.unsafe:
            sentence, icon = said[need.kind]
            who = need.name.shown(words) if need.name else ""
            lines.append(Line(need.what, need.record, "safety", " · ".join(part for part in (sentence, who) if part), icon))
        return lines

    def _unmarked(self, one: ProgrammeDay) -> list[Line]:
        """Return the shifts that were held and at which somebody is not marked."""
        words = self.words
        return [
            Line(
                words.plural("{n} not marked", "{n} not marked", shift.unmarked),
                shift.row.id,
                "shift",
                f"{short_day(words, shift.row.data.day)} · {shift.row.title}",
                "triangle-alert",
            )
            for shift in one.unmarked
        ]

    def _looks(self, one: ProgrammeDay, view: GroupDay) -> list[Line]:
        """Return what the inspections ask for: remarks to look at again, and what was begun and not finished."""
        words, lines = self.words, []
        for again in one.inspected.again:
            said = words.plural("{n} remark to look at again", "{n} remarks to look at again", len(again.objects))
            mark, tone = due(words, again.due_on, view.day), urgency(again.due_on, view.day)
            lines.append(Line(again.place, again.inspection_id, "inspections", said, "refresh-cw", mark, tone))
        for row in one.inspected.unfinished:
            said = words.plural("{n} point left to judge", "{n} points left to judge", row.left)
            lines.append(Line(row.place, row.id, "inspections", said, "list-checks"))
        return lines

    def _count(self, view: GroupDay) -> None:
        words = self.words
        clear(self.figures.body)
        members = sum(len(one.members) for one in view.programmes)
        later = sum(len(one.coming) for one in view.programmes)
        said = (
            words("in the group")
            if not later
            else words.plural("in the group, {n} more soon", "in the group, {n} more soon", later)
        )
        told = [number(words.number(members), said)]
        minutes = sum(one.minutes for one in view.programmes)
        if minutes:
            hours = words("{n} h", n=words.number(minutes / 60, 1))
            told.append(number(hours, words("at shifts so far in {month}", month=words.month(view.day).split()[0])))
        passed = sum((one.passed for one in view.programmes), Score(0, 0))
        if passed.share is not None:
            said = words("of the points passed this year, n = {n}", n=sum(one.held for one in view.programmes))
            told.append(number(words("{number} %", number=words.number(passed.share)), said))
        # A row kept by the page would outlive what it lays out.
        self.figures.add(boxed(flow(*told, spacing=24)))
