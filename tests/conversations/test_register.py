"""The register of deeds after much was done: kinds, receipts, roles and numbers, never a word that somebody wrote."""

import re

import pytest
from sqlalchemy import select

from handlers.tables import ALSO, COMMANDS, DIALOGS
from participation import actions, desk_actions
from participation.campaigns import Brake
from participation.consultations.concerns import Concern
from participation.consultations.notice import DoubtKind
from participation.consultations.proofs import Open
from participation.meeting_letters import Change
from participation.people.model import Role
from participation.reports.categories import Aspect
from participation.reports.life import Act
from storage.desks.chain import Whole
from storage.tables import audit
from tests.conversations.states import walk
from tests.conversations.steps import RECEIPT, comment, report
from tests.conversations.test_cases import ask, say_more

ACTIONS = {
    *("invite", "appointed", "dismissed", "dismiss", "left"),
    *("known told", "known hidden"),
    *("group linked", "group unlinked"),
    *("name ask", "name agree", "name decline", "name look"),
    *(f"category {aspect.value}" for aspect in Aspect),
    "categories usual",
    *("publish", "call off", "answer", "try again", "refused"),
    *(act.value for act in Brake),
    *(f"report {act.value}" for act in Act),
    *(f"meeting {change.value}" for change in Change),
    *(f"published despite {one.value}" for kinds in (DoubtKind, Open, Concern) for one in kinds),
}
TRIED = {*DIALOGS, *COMMANDS, *ALSO, *vars(actions), *vars(desk_actions), "command", "Text", "File", "Pin", "Edited"}
SUBJECT = re.compile(r"[A-Z]{1,8}(-S)?-\d{4}-\d{4,}|(consultation|meeting|announcement|category) \d+|categories")


@pytest.mark.on_both
async def test_no_entry_holds_what_somebody_wrote(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana, words="Somebody sells knives behind the gymnasium.")
    await ask(square, "Since which day have you seen it?")
    await say_more(square, "Since the first of June.")
    await comment(town, ana, "The bus is always late.")
    await walk(town, zana, ("/zyra", "Categories of reports", "Noise", "Name (English)", "“Knives and the like”"))
    await walk(town, zana, ("Text (Shqip)", "“Telefononi menjëherë.”", "All categories", "Back to the usual ones"))
    await town.press(zana, "Yes, back to the usual ones")
    await town.do(ana, lambda: ana.presses_data(town.bot, "q~1"))
    async with town.service.database.reading() as unit:
        entries = (await unit._connection.execute(select(audit.c.action, audit.c.subject))).all()
        assert isinstance(await unit.chain.examine(), Whole)
    assert ("report ask", RECEIPT) in entries
    assert ("categories usual", "categories") in entries
    assert ("refused", "ShowReport") in entries
    for action, subject in entries:
        assert action in ACTIONS
        allowed = TRIED if action == "refused" else {role.value for role in Role}
        assert subject in allowed or SUBJECT.fullmatch(subject), subject
