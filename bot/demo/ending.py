"""What a notice left open is set, and in the end everybody hears what became of it."""

from datetime import timedelta

from bot.demo.acting import DAY, Play
from bot.demo.meeting import AT_THE_DESK
from participation.clock import local_day, wall

LATER = 21 * DAY
A_MINUTE = timedelta(minutes=1)
SENT = "Sent: {sent} of {total}"
ACT = "Vendim i Këshillit nr. 43"
WAYS_OUT = 2
"""The last buttons of a page lead away from it."""


async def an_open_step_gets_its_day(play: Play) -> None:
    """Everybody hears it once, with nothing else in it."""
    drita, citizens = play.cast.drita, play.cast.citizens
    await to_its_page(play)
    await play.press(drita, "Correct it or add to it")
    await play.press(drita, "Steps")
    open_ = play.texts(drita).t("open")
    step = next((label for label in play.stage.heard(drita).labels if label.startswith(f"{open_}:")), "")
    if not step:
        await play.press(drita, "Back")
        await play.press(drita, "Cancel")
        await play.press(drita, "Yes, delete it")
        return
    play.scene("A step of the work had no day yet. Drita sets it, and everybody who follows hears of it once.")
    await play.press_label(drita, step)
    await play.write(drita, f"{play.plot.calendar.next_working(local_day(play.now()) + LATER):%d.%m.%Y}")
    before = play.heard_by(drita)
    await play.press(drita, "Go on")
    play.look_since(drita, before)
    play.expect(citizens, "There is something new")
    play.expect([drita], SENT)
    await play.press(drita, "Change it and tell everybody")
    await play.stage.pass_time(A_MINUTE)
    play.look(play.cast.emily)


async def to_its_page(play: Play) -> None:
    """From the desk to the page of the consultation."""
    drita = play.cast.drita
    await play.write(drita, "/zyra")
    await play.press(drita, "Consultations")
    await play.press_first(drita)


async def what_became_of_the_comments(play: Play) -> None:
    """All is summed up; of what nobody decided it is said why."""
    drita, citizens = play.cast.drita, play.cast.citizens
    morning = play.plot.calendar.next_working(local_day(play.now()) + DAY)
    await play.until(wall(morning, AT_THE_DESK))
    play.scene("Drita publishes what became of the comments. Some have no decision yet: she is asked why.")
    await to_its_page(play)
    play.look(drita)
    await play.press(drita, "Publish what became of the comments")
    play.look(drita)
    await play.press(drita, "Publish it without deciding them")
    await play.write(drita, play.plot.words.undecided)
    play.look(drita)
    play.expect(citizens, "The summary of comments is published")
    play.expect([drita], SENT)
    await play.press(drita, "Publish what became of the comments")
    await play.stage.pass_time(A_MINUTE)
    play.look(play.cast.ana)


async def an_act_comes_of_it(play: Play) -> None:
    """Its number, its day and where it can be read; then the consultation is at its end."""
    drita, citizens = play.cast.drita, play.cast.citizens
    day = play.plot.calendar.next_working(local_day(play.now()) + LATER)
    await play.until(wall(day, AT_THE_DESK))
    play.scene("Three weeks later the council has decided. Everybody hears of the act, and where it can be read.")
    await to_its_page(play)
    await play.press(drita, "The act is adopted")
    await play.write(drita, ACT)
    await play.press(drita, "Today")
    await play.write(drita, "https://vendime.example/43")
    play.look(drita)
    play.expect(citizens, "The act is adopted")
    play.expect([drita], SENT)
    await play.press(drita, "Publish it and tell everybody")
    await play.stage.pass_time(A_MINUTE)
    play.look(play.cast.emily)
    await play.press(play.cast.emily, "Read the consultation")
    play.look(play.cast.emily)


async def the_papers_are_taken(play: Play) -> None:
    """What used to be typed in the evening comes as files, each from what was kept."""
    drita = play.cast.drita
    play.scene("Drita takes the papers: the report, comments, charts, who came, the minutes; each is one tap.")
    await to_its_page(play)
    page = await play.press(drita, "Official papers")
    play.look(drita)
    unwritten = play.texts(drita).t("Write the record, {when}", when="")
    for label in (each for each in page.labels[:-WAYS_OUT] if not each.startswith(unwritten)):
        before = play.heard_by(drita)
        await play.press_label(drita, label)
        play.look_since(drita, before)


async def the_year_is_told(play: Play) -> None:
    """The calendar of the year is typed once; everything else of the year comes from what was kept."""
    drita = play.cast.drita
    play.scene("Drita writes the calendar of the year, and takes the papers that are due once a year.")
    await play.write(drita, "/zyra")
    await play.press(drita, "Papers of the year")
    play.look(drita)
    await play.press(drita, "Annual calendar")
    await play.press(drita, "Add lines")
    await play.write(drita, play.plot.words.planned)
    play.look(drita)
    await play.press_label(drita, play.plot.words.planned.partition(";")[0])
    await play.press(drita, "It has been announced")
    await play.press_first(drita)
    play.look(drita)
    await play.press(drita, "Whole calendar")
    await play.press(drita, "Annual calendar (Excel)")
    for sentence in ("Annual report", "Repository (ZIP)", "Hand-over of the desk", "Transparency chapter"):
        await play.press(drita, sentence)
        play.look(drita)
    await play.press(drita, "Take the chapter as a file")
    play.look(drita)
