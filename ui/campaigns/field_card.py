"""Counting without a network: the field files of a campaign, made and brought home."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jobbpunkt import field
from jobbpunkt.campaigns import Campaign
from jobbpunkt.field import Brought, FieldFileRow
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.campaigns.field_forms import bring_dialog, make_dialog
from ui.context import Context
from ui.tokens import Tone
from ui.widgets.buttons import hide_unless, icon_button, quiet
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import muted, strong
from ui.widgets.layouts import boxed, clear, column, row
from ui.widgets.live import Live
from ui.widgets.notice import Notice

ENDING = ".jobbpunkt"


class FieldCard(Card):
    """Lists the field files of a campaign; makes one, brings one home, strikes out one that was lost."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words("Counting without a network"))
        self.context, self.words = context, words
        self._may = context.user.may(Permission.EDIT_CAMPAIGNS)
        self._campaign: Campaign | None = None
        self.notice = Notice(words, lasts=True)
        self.make = hide_unless(quiet(words("Make a field file"), self._choose_new, icon="download"), allowed=self._may)
        self.bring = hide_unless(quiet(words("Bring home"), self._choose_old, icon="upload"), allowed=self._may)
        self.lines = column(spacing=10)
        self.add(
            muted(words("A field file is counted in on a computer without a network, and brought home as often as one likes."))
        )
        self.add(self.notice)
        self.add(self.lines)
        self.add(flow(self.make, self.bring))
        self.body.addStretch(1)
        self.live = Live(self, context, self._load)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show the field files of a campaign."""
        self._campaign = campaign
        self._load()

    def make_at(self, chosen: str) -> None:
        """Ask for the password of a new field file, then make it."""
        if self._campaign is not None:
            where = Path(chosen)
            where = where if where.suffix else where.with_suffix(ENDING)
            dialog = make_dialog(self, self.context, self._campaign.id, where)
            dialog.saved.connect(lambda _made: self._made(where))
            dialog.open()

    def bring_from(self, chosen: str) -> None:
        """Ask for the password of a field file, then bring it home."""
        dialog = bring_dialog(self, self.context, Path(chosen))
        dialog.saved.connect(self._brought)
        dialog.open()

    def _choose_new(self) -> None:
        dialog = QFileDialog(self, self.words("Make a field file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.fileSelected.connect(self.make_at)
        dialog.open()

    def _choose_old(self) -> None:
        dialog = QFileDialog(self, self.words("Bring home"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.words("Registers (*.jobbpunkt)"), self.words("All files (*)")])
        dialog.fileSelected.connect(self.bring_from)
        dialog.open()

    def _made(self, where: Path) -> None:
        self.notice.say(self.words("{file} has been made. Take it along with its key file (.keys).", file=where.name), "good")
        self._load()

    def _brought(self, brought: Brought) -> None:
        self.context.announce(brought.change)
        tone: Tone = "warn" if brought.refused or brought.conflicts or brought.misdated else "good"
        self.notice.say(" ".join(field.sentences(brought, self.words)), tone)

    def _load(self) -> None:
        campaign = self._campaign
        if campaign is not None:
            self.live.read(lambda uow: field.rows(uow, campaign.id), self._show)

    def _show(self, rows: tuple[FieldFileRow, ...]) -> None:
        clear(self.lines)
        for one in rows:
            self.lines.addWidget(self._line(one))

    def _line(self, one: FieldFileRow) -> QWidget:
        words = self.words
        if one.brought_at is None:
            said = words("Made {at} by {name}, not brought home yet", at=words.moment(one.made_at), name=one.made_by)
        else:
            at = words.moment(one.brought_at)
            said = words.plural("{n} entry, last brought home {at}", "{n} entries, last brought home {at}", one.entries, at=at)
        name = boxed(column(strong(one.name), muted(said), spacing=1))
        if one.entries:
            return name
        strike = icon_button("trash-2", words("Strike out {name}", name=one.name), partial(self._strike, one))
        line = row(name, hide_unless(strike, allowed=self._may))
        line.setStretch(0, 1)
        return boxed(line)

    def _strike(self, one: FieldFileRow) -> None:
        asking.write(self, self.context, lambda uow: field.forget(uow, one.id))
