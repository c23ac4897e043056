"""What is owed to whom: how comments are filed, joined, seen and taken back; and the digests that nobody has seen."""

from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import literal, select

from participation.clock import REACHES_BACK, local_day
from participation.comments.model import Comment, CommentChannel, Earlier, Filing, Unanswered, Words
from participation.digests.model import Unseen
from participation.ids import CampaignId, CommentId, ConsultationId, InstitutionId
from participation.letters import Lane, NoticeChanged, StageReached
from participation.post import News
from storage.codec import letter_from, to_json
from storage.desks.comments import OWED, WAITS, comment_in, filing_in, said_in, unanswered_in
from storage.desks.desk import Desk
from storage.desks.outbox import CAMPAIGN
from storage.desks.owning import author_of
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import campaigns, comments, consultations, news, unseen


class Ledger(Desk):
    """Fulfils `participation.ledger.Ledger`."""

    async def of(self, consultation: ConsultationId) -> Sequence[Comment]:
        """All comments of a consultation, the first one first."""
        theirs = select(comments).where(comments.c.consultation == consultation).order_by(comments.c.id)
        return [comment_in(row, self._vault) for row in await self._all(theirs)]

    async def channels(self, consultation: ConsultationId) -> Set[CommentChannel]:
        """The ways by which comments on it came."""
        rows = await self._all(select(comments.c.channel).where(comments.c.consultation == consultation).distinct())
        return {CommentChannel(row["channel"]) for row in rows}

    async def joined_to(self, lead: CommentId) -> Sequence[CommentId]:
        """Those that are answered with this one."""
        rows = await self._all(select(comments.c.id).where(comments.c.lead == lead).order_by(comments.c.id))
        return [CommentId(row["id"]) for row in rows]

    async def hold(self, found: Sequence[CommentId]) -> None:
        """Let nobody else change these until this is done, always in the same order: nobody waits for each other."""
        for one in sorted(found):
            await self._touch(comments.update().where(comments.c.id == one).values(lead=comments.c.lead))

    async def file(self, comment: CommentId, filing: Filing) -> None:
        """Keep how it is filed, sealed."""
        row = await self._get(select(comments.c.receipt).where(comments.c.id == comment))
        sealed = self._vault.seal("filing", to_json(filing), row["receipt"])
        await self._run(comments.update().where(comments.c.id == comment).values(filed=sealed))

    async def join(self, comment: CommentId, lead: CommentId | None) -> bool:
        """Let it be answered with another one, or by itself; False if it waits for no answer any more.

        What was joined to it goes along.
        """
        if lead is not None:
            await self._run(comments.update().where(comments.c.lead == comment, *WAITS).values(lead=lead))
        return bool(await self._run(comments.update().where(comments.c.id == comment, *WAITS).values(lead=lead)))

    async def mark_seen(self, comment: CommentId, on: date) -> None:
        """A coordinator has opened it; the first day stays."""
        first = (comments.c.id == comment, comments.c.seen_on.is_(None))
        await self._run(comments.update().where(*first).values(seen_on=on))

    async def mark_all_seen(self, institution: InstitutionId, until: datetime, on: date) -> None:
        """A coordinator has seen a digest that counted all we had read until a moment."""
        day, first, last = comments.c.left_on, local_day(until - REACHES_BACK), local_day(until)
        own = select(consultations.c.id).where(consultations.c.institution == institution)
        fresh = (comments.c.consultation.in_(own), comments.c.seen_on.is_(None))
        about = await self._all(select(comments).where(*fresh, day.between(first, last)))
        later = [row["id"] for row in about if said_in(row, self._vault).read_at > until]
        await self._run(comments.update().where(*fresh, day <= last, comments.c.id.not_in(later)).values(seen_on=on))

    async def reword(self, comment: CommentId, words: Words, on: date) -> bool:
        """Let it say something else, and keep what it said; False if it waits for no answer any more."""
        row = await self._get(select(comments).where(comments.c.id == comment))
        said = said_in(row, self._vault)
        anew = replace(said, words=words, earlier=(*said.earlier, Earlier(said.words, on)))
        sealed = self._vault.seal("comment", to_json(anew), row["receipt"])
        return bool(await self._run(comments.update().where(comments.c.id == comment, *WAITS).values(sealed=sealed)))

    async def withdraw(self, comment: CommentId, on: date) -> bool:
        """Its author takes it back; of what was joined to it the oldest leads. False if it waits for no answer."""
        gone = comments.update().where(comments.c.id == comment, *WAITS).values(withdrawn_on=on, lead=None)
        if not await self._run(gone):
            return False
        heirs = await self.joined_to(comment)
        for heir in heirs:
            lead = None if heir == heirs[0] else heirs[0]
            await self._run(comments.update().where(comments.c.id == heir).values(lead=lead))
        return True

    async def unwarned(self) -> Sequence[Unanswered]:
        """Those that wait, and whose authors have not been told that the day of the answer is over."""
        wanted = select(comments.c.id, comments.c.consultation, comments.c.left_on).join(consultations)
        from_here = (~comments.c.warned, comments.c.channel == CommentChannel.BOT.value)
        return [unanswered_in(row) for row in await self._all(wanted.where(*OWED, *from_here).order_by(comments.c.id))]

    async def mark_warned(self, comment: CommentId, *, warned: bool = True) -> None:
        """Its author has been told, or there is nobody to tell; or was asleep, and is to be told again."""
        await self._touch(comments.update().where(comments.c.id == comment).values(warned=warned))

    async def spread_news(self, campaign: CampaignId, consultation: ConsultationId) -> None:
        """All who have commented on it, and have not taken it back, are to be told of what is sent out."""
        theirs = (comments.c.consultation == consultation, comments.c.withdrawn_on.is_(None))
        from_here = (*theirs, comments.c.channel == CommentChannel.BOT.value)
        found = select(comments.c.id, literal(campaign)).where(*from_here)
        await self._run(insert(news).from_select([news.c.comment, news.c.campaign], found))

    async def news(self) -> Sequence[News]:
        """What authors are still to be told of, the first one first."""
        columns = (campaigns.c.kind, campaigns.c.letter, campaigns.c.lane, comments.c.author, comments.c.receipt)
        wanted = select(news, *columns).join(campaigns).join(comments)
        found: defaultdict[CampaignId, list[Row]] = defaultdict(list)
        for row in await self._all(wanted.order_by(news.c.campaign, news.c.comment)):
            found[row["campaign"]].append(row)
        return [self._news(campaign, rows) for campaign, rows in found.items()]

    def _news(self, campaign: CampaignId, rows: Sequence[Row]) -> News:
        sent = letter_from(rows[0]["kind"], self._vault.open("letter", rows[0]["letter"], CAMPAIGN))
        assert isinstance(sent, NoticeChanged | StageReached)
        authors = {CommentId(row["comment"]): author_of(row, self._vault) for row in rows}
        return News(campaign, sent, rows[0]["lane"] <= Lane.URGENT, authors)

    async def end_news(self, campaign: CampaignId, found: Collection[CommentId]) -> None:
        """Their authors have been told of it, or need not be."""
        await self._run(news.delete().where(news.c.campaign == campaign, news.c.comment.in_(found)))

    async def ask_author(self, comment: CommentId) -> None:
        """Its author is to be asked for a translation."""
        await self._touch(comments.update().where(comments.c.id == comment).values(unasked=True))

    async def unasked(self) -> Sequence[CommentId]:
        """Those whose authors are still to be asked for a translation, and that wait for an answer."""
        found = select(comments.c.id).join(consultations).where(comments.c.unasked, *OWED).order_by(comments.c.id)
        return [CommentId(row["id"]) for row in await self._all(found)]

    async def mark_asked(self, comment: CommentId) -> None:
        """Its author has been asked, or there is nobody to ask."""
        await self._touch(comments.update().where(comments.c.id == comment).values(unasked=False))

    async def mark_heard(self, comment: CommentId) -> None:
        """What its author was asked for has reached them."""
        await self.hold([comment])
        row = await self._get(select(comments).where(comments.c.id == comment))
        await self.file(comment, replace(filing_in(row, self._vault), asked=True))

    async def unseen(self, institution: InstitutionId) -> Unseen | None:
        """Since when nobody there has said that they have seen a digest, if so."""
        row = await self._find(select(unseen).where(unseen.c.institution == institution))
        return None if row is None else Unseen(row["since"], row["raised"], row["moved_on"])

    async def keep_unseen(self, institution: InstitutionId, found: Unseen) -> None:
        """Keep how it stands."""
        values = {"since": found.since, "raised": found.raised, "moved_on": found.moved_on}
        put = insert(unseen).values(institution=institution, **values)
        await self._run(put.on_conflict_do_update(index_elements=[unseen.c.institution], set_=values))
