"""Suggestions: the library of goals and steps that a plan is offered while one types."""

from jobbpunkt.suggestions.data import SuggestionData, SuggestionRow
from jobbpunkt.suggestions.reading import library, offered
from jobbpunkt.suggestions.writing import add, bring_back, change, retire

__all__ = ["SuggestionData", "SuggestionRow", "add", "bring_back", "change", "library", "offered", "retire"]
