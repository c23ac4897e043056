"""The channel against a world behind the Bot API: what a person's phone shows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot

from delivery.channels.telegram import TelegramChannel, parts_of
from delivery.courier import Courier
from delivery.limits import Pace
from participation.clock import HandClock
from participation.messages import Button, Media, MediaKind, Message, Point
from participation.post import Address, Doubtful, Later, Lost, Rejected, Sent, Unreachable
from simulator.door import InProcess
from simulator.faults import Fault
from simulator.limits import Limits
from simulator.world import TOKEN, World
from tests.unit.delivery.fakes import FakeQueue, FakeWriter, workshop

NOW = datetime(2023, 6, 12, 8, 0, tzinfo=UTC)


class Phone:
    """A person in a world, and a channel to them."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.clock = HandClock(NOW)
        self.world = World(now=self.clock.now, limits=limits)
        self.bot = self.world.add_bot()
        self.person = self.world.person("Era")
        self.person.starts(self.bot)
        request = InProcess(self.world)
        self.channel = TelegramChannel(Bot(TOKEN, request=request, get_updates_request=request))

    @property
    def address(self) -> Address:
        return Address(self.bot.id, self.person.id)

    async def send(self, message: Message, over: int | None = None, done: int = 0):
        return await self.channel.send(message, to=self.address, over=over, done=done)

    @property
    def shown(self):
        return [m for m in self.person.chat().history.values() if m.direction == "out"]

    @property
    def last(self):
        return self.shown[-1]


async def test_a_title_is_bold_and_stands_apart():
    phone = Phone()
    outcome = await phone.send(Message("the body", title="🙂 Përmet"))
    assert phone.last.text == "🙂 Përmet\n\nthe body"
    assert phone.last.content.entities == ({"type": "bold", "offset": 0, "length": 9},)
    assert outcome == Sent(phone.last.message_id)


async def test_a_point_on_the_map_comes_before_the_words_and_says_how_far_it_may_be_off():
    phone = Phone()
    message = Message("the body", buttons=((Button("Go", press="m"),),), point=Point(40.235, 20.351, within=100))
    outcome = await phone.send(message, over=1)
    point, words = phone.shown
    assert point.content.body == {"location": {"latitude": 40.235, "longitude": 20.351, "horizontal_accuracy": 100}}
    assert (words.text, words.labels) == ("the body", ["Go"])
    assert outcome == Sent(words.message_id)
    assert phone.channel.cost(message) == 2


@pytest.mark.parametrize(
    "words",
    [
        "<b>not bold</b> & co",
        "*_[link](http://x)_* `code`",
        "\u202eright to left\u202c שלום",
        "👩\u200d👩\u200d👧 e\u0301",
        "{blank} %s",
    ],
)
async def test_peoples_words_arrive_as_they_are(words):
    phone = Phone()
    await phone.send(Message(words, title=words))
    assert phone.last.text == f"{words}\n\n{words}"
    assert [e["type"] for e in phone.last.content.entities] == ["bold"]


async def test_buttons_press_or_lead_and_none_is_nameless_or_dead():
    phone = Phone()
    rows = (
        (Button("Comment", press="w~1"), Button("  ", press="w~2")),
        (Button("Register", url="https://example.org/1"), Button("dead")),
        (Button("dead"),),
    )
    await phone.send(Message("x", buttons=rows))
    assert [[b.text for b in row] for row in phone.last.buttons] == [["Comment", "…"], ["Register"]]
    assert phone.last.buttons[0][0].data == "w~1"
    assert phone.last.buttons[1][0].url == "https://example.org/1"


async def test_a_quiet_message_does_not_ring():
    phone = Phone()
    await phone.send(Message("x", quiet=True))
    await phone.send(Message("y"))
    assert [m.silent for m in phone.shown] == [True, False]


async def test_links_are_not_previewed():
    phone = Phone()
    await phone.send(Message("https://example.org"))
    assert "true" in str(phone.world.calls[-1].parameters["link_preview_options"]).lower()


async def test_a_long_text_comes_in_pieces_with_the_buttons_on_the_last():
    phone = Phone()
    body = "\n\n".join(f"{n} " + "fjalë " * 90 for n in range(16))
    message = Message(body, title="Titulli", buttons=((Button("Comment", press="w~1"),),))
    assert phone.channel.cost(message) == 3
    assert await phone.send(message) == Sent(phone.last.message_id)
    assert [len(m.labels) for m in phone.shown] == [0, 0, 1]
    assert [len(m.content.entities) for m in phone.shown] == [1, 0, 0]
    assert "".join("".join(m.text for m in phone.shown).split()) == "".join(("Titulli" + body).split())


async def test_a_title_longer_than_a_message_stays_bold_in_every_piece():
    parts = parts_of(Message("body", title="t" * 5000))
    assert [part.bold for part in parts] == [4096, 904]


@pytest.mark.parametrize("kind", list(MediaKind))
async def test_a_file_of_every_kind_is_sent_by_its_bytes_and_again_by_its_handle(kind):
    phone = Phone()
    media = Media(kind, name="takimi.ics", content=b"BEGIN:VCALENDAR")
    await phone.send(Message("the caption", title="T", media=media, buttons=((Button("B", press="m"),),)))
    assert (phone.last.kind, phone.last.text, phone.last.labels) == (kind.value, "T\n\nthe caption", ["B"])
    assert phone.last.file.content == b"BEGIN:VCALENDAR"
    shown = phone.last.content.body[kind.value]
    handle = (shown[-1] if isinstance(shown, list) else shown)["file_id"]
    await phone.send(Message("", media=Media(kind, ref=handle)))
    assert phone.shown[0].file == phone.last.file


async def test_a_document_keeps_its_name():
    phone = Phone()
    await phone.send(Message("", media=Media(MediaKind.DOCUMENT, name="takimi.ics", content=b"x")))
    assert phone.last.file.name == "takimi.ics"


async def test_a_caption_too_long_follows_the_file_as_text():
    phone = Phone()
    message = Message(
        "fjalë " * 300, media=Media(MediaKind.PHOTO, content=b"\xff\xd8x"), buttons=((Button("B", press="m"),),)
    )
    await phone.send(message)
    assert [(m.kind, len(m.labels)) for m in phone.shown] == [("photo", 0), ("text", 1)]


async def test_an_unknown_handle_is_the_contents_fault():
    outcome = await Phone().send(Message("", media=Media(MediaKind.VOICE, ref="nonsense")))
    assert outcome == Rejected("file", for_all=True)


@pytest.mark.parametrize("words", ["", "PR-2023-0001", "fjalë " * 300])
async def test_where_a_file_is_refused_the_words_arrive_and_a_sentence_in_its_place(words):
    phone = Phone()
    message = Message(
        words,
        title="T",
        media=Media(MediaKind.PHOTO, ref="nonsense"),
        instead="There is a photo here.",
        buttons=((Button("B", press="m"),),),
    )
    outcome = await phone.send(message)
    told = "\n\n".join(m.text for m in phone.shown)
    assert "There is a photo here." in told
    assert words.strip() in told
    assert phone.last.labels == ["B"]
    assert outcome == Sent(phone.last.message_id)


async def test_whoever_blocked_us_gets_no_sentence_in_place_of_a_file():
    phone = Phone()
    phone.person.blocks(phone.bot)
    outcome = await phone.send(Message("", media=Media(MediaKind.PHOTO, ref="nonsense"), instead="A photo."))
    assert outcome == Unreachable(Lost.BLOCKED)


async def test_an_edit_takes_the_old_place():
    phone = Phone()
    first = await phone.send(Message("one", buttons=((Button("B", press="m"),),)))
    assert await phone.send(Message("two", title="T"), over=first.message) == first
    assert len(phone.shown) == 1
    assert phone.last.text == "T\n\ntwo"
    assert phone.last.labels == []


async def test_whatever_takes_the_place_of_a_long_message_leaves_nothing_of_it_standing():
    phone = Phone()
    long = Message("fjalë " * 1500, buttons=((Button("B", press="m"),),))
    asked = await phone.send(Message("before"))
    first = await phone.send(long)
    again = await phone.send(replace(long, body="tjetër " * 1500), over=first.message)
    told = [m.text for m in phone.shown if not m.deleted]
    assert told[0] == "before"
    assert len(told) == 1 + phone.channel.cost(long)
    assert "fjalë" not in "".join(told)
    last = await phone.send(Message("the end"), over=again.message)
    assert [m.text for m in phone.shown if not m.deleted] == ["before", "the end"]
    assert await phone.send(Message("after"), over=asked.message) == asked
    assert last == again


async def test_a_beginning_that_cannot_be_taken_away_stays_and_nothing_else_happens():
    phone = Phone()
    first = await phone.send(Message("fjalë " * 1000))
    phone.clock.move(timedelta(hours=49))
    assert await phone.send(Message("the end"), over=first.message) == first
    assert [m.text[:5] for m in phone.shown if not m.deleted] == ["fjalë", "the e"]


async def test_an_edit_that_changes_nothing_is_done():
    phone = Phone()
    first = await phone.send(Message("one"))
    assert await phone.send(Message("one"), over=first.message) == first


async def test_what_cannot_be_edited_is_said_anew():
    phone = Phone()
    photo = await phone.send(Message("", media=Media(MediaKind.PHOTO, content=b"\xff\xd8x")))
    assert (await phone.send(Message("two"), over=photo.message)).message != photo.message
    assert (await phone.send(Message("three"), over=777)).message == phone.last.message_id
    assert phone.last.text == "three"


async def test_a_file_cannot_take_the_place_of_a_text():
    phone = Phone()
    first = await phone.send(Message("one"))
    await phone.send(Message("", media=Media(MediaKind.DOCUMENT, name="a", content=b"x")), over=first.message)
    assert [m.kind for m in phone.shown] == ["text", "document"]


async def test_nothing_at_all_is_the_contents_fault():
    assert await Phone().send(Message("  \n ")) == Rejected("empty", for_all=True)


async def test_somebody_who_blocked_us_or_is_gone_cannot_be_reached():
    phone = Phone()
    phone.person.blocks()
    assert await phone.send(Message("x")) == Unreachable(Lost.BLOCKED)
    gone = Phone()
    gone.person.deletes_account()
    assert await gone.send(Message("x")) == Unreachable(Lost.GONE)
    stranger = Address(1, 5)
    assert await phone.channel.send(Message("x"), to=stranger, over=None) == Unreachable(Lost.NOT_FOUND)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("429", Later(5, whole_token=True)),
        ("500", Doubtful("server_error")),
        ("html_502", Doubtful("not_telegram")),
        ("cut_after", Doubtful("NetworkError")),
        ("timeout_before", Doubtful("TimedOut")),
        ("timeout_after", Doubtful("TimedOut")),
    ],
)
async def test_a_tired_network_is_told_apart(kind, outcome):
    phone = Phone()
    phone.world.faults.add(Fault(kind))
    assert await phone.send(Message("x")) == outcome


@pytest.mark.parametrize(
    ("kind", "up"),
    [("429", True), ("500", False), ("html_502", False), ("cut_before", False), ("timeout_before", False)],
)
async def test_whether_the_line_is_up_is_asked_without_a_message(kind, up):
    phone = Phone()
    assert await phone.channel.is_up()
    phone.world.faults.add(Fault(kind))
    assert await phone.channel.is_up() is up
    assert await phone.channel.is_up()
    assert phone.shown == []


async def test_a_retry_of_a_long_message_goes_on_where_it_stopped():
    phone = Phone()
    message = Message("\n\n".join("fjalë " * 100 for _ in range(16)))
    phone.world.faults.add(Fault("429", skip=1))
    assert await phone.send(message) == Later(5, whole_token=True, done=1)
    assert len(phone.shown) == 1
    assert isinstance(await phone.send(message, done=1), Sent)
    assert len(phone.shown) == phone.channel.cost(message) == 3


async def test_a_long_message_that_broke_off_twice_tells_where():
    phone = Phone()
    message = Message("\n\n".join("fjalë " * 100 for _ in range(16)))
    phone.world.faults.add(Fault("429", skip=1))
    phone.world.faults.add(Fault("429"))
    assert await phone.send(message, done=0) == Later(5, whole_token=True, done=1)
    assert await phone.send(message, done=1) == Later(5, whole_token=True, done=1)


async def test_of_a_message_that_has_become_shorter_the_last_part_is_sent_with_its_buttons():
    phone = Phone()
    assert isinstance(await phone.send(Message("x", buttons=((Button("B", press="m"),),)), done=2), Sent)
    assert [m.text for m in phone.shown] == ["x"]


async def test_the_courier_stays_within_a_strict_servers_limits():
    phone = Phone(Limits.strict())
    people = [phone.world.person(f"P{n}") for n in range(200)]
    queue = FakeQueue()
    for person in people:
        person.starts(phone.bot)
        queue.add(person.id, "hello", due=NOW)
    for number in range(6):
        queue.add(people[0].id, f"reply {number}", due=NOW)
    queue.addresses = lambda ids: _addresses(phone, ids)
    courier = Courier(
        queue=queue,
        channel=phone.channel,
        letters=FakeWriter(),
        workshop=workshop,
        clock=phone.clock,
        pace=Pace(),
        jitter=lambda: 0.0,
    )
    assert await courier.deliver_due() == 206
    assert {call.outcome for call in phone.world.calls} == {"ok"}
    assert phone.world.delivered() == 206


async def _addresses(phone, ids):
    return {each: Address(phone.bot.id, each) for each in ids}
