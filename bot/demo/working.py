"""A report is worked on: asked about and answered by nobody knows whom, passed on, closed; then the thread is cut."""

from urllib.parse import parse_qs, urlsplit

from bot.demo.acting import DAY, Play
from bot.demo.speaking import LATER_THAT_MORNING
from participation.clock import local_day, wall
from simulator.people import Person


async def the_report_is_worked_on(play: Play) -> None:
    """Drita asks, Toni answers; the police get it, and something is done."""
    drita, toni, words = play.cast.drita, play.cast.toni, play.plot.words
    play.scene("Drita asks the sender something; who that is she does not learn.")
    await play.press(drita, "Ask the sender")
    await play.write(drita, words.question)
    play.expect([toni], "There is a question to you about {receipt}.")
    await play.press(drita, "Confirm")
    play.look(toni)
    await play.press(toni, "Answer")
    await play.write(toni, words.reply)
    play.look(toni)
    play.expect([drita], "Whoever sent {receipt} has said more.")
    await play.press(toni, "Send")
    play.look(drita)
    await play.press(drita, "Show")
    play.look(drita)
    play.scene("She passes it on to the police, with day, officer and number. Toni hears to whom and when.")
    await play.press(drita, "Pass it on")
    play.look(drita)
    await play.press(drita, "State Police")
    await play.press(drita, "Who took it there")
    await play.write(drita, "Inspektori i zonës")
    await play.press(drita, "Its number there")
    await play.write(drita, "118/2")
    play.look(drita)
    play.expect([toni], "{receipt} was passed on.")
    await play.press(drita, "Confirm")
    play.look(toni)


async def opens(play: Play, receipt: str) -> None:
    """From the topic of a report in the officers' group to all of it in the private chat."""
    office = play.cast.office
    buttons = [
        button for message in office.in_topic(office.thread(receipt)) for row in message.buttons for button in row
    ]
    way = next(button.url for button in reversed(buttons) if button.url)
    await play.act(play.cast.drita, lambda who: who.starts(payload=parse_qs(urlsplit(way).query)["start"][0]))


async def closes(play: Play, officer: Person) -> None:
    """Close what is open before them as solved, without a word."""
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await play.press(officer, label)


async def the_report_is_closed(play: Play) -> None:
    """What was done is told; Toni says that it is solved, and cuts the thread."""
    drita, toni, words = play.cast.drita, play.cast.toni, play.plot.words
    await play.until(wall(play.plot.calendar.next_working(local_day(play.now()) + DAY), LATER_THAT_MORNING))
    play.scene("Something was done, and the report is closed. Toni is asked whether it is solved, and cuts the thread.")
    await opens(play, play.reports[0])
    await play.press(drita, "Something was done")
    await play.write(drita, words.measure)
    play.expect([toni], "Something was done about {receipt}.")
    await play.press(drita, "Confirm")
    play.look(toni)
    play.expect([toni], "{receipt} was closed.")
    await closes(play, drita)
    play.look(drita)
    await play.press(toni, "Show")
    play.look(toni)
    play.expect([drita], "Whoever sent {receipt} says that it is solved.")
    await play.press(toni, "Yes, it is solved")
    await play.press(drita, "Show")
    await play.press(toni, "Cut the thread to me")
    play.look(toni)
    await play.press(toni, "Yes, cut it")
    play.look(toni)
