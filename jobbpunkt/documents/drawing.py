"""A paper that is ready to be drawn, away from the register and from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from jobbpunkt.documents.kinds import FileKind

if TYPE_CHECKING:
    from jobbpunkt.documents.setting import Setting

D = TypeVar("D")


class Drawing(Generic[D]):
    """What a paper holds, with what draws it and in which setting. Call it for the PDF."""

    __slots__ = ("_render", "data", "setting")
    is_kept = False

    def __init__(self, data: D, render: Callable[[D, Setting], bytes], setting: Setting) -> None:
        self.data, self.setting = data, setting
        self._render = render

    def again(self, setting: Setting) -> Drawing[D]:
        """Return what draws the same content in another setting."""
        return Drawing(self.data, self._render, setting)

    def __call__(self) -> bytes:
        """Return the paper as a PDF."""
        return self._render(self.data, self.setting)

    def as_word(self) -> bytes:
        """Return the paper as a Word file."""
        return self._render(self.data, replace(self.setting, kind=FileKind.WORD))


class Kept(Drawing[bytes]):
    """Pages that were drawn once and kept: what else they could be is not known any more, a Word file neither."""

    __slots__ = ()
    is_kept = True

    def __init__(self, pdf: bytes) -> None:
        from jobbpunkt.documents.setting import Setting  # the first page of the day draws no paper

        super().__init__(pdf, lambda pages, _: pages, Setting())
