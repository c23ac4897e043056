"""A child in need tells the protection contact, and nobody else at the municipality hears of it."""

from bot.demo.acting import Play
from bot.demo.publishing import LANGUAGE_NAMES
from bot.demo.working import closes
from bot.setup import new_invitation
from participation.people.model import Role


async def the_contact_comes(play: Play) -> None:
    """Whoever runs the bot invites whoever protects children; they say what people may call them."""
    drita, nora, institution = play.cast.drita, play.cast.nora, play.plot.institution.name
    play.scene("Whoever runs the bot invites the protection contact: Nora alone will read what somebody in need tells.")
    token = await new_invitation(
        play.stage.service.database, play.stage.clock, institution=institution, role=Role.PROTECTION
    )
    await play.act(nora, lambda who: who.starts(payload=f"ft_{token}"))
    play.expect([drita], "Since {day} somebody new is a protection contact of {institution}.")
    before = play.heard_by(nora)
    await play.press_label(nora, LANGUAGE_NAMES["sq"])
    play.look_since(nora, before)
    play.look(drita)
    await play.press(nora, "What people may call me")
    await play.write(nora, play.plot.words.contact)
    play.look(nora)
    await play.press(nora, "Yes, show it")


async def a_child_is_in_need(play: Play) -> None:
    """Elsa has never spoken with the bot; she reads who will read it before she tells."""
    elsa, nora = play.cast.elsa, play.cast.nora
    play.scene("Elsa, fourteen, follows a link at school. Before she tells anything she reads who alone will read it.")
    await play.act(elsa, lambda who: who.starts(payload="r"))
    await play.press_label(elsa, LANGUAGE_NAMES["sq"])
    await play.press(elsa, "I am under 16")
    await play.press(elsa, "No")
    await play.press_label(elsa, play.plot.institution.name)
    play.look(elsa)
    await play.press_label(elsa, "Fëmijë në rrezik ose i abuzuar")
    play.look(elsa)
    await play.write(elsa, play.plot.words.need)
    play.look(elsa)
    play.expect([elsa], "Thank you for telling us. Your number: {receipt}")
    play.expect([nora], "Urgent safety report {receipt}")
    await play.press(elsa, "Send")
    play.look(elsa)
    await play.write(elsa, "/ndal")
    play.scene("Nora hears of it at once, Drita does not. Elsa shares the phone and wants no messages.")
    play.look(nora)
    await play.press(nora, "Show")
    await play.press(nora, "Ask the sender")
    await play.write(nora, play.plot.words.asks_her)
    await play.press(nora, "Confirm")
    await _looks(play)
    play.look(elsa)
    await play.press(elsa, "Write more")
    await play.write(elsa, play.plot.words.tells_her)
    play.expect([nora], "Whoever sent {receipt} has said more.")
    await play.press(elsa, "Send")
    play.look(nora)


async def _looks(play: Play) -> None:
    """Elsa looks at what she has sent, and opens it."""
    await play.write(play.cast.elsa, "/te_miat")
    await play.press_label(play.cast.elsa, "-S-")


async def she_is_helped(play: Play) -> None:
    """What was done, and the end of it: Elsa says that it is solved and cuts the thread."""
    elsa, nora, words = play.cast.elsa, play.cast.nora, play.plot.words
    play.scene("Nora has found help and closes it. Elsa says that it is solved, and cuts the thread.")
    await play.press(nora, "Show")
    await play.press(nora, "Something was done")
    await play.write(nora, words.helped)
    await play.press(nora, "Confirm")
    await closes(play, nora)
    play.look(nora)
    await _looks(play)
    play.look(elsa)
    play.expect([nora], "Whoever sent {receipt} says that it is solved.")
    await play.press(elsa, "Yes, it is solved")
    await play.press(elsa, "Cut the thread to me")
    await play.press(elsa, "Yes, cut it")
    play.look(elsa)
