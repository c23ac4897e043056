"""Citizens speak: by text, voice and photo, some come to the meeting, and one reports a danger without a name."""

from datetime import datetime, time

from bot.demo.acting import DAY, Act, Play, prop
from participation.clock import local_day, wall
from participation.reminders.rules import deadline_dues
from simulator.people import Person

LATER_THAT_MORNING = time(10)


async def people_comment(play: Play) -> None:
    """Ana writes, Beni speaks, Cela sends a photo, Emily writes for an organisation."""
    cast, bot, words = play.cast, play.stage.bot, play.plot.words
    await play.until(wall(local_day(play.now()) + 2 * DAY, LATER_THAT_MORNING))
    play.scene("Ana writes a comment and signs it.")
    await comment(play, cast.ana, lambda who: who.says(bot, words.ana), "With my name", "Ana Lulja")
    play.scene("Beni speaks his; Cela sends a photo; neither gives a name.")
    await comment(
        play, cast.beni, lambda who: who.sends_voice(bot, seconds=13, content=prop("voice.ogg")), "Without a name"
    )
    await comment(
        play, cast.cela, lambda who: who.sends_photo(bot, prop("road.jpg"), caption=words.cela), "Without a name"
    )
    play.scene("Emily writes for an organisation.")
    await comment(play, cast.emily, lambda who: who.says(bot, words.emily), "For an organisation", "Vjosa Volunteers")
    play.owed = play.fresh = True


async def comment(play: Play, person: Person, act: Act, sign: str, name: str = "") -> None:
    """Comment, sign it or not, look at it, send it."""
    await play.press(person, "Comment")
    await play.act(person, act)
    await play.press(person, sign)
    if name:
        await play.write(person, name)
    play.look(person)
    await send(play, person)


async def send(play: Play, person: Person) -> None:
    """Send what was checked; a number comes for it."""
    play.expect([person], "Thank you. Your number: {receipt}")
    await play.press(person, "Send")
    play.look(person)


async def people_ask_to_be_reminded(play: Play) -> None:
    """Some want to hear again before it is too late."""
    play.reminded = [play.cast.emily, *play.cast.forgetful]
    play.scene(f"{len(play.reminded)} people ask to be reminded, Emily among them.")
    expect_deadline_reminders(play)
    promised, promised_emily = promises(play)
    play.expect([play.cast.emily], promised_emily)
    play.expect(play.cast.forgetful, promised)
    await play.all_do(play.reminded, lambda person: person.presses(play.texts(person).t("Remind me")), what="asking")
    play.look(play.cast.emily)


def promises(play: Play) -> tuple[str, str]:
    """What somebody is promised who has not commented, and what Emily, who has."""
    if play.meeting is None:
        return (
            "We will remind you before the time for comments is over.",
            "There is no date left of which we could remind you.",
        )
    return (
        "We will remind you: before each meeting, and before the time for comments is over.",
        "We will remind you before each meeting.",
    )


def expect_deadline_reminders(play: Play) -> None:
    """Those of the ten, three and one working days before that are still to come; Emily has commented already."""
    calendar, closes = play.plot.calendar, play.plot.closes
    for due in deadline_dues(closes, calendar):
        if due.moment > play.now():
            left = calendar.between(local_day(due.moment), closes)
            for person in play.cast.forgetful:
                texts = play.texts(person)
                last = texts.n(
                    "Comments until: {day} ({count} working day left).",
                    "Comments until: {day} ({count} working days left).",
                    left,
                    day=texts.day(closes),
                )
                play.account.expect([person], texts.t("The time for comments is running out"), last)


async def people_will_come(play: Play) -> None:
    """Mira wants to speak at the meeting; others come to listen."""
    if play.meeting is None:
        play.scene("The notice names no meeting: nobody comes to one, and none is moved.")
        return
    mira = play.cast.mira
    play.comers = [mira, *play.cast.listeners]
    play.scene(f"{len(play.comers)} people will come to the meeting; Mira wants to speak there.")
    await play.all_do(
        play.comers,
        lambda person: person.presses(play.texts(person).t("I will come")),
        lambda person: choose_the_first(play, person),
        what="answering",
    )
    await play.press(mira, "I want to speak")
    play.look(mira)
    await play.press(mira, "Add to my calendar")
    play.look(mira)
    await play.press(play.cast.ana, "Share")
    await play.press(play.cast.ana, "A page to print")


def choose_the_first(play: Play, person: Person) -> None:
    """Of several meetings, the first; a single one is not asked about."""
    if not play.offers(person, "Yes"):
        person.presses(play.stage.heard(person).labels[0])


async def a_youth_reports(play: Play) -> None:
    """A report that nobody can trace, told in the simplest words."""
    toni = play.cast.toni
    play.scene("Toni, fifteen, tells the safety council of a danger, in simple words. Nobody learns who it was.")
    await play.write(toni, "/raporto")
    play.look(toni)
    await play.press(toni, "I am under 16")
    play.look(toni)
    await play.press(toni, "No")
    await play.press_label(toni, "rekrutim")
    play.look(toni)
    await play.write(toni, play.plot.words.report)
    play.look(toni)
    play.expect([toni], "Thank you for telling us. Your number: {receipt}")
    play.expect_report()
    await play.press(toni, "Send")
    play.look(toni)


async def the_digest_comes(play: Play) -> None:
    """The coordinator hears of it at the hour they chose, on the next working morning."""
    drita = play.cast.drita
    await play.until(next_morning(play))
    play.scene("Drita finds her summary on the phone, and opens the report.")
    play.look(drita)
    await play.press(drita, "Safety reports")
    play.look(drita)
    play.expect([play.cast.toni], "{receipt} was read.")
    await play.press_label(drita, play.reports[0])
    play.look(drita)


def next_morning(play: Play) -> datetime:
    """The next working morning, with the office open for an hour."""
    day = play.plot.calendar.next_working(local_day(play.now()) + DAY)
    return wall(day, LATER_THAT_MORNING)


async def comments_close(play: Play) -> None:
    """Who asked was reminded in time; somebody comes late all the same."""
    toni, reminded = play.cast.toni, play.cast.forgetful[:1]
    before = [play.heard_by(person) for person in reminded]
    await play.until(wall(play.plot.closes + DAY, LATER_THAT_MORNING))
    for person, count in zip(reminded, before, strict=True):
        if play.heard_by(person) > count:
            play.scene(f"{person.first_name} was reminded ten, three and one working days before comments closed.")
            play.look_since(person, count)
    play.scene("Toni comments too late. The comment is taken, and marked.")
    await comment(play, toni, lambda who: who.says(play.stage.bot, play.plot.words.late), "Without a name")
