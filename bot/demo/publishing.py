"""The coordinator comes, people join, and the notice goes from the wall to the phones."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from bot.demo.acting import Play
from bot.demo.doubts import hand_in_report, put_right
from bot.demo.plot import NoticeFile
from bot.setup import new_invitation
from participation.people.model import Role
from simulator.errors import Impossible
from simulator.people import Person

A_MINUTE = timedelta(minutes=1)
LANGUAGE_NAMES = {"sq": "Shqip", "en": "English"}


async def the_coordinator_comes(play: Play) -> None:
    """An invitation makes somebody coordinator, once."""
    drita, institution = play.cast.drita, play.plot.institution.name
    play.scene(f"Drita opens a link that works once, and is the coordinator of {institution}.")
    token = await new_invitation(
        play.stage.service.database, play.stage.clock, institution=institution, role=Role.ADMIN
    )
    await play.act(drita, lambda who: who.starts(payload=f"ft_{token}"))
    before = play.heard_by(drita)
    await play.press_label(drita, LANGUAGE_NAMES["sq"])
    play.look_since(drita, before)


async def the_officers_link_a_group(play: Play) -> None:
    """Where they talk about reports: each gets a topic that says no word of it."""
    drita, office = play.cast.drita, play.cast.office
    play.scene("She links the group in which the officers of the desk talk: each report will have a topic there.")
    await play.write(drita, "/zyra")
    await play.press(drita, "A group for the desk")
    play.look(drita)
    await play.press(drita, "Link a group")
    play.look(drita)
    way = play.stage.heard(drita).buttons[0][0].url or ""
    payload = parse_qs(urlsplit(way).query)["startgroup"][0]
    whose = play.texts(drita).t("This is the group of {institution} now.", institution=play.plot.institution.name)
    play.account.expect_there(office, whose)
    await play.act(drita, lambda who: office.opens_link(who, play.stage.bot, payload, admin=True))
    play.look_there()


async def people_join(play: Play) -> None:
    """Everybody chooses a language and a municipality; some leave again."""
    people, place = play.cast.citizens, play.plot.place
    play.scene(f"{len(people)} people of {place} join, in two languages. No phone number, no account.")
    play.expect(people, "No consultation is open right now.")
    await play.all_do(
        people,
        lambda person: person.starts(),
        lambda person: person.presses(LANGUAGE_NAMES[person.language_code or "sq"]),
        lambda person: person.says(play.stage.bot, place),
        lambda person: choose_the_whole(play, person),
        what="joining",
    )
    for person in (play.cast.ana, play.cast.emily):
        play.look(person)
    others = len(play.cast.leavers) - 1
    who = f"Hana and {others} others block" if others else "Hana blocks"
    play.scene(f"{who} the bot; Vera deletes her account, which nobody tells us.")
    for person in play.cast.leavers:
        person.blocks()
    play.cast.vera.deletes_account()
    await play.stage.settle()


def choose_the_whole(play: Play, person: Person) -> None:
    """A municipality without units asks no further question."""
    try:
        person.presses(play.texts(person).t("The whole municipality"))
    except Impossible:
        return


async def the_notice_is_read(play: Play) -> None:
    """Paste it, see it as everybody will, and its doubts."""
    drita = play.cast.drita
    await play.write(drita, "/publiko")
    match play.plot.notice:
        case NoticeFile() as file:
            play.scene("Drita sends the file with the notice. The bot opens it, reads it and says what it doubts.")
            before = play.heard_by(drita)
            await play.act(drita, lambda who: who.sends_document(play.stage.bot, file.name, file.content, file.mime))
        case words:
            play.scene("Drita pastes the notice as it hangs on the wall. The bot reads it and says what it doubts.")
            await play.write(drita, words)
            before = play.heard_by(drita)
            await play.press(drita, "That was all")
    play.look_since(drita, before)


async def the_doubts_are_answered(play: Play) -> None:
    """What can be put right is, and nothing is assumed in silence."""
    drita, words = play.cast.drita, play.plot.words
    play.scene("She answers the doubts, each with a tap or a sentence.")
    await put_right(play)
    documents = play.texts(drita).t("Documents")
    if (
        documents in play.stage.heard(drita).labels
    ):  # of a prior notice nobody asked for one: there is something to read
        await hand_in_report(play, drita)
    if words.audience:
        await play.press(drita, "What is decided")
        await play.write(drita, words.purpose)
        await play.press(drita, "Whom it touches")
        await play.write(drita, words.audience)
    play.look(drita)


async def the_notice_is_published(play: Play) -> None:
    """Out it goes, once to everybody who can be reached."""
    drita, citizens = play.cast.drita, play.cast.citizens
    play.scene("One more look, and it goes out.")
    await play.press(drita, "Go on")
    play.look(drita)
    play.account.nobody_reaches(citizens)
    play.expect(citizens, "You get this because you asked to be told. Change that with /ndjek.")
    play.expect([drita], "Sent: {sent} of {total}")
    arrived = play.stage.world.delivered()
    people = len(citizens) - play.account.unreachable
    async with play.show.bar("delivering", lambda: min(play.stage.world.delivered() - arrived, people), people):
        await play.press_first(drita)
    await play.stage.pass_time(A_MINUTE)  # the coordinator's progress has its last word
    play.meeting = play.plot.meeting
    play.scene("Everybody who can be reached has it on the phone, in their own language.")
    for person in (play.cast.ana, play.cast.emily, drita):
        play.look(person)
