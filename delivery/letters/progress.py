"""How far an announcement has got: one message for the coordinator, edited as it moves."""

from datetime import datetime

from locales.texts import Texts
from participation.campaigns import Delivery
from participation.desk_actions import (
    PauseAnnouncement,
    ResumeAnnouncement,
    ShowProgress,
    StopAnnouncement,
    TryFailedAgain,
)
from participation.ids import CampaignId
from participation.layout import button, lines, paragraphs
from participation.letters import Progress
from participation.messages import Message, Rows
from participation.ports import UnitOfWork


async def progress(letter: Progress, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """How it stands now, wherever it was left."""
    consultation = await uow.consultations.get(letter.consultation)
    delivery = await uow.outbox.delivery(letter.campaign, now)
    return progress_card(letter.campaign, consultation.terms.title, delivery, texts=texts)


def progress_card(campaign: CampaignId, title: str, delivery: Delivery, *, texts: Texts) -> Message:
    """Counts of people: sent, waiting, and what became of the others."""
    return Message(
        title=heading(delivery, texts),
        body=paragraphs(title, subject(delivery, texts), lines(counted(delivery, texts))),
        buttons=buttons_of(campaign, delivery, texts),
        quiet=not delivery.stopped,
    )


def subject(delivery: Delivery, texts: Texts) -> str:
    """What it tells of, where that is not the consultation itself."""
    day = delivery.of_change
    return texts.t("News of what has changed, {day}", day=texts.day(day)) if day else ""


def heading(delivery: Delivery, texts: Texts) -> str:
    """Whether it moves, stands still or has arrived."""
    if delivery.stopped:
        return texts.t("Sending has stopped: this message could not be sent. Please tell whoever runs the bot.")
    if delivery.held:
        return texts.t("Sending is paused")
    if delivery.ended:
        return texts.t("Sending was stopped for good; the consultation is not withdrawn")
    if not delivery.total:
        return texts.t("The announcement is published")
    return texts.t("The announcement is on its way") if delivery.waiting else texts.t("Sending is finished")


def buttons_of(campaign: CampaignId, delivery: Delivery, texts: Texts) -> Rows:
    """To look again while it moves, to let it stand and go on, to end it, to try again what failed."""
    go_on = texts.t("Try again") if delivery.stopped else texts.t("Continue")
    stands = delivery.stopped or delivery.held
    moves = bool(delivery.waiting) and not stands
    may_end = (moves or stands) and not (delivery.ended or delivery.of_change is not None)
    offered = (
        (moves, texts.t("Refresh"), ShowProgress(campaign)),
        (moves and may_end, texts.t("Pause"), PauseAnnouncement(campaign)),
        (stands, go_on, ResumeAnnouncement(campaign)),
        (may_end, texts.t("Stop for good"), StopAnnouncement(campaign)),
        (delivery.again, again(delivery.again, texts), TryFailedAgain(campaign, delivery.mark)),
    )
    return tuple((button(words, action),) for so, words, action in offered if so)


def again(count: int, texts: Texts) -> str:
    """To how many it is sent once more."""
    return texts.n("Try again the one that failed", "Try again the {count} that failed", count)


def counted(delivery: Delivery, texts: Texts) -> list[str]:
    """How many got it, and what became of the others, if there are others."""
    if not delivery.total:
        return [texts.t("Nobody follows yet. People will find it by its link, and under “What is open now”.")]
    sent = texts.t("Sent: {sent} of {total}", sent=texts.number(delivery.sent), total=texts.number(delivery.total))
    others = (
        (delivery.waiting, texts.t("Still waiting: {count}", count=texts.number(delivery.waiting))),
        (delivery.unreachable, texts.t("Cannot be reached: {count}", count=texts.number(delivery.unreachable))),
        (delivery.unwanted, texts.t("No longer wanted it: {count}", count=texts.number(delivery.unwanted))),
        (delivery.failed, texts.t("Failed: {count}", count=texts.number(delivery.failed))),
        (delivery.unsent, texts.t("Never sent: {count}", count=texts.number(delivery.unsent))),
    )
    return [sent, *(sentence for count, sentence in others if count)]
