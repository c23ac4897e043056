"""Saying more about a report one has sent, or answering what was asked.

Telling ──words──▶ Checking ──send──▶ added
"""

from dataclasses import dataclass, replace
from typing import Any

from handlers.dialogs.careful import careful
from handlers.dialogs.leaving import leavable
from handlers.drafts import recall
from handlers.events import Chose, Text
from handlers.reports import near_danger
from handlers.spoken import NOTHING, Spoken, means_send
from handlers.story import NOWHERE, UNTOLD, Story, only_safe
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Step, Talk, Turn, show
from handlers.views import sent as views
from participation import actions
from participation.errors import Refusal, Refused
from participation.ids import ReportId
from participation.layout import lines
from participation.reports.life import Act, State, after
from participation.reports.model import Deed, Report
from participation.reports.senders import check_fits, question_to, report_for_sender, say_more


@dataclass(frozen=True)
class Telling:
    """The words are awaited."""

    report: int
    story: Story = UNTOLD


@dataclass(frozen=True)
class Checking:
    """They are here; they have to be looked at and sent."""

    report: int
    story: Story


async def begin_adding(talk: Talk, pressed: actions.AddToReport) -> Turn:
    """Ask for the words, beneath what was asked last; what was begun on the same is taken up again."""
    return await add_with(ReportId(pressed.report), NOTHING, talk)


async def add_with(report: ReportId, more: Spoken, talk: Talk) -> Turn:
    """Begin with words that are here already, behind those that were begun on the same report."""
    found = await report_for_sender(report, by=talk.person.id, uow=talk.uow)
    if found.state is State.CLOSED:
        return show(views.closed(talk, found, replace(UNTOLD, spoken=only_safe(more)).account()))
    check_fits(await talk.uow.reports.entries(found.id))
    match await recall(ADDING, talk):
        case Telling(same, story) | Checking(same, story) if same == report:
            pass
        case _:
            story = UNTOLD
    story = replace(story, spoken=story.spoken.before(only_safe(more)))
    return await _go_on(report, story, talk)


async def _go_on(report: int, story: Story, talk: Talk) -> Turn:
    if story.spoken.is_empty() and story.spot == NOWHERE:
        return await _tell(Telling(report, story), talk)
    return await _check(Checking(report, story), talk)


async def _own(report: int, talk: Talk) -> Report:
    found = await report_for_sender(ReportId(report), by=talk.person.id, uow=talk.uow)
    after(found.state, Act.TELL)
    return found


async def _tell(draft: Telling, talk: Talk, *, over: bool = False) -> Turn:
    found = await _own(draft.report, talk)
    former = not draft.story.former.is_empty()
    return show(views.invite(talk, found, await _asked(found, talk), former=former), draft=draft, over=over)


async def _asked(found: Report, talk: Talk) -> str:
    """What an officer asked last, if nothing was said since."""
    asked = question_to(await talk.uow.reports.entries(found.id))
    return views.told(talk, asked.deed) if asked else ""


async def telling(draft: Telling, said: Said, talk: Talk) -> Turn:
    """Take what is to be added."""
    match said:
        case Chose("former") if not draft.story.former.is_empty():
            return await _check(Checking(draft.report, draft.story.as_before()), talk, over=True)
        case _:
            return await _go_on(draft.report, draft.story.hear(said) or draft.story, talk)


async def _check(draft: Checking, talk: Talk, *, over: bool = False) -> Turn:
    found = await _own(draft.report, talk)
    account = draft.story.account()
    return show(views.preview(talk, found, account, await near_danger(account.text, talk)), draft=draft, over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Send it, or change it once more."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Text(words) if means_send(words):
            return await _send(draft, talk)
        case Chose("again"):
            return await _tell(Telling(draft.report, draft.story.anew()), talk, over=True)
        case Chose("rough" | "fine" as grain):
            return await _check(replace(draft, story=replace(draft.story, rough=grain == "rough")), talk, over=True)
        case _:
            return await _check(Checking(draft.report, draft.story.hear(said) or draft.story), talk)


async def _send(draft: Checking, talk: Talk) -> Turn:
    account = draft.story.account()
    deed = Deed(Act.TELL, lines((account.text, account.spot.pin)), account.media)
    found = await say_more(ReportId(draft.report), deed, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.added(talk, found, await near_danger(account.text, talk)), draft=None, over=True)


def _unless_closed(step: Step) -> Step:
    """A step that gives back what was written where its report was closed meanwhile, and says what can be done."""

    async def step_or_back(draft: Any, said: Said, talk: Talk) -> Turn:
        try:
            return await step(draft, said, talk)
        except Refused as refused:
            found = await report_for_sender(ReportId(draft.report), by=talk.person.id, uow=talk.uow)
            if refused.why is not Refusal.NOT_NOW or found.state is not State.CLOSED:
                raise
            story = draft.story.hear(said) or draft.story
            return show(views.closed(talk, found, story.account()), draft=None)

    return step_or_back


STEPS: dict[type, Step] = {Telling: telling, Checking: checking}

ADDING = Dialog(
    views.DIALOG,
    1,
    {kind: careful(leavable(_unless_closed(step))) for kind, step in STEPS.items()},
    listens=WITHIN_THE_HOUR,
    lasts=WITHIN_THE_HOUR,
)
"""As a report: whoever takes up the phone later must not be shown what was not sent."""
