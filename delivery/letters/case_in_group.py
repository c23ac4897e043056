"""What the officers' group reads of a report: its number, its category, where it stands, whose role has it in hand.

Not a word of it, no place, no day, nobody's name; and of a category in which somebody may be in need, not even that.
"""

from datetime import datetime

from locales.texts import Texts
from locales.words import ROLES, STATES
from participation.desk_actions import TakeFromGroup
from participation.layout import lines
from participation.letters import CaseGone, CaseInGroup
from participation.messages import Button, Message, Rows
from participation.packing import pack
from participation.people.model import Language
from participation.ports import UnitOfWork
from participation.reports.group import SHUT, is_told, role_of, topic_of
from participation.reports.kinds import kind_of
from participation.reports.life import Act, can
from participation.reports.model import Report


async def case_in_group(letter: CaseInGroup, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The first time all of it, later how it stands now; nothing if that was told already."""
    found = await uow.reports.get(letter.report)
    kept, topic = await uow.groups.topic(found.id), await topic_of(found, uow=uow)
    if kept is not None and is_told(kept, topic.told):
        return None
    stands = await state_line(found, uow=uow, texts=texts)
    card = await what_it_is(found, uow=uow, texts=texts)
    is_new = kept is None or kept.card is None
    return Message(
        body=lines((card, stands)) if is_new else stands,
        buttons=_buttons(found, texts),
        quiet=not found.urgent,
        topic=topic,
        above="" if is_new else card,
    )


async def case_gone(letter: CaseGone, **_: object) -> Message | None:
    """What stays where its topic cannot be deleted: its number."""
    return Message(body=letter.topic.name, topic=letter.topic)


async def what_it_is(found: Report, *, uow: UnitOfWork, texts: Texts) -> str:
    """Its number, whether it is urgent, and its category where anybody may read that."""
    category = await kind_of(found, uow=uow, language=Language(texts.language))
    if category is None or category.helps or found.is_careful:
        return texts.t("A report: {receipt}", receipt=found.receipt)
    about = {"receipt": found.receipt, "category": category.label}
    return (
        texts.t("Urgent: {receipt}, {category}", **about) if found.urgent else texts.t("{receipt}: {category}", **about)
    )


async def state_line(found: Report, *, uow: UnitOfWork, texts: Texts) -> str:
    """Where it stands, and whose role has it in hand."""
    role = await role_of(found.officer, found.institution, uow=uow)
    state = texts.t(STATES[found.state.value])
    return state if role is None else texts.t("{state} ({role})", state=state, role=texts.t(ROLES[role.value]))


def _buttons(found: Report, texts: Texts) -> Rows:
    """Taking in hand what nobody has, and the way to all of it in the private chat."""
    may_take = found.officer is None and (can(found.state, Act.TAKE) or can(found.state, Act.READ))
    take = Button(texts.t("Take it in hand"), press=pack(TakeFromGroup(found.id)))
    opens = Button(texts.t("Open in private"), start=f"q_{found.id}")
    return ((take, opens),) if may_take and found.state not in SHUT else ((opens,),)
