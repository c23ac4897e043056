"""How far an announcement has got, and the last question before it is stopped for good."""

from dataclasses import replace

from handlers.turns import Talk, column
from handlers.views.publishing import to_desk
from participation.campaigns import Delivery
from participation.desk_actions import ShowProgress, StopAnnouncement
from participation.ids import CampaignId
from participation.layout import button, paragraphs
from participation.messages import Message


def progress(talk: Talk, campaign: CampaignId, title: str, delivery: Delivery) -> Message:
    """How far it has got, as the letter says it, and the way back."""
    card = talk.house.printer.progress(campaign, title, delivery, texts=talk.texts)
    return replace(card, buttons=(*card.buttons, (to_desk(talk),)))


def ask_to_stop(talk: Talk, campaign: CampaignId, title: str, delivery: Delivery) -> Message:
    """How many have it already, and that nobody else will."""
    have_it = talk.texts.n("{count} person has it already.", "{count} people have it already.", delivery.sent)
    return Message(
        title=talk.t("Stop sending for good?"),
        body=paragraphs(
            title,
            have_it,
            talk.t(
                "Nobody else will get this message, and sending cannot be taken up again. "
                "The consultation is not withdrawn, and reminders still go out."
            ),
        ),
        buttons=column(
            button(talk.t("Yes, stop it"), StopAnnouncement(campaign, sure=1)),
            button(talk.t("Back"), ShowProgress(campaign)),
        ),
    )
