"""Fields for words and numbers."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jobbpunkt.base.errors import InvalidInput
from ui.icons import icon
from ui.theme import scaled
from ui.widgets.buttons import icon_button
from ui.widgets.field import Field
from ui.widgets.labels import plain_tip
from ui.widgets.layouts import boxed, row

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept


class LineField(Field[str]):
    """A single line, as typed, without the spaces around it."""

    def __init__(self, label: str = "", *, hint: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.finish(self.under_label())

    def editor(self) -> QWidget:
        """Return the line."""
        return self.line

    def under_label(self) -> QWidget:
        """Return what stands under the label: the line, and whatever belongs beside it."""
        return self.line

    def value(self) -> str:
        """Return what was typed."""
        return self.line.text().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text, from its beginning."""
        self.line.setText(value or "")
        self.line.setCursorPosition(0)


class TextField(LineField):
    """A single line of words."""


class PasswordField(LineField):
    """A password, hidden unless the person asks to see it; taken exactly as typed."""

    secret = True

    def __init__(self, label: str, *, show: str, hide: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._names = {False: show, True: hide}
        self.eye.toggled.connect(self._reveal)
        self._reveal(False)

    def under_label(self) -> QWidget:
        """Return the line and the eye, which in the line would not grow with the text nor have the keyboard."""
        self.eye = icon_button("eye", "")
        self.eye.setCheckable(True)
        return boxed(row(self.line, self.eye, spacing=4))

    def value(self) -> str:
        """Return the password, spaces and all."""
        return self.line.text()

    def keep(self) -> Kept:
        """Keep nothing: a password is never in a draft."""
        return None

    def bring_back(self, kept: Kept) -> None:
        """Bring nothing back."""

    def _reveal(self, seen: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)
        self.eye.setIcon(icon("eye-off" if seen else "eye", "muted"))
        self.eye.setAccessibleName(self._names[seen])
        self.eye.setToolTip(plain_tip(self._names[seen]))


class LongTextField(Field[str]):
    """Several lines of plain text; Tab goes on to the next field. A `snug` one keeps its height and scrolls."""

    def __init__(
        self,
        label: str = "",
        *,
        hint: str = "",
        placeholder: str = "",
        lines: int = 4,
        snug: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(placeholder)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * lines + 16)
        if snug:
            self.text.setMaximumHeight(self.text.minimumHeight())
        self._loading = False
        self.text.textChanged.connect(self._on_text)
        self.finish(self.text)

    def editor(self) -> QWidget:
        """Return the text box."""
        return self.text

    def value(self) -> str:
        """Return what was typed, without empty lines around it."""
        return self.text.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        self._loading = True
        self.text.setPlainText(value or "")
        self._loading = False

    def _on_text(self) -> None:
        if not self._loading:
            self.changed.emit()


class NumberField(Field[Decimal | None]):
    """A number, written with a decimal comma or point; empty means not recorded."""

    def __init__(
        self,
        label: str = "",
        *,
        hint: str = "",
        lowest: int = 0,
        highest: int = 1_000_000,
        decimals: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._lowest, self._highest, self._decimals = lowest, highest, decimals
        self.line = QLineEdit()
        self.line.setMaximumWidth(scaled(160))
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.finish(self.line)

    def editor(self) -> QWidget:
        """Return the line."""
        return self.line

    def value(self) -> Decimal | None:
        """Return the number, or None for nothing typed."""
        typed = "".join(self.line.text().split()).replace(",", ".")
        if not typed:
            return None
        try:
            number = Decimal(typed)
        except InvalidOperation:
            raise InvalidInput("Write a number, for example 12.", field=self.name) from None
        if not number.is_finite() or round(number, self._decimals) != number:
            raise InvalidInput("Write a number, for example 12.", field=self.name)
        if not self._lowest <= number <= self._highest:
            raise InvalidInput(
                "Write a number from {lowest} to {highest}.", field=self.name, lowest=self._lowest, highest=self._highest
            )
        return number

    def whole(self) -> int | None:
        """Return the number as an int, or None for nothing typed."""
        number = self.value()
        return None if number is None else int(number)

    def set_value(self, value: Decimal | float | None) -> None:
        """Show a number."""
        sign = self.locale().decimalPoint()
        self.line.setText("" if value is None else f"{value:.{self._decimals}f}".replace(".", sign))
