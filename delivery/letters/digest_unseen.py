"""Word that nobody has seen the digests of an institution, with a way to see them but for whoever leads the council."""

from datetime import datetime

from delivery.letters.digest import moment_mark
from locales.texts import Texts
from participation.clock import local_day
from participation.comments.usecases import owed_in_order
from participation.desk_actions import SawDigest, ShowOwed
from participation.layout import button, paragraphs
from participation.letters import DigestUnseen
from participation.messages import Message, Rows
from participation.ports import UnitOfWork


async def digest_unseen(letter: DigestUnseen, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """What waits, as long as nobody has seen it."""
    found = await uow.ledger.unseen(letter.institution)
    if found is None or found.since is None:
        return None
    institution = await uow.places.institution(letter.institution)
    days = [day for _, day in await owed_in_order([letter.institution], uow=uow)]
    since = texts.t("Since {day} nobody has said that they have seen the digest.", day=texts.short_day(letter.since))
    if letter.to_council:
        asked = texts.t("You do not answer comments yourself: please ask the coordinators to look at it today.")
        buttons: Rows = ()
    else:
        asked = (
            texts.t("You are told because of that. Please look at it today.")
            if letter.raised
            else texts.t("This is said once more. Please look at it today.")
        )
        buttons = (
            (button(texts.t("Comments to answer"), ShowOwed()),),
            (button(texts.t("I have seen it"), SawDigest(letter.institution, moment_mark(now))),),
        )
    owed = texts.owed(len(days), sum(day < local_day(now) for day in days))
    return Message(
        title=texts.t("Not seen: the digest"),
        body=paragraphs(institution.name, since, owed, asked),
        buttons=buttons,
    )
