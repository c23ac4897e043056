"""Whatever comes in, in whatever state: a helpful answer, and nothing lost."""

import random
import string
from dataclasses import fields, replace

import pytest
from sqlalchemy.exc import OperationalError

from bot.setup import FirstInstitution, ensure_institution
from bot.taps import ONE_WISH
from handlers import tables
from handlers.routes import Route
from handlers.tables import BUTTONS, DIALOGS
from participation.packing import pack
from tests.conversations.states import COMMENT, KEPT, STATES, bring_to, drafts_of, walk
from tests.conversations.steps import RECEIPT, comment, opened, report, rows, tell, texts_since
from tests.town import announce

FAULT = "went wrong on our side"
STORY = "It happens behind the gym, every evening."

WAYS_ON = {
    "Cancel",
    "No, keep it",
    "Nothing, forget it",
    "Not now",
    "Back",
    "Go on with it",
    "Leave it as it is",
    "Keep it",
}


def everything(person, bot):
    """Every kind of message but words."""
    return [
        lambda: person.sends_sticker(bot),
        lambda: person.sends_contact(bot),
        lambda: person.sends_poll(bot),
        lambda: person.sends_dice(bot),
        lambda: person.sends_video_note(bot),
        lambda: person.sends_animation(bot),
        lambda: person.sends_audio(bot),
        lambda: person.sends_video(bot),
        lambda: person.sends_document(bot),
        lambda: person.sends_voice(bot),
        lambda: person.sends_photo(bot),
        lambda: person.sends_venue(bot, "Sheshi", 40.2, 20.3),
        lambda: person.sends_location(bot, 40.2, 20.3),
    ]


def test_every_step_of_every_dialog_is_tried():
    steps = {f"{name}: {step.__name__}" for name, dialog in DIALOGS.items() for step in dialog.steps}
    assert set(STATES) == steps - {"arrive: Greeting"}  # that one has a test of its own


@pytest.mark.parametrize("state", STATES)
async def test_every_kind_of_message_in_every_state_is_answered_and_loses_nothing(square, state):
    town, person = square.town, await bring_to(state, square)
    before = len(town.seen(person))
    acts = everything(person, town.bot)
    for act in acts:
        act()
    await town.settle()
    answers = town.seen(person)[before:]
    assert len(answers) >= len(acts)
    assert FAULT not in "".join(answers)
    kept = await drafts_of(town, person)
    assert kept
    if any(KEPT in step for step in STATES[state]):
        assert KEPT.strip(".") in kept
    if state.startswith(("comment", "loose")):
        assert all(f'"{kind}"' in kept for kind in ("photo", "voice", "document"))
    assert WAYS_ON & set(town.heard(person).labels)
    left = await town.say(person, "/anulo")
    if "Throw this announcement away?" in left.text and state != "publish: Leaving":
        left = await town.say(person, "/anulo")
    assert "Nothing was sent" in left.text


async def test_before_the_language_is_known_everything_leads_to_it(town):
    ana = town.newcomer()
    for act in everything(ana, town.bot):
        act()
    await town.settle()
    question = "Zgjidhni gjuhën.\nChoose your language.\n\nNë rrezik telefononi 112.\nIn danger call 112."
    assert set(town.seen(ana)) <= {question, town.heard(ana).text}
    assert town.heard(ana).labels == ["Shqip", "English"]


def forged(rng: random.Random) -> str:
    tags = ["k", "w", "t", "t1", "a", "as", "ic", "r", "s", "d", "c", "ac", "q", "ow", "qs", "pg", "fp", "mm", "x", "n"]
    tags += ["l", "z", "u", "m", "o", "??", ""]
    values = [
        "1",
        "0",
        "-1",
        "9" * 20,
        "²",
        "x",
        "",
        "ë",
        "1_0",
        "report",
        "comment",
        "00000000",
        "send",
        "erase",
        "ft",
    ]
    data = "~".join([rng.choice(tags), *rng.choices(values, k=rng.randrange(5))])
    if rng.random() < 0.2:
        data = "".join(rng.choices(string.printable, k=20))
    return data.encode()[:64].decode(errors="ignore") or "x"


async def test_forged_buttons_are_refused_kindly(square, tmp_path):
    town, ana = square.town, square.ana
    rng = random.Random(2023)
    last = town.heard(ana)
    for _ in range(60):
        ana.presses_data(town.bot, forged(rng), message=last)
    await town.settle()
    assert FAULT not in "".join(town.seen(ana))
    assert rows(tmp_path, "comments") == rows(tmp_path, "reports") == []


@pytest.mark.on_both
@pytest.mark.parametrize("number", [2**31 - 1, 2**31, 10**15 - 1], ids=["the last", "one more", "many more"])
async def test_a_number_beyond_all_that_are_kept_leads_nowhere_and_is_no_fault(square, number):
    town, ana = square.town, square.ana
    for payload in (f"k_{number}", f"t_{number}", f"b_{number}"):
        before = len(town.seen(ana))
        await town.say(ana, f"/start {payload}")
        assert "not valid any more" in texts_since(town, ana, before), payload
    for data in (f"k~{number}", f"t~{number}", f"d~{number}", f"as~1~{number}", f"fp~{number}"):
        before = len(town.seen(ana))
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert FAULT not in texts_since(town, ana, before), data


OFFICIAL = ("ac~1", "ow~0", "qs~0", "q~1", "pg~1", "mm~1", "n~zyra", "n~publiko", "n~fto")


async def test_what_is_a_coordinators_is_refused_to_everybody_else_and_logged(square, tmp_path, caplog):
    town, ana = square.town, square.ana
    await comment(town, ana, "Mine.")
    await report(town, ana)
    for data in OFFICIAL:
        caplog.clear()
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert "Only a coordinator of this institution can do that." in town.heard(ana).text, data
        assert "refused: " in caplog.text, data
    for command in ("/zyra", "/publiko", "/fto"):
        assert "Only a coordinator" in (await town.say(ana, command)).text
    assert any("refused" in row for row in rows(tmp_path, "audit"))
    assert str(ana.id) not in caplog.text


async def test_a_coordinator_of_one_institution_is_nobody_at_another(square, caplog):
    town, ana = square.town, square.ana
    await comment(town, ana, "Mine.")
    await report(town, ana)
    await ensure_institution(FirstInstitution("Bashkia Berat", "Berat", "BR"), town.service.database)
    beni = await town.officer("Beni", institution="Bashkia Berat")
    hidden = "not here any more, or it is not for you"
    for data in ("ac~1", "q~1", "mm~1", "pr~1"):
        caplog.clear()
        await town.do(beni, lambda data=data: beni.presses_data(town.bot, data))
        answer = hidden if data == "q~1" else "Only a coordinator of this institution can do that."
        assert answer in town.heard(beni).text, data
        assert "refused: " in caplog.text, data
    for data in ("c~1", "pg~1"):
        await town.do(beni, lambda data=data: beni.presses_data(town.bot, data))
        assert hidden in town.heard(beni).text, data


def every_button(number: int) -> list[str]:
    """Each kind of button there is, about whatever has this number."""
    words = {"act": "note", "view": "all", "span": "m1", "form": "xlsx", "answer": "yes"}
    actions = [
        kind(**{one.name: words.get(one.name, "") if one.type in {str, "str"} else number for one in fields(kind)})
        for kind in BUTTONS
    ]
    return [pack(action) for action in actions]


@pytest.mark.parametrize("who", ["a coordinator of another institution", "a citizen"])
async def test_no_button_of_any_kind_leads_to_the_report_or_the_file_of_somebody_elses_institution(square, who):
    town, ana = square.town, square.ana
    await tell(town, ana, STORY)
    await town.do(ana, lambda: ana.sends_photo(town.bot))
    await town.press(ana, "Skip")
    await town.press(ana, "Send")
    await ensure_institution(FirstInstitution("Bashkia Berat", "Berat", "BR"), town.service.database)
    berat = who != "a citizen"
    beni = await (town.officer("Beni", institution="Bashkia Berat") if berat else town.citizen("Beni", "English"))
    before = len(beni.chat(town.bot).messages)
    buttons = every_button(1)
    assert len(buttons) == len(BUTTONS)
    for data in buttons:
        town.clock.move(ONE_WISH)
        beni.presses_data(town.bot, data)
        await town.settle()
    got = beni.chat(town.bot).messages[before:]
    assert FAULT not in "".join(message.text for message in got)
    assert not [message.text for message in got if STORY in message.text or RECEIPT in message.text]
    assert not [message.kind for message in got if message.kind == "photo"]
    assert (await opened(square)).text.count(STORY) == 1, "and there it is, unread until now"


async def test_behind_a_mask_or_in_a_group_nobody_is_a_coordinator(square, tmp_path, caplog):
    town, zana = square.town, square.zana
    group = town.world.group("Këshilli", members=[zana, town.bot])
    channel = town.world.channel("Lajme", admins=[zana])
    before = rows(tmp_path, "drafts")
    for speak in (
        lambda: group.says_anonymously(town.bot, "/publiko"),
        lambda: group.says_as_channel(channel, town.bot, "/publiko"),
    ):
        caplog.clear()
        speak()
        await town.settle()
        assert "behind a chat's mask" in caplog.text
    group.says(zana, town.bot, "/publiko")
    group.says(zana, town.bot, "just talking")
    await town.settle()
    said = [m.text for m in group.messages if m.direction == "out"]
    assert len(said) == 1  # a group is answered once an hour
    assert all("https://t.me/bashke_bot" in text for text in said)
    assert rows(tmp_path, "drafts") == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/NDIHMË", "You can do everything with the buttons"),
        ("/te_miat@bashke_bot", "have not sent a comment"),
        ("/Privatësia", "What we cannot change"),
        ("/raporto\nme ndihmë", "danger right now"),
        ("/frobnicate", "You can do everything with the buttons"),
        ("/", "You can do everything with the buttons"),
        ("/start " + "x" * 3000, "not valid any more"),
        ("/start k_²", "not valid any more"),
        ("/start k_" + "9" * 60, "not valid any more"),
    ],
)
async def test_commands_are_understood_as_people_type_them(square, typed, said):
    town, ana = square.town, square.ana
    before = len(town.seen(ana))
    await town.say(ana, typed)
    assert said in texts_since(town, ana, before)


async def test_updates_that_come_twice_or_out_of_order_are_taken_once(square, tmp_path):
    town, ana = square.town, square.ana
    await walk(town, ana, (*COMMENT, "Without a name"))
    ana.presses("Send", town.bot)
    ana.says(town.bot, "/te_miat")
    updates = await town.line.bot.get_updates(timeout=0)
    await town.line.intake.take(updates[::-1])
    await town.line.intake.take(updates)
    await town.settle()
    assert len(rows(tmp_path, "comments")) == 1


async def test_a_poison_update_is_parked_with_a_number_and_blocks_nobody(square, monkeypatch, tmp_path, caplog):
    async def burst(*_):
        raise ZeroDivisionError

    town, ana = square.town, square.ana
    monkeypatch.setitem(tables.COMMANDS, "ndihme", Route(burst))
    ana.says(town.bot, "/ndihme")
    ana.says(town.bot, "/menu")
    await town.settle()
    apology, menu = town.seen(ana)[-2:]
    number = apology.split("Fault number: ")[1][:6]
    assert FAULT in apology
    assert "What would you like to do?" in menu
    assert any(number in map(str, row) for row in rows(tmp_path, "inbox"))
    assert number in caplog.text


async def test_while_the_database_is_away_nothing_is_confirmed_and_nothing_lost(square, monkeypatch):
    town, ana = square.town, square.ana
    gone = OperationalError("BEGIN", {}, Exception("disk I/O error"))

    async def away(*_):
        raise gone

    before = len(town.seen(ana))
    with monkeypatch.context() as patch:
        patch.setitem(tables.COMMANDS, "ndihme", Route(away))
        ana.says(town.bot, "/ndihme")
        with pytest.raises(ExceptionGroup):
            await town.settle()
        assert town.world.pending(town.bot) == 1
        assert texts_since(town, ana, before) == ""
    await town.settle()
    assert "You can do everything with the buttons" in town.heard(ana).text
    assert len(town.seen(ana)) == before + 1


async def test_an_edit_of_a_comment_touches_only_its_own_words(square):
    town, ana = square.town, square.ana
    await walk(town, ana, ("Plani Social", "Comment"))
    first = ana.says(town.bot, "Frist.")
    photo = ana.sends_photo(town.bot, caption="Brigde")
    await town.settle()
    await town.press(ana, "With my name")
    name = ana.says(town.bot, "Ana Lul")
    await town.settle()
    for message, words in ((first, "First."), (photo, "Bridge"), (name, "Ana Lule")):
        await town.do(ana, lambda message=message, words=words: ana.edits(message, words))
    preview = town.heard(ana).text
    assert "First.\nBridge" in preview
    assert "Name: Ana Lule" in preview
    assert preview.count("Ana") == 1


async def test_a_second_comment_never_throws_the_first_away_unasked(square):
    town, ana = square.town, square.ana
    await announce(town, square.zana, title="Buxheti 2024")
    await walk(town, ana, (*COMMENT, "/hapur", "Buxheti", "Comment"))
    screen = town.heard(ana)
    assert "You have begun a comment on “Plani Social 2024–2027”" in screen.text
    assert KEPT in screen.text
    await town.press(ana, "Go on with it")
    preview = await town.press(ana, "Without a name")
    assert "“Plani Social 2024–2027”" in preview.text
    assert KEPT in preview.text


async def test_back_from_the_signature_keeps_the_words(square):
    town, ana = square.town, square.ana
    await walk(town, ana, COMMENT)
    assert KEPT in (await town.press(ana, "Back")).text
    await town.press(ana, "Go on")
    assert KEPT in (await town.press(ana, "Without a name")).text


async def test_a_draft_of_an_older_version_is_given_back_and_not_misread(square, monkeypatch):
    town, ana = square.town, square.ana
    await walk(town, ana, COMMENT)
    newer = replace(tables.DIALOGS["comment"], version=99)
    monkeypatch.setitem(tables.DIALOGS, "comment", newer)
    told = await town.press(ana, "Without a name")
    assert "The bot has changed since you began to write" in told.text
    assert KEPT in told.text
    assert await drafts_of(town, ana) == ""


@pytest.mark.parametrize(
    "words", ["/Rruga jonë është e prishur.", "/ndal makinat para shkollës", "/start nga fillimi dhe"]
)
async def test_words_that_begin_with_a_slash_are_words(square, words):
    town, ana = square.town, square.ana
    await town.press(ana, "Plani Social")
    await town.press(ana, "Comment")
    assert words in (await town.say(ana, words)).text


async def test_words_behind_no_command_are_kept_and_asked_about(square):
    shown = await square.town.say(square.ana, "/Rruga jonë është e prishur.")
    assert "We have kept what you sent" in shown.text


async def test_a_command_with_more_words_is_a_command_where_nothing_is_being_written(square):
    assert "quiet" in (await square.town.say(square.ana, "/qetesi ju lutem")).text.lower()
