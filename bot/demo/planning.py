"""The consultation plan: made from the notice before the meeting, and in the end filled in from what was kept."""

from typing import Final

from bot.demo.acting import Play
from bot.demo.ending import to_its_page

PLANNED: Final = (
    ("Number of methods of consultation", "4"),
    ("Number of parties involved", "5"),
    ("Number of participants", "30"),
    ("Number of comments received", "10"),
)
"""What Drita plans to reach, before she knows."""


async def the_plan_is_made(play: Play) -> None:
    """Its name, its kind and its meetings are there already; she adds whom she asks, and what will be counted."""
    drita = play.cast.drita
    play.scene("Drita makes the consultation plan from the notice: its name and its meetings are there already.")
    await to_its_page(play)
    await play.press(drita, "Consultation plan")
    await play.press(drita, "From this consultation")
    play.look(drita)
    await play.press(drita, "Audience")
    await play.press_label(drita, "Të rinjtë dhe këshilli rinor vendor")
    await play.press(drita, "Back to the plan")
    for label, planned in PLANNED:
        await play.press(drita, "Monitoring")
        await play.press(drita, label)
        await play.press(drita, "Choose it")
        await play.press(drita, "Planned value")
        await play.write(drita, planned)
    play.look(drita)


async def the_plan_is_filled_in(play: Play) -> None:
    """What was achieved is counted, and an empty cell says why."""
    drita = play.cast.drita
    play.scene("Drita takes the plan with its matrix: what was achieved is filled in, and nobody had to count.")
    await play.write(drita, "/zyra")
    await play.press(drita, "Consultation plans")
    await play.press_first(drita)
    play.look(drita)
    before = play.heard_by(drita)
    await play.press(drita, "Plan with the matrix filled in")
    play.look_since(drita, before)
