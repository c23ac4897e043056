"""Finds in the tables who answers, lets them, and remembers the draft.

Whatever is not in a table gets a helpful answer. A refusal undoes what was done, never what was written.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.commands import home, mine
from handlers.dialogs.arriving import ARRIVING, greet, start
from handlers.dialogs.here import try_code
from handlers.dialogs.loose import LOOSE, loose, replied, with_held
from handlers.dialogs.publishing import PUBLISHING, leave_publishing
from handlers.dialogs.resuming import RESUMES, offer_again, throw_away
from handlers.drafts import UnreadableError, remember, thaw
from handlers.events import Chose, Command, Content, Edited, File, Left, Odd, Pin, Pressed, Returned, Text
from handlers.opened import Opened
from handlers.routes import Need, Route
from handlers.spoken import bare
from handlers.tables import ALSO, BUTTONS, COMMANDS, DIALOGS, NEEDS, WRITTEN
from handlers.turns import Choice, Named, Said, Talk, Turn, show
from handlers.views import errors
from handlers.views.resuming import Anew
from participation import actions
from participation.comments.usecases import receipt_in
from participation.drafts import KeptDraft
from participation.errors import NotTheirs, Refusal, Refused
from participation.ids import ConsultationId
from participation.letters import MOST_TURNS
from participation.messages import Message
from participation.offices.usecases import former_offices
from participation.packing import Action, unpack
from participation.people.model import Reach, Right

log = logging.getLogger(__name__)

RIGHTS: Final[Mapping[Need, Sequence[Right]]] = {
    Need.OFFICER: [Right.ACT],
    Need.READER: [Right.ACT, Right.PROTECT],
    Need.CONTACT: [Right.PROTECT],
    Need.COUNCIL: [Right.COUNT],
}
"""What an office must let one do, where one is needed; one of these is enough."""

BEFORE_A_CODE: Final = frozenset({LOOSE.name, ARRIVING.name})
"""The dialogs in which the code of a meeting may be written: no question of theirs has four digits for an answer."""
STARTS: Final = {kind.tag: kind for kind in RESUMES}
"""What may be begun anew after something was thrown away for it."""
ANYTHING: Final = Chose("")
"""What no step knows: each shows its question again."""
NOTHING_SHOWN: Final = Turn(())


async def answer(content: Content, talk: Talk) -> Turn:
    """The whole turn for one event: found in a table, done, refused kindly, its draft remembered.

    What is said is always heard. What is pressed faster than the answers leave is not done: its answer would have to be
    dropped, and with it perhaps what somebody has to read.
    """
    if isinstance(content, Pressed) and await talk.uow.outbox.turns_waiting(talk.person.id) >= MOST_TURNS:
        return show(errors.too_fast(talk))
    try:
        async with talk.uow.savepoint():
            return await _with_news(await _take(content, talk), talk)
    except Refused as refused:
        if refused.why is Refusal.NOT_ALLOWED or isinstance(refused, NotTheirs):
            await _note_refusal(content, talk)
        return await _refused(refused.why, content, talk)


async def hear_opened(opened: Opened, dialog: str, talk: Talk) -> Turn:
    """What becomes of files that were opened aside: nothing, where the dialog does not wait for them any more.

    Whoever has turned to something else meanwhile goes on with that.
    """
    kept = await talk.uow.drafts.get(talk.person.id, dialog, talk.now)
    if kept is None or dialog not in DIALOGS:
        return NOTHING_SHOWN
    try:
        async with talk.uow.savepoint():
            _check(NEEDS.get(dialog, Need.ANYBODY), talk)
            turn = await _brought(kept, opened, talk)
    except (Refused, UnreadableError):
        return NOTHING_SHOWN
    if turn is None:
        return NOTHING_SHOWN
    heard = await talk.uow.drafts.listening(talk.person.id, talk.said_at)
    listens = heard is not None and heard.dialog == dialog
    await remember(turn.draft, dialog=DIALOGS[dialog], talk=talk, listens=listens)
    return turn


async def _brought(kept: KeptDraft, opened: Opened, talk: Talk) -> Turn | None:
    dialog = DIALOGS[kept.dialog]
    draft = thaw(kept, dialog)
    bring = dialog.brought.get(type(draft))
    return await bring(draft, opened, talk) if bring else None


async def _with_news(turn: Turn, talk: Talk) -> Turn:
    """Whoever had asked for silence and asks for messages now is told that all of them come again."""
    if talk.person.reach is not Reach.STOPPED:
        return turn
    now = (await talk.uow.people.get(talk.person.id)).reach
    return errors.messages_again(turn, talk) if now is Reach.REACHABLE else turn


async def _refused(why: Refusal, content: Content, talk: Talk) -> Turn:
    """The sentence; and where it was an answer that was not taken, the question once more."""
    kept = await _asked(content, talk)
    if kept is None:
        return show(await _told(why, talk))
    if why not in errors.AGAIN:
        return await _over(why, kept, content, talk)
    try:
        async with talk.uow.savepoint():
            return errors.asked_again(await _step(kept, ANYTHING, talk), talk, why)
    except Refused as refused:
        return await _over(refused.why, kept, content, talk)


async def _told(why: Refusal, talk: Talk) -> Message:
    if why is Refusal.NOT_ALLOWED:
        return errors.not_allowed(talk, await former_offices(talk.person.id, uow=talk.uow))
    return errors.refusal(talk, why)


async def _over(why: Refusal, kept: KeptDraft, content: Content, talk: Talk) -> Turn:
    """What the dialog was about is gone: it listens no longer, and for what was just said we ask what it is for."""
    told = await _told(why, talk)
    if kept.dialog != LOOSE.name:  # what is held there is held on
        await talk.uow.drafts.lay_aside(talk.person.id)
    if not isinstance(content, Text | File):
        return show(told)
    try:
        async with talk.uow.savepoint():
            asked = await _remembered(await loose(talk, content), talk)
            return replace(asked, screens=(told, *asked.screens))
    except Refused:
        return show(told)


async def _asked(content: Content, talk: Talk) -> KeptDraft | None:
    """The draft whose question this answered."""
    match content:
        case Pressed(Choice(dialog=dialog)):
            kept = await talk.uow.drafts.get(talk.person.id, dialog, talk.now)
        case Text() | Edited() | File() | Pin():
            kept = await talk.uow.drafts.listening(talk.person.id, talk.said_at)
        case _:
            return None
    return kept if kept is not None and kept.dialog in DIALOGS else None


async def _note_refusal(content: Content, talk: Talk) -> None:
    """Somebody tried what only an officer may do: it is counted, and the log hears of it without a name."""
    match content:
        case Pressed(Choice(dialog=dialog)) if dialog in DIALOGS:
            what = dialog
        case Pressed(Named(name)) | Command(name):
            what = name if name in COMMANDS or name in ALSO else "command"
        case Pressed(action):
            what = type(action).__name__
        case _:
            what = type(content).__name__
    if await talk.uow.audit.refused(at=talk.now, person=talk.person.id, what=what):
        log.warning("refused: %s, by somebody without the office for it", what)


async def _take(content: Content, talk: Talk) -> Turn:
    match content:
        case Command(said=said) if await _is_sentence(content, talk):
            return await _say(said, talk)
        case Command("anulo" | "cancel"):
            return await _leave(talk)
        case Command(name, argument):
            return await _command(name, argument, talk)
        case Pressed(Choice() as choice):
            return await _choose(choice, talk)
        case Pressed(Named(name)):
            return await _command(name, "", talk)
        case Pressed(Anew() as anew):
            await throw_away(anew, talk)
            return await _press(unpack(anew.packed, STARTS), talk)
        case Pressed(action):
            return await _press(action, talk)
        case Left() | Returned():
            return Turn(())
        case said:
            return await _say(said, talk)


async def _press(action: Action, talk: Talk) -> Turn:
    route = BUTTONS.get(type(action))
    return await _run(route, action, talk) if route else show(errors.stale(talk))


async def _is_sentence(command: Command, talk: Talk) -> bool:
    """Whether it is no command but words behind a slash: in the middle of a dialog, or after no command of ours."""
    _, *more = command.said.words.split()
    if not more or (command.name == "start" and len(more) == 1):
        return False
    known = command.name in {*COMMANDS, *ALSO}
    return not known or await talk.uow.drafts.listening(talk.person.id, talk.said_at) is not None


async def _command(name: str, argument: str, talk: Talk) -> Turn:
    route = COMMANDS.get(ALSO.get(name, name))
    return await _run(route, argument, talk) if route else await home.help_(talk)


def _check(need: Need, talk: Talk) -> None:
    if need in RIGHTS and not talk.where(*RIGHTS[need]):
        raise Refused(Refusal.NOT_ALLOWED)


async def _run(route: Route, argument: object, talk: Talk) -> Turn:
    _check(route.need, talk)
    if route.need is Need.ACQUAINTED and talk.person.language is None:
        return await _remembered(await start(talk, ""), talk)
    if route.leads_away:
        await talk.uow.drafts.lay_aside(talk.person.id)
        begun = await offer_again(argument, talk) if isinstance(argument, Action) else None
        return await _remembered(begun or await route.answer(talk, argument), talk)
    return await _with_way_back(await _remembered(await route.answer(talk, argument), talk), talk)


async def _with_way_back(turn: Turn, talk: Talk) -> Turn:
    """Beside the way: what was being written goes on at one tap, in the language they have chosen by now."""
    kept = await talk.uow.drafts.listening(talk.person.id, talk.said_at)
    if kept is None or kept.dialog not in WRITTEN:
        return turn
    person = await talk.uow.people.get(talk.person.id)
    talk = talk.in_language(person.language) if person.language else talk
    return errors.way_back(turn, talk, kept)


async def _choose(choice: Choice, talk: Talk) -> Turn:
    """A button inside a dialog acts only on its last screen: what somebody confirms is what they have before them."""
    kept = await talk.uow.drafts.get(talk.person.id, choice.dialog, talk.now)
    if kept is None or kept.dialog not in DIALOGS:
        if talk.person.language is None:
            return await start(talk, "")
        of_office = bool(talk.dockets) and choice.dialog in NEEDS
        return show(errors.done_before(talk) if of_office else errors.stale(talk))
    if kept.stamp != choice.stamp:
        return errors.overtaken(await _step(kept, ANYTHING, talk), talk)
    return await _step(kept, Chose(choice.name, choice.value), talk)


async def _say(said: Said, talk: Talk) -> Turn:
    if isinstance(said, Text | File) and await _is_public(said.about, talk):
        await talk.uow.drafts.lay_aside(talk.person.id)
        return await _remembered(await replied(talk, said), talk)
    kept = await talk.uow.drafts.listening(talk.person.id, talk.said_at)
    if kept is None or kept.dialog not in DIALOGS or kept.dialog == LOOSE.name:
        opened = await _opened(said, talk)
        if opened is not None:
            return opened
    if isinstance(said, Text) and (kept is None or kept.dialog not in DIALOGS or kept.dialog in BEFORE_A_CODE):
        entered = await try_code(talk, said.words) if talk.person.language is not None else None
        if entered is not None:
            return await _remembered(entered, talk)
    if kept is None or kept.dialog not in DIALOGS:
        if isinstance(said, Text) and talk.person.language is not None and bare(said.words) in {*COMMANDS, *ALSO}:
            return await _command(bare(said.words), "", talk)
        begin = greet if talk.person.language is None else loose
        return await _remembered(await begin(talk, said), talk)
    return await _step(kept, said, talk)


async def _is_public(consultation: int, talk: Talk) -> bool:
    found = await talk.uow.consultations.find(ConsultationId(consultation)) if consultation else None
    return found is not None and found.is_public()


async def _opened(said: Said, talk: Talk) -> Turn | None:
    """The comment whose receipt is typed, for whoever may read it; nobody else learns that there is one."""
    receipt = receipt_in(said.words) if isinstance(said, Text) else None
    found = await talk.uow.comments.find(receipt) if receipt else None
    if found is None:
        return None
    shown = actions.ShowComment(found)
    try:
        return await mine.comment(talk, shown)
    except Refused:
        await _note_refusal(Pressed(shown, None, ""), talk)
        return None


async def _step(kept: KeptDraft, said: Said, talk: Talk) -> Turn:
    dialog = DIALOGS[kept.dialog]
    _check(NEEDS.get(dialog.name, Need.ANYBODY), talk)
    await talk.uow.drafts.drop(talk.person.id, dialog.name)  # the step says what is kept from here on
    try:
        draft = thaw(kept, dialog)
    except UnreadableError as unreadable:
        return show(errors.old_draft(talk, unreadable.text))
    turn = await dialog.steps[type(draft)](draft, said, talk)
    if turn.draft == draft and isinstance(said, Odd | File | Pin | Edited):
        turn = errors.of_no_use(turn, said, talk, dialog.name)
    if turn.draft is None and dialog is not LOOSE:
        turn = await with_held(turn, talk)
    return await _remembered(turn, talk)


async def _remembered(turn: Turn, talk: Talk) -> Turn:
    """Keep the draft of a turn in the dialog it belongs to."""
    owner = next((d for d in DIALOGS.values() if type(turn.draft) in d.steps), None)
    if owner is not None:
        await remember(turn.draft, dialog=owner, talk=talk)
    return turn


async def _leave(talk: Talk) -> Turn:
    """Leave what is being written, and say whether there was anything."""
    kept = await talk.uow.drafts.newest(talk.person.id, talk.now)
    if kept is None:
        return await home.menu(talk)
    asked = await leave_publishing(talk) if kept.dialog == PUBLISHING.name else None
    if asked is not None:
        return await _remembered(asked, talk)
    await talk.uow.drafts.drop(talk.person.id, kept.dialog)
    return show(errors.cancelled(talk))
