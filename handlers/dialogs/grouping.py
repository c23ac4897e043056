"""Answering many comments with one decision and one reason: those of a theme, or picked ones (L19).

Choosing ──theme──────────────▶ Deciding ──verdict──▶ Reasoning ──words or skip──▶ Checking ──send──▶ answered
   └──────pick──▶ Picking ──▶ ▲
What is joined to one of them goes along. Who looks at a group sends just that group: if anybody answers one of them
meanwhile, what is left is looked at once more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.commands.comments import themes_with
from handlers.events import Chose, Edited, Text
from handlers.spoken import NOTHING, Spoken
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import grouping as views
from handlers.views.correcting import cannot_use
from handlers.views.errors import cancelled
from handlers.views.ledger import AnswerTogether
from handlers.views.pages import PAGE
from participation.clock import local_day
from participation.comments.filing import comments_for_officer
from participation.comments.model import Comment, Verdict
from participation.comments.together import answer_together, with_joined
from participation.comments.usecases import check_reason, owed_in_order
from participation.ids import CommentId, ConsultationId
from participation.words import is_number, quote


@dataclass(frozen=True)
class Group:
    """The comments that are picked, what they are about if that is one theme, and the reason so far."""

    on: int
    picked: tuple[int, ...] = ()
    subject: str = ""
    spoken: Spoken = NOTHING

    def hear(self, said: Said) -> "Group":
        """The same with more of the reason: only words are one."""
        if not isinstance(said, Text | Edited):
            return self
        return replace(self, spoken=self.spoken.with_more(said) or self.spoken)


@dataclass(frozen=True)
class Choosing:
    """Which comments, is awaited."""

    group: Group


@dataclass(frozen=True)
class Picking:
    """They are picked one by one."""

    group: Group
    page: int = 0


@dataclass(frozen=True)
class Deciding:
    """The decision is awaited."""

    group: Group


@dataclass(frozen=True)
class Reasoning:
    """The reason is awaited."""

    group: Group
    verdict: Verdict


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and sent."""

    group: Group
    verdict: Verdict


async def begin_together(talk: Talk, pressed: AnswerTogether) -> Turn:
    """Ask which; with a theme they are known already."""
    draft = Choosing(Group(pressed.consultation))
    if pressed.theme:
        return await _of_theme(draft, pressed.theme, talk)
    return await _choose(draft, talk)


async def _all(on: int, talk: Talk) -> Sequence[Comment]:
    return await comments_for_officer(ConsultationId(on), by=talk.person.id, uow=talk.uow)


async def _members(group: Group, talk: Talk) -> Sequence[Comment]:
    return with_joined({CommentId(one) for one in group.picked}, await _all(group.on, talk))


def _cancel(talk: Talk) -> Turn:
    return show(cancelled(talk), draft=None, over=True)


async def _choose(draft: Choosing, talk: Talk, *, over: bool = False) -> Turn:
    waiting = [one for one in await _all(draft.group.on, talk) if one.waits]
    title = (await talk.uow.consultations.get(ConsultationId(draft.group.on))).terms.title
    return show(views.ask_which(talk, title, themes_with(waiting), len(waiting)), draft=draft, over=over)


async def choosing(draft: Choosing, said: Said, talk: Talk) -> Turn:
    """Take which comments."""
    match said:
        case Chose("theme", value) if is_number(value):
            return await _of_theme(draft, int(value), talk)
        case Chose("pick"):
            return await _pick(Picking(draft.group), talk)
        case Chose("cancel"):
            return _cancel(talk)
        case _:
            return await _choose(draft, talk)


async def _of_theme(draft: Choosing, bearer: int, talk: Talk) -> Turn:
    everything = await _all(draft.group.on, talk)
    theme = next((one.filing.theme for one in everything if one.id == bearer), "")
    picked = tuple(one.id for one in everything if one.waits and theme and one.filing.theme == theme)
    if not picked:
        return await _choose(draft, talk)
    return await _decide(Deciding(replace(draft.group, picked=picked, subject=theme)), talk)


async def _pick(draft: Picking, talk: Talk, *, over: bool = True) -> Turn:
    waiting = [one for one in await _all(draft.group.on, talk) if one.waits]
    picked = frozenset(draft.group.picked) & {one.id for one in waiting}
    page = min(max(draft.page, 0), max(len(waiting) - 1, 0) // PAGE)
    return show(views.picking(talk, waiting, frozenset(picked), page), draft=replace(draft, page=page), over=over)


async def picking(draft: Picking, said: Said, talk: Talk) -> Turn:
    """Pick one, or put it back."""
    group = draft.group
    match said:
        case Chose("turn", value) if is_number(value):
            turned = tuple(sorted({*group.picked} ^ {int(value)}))
            return await _pick(replace(draft, group=replace(group, picked=turned, subject="")), talk)
        case Chose("page", value) if is_number(value):
            return await _pick(replace(draft, page=int(value)), talk)
        case Chose("go_on") if group.picked:
            return await _decide(Deciding(group), talk, over=True)
        case Chose("back"):
            return await _choose(Choosing(group), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case _:
            return await _pick(draft, talk, over=False)


async def _decide(draft: Deciding, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    group, reason = await _members(draft.group, talk), draft.group.spoken.text
    if not group:
        return await _choose(Choosing(draft.group), talk)
    noted = talk.t("Your reason is noted: {reason}", reason=quote(reason)) if reason else ""
    seen = replace(draft.group, picked=tuple(one.id for one in group))
    return show(views.deciding(talk, group, seen.subject, note or noted), draft=Deciding(seen), over=over)


async def deciding(draft: Deciding, said: Said, talk: Talk) -> Turn:
    """Take the decision; words that come before it are kept as its reason."""
    match said:
        case Chose("verdict", value) if value in set(Verdict):
            if draft.group.spoken.is_empty():
                return _ask_reason(Reasoning(draft.group, Verdict(value)), talk, over=True)
            return await _check(Checking(draft.group, Verdict(value)), talk)
        case Chose("pick" | "back"):
            return await _pick(Picking(draft.group), talk)
        case Chose("cancel"):
            return _cancel(talk)
        case Chose() | Text() | Edited():
            return await _decide(Deciding(draft.group.hear(said)), talk)
        case _:
            return await _decide(draft, talk, cannot_use(talk))


def _ask_reason(draft: Reasoning, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_reason(talk, len(draft.group.picked), draft.verdict, note), draft=draft, over=over)


async def reasoning(draft: Reasoning, said: Said, talk: Talk) -> Turn:
    """Take the reason; only full acceptance may do without."""
    anew = replace(draft.group, spoken=NOTHING)
    match said:
        case Text():
            return await _check(Checking(anew.hear(said), draft.verdict), talk)
        case Chose("skip") if draft.verdict is Verdict.ACCEPTED:
            return await _check(Checking(anew, draft.verdict), talk, over=True)
        case Chose("back"):
            return await _decide(Deciding(anew), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case Chose() | Edited():
            return _ask_reason(draft, talk)
        case _:
            return _ask_reason(draft, talk, cannot_use(talk))


async def _check(draft: Checking, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    reason = draft.group.spoken.text
    check_reason(draft.verdict, reason)
    group = await _members(draft.group, talk)
    if not group:
        return await _choose(Choosing(draft.group), talk)
    seen = replace(draft, group=replace(draft.group, picked=tuple(one.id for one in group)))
    return show(views.preview(talk, group, draft.verdict, reason, note), draft=seen, over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Send it, or change it once more; more words are more of the reason."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Chose("reason"):
            return _ask_reason(Reasoning(draft.group, draft.verdict), talk, over=True)
        case Chose("back" | "verdict"):
            return await _decide(Deciding(draft.group), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case Chose() | Text() | Edited():
            return await _check(replace(draft, group=draft.group.hear(said)), talk)
        case _:
            return await _check(draft, talk, talk.t("Press Send, or write more of the reason."))


async def _send(draft: Checking, talk: Talk) -> Turn:
    on, group = ConsultationId(draft.group.on), await _members(draft.group, talk)
    if {one.id for one in group} != set(draft.group.picked):
        changed = talk.t(
            "Some of these were answered or joined in the meantime. Nothing is sent yet; please look again."
        )
        return await _check(draft, talk, changed)
    answered = await answer_together(
        [one.id for one in group],
        on=on,
        verdict=draft.verdict,
        reason=draft.group.spoken.text or None,
        subject=draft.group.subject,
        by=talk.person.id,
        uow=talk.uow,
        now=talk.now,
    )
    owed = await owed_in_order(talk.institutions, uow=talk.uow)
    late = sum(day < local_day(talk.now) for _, day in owed)
    return show(views.answered(talk, on, answered, len(owed), late), draft=None, over=True)


GROUPING = Dialog(
    views.DIALOG,
    1,
    {
        Choosing: choosing,
        Picking: picking,
        Deciding: deciding,
        Reasoning: reasoning,
        Checking: checking,
    },
)
