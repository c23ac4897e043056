"""Two comments are answered: one accepted, one not, each with its reason."""

from bot.demo.acting import DAY, Play
from bot.demo.meeting import AT_THE_DESK
from participation.clock import local_day, wall


async def answers_come(play: Play) -> None:
    """The coordinator decides; the authors hear the decision and the reason."""
    drita, cast, words = play.cast.drita, play.cast, play.plot.words
    morning = play.plot.calendar.next_working(local_day(play.now()) + DAY)
    await play.until(wall(morning, AT_THE_DESK))
    play.scene("Drita answers two comments. Ana and Beni hear the decision and the reason.")
    play.expect([cast.ana, cast.beni], "The answer to your comment {receipt}")
    await play.write(drita, "/zyra")
    await play.press(drita, "Comments to answer")
    await play.press_first(drita)
    play.look(drita)
    await answer(play, "Accept", words.accepted)
    play.look(cast.ana)
    before = play.heard_by(drita)
    await play.press(drita, "Next comment")
    play.look_since(drita, before)
    await answer(play, "Do not accept", words.refused)
    play.look(cast.beni)


async def answer(play: Play, verdict: str, reason: str) -> None:
    """Decide, give the reason, send it."""
    drita = play.cast.drita
    await play.press(drita, "Answer")
    await play.press(drita, verdict)
    await play.write(drita, reason)
    play.look(drita)
    await play.press(drita, "Send")
