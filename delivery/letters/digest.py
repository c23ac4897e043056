"""The digest of a coordinator's day (njoftim i përmbledhur): only what is more than nothing."""

from datetime import datetime

from delivery.letters.phrases import button, lines, paragraphs
from locales.texts import Texts
from participation.actions import ShowOwed, ShowReports
from participation.letters import Digest, Tally
from participation.messages import Message, Rows
from participation.people.model import Person
from participation.ports import UnitOfWork


async def digest(letter: Digest, *, person: Person, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The counts as sentences; None if there is nothing to tell."""
    if letter.tally.is_empty():
        return None
    institution = await uow.places.institution(letter.institution)
    return Message(
        title=texts.t("Your summary, {day}", day=texts.day(letter.day)),
        body=paragraphs(institution.name, lines(counted(letter.tally, texts))),
        buttons=buttons_of(letter.tally, texts),
    )


def counted(tally: Tally, texts: Texts) -> list[str]:
    """A sentence for each count that is not nothing."""
    sentences = (
        (tally.new_comments, texts.n("{count} new comment.", "{count} new comments.", tally.new_comments)),
        (
            tally.owed,
            texts.n("{count} comment waits for an answer.", "{count} comments wait for an answer.", tally.owed),
        ),
        (
            tally.overdue,
            texts.n("{count} answer is overdue.", "{count} answers are overdue.", tally.overdue),
        ),
        (
            tally.new_reports,
            texts.n("{count} unread safety report.", "{count} unread safety reports.", tally.new_reports),
        ),
        (
            tally.meetings_soon,
            texts.n(
                "{count} meeting in the next seven days.",
                "{count} meetings in the next seven days.",
                tally.meetings_soon,
            ),
        ),
        (
            tally.deadlines_soon,
            texts.n(
                "The time for comments ends in {count} consultation within seven days.",
                "The time for comments ends in {count} consultations within seven days.",
                tally.deadlines_soon,
            ),
        ),
    )
    return [sentence for count, sentence in sentences if count]


def buttons_of(tally: Tally, texts: Texts) -> Rows:
    """Straight to what is to be done."""
    owed = (button(texts.t("Comments to answer"), ShowOwed()),) if tally.owed else ()
    reports = (button(texts.t("Safety reports"), ShowReports()),) if tally.new_reports else ()
    return tuple(row for row in (owed, reports) if row)
