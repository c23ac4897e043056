"""A way into every step of every dialog, for whatever may come in there."""

import json
from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta
from typing import Final

from bot.setup import FirstInstitution, ensure_institution, new_invitation
from handlers.tables import DIALOGS
from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings.checkin import enter_by_link, open_door, stand_on_list
from participation.meetings.present import Listing
from participation.meetings.usecases import ask_to_speak
from participation.people.model import Role
from simulator.people import Person
from tests.conversations.conftest import Square
from tests.conversations.coordinator.test_releasing import by_two
from tests.conversations.steps import comment, named_report, report, schedule
from tests.town import Town, announce

KEPT: Final = "Kept words."

COMMENT: Final = ("Plani Social", "Comment", f"“{KEPT}”")
REPORT: Final = ("/raporto", f"“{KEPT}”")
PASTED: Final = (
    "/publiko",
    f"“NJOFTIM\nTema: {KEPT}\nTakim publik më 25.7.2023, ora 11:00, në Sallën e Këshillit.”",
    "That was all",
)
ANSWER: Final = ("/zyra", "Comments to answer", "PR-2023-0001", "Answer")
SENT: Final = ("/te_miat", "PR-S-2023-0001", "Write more")
OWN: Final = ("/te_miat", "PR-S-2023-0001", "Say who I am")
CASE: Final = ("/zyra", "Safety reports", "PR-S-2023-0001")
SORT: Final = ("/zyra", "Categories of reports")
CALL: Final = ("/zyra", "What people may call me")
MEETING: Final = ("/zyra", "Meetings ahead", "25 July 2023")

HELD: Final = ("/zyra", "Consultations", "Plani Social")
EXTENDED: Final = (*HELD, "Give more time", "“25.8.2023”")
DAYS: Final = ("/zyra", "Days off", "Add a day")
PLANS: Final = ("/zyra", "Consultation plans", "New plan")
PLANNED: Final = (*PLANS, "Empty, only with a name", "“Plani”")
ADOPTED: Final = (*HELD, "The act is adopted")
GATHERING: Final = ("/zyra", "Meetings ahead", "25 July 2023", "Who is here, and the record")
RECORD: Final = (*GATHERING, "The record")
INSIDE: Final = ("/start h_link",)
NAMED: Final = (*INSIDE, "Skip", "Yes, with my name")
BY_HAND: Final = (*HELD, "Add a comment from elsewhere")
WRITTEN: Final = (*BY_HAND, "Paper", "Today", f"“{KEPT}”")
WAITING: Final = ("/zyra", "Comments to answer", "PR-2023-0001")
FOREIGN: Final = (*WAITING, "In Albanian…", f"“{KEPT}”")
MANY: Final = (*HELD, "All comments", "Answer several at once")
PICKED: Final = (*MANY, "Pick them one by one", "PR-2023-0001", "Go on")
YEAR: Final = ("/zyra", "Papers of the year")
FORESEEN: Final = (*YEAR, "Annual calendar", "Add lines")
FORUM: Final = ("/zyra", "The forum")
APPLIES: Final = ("/start ff_1", "Apply")
NAMES: Final = (*APPLIES, f"“{KEPT}”")
KINDS: Final = (*NAMES, "Civil society")
MINE: Final = ("/te_miat", "PR-2023-0001", "Change what it says")

STATES: Final = {
    "arrive: Placing": ("/komuna",),
    "arrive: Narrowing": ("/komuna", "“Permet”"),
    "comment: Writing": ("Plani Social", "Comment"),
    "comment: Signing": COMMENT,
    "comment: Naming": (*COMMENT, "With my name"),
    "comment: Checking": (*COMMENT, "Without a name"),
    "comment: Pointing": (*COMMENT, "Without a name", "On an article…"),
    "report: Asking": REPORT,
    "report: Addressing": (*REPORT, "No"),
    "report: Sorting": (*REPORT, "No"),
    "report: Comparing": ("/raporto", f"“{KEPT}”", "No", "Lighting"),
    "report: Telling": ("/raporto", "No", "Noise"),
    "report: Locating": (*REPORT, "No", "Noise"),
    "report: Checking": (*REPORT, "No", "Noise", "Skip"),
    "report: Naming": (*REPORT, "No", "Noise", "Skip", "Add a name"),
    "who: Naming": OWN,
    "who: Checking": (*OWN, "A made-up name", "“Dallëndyshja”"),
    "add: Telling": SENT,
    "add: Checking": (*SENT, f"“{KEPT}”"),
    "help: Needing": ("Plani Social", "I will come", "I need help"),
    "here: Coding": ("Plani Social", "I will come", "I am here"),
    "here: Choosing": INSIDE,
    "here: Asking": (*INSIDE, "Skip"),
    "here: Naming": NAMED,
    "here: Checking": (*NAMED, f"“{KEPT}”"),
    "minutes: Filling": (*RECORD, "Theme"),
    "minutes: Quoting": (*RECORD, "What was said", "Ana Koçi"),
    "list: Adding": (*GATHERING, "Add people from a paper list"),
    "list: Consenting": (*GATHERING, "Add people from a paper list", f"“{KEPT}, Shoqata Drita”"),
    "loose: Holding": (f"“{KEPT}”",),
    "loose: Torn": (*COMMENT, "/hapur", "Buxheti", "Comment"),
    "erase: Asking": ("/fshij",),
    "publish: Choosing": ("/publiko", f"“{KEPT}”"),
    "publish: Resuming": (*PASTED, "/publiko"),
    "publish: Collecting": ("/publiko", f"“{KEPT}”"),
    "publish: Reviewing": PASTED,
    "publish: Confirming": (*PASTED, "Go on"),
    "publish: Scheduling": (*PASTED, "Go on", "Publish later"),
    "publish: Leaving": (*PASTED, "Cancel"),
    "publish: Filling": (*PASTED, "Whom it touches"),
    "publish: Listing": (*PASTED, "Meetings"),
    "publish: Changing": (*PASTED, "Meetings", "25 July 2023"),
    "publish: Dating": (*PASTED, "Last day"),
    "answer: Deciding": (*ANSWER, f"“{KEPT}”"),
    "answer: Reasoning": (*ANSWER, "Do not accept"),
    "answer: Checking": (*ANSWER, "Do not accept", f"“{KEPT}”"),
    "hand: Choosing": BY_HAND,
    "hand: Dating": (*BY_HAND, "Paper"),
    "hand: Writing": (*BY_HAND, "Paper", "Today"),
    "hand: Signing": WRITTEN,
    "hand: Naming": (*WRITTEN, "The name of a person"),
    "hand: Checking": (*WRITTEN, "Without a name"),
    "file: Theming": (*WAITING, "Theme"),
    "file: Locating": (*WAITING, "Article or part"),
    "file: Routing": (*WAITING, "Sent to the unit"),
    "file: SendingOn": (*WAITING, "Sent to the unit", f"“{KEPT}”"),
    "file: Matching": (*WAITING, "It says the same as…"),
    "file: Matched": (*WAITING, "It says the same as…", "PR-2023-0002"),
    "albanian: Translating": FOREIGN,
    "albanian: Limiting": (*FOREIGN, "Ask its author"),
    "own_albanian: Rendering": ("/te_miat", "PR-2023-0001", "Write it in Albanian", f"“{KEPT}”"),
    "many: Choosing": MANY,
    "many: Picking": (*MANY, "Pick them one by one"),
    "many: Deciding": (*PICKED, f"“{KEPT}”"),
    "many: Reasoning": (*PICKED, "Do not accept"),
    "many: Checking": (*PICKED, "Do not accept", f"“{KEPT}”"),
    "alter: Rewriting": MINE,
    "alter: Comparing": (*MINE, f"“{KEPT}”"),
    "case: Filling": (*CASE, "Pass it on"),
    "case: Checking": (*CASE, "Write a note", f"“{KEPT}”"),
    "known: Writing": (*CASE, "Tell citizens it is known"),
    "known: Checking": (*CASE, "Tell citizens it is known", f"“{KEPT}”"),
    "name: Reasoning": (*CASE, "Ask to see the name"),
    "name: Checking": (*CASE, "Ask to see the name", f"“{KEPT}”"),
    "sort: Filling": (*SORT, "Noise", "To whom it is passed on"),
    "sort: Naming": (*SORT, "Noise", "To whom it is passed on", "Somebody else"),
    "sort: Adding": (*SORT, "Add a category", f"“{KEPT}”"),
    "called: Naming": CALL,
    "called: Checking": (*CALL, f"“{KEPT}”"),
    "forum: Filling": (*FORUM, "Register the forum"),
    "join: Naming": APPLIES,
    "join: Introducing": (*APPLIES, "For myself, as an active citizen"),
    "join: Sorting": NAMES,
    "join: Arguing": KINDS,
    "join: Agreeing": (*KINDS, f"“{KEPT}”"),
    "join: Joining": ("/start fj_link",),
    "publish: Excusing": (*PASTED, "Go on", "Publish despite"),
    "release: Reasoning": ("/zyra", "Kept for later", "Publish now", "Publish despite"),
    "return: Returning": ("/zyra", "Waiting for a second coordinator", "Give it back"),
    "amend: Extending": (*HELD, "Give more time"),
    "amend: Explaining": EXTENDED,
    "amend: Weighing": (*EXTENDED, f"“{KEPT}”"),
    "end: Summing": (*HELD, "Publish what became of the comments"),
    "end: Excusing": (*HELD, "Publish what became of the comments", "Publish it without deciding them"),
    "end: Numbering": ADOPTED,
    "end: Adopting": (*ADOPTED, f"“{KEPT}”"),
    "end: Linking": (*ADOPTED, f"“{KEPT}”", "Today"),
    "end: Checking": (*ADOPTED, f"“{KEPT}”", "Today", "There is no link yet"),
    "days: Dating": DAYS,
    "days: Naming": (*DAYS, "“26.12.2023”"),
    "foreseeing: Adding": FORESEEN,
    "foreseeing: Changing": (*FORESEEN, "“Taksat”", "Taksat", "Change the line"),
    "acts: Counting": (*YEAR, "Number of acts adopted"),
    "chapter: Wording": (*YEAR, "Transparency chapter", "Internal rules"),
    "plans: Collecting": (*PLANS, "From a file or a text"),
    "plans: Naming": (*PLANS, "Empty, only with a name"),
    "plans: Filling": (*PLANNED, "How answers are collected"),
    "plans: Adding": (*PLANNED, "Timetable", "Add activities"),
    "online: Linking": (*MEETING, "Taking part online"),
    "move: Looking": MEETING,
    "move: Timing": (*MEETING, "Move to another day or hour"),
    "move: Placing": (*MEETING, "Change the place"),
    "move: Explaining": (*MEETING, "Change the place", f"“{KEPT}”"),
    "move: Checking": (*MEETING, "Change the place", f"“{KEPT}”", "The hall is not free."),
    "move: CallingOff": (*MEETING, "Cancel the meeting", f"“{KEPT}”"),
}
"""By dialog and step; only the choice of a language has no way in but to be new."""
NEIGHBOUR: Final = FirstInstitution("Qarku Gjirokastër", "Përmet", "QG")


async def another_budget(square: Square) -> None:
    await announce(square.town, square.zana, title="Buxheti 2024")


async def another_council(square: Square) -> None:
    await ensure_institution(NEIGHBOUR, square.town.service.database)
    await square.town.officer("Mira", institution=NEIGHBOUR.name)


async def another_office(square: Square) -> None:
    town = square.town
    await ensure_institution(NEIGHBOUR, town.service.database)
    token = await new_invitation(town.service.database, town.clock, institution=NEIGHBOUR.name, role=Role.ADMIN)
    await town.start(square.zana, f"ft_{token}")


async def another_duty(square: Square) -> None:
    town = square.town
    token = await new_invitation(town.service.database, town.clock, institution=None, role=Role.PROTECTION)
    await town.start(square.zana, f"ft_{token}")


async def something_to_answer(square: Square) -> None:
    await comment(square.town, square.ana, "More buses.")


async def two_to_answer(square: Square) -> None:
    await something_to_answer(square)
    await comment(square.town, square.ana, "More trains.")


async def something_foreign(square: Square) -> None:
    await comment(square.town, square.ana, "We would like to have many more buses here.")


async def a_translation_is_wanted(square: Square) -> None:
    await something_foreign(square)
    await walk(square.town, square.zana, (*FOREIGN, "Ask its author", "27 June"))


async def something_in_danger(square: Square) -> None:
    await report(square.town, square.ana)


async def something_known(square: Square) -> None:
    beni = await square.town.citizen("Beni", "English")
    await report(square.town, beni, about="Lighting")
    await walk(square.town, square.zana, (*CASE, "Tell citizens it is known", "“The lamps are out.”", "Confirm"))


async def nobody_may_comment_on_time(square: Square) -> None:
    await something_to_answer(square)
    await square.town.until(wall(date(2023, 8, 21), time(10)), timedelta(days=1))


async def something_kept(square: Square) -> None:
    await schedule(square.town, square.zana, "Taksat", wall(date(2023, 7, 3), time(9)))


async def something_pending(square: Square) -> None:
    era = await square.town.officer("Era")
    await by_two(square.town)
    await walk(square.town, era, (*EXTENDED, "“It was asked for.”", "Ask a colleague to release it"))


async def all_is_answered(square: Square) -> None:
    await square.town.until(wall(date(2023, 8, 21), time(10)), timedelta(days=1))
    await walk(square.town, square.zana, (*HELD, *["Publish what became of the comments"] * 2))


async def somebody_with_a_name(square: Square) -> None:
    await named_report(square.town, square.ana, "Zamira Lumturi")
    await square.town.officer("Era", role=Role.DEPUTY)


async def at_the_door(square: Square) -> None:
    """People come to the meeting of 25 July."""
    town = square.town
    town.clock.set(wall(date(2023, 7, 25), time(10, 30)))
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, square.zana.id)
        await open_door(MeetingId(1), link="link", by=by, uow=unit, now=town.clock.now())


async def under_way(square: Square) -> None:
    """The meeting has begun, and somebody who asked to speak is there."""
    await at_the_door(square)
    town, meeting = square.town, MeetingId(1)
    async with town.service.database.transaction() as unit:
        ana = await unit.addresses.find(town.bot.id, square.ana.id)
        await ask_to_speak(meeting, person=ana, wants=True, uow=unit, now=town.clock.now())
        await enter_by_link("link", person=ana, uow=unit, now=town.clock.now())
        await stand_on_list(meeting, person=ana, listing=Listing("Ana Koçi"), uow=unit)
    town.clock.set(wall(date(2023, 7, 25), time(12)))


async def a_call(square: Square) -> None:
    """The forum of the municipality looks for members."""
    await walk(
        square.town,
        square.zana,
        (*FORUM, "Register the forum", "“Forumi”", "Open a call", "“18.8.2023”", "“Ejani!”", "Send"),
    )


async def a_link(square: Square) -> None:
    """An organisation was added, and got its link."""
    town = square.town
    await walk(town, square.zana, (*FORUM, "Register the forum", "“Forumi”", "Add a member", "“Drita”"))
    await walk(town, square.zana, ("Civil society", "No, they get a link"))
    async with town.service.database.transaction() as unit:
        (member,) = await unit.forums.of(town.institution)
        await unit.forums.invite(member.id, "link", on=square.town.clock.now().date())


WANTED: Final[dict[str, Callable[[Square], Awaitable[None]]]] = {
    "loose: Torn": another_budget,
    "report: Addressing": another_council,
    "report: Comparing": something_known,
    **dict.fromkeys(("here: Coding", "here: Choosing", "here: Asking", "here: Naming"), at_the_door),
    "here: Checking": at_the_door,
    "list: Adding": at_the_door,
    "list: Consenting": at_the_door,
    "minutes: Filling": under_way,
    "minutes: Quoting": under_way,
    "publish: Choosing": another_office,
    "answer: Deciding": something_to_answer,
    "answer: Reasoning": something_to_answer,
    "answer: Checking": something_to_answer,
    **dict.fromkeys(("file: Theming", "file: Locating", "file: Routing", "file: SendingOn"), two_to_answer),
    **dict.fromkeys(("file: Matching", "file: Matched"), two_to_answer),
    **dict.fromkeys(("many: Choosing", "many: Picking", "many: Deciding", "many: Reasoning"), two_to_answer),
    **dict.fromkeys(("many: Checking", "alter: Rewriting", "alter: Comparing"), two_to_answer),
    **dict.fromkeys(("albanian: Translating", "albanian: Limiting"), something_foreign),
    "own_albanian: Rendering": a_translation_is_wanted,
    "add: Telling": something_in_danger,
    "add: Checking": something_in_danger,
    "who: Naming": something_in_danger,
    "who: Checking": something_in_danger,
    "case: Filling": something_in_danger,
    "case: Checking": something_in_danger,
    "known: Writing": something_in_danger,
    "known: Checking": something_in_danger,
    "name: Reasoning": somebody_with_a_name,
    "name: Checking": somebody_with_a_name,
    "release: Reasoning": something_kept,
    "return: Returning": something_pending,
    "end: Summing": nobody_may_comment_on_time,
    "end: Excusing": nobody_may_comment_on_time,
    "end: Numbering": all_is_answered,
    "end: Adopting": all_is_answered,
    "end: Linking": all_is_answered,
    "end: Checking": all_is_answered,
    **{f"join: {step}": a_call for step in ("Naming", "Introducing", "Sorting", "Arguing", "Agreeing")},
    "join: Joining": a_link,
    "called: Naming": another_duty,
    "called: Checking": another_duty,
}
"""What must have happened before."""


async def walk(town: Town, person: Person, steps: tuple[str, ...]) -> None:
    """Commands and “words” are written, everything else is pressed."""
    for step in steps:
        if step.startswith(("/", "“")):
            await town.say(person, step.strip("“”"))
        else:
            await town.press(person, step)


OFFICES: Final = frozenset(
    {
        *("publish", "release", "return", "amend", "end", "days", "answer", "move", "online", "list", "minutes"),
        *("case", "known", "name", "sort", "called"),
        *("hand", "file", "albanian", "many", "foreseeing", "acts", "chapter", "plans", "forum"),
    }
)
"""The dialogs of a coordinator."""


async def bring_to(state: str, square: Square) -> Person:
    """Whoever may be there is at that step now, and has said what can be kept there."""
    if state in WANTED:
        await WANTED[state](square)
    dialog, step = state.split(": ")
    person = square.zana if dialog in OFFICES else square.ana
    await walk(square.town, person, STATES[state])
    assert json.loads(await draft_of(square.town, person, dialog))["step"] == step
    return person


async def draft_of(town: Town, person: Person, dialog: str) -> str:
    """What is kept of somebody's words in a dialog; nothing if it has ended."""
    async with town.service.database.reading() as unit:
        number = await unit.addresses.find(town.bot.id, person.id)
        assert number is not None
        kept = await unit.drafts.get(number, dialog, town.clock.now())
    return kept.body if kept else ""


async def drafts_of(town: Town, person: Person) -> str:
    """The same in all dialogs together."""
    return "".join([await draft_of(town, person, dialog) for dialog in DIALOGS])
