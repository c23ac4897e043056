"""What is said when something cannot be done: one sentence for every refusal."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from handlers.events import Edited
from handlers.turns import Choice, Later, Opening, Said, Talk, Turn, column
from handlers.views.menu import menu, to_menu
from handlers.views.publishing import DIALOG as PUBLISHING
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation.drafts import KeptDraft
from participation.errors import Refusal
from participation.layout import paragraphs
from participation.messages import Button, Message
from participation.packing import pack
from participation.places import Institution

SENTENCES: Final[Mapping[Refusal, str]] = {
    Refusal.NOT_FOUND: mark("This is not here any more, or it is not for you."),
    Refusal.NOT_ALLOWED: mark("Only a coordinator of this institution can do that."),
    Refusal.EMPTY: mark("There is nothing in it yet. Please write a few words, or send a voice message or a photo."),
    Refusal.TOO_LONG: mark("This is too long and was not taken. What you sent before is kept."),
    Refusal.TOO_MANY: mark("There is no room for more files: this one was not taken. What you sent before is kept."),
    Refusal.NOT_OPEN: mark("This consultation does not take comments now."),
    Refusal.TOO_OFTEN: mark(
        "You have sent as many reports as can be read of one person in a day. Please try again tomorrow."
    ),
    Refusal.CROWDED: mark("So many reports have come in today that no more can be read. Please try again tomorrow."),
    Refusal.ENOUGH: mark("So much has been written here that no more can be added now. What is there is kept."),
    Refusal.UNANSWERED: mark(
        "This is as much as anybody can read at once. You can write more as soon as somebody here has answered."
    ),
    Refusal.NOT_NOW: mark("This is not possible any more: the report has changed meanwhile."),
    Refusal.NOT_SCHEDULED: mark(
        "This does not wait to be published any more: it has gone out, is being changed, or was called off."
    ),
    Refusal.NOT_AT_THIS_STAGE: mark("This consultation is not at that stage any more. Its page shows how it stands."),
    Refusal.CHANGED_MEANWHILE: mark("A colleague has changed it in the meantime. Please look at it once more."),
    Refusal.SHORTER: mark("Time that was promised cannot be taken away: the last day can only come later."),
    Refusal.DAY_LISTED: mark("That day is on the list already. To change it, remove it there first."),
    Refusal.TOO_MANY_LINES: mark("A year has room for 200 lines. Nothing was added."),
    Refusal.RECORD_MISSING: mark("The record of this meeting is not finished yet: the paper is made from it."),
    Refusal.TOO_EARLY: mark("The time for comments or a meeting is still to come. Nobody's time is cut short here."),
    Refusal.NOT_YET_ADOPTED: mark("The day of an act lies after its notice, and is not still to come."),
    Refusal.STILL_OWED: mark("There are comments that nobody has decided on. Please decide them, or say why not."),
    Refusal.ODD_LINK: mark("That is not a link. A link begins with https://."),
    Refusal.NEEDS_ANOTHER: mark("You have prepared this yourself: a colleague has to release it."),
    Refusal.REASON_MISSING: mark("Please write the reason, in words: the law asks for one, and others will read it."),
    Refusal.ALREADY_ANSWERED: mark("This comment has been answered already. The author has the answer."),
    Refusal.NAME_MISSING: mark("Please write the name."),
    Refusal.WITHDRAWN: mark("Its author has taken this comment back: no answer is needed."),
    Refusal.NOT_ALIKE: mark(
        "It cannot be answered with that comment: it is the same one, it is on something else, or it was taken back."
    ),
    Refusal.STILL_TO_COME: mark("That day is still to come."),
    Refusal.TIME_OVER: mark("The time for comments is over: what was sent stays as it is."),
    Refusal.ODD_NUMBER: mark(
        "That number does not fit: either more acts than that were adopted after consultation, or it is more than a "
        "year can have."
    ),
    Refusal.CANCELLED: mark("This meeting has been cancelled."),
    Refusal.IN_THE_PAST: mark("That moment is past already."),
    Refusal.MEETING_OVER: mark("This meeting is over."),
    Refusal.MEETING_AHEAD: mark("This meeting has not begun yet."),
    Refusal.DOOR_SHUT: mark(
        "People are checked in from one hour before a meeting until two hours after it, and only with its newest code."
    ),
    Refusal.RECORD_FINISHED: mark(
        "This record is finished, or a colleague has changed it meanwhile. A correction is a new revision of it."
    ),
    Refusal.PLANNED_ALREADY: mark("This consultation has a plan already. You find it on the page of the consultation."),
    Refusal.ANSWER_LATE: mark("Answers about this meeting were accepted for 30 days after it. That time is over."),
    Refusal.LIST_FULL: mark("The list of this meeting is full: no more lines were added."),
    Refusal.TOO_FAR: mark("That day is too far away. Is the year right?"),
    Refusal.NOTHING_CHANGED: mark("Nothing would change: this is how it is already."),
    Refusal.INCOMPLETE: mark("Something is still missing: it needs at least a title."),
    Refusal.INVITATION_VOID: mark("This invitation has expired or was used already. Please ask for a new one."),
    Refusal.NO_COLLEAGUE: mark("This colleague does not work here any more. Nothing was changed."),
    Refusal.NOT_KNOWN: mark("This is not shown any more: it was closed meanwhile, or is dealt with elsewhere."),
    Refusal.SPOKEN_BEFORE: mark("You have said this on this consultation already. You find it under /te_miat."),
    Refusal.SPOKEN_OFTEN: mark("You have sent as many comments on this as are taken of one person at once."),
    Refusal.SAID_BEFORE: mark("You have reported this already. You find it under /te_miat."),
    Refusal.NO_SENTENCE: mark("That is too long: one sentence, of at most 200 letters."),
    Refusal.NO_LEAD: mark(
        "It cannot be joined to that report: it is the same one, nobody has read it yet, it is closed, or it is joined "
        "to another one itself."
    ),
    Refusal.NO_NAME: mark("No name was given."),
    Refusal.ALONE: mark(
        "A name opens only by two, and nobody else here may read this report. Nothing was kept. "
        "Somebody else has to be invited to the same office first, with /fto."
    ),
    Refusal.ASKED_BEFORE: mark("This name has been asked for already. The report's page says how it stands."),
    Refusal.OWN_REQUEST: mark("You have asked for this name yourself: somebody else must agree."),
    Refusal.REQUEST_OVER: mark("This request is over: it was answered, or it is not open any more."),
    Refusal.NAME_CLOSED: mark(
        "The name is closed for you: it opens for 24 hours each time. "
        "Whoever needs it must ask again, on the report's page."
    ),
    Refusal.CATEGORY_GONE: mark(
        "This category is not in the list any more: somebody has deleted it, or gone back to the usual ones."
    ),
    Refusal.CATEGORY_OF_NEED: mark(
        "While there is a protection contact, a category of need is changed only by whoever runs the bot."
    ),
    Refusal.CATEGORY_NEEDED: mark("This category stays: without it some reports would fit nowhere."),
    Refusal.SAME_NAME: mark("Another category bears this name already, and nobody could tell the two apart."),
    Refusal.ANSWER_SHORTER: mark("An answer cannot be due before the report is to be read."),
    Refusal.GROUP_TAKEN: mark("This group belongs to another institution. Please take one of your own."),
    Refusal.NO_GROUP: mark("There is no group any more."),
    Refusal.IN_OTHER_HANDS: mark("A colleague has it in hand already."),
    Refusal.IN_OWN_HANDS: mark("You have it in hand already."),
    Refusal.NO_DRAFT: mark(
        "The forum is owed the draft itself, and there is neither a document nor a link to the register here yet. "
        "Add one under “Correct it or add to it”."
    ),
    Refusal.NO_CALL: mark("No call for this forum is open now."),
    Refusal.IN_FORUM: mark("You are in this forum already, or your application waits. The menu leads to it."),
}


def refusal(talk: Talk, why: Refusal) -> Message:
    """The sentence for a refusal."""
    return Message(body=talk.t(SENTENCES[why]), buttons=column(to_menu(talk)))


def not_allowed(talk: Talk, former: Sequence[Institution]) -> Message:
    """Only officers may; whoever was one is told that they are no more."""
    told = refusal(talk, Refusal.NOT_ALLOWED)
    if not former:
        return told
    names = ", ".join(one.name for one in former)
    over = talk.t("You hold no office any more at: {institution}. If that is a mistake, ask there.", institution=names)
    return replace(told, body=paragraphs(told.body, over))


AGAIN: Final = frozenset(
    {
        Refusal.EMPTY,
        Refusal.TOO_LONG,
        Refusal.TOO_MANY,
        Refusal.REASON_MISSING,
        Refusal.NAME_MISSING,
        Refusal.IN_THE_PAST,
        Refusal.TOO_FAR,
        Refusal.NOTHING_CHANGED,
        Refusal.INCOMPLETE,
        Refusal.NO_COLLEAGUE,
        Refusal.ODD_NUMBER,
        Refusal.NO_LEAD,
        Refusal.LIST_FULL,
        Refusal.TOO_MANY_LINES,
        Refusal.NOT_ALIKE,
        Refusal.STILL_TO_COME,
        Refusal.NO_SENTENCE,
        Refusal.NOT_KNOWN,
        Refusal.SAID_BEFORE,
        Refusal.SAME_NAME,
        Refusal.ANSWER_SHORTER,
        Refusal.SHORTER,
        Refusal.DAY_LISTED,
        Refusal.NOT_YET_ADOPTED,
        Refusal.ODD_LINK,
    }
)
"""What is refused for what it says: the question can be answered anew."""


def asked_again(turn: Turn, talk: Talk, why: Refusal) -> Turn:
    """The same question, beneath the reason why the answer was not taken."""
    sentence = talk.t(SENTENCES[why])
    return replace(noted(turn, sentence), left_out=sentence)


def overtaken(turn: Turn, talk: Talk) -> Turn:
    """A button of an earlier screen of the same conversation, and how it stands now."""
    note = talk.t("That button is from an earlier message. This is how it stands now:")
    if len(turn.screens) > 1:
        return replace(turn, screens=(Message(body=note), *turn.screens))
    return noted(turn, note)


def way_back(turn: Turn, talk: Talk, kept: KeptDraft) -> Turn:
    """The same screens, also those of later, and a button to the question that waits for an answer."""
    again = Button(talk.t("Go on with what I was writing"), press=pack(Choice(kept.dialog, kept.stamp, "")))

    def led(screens: Sequence[Message]) -> tuple[Message, ...]:
        if not screens:
            return ()
        first, *others = screens
        return (replace(first, buttons=((again,), *first.buttons)), *others)

    async def drawn(draw: Callable[[], Awaitable[Sequence[Message]]]) -> Sequence[Message]:
        return led(await draw())

    later: Later | None = turn.later
    if later is not None and not isinstance(later, Opening):
        later = partial(drawn, later)
    return replace(turn, screens=led(turn.screens), later=later)


def stale(talk: Talk) -> Message:
    """A button whose time is over, perhaps since it was pressed twice."""
    body = talk.t(
        "This button does nothing any more: what it belongs to was sent, cancelled or deleted. "
        "What you sent is under /te_miat."
    )
    return menu(talk, body=body)


def too_fast(talk: Talk) -> Message:
    """A button pressed while many answers are still on their way."""
    body = talk.t(
        "That was too fast, and nothing was done. The answers to what you pressed before are on their way; "
        "after them, press again."
    )
    return Message(body=body)


def done_before(talk: Talk) -> Message:
    """A button of a coordinator's dialog that has ended, perhaps since it was pressed twice."""
    body = talk.t("This was done before, or it was left. Nothing more has happened now.")
    return Message(body=body, buttons=column(to_desk(talk)))


def fault(talk: Talk, number: str) -> Message:
    """Something broke on our side; the number lets an operator find it."""
    return Message(
        body=talk.t(
            "Something went wrong on our side, and we have noted it. Please try once more. Fault number: {number}.",
            number=number,
        ),
        buttons=column(to_menu(talk)),
    )


def too_many_characters(talk: Talk, count: int, most: int) -> str:
    """How much there is, and how much room."""
    return talk.t("This has {count} characters; there is room for {most}.", count=count, most=most)


def cannot_use(talk: Talk, expected: str) -> Message:
    """A thing we have no use for at this point, and what we hope for instead."""
    return Message(body=talk.t("We cannot use this here.") + " " + expected)


def of_no_use(turn: Turn, said: Said, talk: Talk, dialog: str) -> Turn:
    """The same question again, with a word on what changed nothing."""
    note = changed_nothing(talk, dialog) if isinstance(said, Edited) else talk.t("We cannot use this here.")
    left = replace(turn, left_out=turn.left_out or note)
    return left if len(turn.screens) > 1 or turn.screens[0].body.startswith(note) else noted(left, note)


def noted(turn: Turn, note: str) -> Turn:
    """The same screens, with a word above them."""
    first, *others = turn.screens
    return replace(turn, screens=(replace(first, body=f"{note}\n\n{first.body}"), *others))


def messages_again(turn: Turn, talk: Talk) -> Turn:
    """The silence is over."""
    return noted(turn, talk.t("Messages come again. You can stop them with /ndal."))


def in_the_way(turn: Turn, talk: Talk) -> Turn:
    """What was begun before comes first."""
    return noted(turn, talk.t("Please finish or cancel this one first: what is kept for later stays as it is."))


def changed_meanwhile(turn: Turn, talk: Talk) -> Turn:
    """What was to be confirmed is no longer what was looked at: that is said where the buttons are."""
    *others, last = turn.screens
    note = talk.t("Something has changed in the meantime. Please check it once more.")
    return replace(turn, screens=(*others, replace(last, body=f"{note}\n\n{last.body}")))


CHANGED_NOTHING: Final = mark(
    "You changed an old message. It changes nothing here: what was sent stays as it was. You find it under /te_miat; "
    "more can be written to a report there."
)
CHANGED_WHAT_WAS_READ: Final[Mapping[str, str]] = {
    PUBLISHING: mark(
        "You changed an old message. The draft stays as it is: change the part with its button, "
        "or paste the notice anew."
    )
}


def changed_nothing(talk: Talk, dialog: str = "") -> str:
    """What becomes of the change of a message whose words are sent or read already, or are nobody's business here."""
    return talk.t(CHANGED_WHAT_WAS_READ.get(dialog, CHANGED_NOTHING))


def old_draft(talk: Talk, text: str) -> Message:
    """A draft that a newer version cannot go on with: what was written is given back."""
    body = talk.t("The bot has changed since you began to write, so please start again. Nothing was sent.")
    if text:
        body += "\n\n" + talk.t("This is what you had written:") + "\n\n" + text
    return Message(body=body, buttons=column(to_menu(talk)))


def cancelled(talk: Talk) -> Message:
    """What was being written is gone, and nothing of it was sent."""
    office = to_desk(talk) if talk.dockets else None
    return Message(body=talk.t("Cancelled. Nothing was sent."), buttons=column(office, to_menu(talk)))


def nothing_done(talk: Talk) -> Message:
    """Somebody thought better of it."""
    return Message(body=talk.t("All right: nothing was sent and nothing was changed."), buttons=column(to_menu(talk)))
