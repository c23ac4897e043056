"""The meeting is held: people check in by a code, others stand on paper, and afterwards the record is written."""

import re
from datetime import timedelta

from bot.demo.acting import Play
from bot.demo.meeting import to_the_meeting
from simulator.people import Person

UNTIL_THE_RECORD = timedelta(hours=3)
CODE = re.compile(r"\d \d \d \d")
COUNTED = 4
"""So many of the crowd check in without a name."""


async def the_meeting_is_held(play: Play) -> None:
    """One goes on the list by name, others are only counted; who has no phone is written down from paper."""
    if play.meeting is None:
        return
    drita, mira, words = play.cast.drita, play.cast.mira, play.plot.words
    play.scene("The meeting begins. Drita reads a code aloud; Mira goes on the list by her name, others are counted.")
    await to_the_meeting(play)
    shown = await play.press(drita, "Check people in")
    play.look(drita)
    code = CODE.search(shown.text)
    assert code is not None
    await check_in(play, mira, code.group())
    await play.press(mira, "Civil society")
    play.look(mira)
    await play.press(mira, "Yes, with my name")
    await play.write(mira, words.at_the_meeting)
    play.look(mira)
    await play.press(mira, "Yes, I agree")
    for person in play.cast.listeners[:COUNTED]:
        await check_in(play, person, code.group())
        await play.press(person, "For myself")
        await play.press(person, "No, only count me")
    await play.press(drita, "Add people from a paper list")
    await play.press(drita, "They agreed on paper to stand on the list")
    await play.press(drita, "Business")
    await play.write(drita, words.on_paper)
    await play.press(drita, "Citizens")
    await play.write(drita, "rreth 15")
    await play.press(drita, "That was all")
    play.look(drita)


async def check_in(play: Play, person: Person, code: str) -> None:
    """Write the code as it was read aloud."""
    await play.write(person, code)


async def the_record_is_written(play: Play) -> None:
    """Each part has its button; whoever came is told the decisions a day later, and asked whether they were heard."""
    if play.meeting is None:
        return
    drita, mira, words = play.cast.drita, play.cast.mira, play.plot.words
    await play.until(play.meeting + UNTIL_THE_RECORD)
    play.scene("After the meeting Drita writes the record, part by part, and finishes it.")
    await play.write(drita, "/zyra")
    await play.press(drita, "Meetings ahead")
    await play.press(drita, "Meetings that were held")
    await play.press_first(drita)
    await play.press(drita, "The record")
    for part, said in (
        ("Who led it", words.moderator),
        ("Agenda", words.agenda),
        ("What was said", words.spoken),
        ("Recommendations", words.recommended),
        ("Decisions", words.decided),
    ):
        await play.press(drita, part)
        await play.write(drita, said)
        if play.offers(drita, "That was all"):
            await play.press(drita, "That was all")
    await play.press(drita, "How many were there")
    await play.press(drita, "As many as on the list")
    play.look(drita)
    await play.press(drita, "Finish the record")
    await play.press(drita, "Yes, finish it")
    play.look(drita)
    guests = {each.id: each for each in play.comers}
    play.expect(list(guests.values()), "After the meeting of {moment}")
    before = play.heard_by(mira)
    await play.until(play.now() + timedelta(days=2))
    play.scene("A day later everybody who came reads what was decided, and is asked one thing.")
    play.look_since(mira, before)
    await play.press(mira, "Partly")
    play.look(mira)
