"""Comments (komente dhe rekomandime) that people leave on a consultation, and the answers owed to them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from participation.consultations.model import Stage
from participation.ids import CampaignId, CommentId, ConsultationId, MeetingId, PersonId
from participation.messages import Media
from participation.words import is_blank


class Capacity(StrEnum):
    """For whom somebody speaks."""

    ONESELF = "oneself"
    ORGANISATION = "organisation"
    ON_BEHALF = "on_behalf"


@dataclass(frozen=True)
class Signature:
    """Under which name a comment stands; without a name it is anonymous.

    `name` is the speaker's own, an organisation's, or that of the person who agreed to be spoken for.
    """

    capacity: Capacity = Capacity.ONESELF
    name: str | None = None


ANONYMOUS = Signature()


class CommentChannel(StrEnum):
    """Which way a comment came."""

    BOT = "bot"
    EMAIL = "email"
    PAPER = "paper"
    MEETING = "meeting"
    REGISTER = "register"
    OTHER = "other"


class Verdict(StrEnum):
    """What becomes of a comment."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REFUSED = "refused"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True)
class Together:
    """That a comment was answered with others, by one reason for all of them: which was the first, and on what."""

    first: str
    subject: str = ""


@dataclass(frozen=True)
class Answer:
    """The decision on a comment; all but full acceptance carry a reason (Law 146/2014, summary of reasons)."""

    verdict: Verdict
    reason: str | None
    at: datetime
    together: Together | None = None


@dataclass(frozen=True)
class Balance:
    """How many comments of a consultation were decided in each way, how many still wait, and how many came late."""

    accepted: int = 0
    partly: int = 0
    refused: int = 0
    out_of_scope: int = 0
    undecided: int = 0
    late: int = 0

    @property
    def received(self) -> int:
        """All of them."""
        return self.accepted + self.partly + self.refused + self.out_of_scope + self.undecided


@dataclass(frozen=True)
class Words:
    """What was said: written, recorded, photographed or attached."""

    text: str = ""
    media: tuple[Media, ...] = ()

    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return is_blank(self.text) and not self.media


@dataclass(frozen=True)
class Translation:
    """What a comment in another language says in Albanian, put down on a day by its author or by a coordinator."""

    text: str
    on: date
    by_author: bool = False


@dataclass(frozen=True)
class Filing:
    """How coordinators file a comment: its theme, the article or part it is on, and which unit got it in writing.

    The article may be what its author said. One in another language has its translation too, or the day until which its
    author was asked for one; `asked` says that this has reached them.
    """

    theme: str = ""
    article: str = ""
    unit: str = ""
    sent_on: date | None = None
    translation: Translation | None = None
    wanted_by: date | None = None
    article_by_author: bool = False
    asked: bool = False


UNFILED = Filing()


@dataclass(frozen=True)
class Earlier:
    """What a comment said before its author changed it on a day."""

    words: Words
    until: date


@dataclass(frozen=True)
class Comment:
    """A comment with the number on its receipt.

    One that says the same as another is joined to its `lead` and answered with it. What its author took back on a day
    is read and not answered. Where it was taken from a record, `meeting` is whose.
    """

    id: CommentId
    receipt: str
    consultation: ConsultationId
    words: Words
    signature: Signature
    left_at: datetime
    late: bool
    answer: Answer | None = None
    channel: CommentChannel = CommentChannel.BOT
    filing: Filing = UNFILED
    lead: CommentId | None = None
    seen_on: date | None = None
    earlier: tuple[Earlier, ...] = ()
    withdrawn_on: date | None = None
    meeting: MeetingId | None = None

    @property
    def waits(self) -> bool:
        """Whether an answer is owed to it."""
        return self.answer is None and self.withdrawn_on is None


@dataclass(frozen=True)
class Unanswered:
    """A comment that waits for its answer, as far as it can be told without opening it."""

    id: CommentId
    consultation: ConsultationId
    left_on: date


@dataclass(frozen=True)
class NewComment:
    """A comment that is about to be kept; `author` is who will hear the answer, none of what came another way.

    It counts from `left_at`; `read_at` is when we took it in, which may be later. Its filing is what its author says.
    """

    receipt: str
    consultation: ConsultationId
    author: PersonId | None
    words: Words
    signature: Signature
    left_at: datetime
    read_at: datetime
    late: bool
    channel: CommentChannel = CommentChannel.BOT
    filing: Filing = UNFILED
    meeting: MeetingId | None = None

    def kept_as(self, number: CommentId) -> Comment:
        """The comment once it is kept under a number."""
        return Comment(
            id=number,
            receipt=self.receipt,
            consultation=self.consultation,
            words=self.words,
            signature=self.signature,
            left_at=self.left_at,
            late=self.late,
            channel=self.channel,
            filing=self.filing,
            meeting=self.meeting,
        )


@dataclass(frozen=True)
class TranslationWanted:
    """A comment is in another language, and its author may put it into Albanian."""

    comment: CommentId


@dataclass(frozen=True)
class AuthorTold:
    """News of a consultation for the author of a comment on it who does not follow it; sent to all in that campaign.

    It is the new version of its notice of that number, or the stage that it has reached.
    """

    comment: CommentId
    campaign: CampaignId
    consultation: ConsultationId
    news: int | Stage
