"""Adopted versions in the window: compared with the keyboard, signatures put right, a plan completed with how it went."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt import plans
from jobbpunkt.base.words import Words
from jobbpunkt.plans import (
    OWN,
    CompletionWords,
    Excuse,
    GoalWords,
    MilestoneWords,
    RatingWords,
    ReviewTime,
    ReviewWords,
    Situation,
    StepWords,
)
from jobbpunkt.register.opening import Register
from models.plan import PlanVersion
from models.types import SealedText
from models.vocabulary import PlanStatus, SignatureRole
from tests.services.test_plans import view
from tests.ui.conftest import settle
from tests.ui.dialogs import form_over
from tests.ui.test_plans import TODAY, make, shown
from ui.context import Context
from ui.plans.compare_dialog import CompareDialog
from ui.plans.compare_rows import ChangeRow, Side, signed
from ui.plans.compare_words import FIELDS, PARTS

Key = Qt.Key


def adopted(register: Register, words: Words) -> UUID:
    """Return a plan that was adopted and signed, and whose goal was changed since."""
    plan_id = make(register)
    with register.writing() as uow:
        plans.adopt(uow, plan_id=plan_id, version=plans.view(uow, plan_id).version, words=words)
    seen = view(register, plan_id)
    with register.writing() as uow:
        plans.sign(uow, version_id=seen.versions[0].id, role=SignatureRole.PARTICIPANT, signed_on=TODAY)
        goal = seen.goals[0]
        plans.change_goal(uow, goal_id=goal.id, version=goal.version, words=GoalWords("Undersköterska på natten"))
        plans.add_step(uow, goal_id=goal.id, words=StepWords("Ring Komvux"))
    return plan_id


def marked(row: ChangeRow) -> list[tuple[str, QTextCharFormat]]:
    """Return the marked words of a row, with how they look."""
    found = []
    for told in row.findChildren(Side):
        cursor, text = QTextCursor(told.told.document()), told.told.toPlainText()
        for at in range(len(text)):
            cursor.setPosition(at + 1)
            if cursor.charFormat().fontWeight() == 700:
                found.append((text[at], cursor.charFormat()))
    return found


def test_differences_are_marked_by_colour_and_by_sign_and_walked_by_keyboard(
    qtbot: QtBot, context: Context, words_sv: Words
) -> None:
    plan_id = adopted(context.register, words_sv)
    with shown(qtbot, context, plan_id) as page:
        page.editor.versions.compare.click()
        settle(qtbot, context)
        (dialog,) = page.editor.versions.findChildren(CompareDialog)
        rows = dialog.findChildren(ChangeRow)
        assert [row.change.kind for row in rows] == ["goals", "steps"]
        goal = marked(rows[0])
        assert "".join(sign for sign, _ in goal) == "+på natten"
        assert all(look.fontUnderline() for _, look in goal)
        assert "+" in rows[1].accessibleName()
        dialog.activateWindow()
        rows[0].setFocus()
        QTest.keyClick(rows[0], Key.Key_Down)
        assert rows[1].hasFocus()
        dialog.close()


def test_an_old_version_is_said_not_to_be_comparable(qtbot: QtBot, context: Context, words_sv: Words) -> None:
    plan_id = adopted(context.register, words_sv)
    with context.register.writing() as uow:
        uow.get(PlanVersion, view(context.register, plan_id).versions[0].id).body = SealedText("")
    with shown(qtbot, context, plan_id) as page:
        page.editor.versions.compare.click()
        settle(qtbot, context)
        (dialog,) = page.editor.versions.findChildren(CompareDialog)
        assert dialog.notice.isVisibleTo(dialog)
        assert dialog.findChildren(ChangeRow) == []
        dialog.close()


def test_a_signature_is_put_right(qtbot: QtBot, context: Context, words_sv: Words) -> None:
    plan_id = adopted(context.register, words_sv)
    with shown(qtbot, context, plan_id) as page:
        seen = page.editor.store.view
        assert seen is not None
        page.editor.versions._correct(seen, seen.versions[0].signatures[0])
        dialog = form_over(qtbot, page.editor)
        dialog.form["role"].set_value(SignatureRole.INTERPRETER)
        dialog.form["name"].set_value("Tolk Exempel")
        dialog.save()
        settle(qtbot, context)
    (signed_by,) = view(context.register, plan_id).versions[0].signatures
    assert (signed_by.role, signed_by.name) == (SignatureRole.INTERPRETER, "Tolk Exempel")


def test_a_plan_is_completed_with_how_it_went_and_put_right_afterwards(qtbot: QtBot, context: Context, words_sv: Words) -> None:
    plan_id = adopted(context.register, words_sv)
    with shown(qtbot, context, plan_id) as page:
        page.editor.header.more.menu().actions()[0].trigger()
        dialog = form_over(qtbot, page.editor)
        step = view(context.register, plan_id).goals[0].steps[0]
        dialog.form["own"].set_value("Jag vågar ringa.")
        dialog.form[f"step-{step.id}"].set_value("Stängt")
        dialog.save()
        settle(qtbot, context)
        seen = view(context.register, plan_id)
        assert seen.status is PlanStatus.CLOSED
        assert seen.completion is not None
        assert (seen.completion.words.own, seen.completion.words.steps) == ("Jag vågar ringa.", ((step.id, "Stängt"),))
        assert page.editor.completion.isVisible()
        page.editor.completion.put_right()
        dialog = form_over(qtbot, page.editor.completion)
        assert dialog.form["own"].value() == "Jag vågar ringa."
        dialog.form["own"].set_value("Jag ringer.")
        dialog.save()
        settle(qtbot, context)
    after = view(context.register, plan_id).completion
    assert after is not None
    assert after.words.own == "Jag ringer."


@pytest.mark.parametrize(
    ("text", "marks", "said", "places"),
    [
        ("", [], "", []),
        ("tre ord här", [(4, 3)], "tre +ord här", [(4, 4)]),
        ("tre ord här", [(0, 3), (4, 3)], "+tre ord här", [(0, 8)]),
        ("a b c", [(0, 1), (4, 1)], "+a b +c", [(0, 2), (5, 2)]),
    ],
)
def test_a_sign_stands_once_before_each_run_of_words(
    text: str, marks: list[tuple[int, int]], said: str, places: list[tuple[int, int]]
) -> None:
    assert signed(text, marks, "+") == (said, places)


def test_each_field_of_a_plan_has_a_name_where_versions_are_compared() -> None:
    kinds = (Situation, GoalWords, MilestoneWords, StepWords, ReviewTime, ReviewWords, RatingWords, Excuse, CompletionWords)
    typed = {name for kind in kinds for name in kind.__dataclass_fields__}
    own = {field.name for fields in OWN.values() for field in fields}
    assert (typed | own | {"done_on", "reached_on", "rated_on", "carried", "dropped_on", "reason"}) - FIELDS.keys() == set()
    assert {"situation", "goals", "milestones", "steps", "ratings", "reviews", "completion"} == PARTS.keys()
