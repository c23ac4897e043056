"""What the rules need to know what is owed, by shape: how comments are filed, joined, seen and taken back."""

from collections.abc import Collection, Sequence, Set
from datetime import date, datetime
from typing import Protocol

from participation.comments.model import Comment, CommentChannel, Filing, Unanswered, Words
from participation.digests.model import Unseen
from participation.ids import CampaignId, CommentId, ConsultationId, InstitutionId
from participation.post import News


class Ledger(Protocol):
    """What is owed to whom (detyrimet), and who has seen it."""

    async def of(self, consultation: ConsultationId) -> Sequence[Comment]:
        """All comments of a consultation, the first one first."""
        ...

    async def channels(self, consultation: ConsultationId) -> Set[CommentChannel]:
        """The ways by which comments on it came; none of them is opened for it."""
        ...

    async def joined_to(self, lead: CommentId) -> Sequence[CommentId]:
        """Those that are answered with this one."""
        ...

    async def hold(self, found: Sequence[CommentId]) -> None:
        """Let nobody else change these until this is done."""
        ...

    async def file(self, comment: CommentId, filing: Filing) -> None: ...
    async def join(self, comment: CommentId, lead: CommentId | None) -> bool:
        """Let it be answered with another one, or by itself; False if it waits for no answer any more.

        What was joined to it goes along.
        """
        ...

    async def mark_seen(self, comment: CommentId, on: date) -> None:
        """A coordinator has opened it; the first day stays."""
        ...

    async def mark_all_seen(self, institution: InstitutionId, until: datetime, on: date) -> None:
        """A coordinator has seen a digest that counted all we had read until a moment."""
        ...

    async def reword(self, comment: CommentId, words: Words, on: date) -> bool:
        """Let it say something else, and keep what it said; False if it waits for no answer any more."""
        ...

    async def withdraw(self, comment: CommentId, on: date) -> bool:
        """Its author takes it back; of what was joined to it the oldest leads. False if it waits for no answer."""
        ...

    async def unwarned(self) -> Sequence[Unanswered]:
        """Those that wait, and whose authors have not been told that the day of the answer is over."""
        ...

    async def mark_warned(self, comment: CommentId) -> None: ...
    async def spread_news(self, campaign: CampaignId, consultation: ConsultationId) -> None:
        """All who have commented on it are to be told of what is sent out."""
        ...

    async def news(self) -> Sequence[News]:
        """What authors are still to be told of, the first one first."""
        ...

    async def end_news(self, campaign: CampaignId, comments: Collection[CommentId]) -> None:
        """Their authors have been told of it, or need not be."""
        ...

    async def ask_author(self, comment: CommentId) -> None:
        """Its author is to be asked for a translation."""
        ...

    async def unasked(self) -> Sequence[CommentId]:
        """Those whose authors are still to be asked for a translation."""
        ...

    async def mark_asked(self, comment: CommentId) -> None: ...
    async def unseen(self, institution: InstitutionId) -> Unseen | None:
        """Since when nobody there has said that they have seen a digest, if so."""
        ...

    async def keep_unseen(self, institution: InstitutionId, found: Unseen) -> None: ...
