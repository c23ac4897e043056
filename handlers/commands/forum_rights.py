"""The rights of the forum in a consultation: how they stand, and what the forum is told of it."""

from functools import partial

from handlers.turns import Talk, Turn, show
from handlers.views import forum_rights as views
from handlers.views.errors import noted
from handlers.views.files import drawn
from handlers.views.forum_rights import (
    ChooseMeeting,
    MarkEmailed,
    TakeChecklist,
    TellForum,
    WriteByEmail,
)
from handlers.views.forum_words import in_all_languages, informed, invited
from participation.consultations.dossier import dossier_of
from participation.consultations.usecases import consultation_for_officer
from participation.errors import NotFound
from participation.forum.actions import ShowRights
from participation.forum.exporting import proof_about
from participation.forum.model import ForumCheck, Wording
from participation.forum.rights import rights_for_officer
from participation.forum.telling import mark_emailed, tell_forum, to_be_told, untold
from participation.ids import ConsultationId, ForumMemberId, MeetingId
from participation.paperwork.forum import ForumChecklist
from participation.paperwork.gathering import letterhead_of
from participation.people.model import Language


async def rights(talk: Talk, pressed: ShowRights) -> Turn:
    """Show the checklist."""
    return await rights_page(ConsultationId(pressed.consultation), talk)


async def rights_page(consultation: ConsultationId, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    """The checklist as it stands now; whatever was asked about it is over."""
    found = await consultation_for_officer(consultation, by=talk.person.id, uow=talk.uow)
    if not found.is_public():
        raise NotFound
    if await talk.uow.forums.find(found.institution) is None:
        return show(views.no_forum(talk, found))
    standings = await rights_for_officer(consultation, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.rights(talk, found, standings, note), draft=None, over=over)


async def choose_meeting(talk: Talk, pressed: ChooseMeeting) -> Turn:
    """Ask to which meeting the forum is invited."""
    found = await consultation_for_officer(ConsultationId(pressed.consultation), by=talk.person.id, uow=talk.uow)
    ahead = [one for one in await talk.uow.meetings.of(found.id) if one.is_ahead(talk.now)]
    return show(views.meetings(talk, found, ahead))


async def tell(talk: Talk, pressed: TellForum) -> Turn:
    """Show what is sent, then send it."""
    consultation, meeting = ConsultationId(pressed.consultation), MeetingId(pressed.meeting) or None
    found, _ = await to_be_told(consultation, meeting, by=talk.person.id, uow=talk.uow, now=talk.now)
    words = await _wording(consultation, meeting, talk)
    if not pressed.sure:
        waiting = await untold(found, meeting, uow=talk.uow)
        return show(views.preview(talk, pressed, words[Language(talk.texts.language)], waiting))
    send = partial(tell_forum, consultation, words, meeting=meeting)
    new = await send(by=talk.person.id, uow=talk.uow, now=talk.now)
    return await rights_page(consultation, talk, views.sent(talk, new), over=True)


async def _wording(consultation: ConsultationId, meeting: MeetingId | None, talk: Talk) -> dict[Language, Wording]:
    """The words in each language."""
    dossier = await dossier_of(consultation, talk.uow)
    forum = await talk.uow.forums.find(dossier.institution.id)
    if forum is None:
        raise NotFound
    if meeting is None:
        return dict(in_all_languages(talk, partial(informed, dossier=dossier, forum=forum)))
    held = await talk.uow.meetings.get(meeting)
    return dict(in_all_languages(talk, partial(invited, dossier=dossier, forum=forum, meeting=held)))


async def write_by_email(talk: Talk, pressed: WriteByEmail) -> Turn:
    """Show the text for one member who is written to by e-mail, in Albanian; who comes next is told after that."""
    consultation, meeting = ConsultationId(pressed.consultation), MeetingId(pressed.meeting) or None
    found, _ = await to_be_told(consultation, meeting, by=talk.person.id, uow=talk.uow, now=talk.now)
    waiting = (await untold(found, meeting, uow=talk.uow)).by_email[max(pressed.later, 0) :]
    if not waiting:
        return await rights_page(consultation, talk)
    wording = (await _wording(consultation, meeting, talk))[Language.SQ]
    return show(*views.email(talk, pressed, waiting[0], wording, len(waiting)))


async def emailed(talk: Talk, pressed: MarkEmailed) -> Turn:
    """Note that an official has sent it, and go on with the next one."""
    consultation, meeting = ConsultationId(pressed.consultation), MeetingId(pressed.meeting) or None
    found, _ = await to_be_told(consultation, meeting, by=talk.person.id, uow=talk.uow, now=talk.now)
    wording = (await _wording(found.id, meeting, talk))[Language.SQ]
    if views.beginning(wording) != pressed.mark:  # what is marked must be what was on the screen, and was sent
        changed = talk.t("It has changed meanwhile: please send it as it stands now.")
        return noted(await write_by_email(talk, WriteByEmail(pressed.consultation, pressed.meeting)), changed)
    note = partial(mark_emailed, consultation, ForumMemberId(pressed.member), wording, meeting=meeting)
    await note(by=talk.person.id, uow=talk.uow, now=talk.now)
    return await write_by_email(talk, WriteByEmail(pressed.consultation, pressed.meeting))


async def checklist(talk: Talk, pressed: TakeChecklist) -> Turn:
    """Give the checklist, or what of the proof of notice is about the consultation, as a Word file."""
    consultation = ConsultationId(pressed.consultation)
    if pressed.proof:
        table = await proof_about(consultation, by=talk.person.id, uow=talk.uow, now=talk.now)
        return drawn(talk, partial(talk.house.scribe.paper, table), talk.t("Proof of notice"))
    found = await consultation_for_officer(consultation, by=talk.person.id, uow=talk.uow)
    forum = await talk.uow.forums.find(found.institution)
    if forum is None:
        raise NotFound
    standings = await rights_for_officer(consultation, by=talk.person.id, uow=talk.uow, now=talk.now)
    official = talk.in_language(Language.SQ)
    checks = [
        ForumCheck(each.right, each.due, each.done_on, views.evidence(official, each.right, one.evidence))
        for one in standings
        for each in [one.check]
    ]
    head = await letterhead_of(found.institution, uow=talk.uow, now=talk.now)
    paper = ForumChecklist(head, found.terms.title, forum.name, tuple(checks))
    return drawn(talk, partial(talk.house.scribe.paper, paper), talk.t("The rights of the forum"))
