"""Two report the same, one under a made-up name, and it concerns a third: joined, spoken of in a group, mended."""

from bot.demo.acting import Play
from bot.demo.speaking import send
from bot.demo.working import closes, opens
from simulator.people import Person

LIGHTING = {"sq": "Ndriçim", "en": "Lighting"}


async def two_report_the_same(play: Play) -> None:
    """Cela tells where it is dark, Beni tells of the same place and says what he may be called."""
    cela, beni, words = play.cast.cela, play.cast.beni, play.plot.words
    play.scene("Cela reports that it is dark by the bridge; Beni reports the same, under a made-up name.")
    await begin(play, cela)
    await play.write(cela, words.dark)
    await play.write(cela, words.bridge)
    play.look(cela)
    play.expect_report()
    await send(play, cela)
    await begin(play, beni)
    await play.write(beni, words.dark_too)
    await play.write(beni, words.bridge)
    await play.press(beni, "Add a name")
    play.look(beni)
    await play.press(beni, "A made-up name")
    await play.write(beni, words.pseudonym)
    play.look(beni)
    play.expect_report()
    await send(play, beni)
    play.look_there(play.reports[-1])


async def begin(play: Play, person: Person) -> None:
    """Report that something is wrong with the light, up to the question what happened."""
    await play.write(person, "/raporto")
    await play.press(person, "No")
    await play.press_label(person, LIGHTING[play.texts(person).language])


async def the_same_is_joined(play: Play) -> None:
    """Drita reads both, joins the second to the first, and lets citizens know that it is known."""
    drita, cela, beni = play.cast.drita, play.cast.cela, play.cast.beni
    _, first, second = play.reports
    play.scene(
        "Drita reads the two others: they may be about the same. She joins them; neither sender learns of the other."
    )
    play.expect([cela, beni], "{receipt} was read.")
    await opens(play, first)
    await opens(play, second)
    play.look(drita)
    await play.press(drita, "Join to another")
    await play.press_label(drita, first)
    play.look(drita)
    play.expect([beni], "{receipt} is dealt with together with others.")
    await play.press(drita, "Confirm")
    play.look(beni)
    play.scene("She writes one sentence that whoever is about to report the like will read.")
    await opens(play, first)
    await play.press(drita, "Tell citizens it is known")
    await play.write(drita, play.plot.words.known)
    play.look(drita)
    await play.press(drita, "Confirm")


async def one_more_is_concerned(play: Play) -> None:
    """Emily reads that it is known and says with one tap that it concerns her too; Drita speaks of it in the group."""
    drita, emily, office = play.cast.drita, play.cast.emily, play.cast.office
    _, first, _ = play.reports
    play.scene("Emily is about to report the same, reads that it is known, and says that it concerns her too.")
    await begin(play, emily)
    play.look(emily)
    play.expect([emily], "Thank you. Your number: {receipt}")
    play.expect_report(topic=False)
    await play.press(emily, "It concerns me too")
    play.look(emily)
    play.scene("In the topic of the first report Drita takes it in hand, and writes what becomes a note.")
    play.look_there(first)
    play.expect([play.cast.cela], "Somebody is dealing with {receipt} now.")
    card = next(one for one in office.in_topic(office.thread(first)) if one.labels)
    take = play.texts(drita).t("Take it in hand")
    await play.act(drita, lambda who: who.presses(take, play.stage.bot, chat=office, message=card))
    play.account.expect_there(office, play.texts(drita).t("Kept as a note of {receipt}.", receipt=first))
    words = play.plot.words.note
    await play.act(drita, lambda who: office.says(who, play.stage.bot, words, thread=office.thread(first)))
    play.look_there(first)
    play.look(drita)


async def the_same_is_mended(play: Play) -> None:
    """What is done about the first is told to all three, and so is that it is closed."""
    drita, together = play.cast.drita, [play.cast.cela, play.cast.beni, play.cast.emily]
    _, first, *_ = numbers = play.reports
    play.scene("The lights are mended. All three hear of it, each under their own number.")
    await opens(play, first)
    await play.press(drita, "Something was done")
    await play.write(drita, play.plot.words.mended)
    play.look(drita)
    play.expect(together, "Something was done about {receipt}.")
    await play.press(drita, "Confirm")
    for person, receipt in zip(together, numbers[1:], strict=True):
        play.account.expect([person], play.texts(person).t("{receipt} was closed.", receipt=receipt))
    await closes(play, drita)
    play.look_there(first)
    for person in together[1:]:
        await play.press(person, "Show")
        play.look(person)
