"""A name that was given with a report: a colleague asks to see it, and hears what a second one says."""

from datetime import datetime

from locales.texts import Texts
from locales.words import ROLES
from participation.clock import local_day
from participation.desk_actions import AgreeToName, DeclineName, ShowName, ShowReport
from participation.layout import button, paragraphs
from participation.letters import UnveilingAnswered, UnveilingAsked
from participation.messages import Message
from participation.offices.usecases import office_in
from participation.ports import UnitOfWork
from participation.readable import LONGEST
from participation.reports.identity import waits
from participation.words import quote, tame


async def unveiling_asked(letter: UnveilingAsked, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Who asks, by the office only, and why; nothing once it was answered, or the name is gone."""
    report = await uow.reports.get(letter.report)
    asked = (await uow.unveilings.of(letter.report)).get(letter.unveiling)
    if asked is None or not waits(asked, local_day(now)):
        return None
    role = (await office_in(asked.asker, report.institution, uow=uow, right=report.docket.right)).role
    return Message(
        title=texts.t("{receipt}: may a colleague see the name?", receipt=report.receipt),
        body=paragraphs(
            texts.t("Who asks: {role}.", role=texts.t(ROLES[role.value])),
            f"“{quote(tame(asked.reason), LONGEST)}”",
            texts.t(
                "A name was given with this report; it is closed. If you agree, it opens for 24 hours to whoever asks "
                "and to you. All of it is noted, and whoever gave the name hears that it was opened."
            ),
        ),
        buttons=(
            (button(texts.t("Agree"), AgreeToName(report.id, letter.unveiling)),),
            (button(texts.t("Decline"), DeclineName(report.id, letter.unveiling)),),
            (button(texts.t("Show the report"), ShowReport(report.id)),),
        ),
    )


async def unveiling_answered(
    letter: UnveilingAnswered, *, uow: UnitOfWork, texts: Texts, now: datetime
) -> Message | None:
    """Until when the name can be seen, or that it stays closed; nothing where that is over, or the name is gone."""
    report = await uow.reports.get(letter.report)
    if report.account.signature is None:
        return None
    show = (button(texts.t("Show the report"), ShowReport(report.id)),)
    if letter.until is None:
        return Message(
            title=report.receipt, body=texts.t("A colleague declined: the name stays closed."), buttons=(show,)
        )
    if now >= letter.until:
        return None
    return Message(
        title=report.receipt,
        body=texts.t(
            "A colleague agreed. You can see the name until {moment}; each look is noted.",
            moment=texts.moment(letter.until),
        ),
        buttons=((button(texts.t("Show the name"), ShowName(report.id)),), show),
    )
