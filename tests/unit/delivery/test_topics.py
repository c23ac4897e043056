"""What a channel does in a group: topics are made, turned and deleted, and none swallows what is said in it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from telegram import Bot

from delivery.channels.answers import TOPIC_CLOSED, TOPIC_GONE, Edit
from delivery.channels.telegram import TelegramChannel
from delivery.channels.topics import Topics
from participation.clock import HandClock
from participation.ids import ReportId
from participation.messages import Button, Media, MediaKind, Message, Topic
from participation.post import Address, Doubtful, Later, Moved, Rejected, Sent, topic_in
from simulator.door import InProcess
from simulator.faults import Fault
from simulator.world import TOKEN, World

NOW = datetime(2023, 6, 12, 8, 0, tzinfo=UTC)
NEW = Topic(ReportId(7), "PR-S-2023-0007", told="delivered")
CARD = Message("card", buttons=((Button("Open", start="q_7"),),), topic=NEW)


class Forum:
    """A group with topics, and a channel to it."""

    def __init__(self, *, forum: bool = True) -> None:
        self.world = World(now=HandClock(NOW).now)
        self.bot = self.world.add_bot()
        self.zana = self.world.person("Zana")
        self.group = self.world.group("Zyra", members=[self.zana, self.bot], supergroup=True, forum=forum)
        self.group.promotes(self.bot)
        request = InProcess(self.world)
        self.telegram = Bot(TOKEN, request=request, get_updates_request=request)
        self.channel = TelegramChannel(self.telegram)

    async def send(self, message: Message):
        await self.telegram.initialize()
        return await self.channel.send(message, to=Address(self.bot.id, self.group.id), over=None)

    def texts(self, thread: int) -> list[str]:
        return [one.text for one in self.group.in_topic(thread)]

    @property
    def methods(self) -> list[str]:
        return [call.method for call in self.world.calls if call.method != "getMe"]


async def made(forum: Forum) -> Topic:
    topic = topic_in(await forum.send(CARD))
    assert topic is not None
    return topic


async def test_where_there_is_none_it_is_made_and_comes_back_with_its_card():
    forum = Forum()
    outcome = await forum.send(CARD)
    [card] = forum.group.in_topic(forum.group.thread(NEW.name))
    assert outcome == Sent(card.message_id, replace(NEW, thread=forum.group.thread(NEW.name), card=card.message_id))
    assert card.buttons[0][0].url == "https://t.me/bashke_bot?start=q_7"
    assert forum.channel.cost(CARD) == 2, "to make a topic counts as a message does"


async def test_what_is_said_later_goes_into_it():
    forum = Forum()
    topic = await made(forum)
    later = Message("seen", topic=replace(topic, told="seen"), above="card")
    outcome = await forum.send(later)
    assert topic_in(outcome) == replace(topic, told="seen")
    assert forum.texts(topic.thread) == ["card", "seen"]
    assert forum.channel.cost(later) == 1


async def test_one_that_was_deleted_is_made_anew_with_what_stands_above():
    forum = Forum()
    topic = await made(forum)
    forum.group.drop_topic(topic.thread)
    outcome = await forum.send(Message("seen", topic=replace(topic, told="seen"), above="card"))
    thread = forum.group.thread(NEW.name)
    assert thread != topic.thread
    assert forum.texts(thread) == ["card\nseen"]
    assert (topic_in(outcome).thread, topic_in(outcome).card) == (thread, forum.group.in_topic(thread)[0].message_id)


async def test_it_is_closed_and_opened_again_and_twice_is_the_same():
    forum = Forum()
    topic = await made(forum)
    for shut in (True, True, False, False):
        outcome = await forum.send(Message("x", topic=replace(topic, shut=shut, turns=True)))
        assert isinstance(outcome, Sent)
        assert forum.group.topics[topic.thread].closed is shut
    assert forum.texts(topic.thread) == ["card", "x", "x", "x", "x"]


async def test_a_new_one_of_what_is_closed_already_is_closed():
    forum = Forum()
    outcome = await forum.send(replace(CARD, topic=replace(NEW, shut=True, turns=True)))
    assert forum.group.topics[topic_in(outcome).thread].closed
    assert forum.methods == ["createForumTopic", "sendMessage", "closeForumTopic"]


@pytest.mark.parametrize("shut", [True, False])
async def test_one_that_somebody_closed_is_opened_for_what_is_said(shut):
    """Where the server takes nothing into a closed topic, not even from whoever may manage it."""
    asked, said, heard = [], [], iter([TOPIC_CLOSED, Sent(9)])

    async def ask(call):
        asked.append(call.method)
        return Sent(0)

    async def say(message, thread):
        said.append(thread)
        return next(heard)

    topic = replace(NEW, thread=5, shut=shut)
    outcome = await Topics(ask).say(Message("x", topic=topic), topic, to=-1, by=say)
    assert outcome == Sent(9, replace(topic, card=9))
    assert said == [5, 5]
    assert asked == ["reopenForumTopic", "closeForumTopic" if shut else "reopenForumTopic"]


@pytest.mark.parametrize("outcome", [Later(3, whole_token=True), Doubtful("timed out"), Rejected("no_rights")])
async def test_a_topic_that_was_made_in_vain_is_not_made_again(outcome):
    async def ask(call):
        return Sent(5)

    async def say(message, thread):
        return outcome

    got = await Topics(ask).say(CARD, NEW, to=-1, by=say)
    assert got == replace(outcome, topic=replace(NEW, thread=5, told="")), "it is there, and nothing was told in it"


@pytest.mark.parametrize(
    ("heard", "outcome"),
    [
        (Rejected("no_forum"), Rejected("no_forum")),
        (Moved(-2), Moved(-2)),
        (Later(3, whole_token=True), Later(3, whole_token=True)),
        (TOPIC_GONE, TOPIC_GONE),
        (Edit.SAME, Rejected("topic_same")),
    ],
)
async def test_where_none_can_be_made_that_is_the_answer(heard, outcome):
    async def ask(call):
        return heard

    async def say(message, thread):
        raise AssertionError

    assert await Topics(ask).say(CARD, NEW, to=-1, by=say) == outcome


async def test_what_could_not_be_turned_for_a_moment_is_said_later():
    async def ask(call):
        return Later(3, whole_token=True)

    async def say(message, thread):
        raise AssertionError

    topic = replace(NEW, thread=5, shut=True, turns=True)
    got = await Topics(ask).say(CARD, topic, to=-1, by=say)
    assert got == Later(3, whole_token=True, topic=replace(topic, told=""))


async def test_a_group_without_topics_and_rights_that_are_missing_have_their_own_names():
    forum = Forum(forum=False)
    assert await forum.send(CARD) == Rejected("no_forum")
    forum = Forum()
    forum.group.limits(forum.bot, "can_manage_topics")
    assert await forum.send(CARD) == Rejected("no_rights")


async def test_a_deleted_report_takes_all_of_it_away():
    forum = Forum()
    topic = await made(forum)
    gone = Message(NEW.name, topic=replace(topic, gone=True))
    for _ in range(2):
        assert isinstance(await forum.send(gone), Sent)
        assert forum.group.topics[topic.thread].deleted


async def test_where_it_may_not_be_deleted_the_card_says_its_number_only():
    forum = Forum()
    topic = await made(forum)
    forum.group.limits(forum.bot, "can_delete_messages")
    assert isinstance(await forum.send(Message(NEW.name, topic=replace(topic, gone=True))), Sent)
    [card] = forum.group.in_topic(topic.thread)
    assert (card.text, card.labels) == (NEW.name, [])
    without = Message(NEW.name, topic=replace(topic, gone=True, card=None))
    assert await forum.send(without) == Rejected("no_rights")


async def test_while_the_server_is_ill_a_topic_waits_to_be_deleted():
    forum = Forum()
    topic = await made(forum)
    forum.world.faults.add(Fault("429", method="deleteForumTopic", retry_after=7))
    assert isinstance(await forum.send(Message(NEW.name, topic=replace(topic, gone=True))), Later)
    assert not forum.group.topics[topic.thread].deleted


async def test_a_file_goes_into_the_topic_as_words_do():
    forum = Forum()
    topic = await made(forum)
    file = Media(MediaKind.DOCUMENT, name="a.txt", content=b"a")
    await forum.send(Message("x", media=file, topic=topic))
    assert forum.group.in_topic(topic.thread)[-1].kind == "document"
