"""Writing the record of a meeting: each part is asked for by itself, and kept at once.

the record ──a part──▶ Filling ──what stands there──▶ the record
                         └──a speaker──▶ Quoting ──what they said──▶ Filling
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers.commands.minutes import show_minutes
from handlers.events import Chose, File, Text
from handlers.handed import named_paper
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import minutes as views
from handlers.views.correcting import not_a_moment
from handlers.views.gathering import kinds_by_name, listing_line
from handlers.views.minutes import FillMinutes
from handlers.when import When, read_when, unpacked, with_time
from participation.clock import last_such_day, local_day
from participation.errors import NotFound, Refusal, Refused
from participation.ids import MeetingId
from participation.meetings.lines import listing_in, read_lines
from participation.meetings.minutes import (
    LINES,
    LONGEST_LINE,
    LONGEST_WORDS,
    MOST,
    MOST_LINES,
    SENTENCES,
    Contribution,
    Heading,
    Minutes,
    lines_under,
    with_lines,
    without_last,
)
from participation.meetings.model import Venue
from participation.meetings.present import Listing
from participation.meetings.recording import people_at, record_for_officer, write
from participation.words import is_number, one_line


@dataclass(frozen=True)
class Filling:
    """What stands under a heading is awaited."""

    meeting: int
    heading: Heading


@dataclass(frozen=True)
class Quoting:
    """What somebody said is awaited."""

    meeting: int
    speaker: Listing


async def begin_filling_minutes(talk: Talk, pressed: FillMinutes) -> Turn:
    """Ask for a part of a record that is not finished."""
    if pressed.heading not in set(Heading):
        raise NotFound
    meeting = MeetingId(pressed.meeting)
    _, _, revision = await record_for_officer(meeting, by=talk.person.id, uow=talk.uow, now=talk.now)
    if revision.finished_at is not None:
        raise Refused(Refusal.RECORD_FINISHED)
    return await _ask(Filling(meeting, Heading(pressed.heading)), talk)


async def _minutes(meeting: int, talk: Talk) -> Minutes:
    number = MeetingId(meeting)
    _, _, revision = await record_for_officer(number, by=talk.person.id, uow=talk.uow, now=talk.now)
    return revision.minutes


async def _write(meeting: int, change: Callable[[Minutes], Minutes], talk: Talk) -> None:
    await write(MeetingId(meeting), change, by=talk.person.id, uow=talk.uow, now=talk.now)


async def _ask(draft: Filling, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    minutes = await _minutes(draft.meeting, talk)
    shown = views.part(talk, draft.heading, minutes, await people_at(MeetingId(draft.meeting), uow=talk.uow))
    speakers = await _speakers(draft, talk)
    some = bool(_things(minutes, draft.heading))
    return show(views.ask(talk, draft.heading, shown, note, speakers=speakers, some=some), draft=draft, over=over)


async def _speakers(draft: Filling, talk: Talk) -> Sequence[Listing]:
    """Those on the list who had asked to speak, as long as nothing is written of them."""
    if draft.heading is not Heading.SAID:
        return ()
    heard = {one.speaker for one in (await _minutes(draft.meeting, talk)).said}
    found = await talk.uow.presence.speakers(MeetingId(draft.meeting))
    return [one for one in found if one.name not in heard]


def _things(minutes: Minutes, heading: Heading) -> Sequence[object]:
    """What stands under a heading for several things."""
    match heading:
        case Heading.SAID:
            return minutes.said
        case Heading.MATERIALS:
            return minutes.materials
        case _:
            return lines_under(minutes, heading) if heading in LINES else ()


async def filling(draft: Filling, said: Said, talk: Talk) -> Turn:
    """Take what stands under a heading."""
    match said:
        case Chose("leave"):
            return await show_minutes(talk, draft.meeting, talk.t("Nothing was changed."), over=True)
        case Chose("done"):
            return await show_minutes(talk, draft.meeting, over=True)
        case Chose(name, value) if name:
            return await _chosen(draft, name, value, talk)
        case Text(words):
            return await TAKE.get(draft.heading, _line)(draft, words, talk)
        case File() if draft.heading is Heading.MATERIALS:
            return await _attach(draft, said, talk)
        case _:
            return await _ask(draft, talk)


async def _chosen(draft: Filling, name: str, value: str, talk: Talk) -> Turn:
    match name:
        case "away":
            await _write(draft.meeting, lambda minutes: without_last(minutes, draft.heading), talk)
            return await _ask(draft, talk, over=True)
        case "listed":
            await _write(draft.meeting, lambda minutes: replace(minutes, present=None), talk)
            return await show_minutes(talk, draft.meeting, over=True)
        case "at" if when := unpacked(value):
            return await _put_time(draft, when, talk)
        case "speaker" if is_number(value):
            speakers = await _speakers(draft, talk)
            if int(value) < len(speakers):
                return _ask_words(Quoting(draft.meeting, speakers[int(value)]), talk, over=True)
    return await _ask(draft, talk)


async def _when(draft: Filling, words: str, talk: Talk) -> Turn:
    today = local_day(talk.now)
    when = read_when(words, scribe=talk.house.scribe, today=today, day_known=True, such_day=last_such_day)
    if not isinstance(when, When):
        return await _ask(draft, talk, not_a_moment(talk, when))
    if not when.sure:
        return show(views.sure_of(talk, when), draft=draft)
    return await _put_time(draft, when, talk)


async def _put_time(draft: Filling, when: When, talk: Talk) -> Turn:
    venue = with_time((await _minutes(draft.meeting, talk)).venue, when)
    if venue.starts_at > talk.now:
        return await _ask(draft, talk, talk.t("That moment is still to come."))
    if venue.ends_at is not None and venue.ends_at <= venue.starts_at:
        return await _ask(draft, talk, not_a_moment(talk, None))
    await _write(draft.meeting, lambda minutes: replace(minutes, venue=venue), talk)
    return await show_minutes(talk, draft.meeting)


async def _present(draft: Filling, words: str, talk: Talk) -> Turn:
    found = read_lines(one_line(words), actor=None, kinds=kinds_by_name()).read
    if not found or found[0].listing is not None:
        return await _ask(draft, talk, views.no_number(talk))
    await _write(draft.meeting, lambda minutes: replace(minutes, present=found[0].count), talk)
    return await show_minutes(talk, draft.meeting)


async def _line(draft: Filling, words: str, talk: Talk) -> Turn:
    """One line: the place, the theme, who led it, how it is concluded."""
    line, longest = one_line(words), SENTENCES[draft.heading]
    if not line or len(line) > longest:
        return await _ask(draft, talk, views.too_much(talk, 1, longest))

    def change(minutes: Minutes) -> Minutes:
        match draft.heading:
            case Heading.PLACE:
                return replace(minutes, venue=Venue(minutes.venue.starts_at, line, minutes.venue.ends_at))
            case Heading.THEME:
                return replace(minutes, theme=line)
            case Heading.CLOSING:
                return replace(minutes, closing=line)
            case _:
                return replace(minutes, moderator=line)

    await _write(draft.meeting, change, talk)
    return await show_minutes(talk, draft.meeting)


async def _lines(draft: Filling, words: str, talk: Talk) -> Turn:
    """Lines that are added to those that stand there; all of them or none."""
    fresh = [line for line in map(one_line, words.splitlines()) if line]
    lines = (*lines_under(await _minutes(draft.meeting, talk), draft.heading), *fresh)
    most, longest = MOST.get(draft.heading, MOST_LINES), LINES[draft.heading]
    if len(lines) > most or max(map(len, fresh), default=0) > longest:
        return await _ask(draft, talk, views.too_much(talk, most, longest))
    await _write(draft.meeting, lambda minutes: with_lines(minutes, draft.heading, lines), talk)
    return await _ask(draft, talk)


async def _say(draft: Filling, words: str, talk: Talk) -> Turn:
    """`Name, role: what was said`; without a name it stands there as somebody's."""
    who, colon, what = one_line(words).partition(":")
    speaker = listing_in(who) if colon and len(who) <= LONGEST_LINE else None
    if speaker is None or not what.strip():
        return await _add(draft, Listing(""), one_line(words), talk)
    return await _add(draft, speaker, what.strip(), talk)


async def _add(draft: Filling, speaker: Listing, words: str, talk: Talk) -> Turn:
    said = (await _minutes(draft.meeting, talk)).said
    if not words or len(words) > LONGEST_WORDS or len(said) >= MOST_LINES:
        return await _ask(draft, talk, views.too_much(talk, MOST_LINES, LONGEST_WORDS))
    role = ", ".join(filter(None, (speaker.organisation, speaker.role)))
    more = (*said, Contribution(speaker.name, role, words))
    await _write(draft.meeting, lambda minutes: replace(minutes, said=more), talk)
    return await _ask(draft, talk)


async def _nothing(draft: Filling, _: str, talk: Talk) -> Turn:
    return await _ask(draft, talk, talk.t("We cannot use this here."))


TAKE: Final = {
    Heading.WHEN: _when,
    Heading.PRESENT: _present,
    Heading.SAID: _say,
    Heading.MATERIALS: _nothing,
    **dict.fromkeys(LINES, _lines),
}
"""What is done with words that are typed; everything else is one line."""


async def _attach(draft: Filling, said: File, talk: Talk) -> Turn:
    materials = (await _minutes(draft.meeting, talk)).materials
    most = MOST[Heading.MATERIALS]
    if len(materials) >= most:
        return await _ask(draft, talk, talk.t("There is room for {count} files.", count=most))
    more = (*materials, named_paper(said.media, talk))
    await _write(draft.meeting, lambda minutes: replace(minutes, materials=more), talk)
    return await _ask(draft, talk)


def _ask_words(draft: Quoting, talk: Talk, *, over: bool = False) -> Turn:
    return show(views.ask_words(talk, listing_line(draft.speaker)), draft=draft, over=over)


async def quoting(draft: Quoting, said: Said, talk: Talk) -> Turn:
    """Take what somebody said."""
    await _minutes(draft.meeting, talk)
    match said:
        case Text(words):
            return await _add(Filling(draft.meeting, Heading.SAID), draft.speaker, one_line(words), talk)
        case Chose("back"):
            return await _ask(Filling(draft.meeting, Heading.SAID), talk, over=True)
        case Chose("leave"):
            return await show_minutes(talk, draft.meeting, talk.t("Nothing was changed."), over=True)
        case _:
            return _ask_words(draft, talk)


MINUTES = Dialog(views.DIALOG, 1, {Filling: filling, Quoting: quoting}, listens=WITHIN_THE_HOUR)
