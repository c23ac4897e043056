"""The first minutes: a language, who we are, a home, what is open."""

from datetime import timedelta

import pytest

from participation.people.model import Reach
from tests.town import announce


async def test_the_language_comes_first_and_in_both_languages(town):
    ana = town.newcomer()
    screen = await town.start(ana)
    assert screen.text == ("Zgjidhni gjuhën.\nChoose your language.\n\nNë rrezik telefononi 112.\nIn danger call 112.")
    assert screen.labels == ["Shqip", "English"]


async def test_whoever_begins_with_words_sees_whom_to_call_before_any_question_is_answered(town):
    asked = await town.say(town.newcomer(), "They are breaking our door.")
    assert "Choose your language." in asked.text
    assert "In danger call 112." in asked.text


async def test_then_who_we_are_and_what_we_are_not(town):
    ana = town.newcomer()
    await town.start(ana)
    screen = await town.press(ana, "English")
    for sentence in (
        "Here your municipality tells you what it plans to decide, and you can say what you think",
        "The bot is run by the municipalities that use it.",
        "It is not the police and not an emergency service.",
        "It is not the official register either",
    ):
        assert sentence in screen.text
    assert "Which is your municipality?" in screen.text


@pytest.mark.parametrize("typed", ["Përmet", "permet", "PERMET", "Bashkia Përmet", "perm"])
async def test_a_municipality_is_found_however_it_is_typed(town, typed):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    screen = await town.say(ana, typed)
    assert screen.text.startswith("Përmet")
    assert "The whole municipality" in screen.labels


async def test_a_municipality_can_be_chosen_through_its_county(town):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    counties = await town.press(ana, "Choose from a list")
    assert len([label for label in counties.labels if label != "Back"]) == 12
    towns = await town.press(ana, "Gjirokastër")
    assert "Përmet" in towns.labels
    await town.press(ana, "Përmet")
    await town.press(ana, "The whole municipality")
    assert "From now on you will hear when Përmet or a ministry asks for opinions" in "\n".join(town.seen(ana))


@pytest.mark.parametrize("typed", ["jam nga Përmeti", "une jam ne permet", "Përmetit"])
async def test_a_municipality_is_found_in_what_people_say_of_themselves(town, typed):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    assert (await town.say(ana, typed)).text.startswith("Përmet")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Elbsaan", ["Elbasan"]),
        ("Prmet", ["Përmet"]),
        ("punoj ne Tirane, banoj ne Kamez", ["Kamzë", "Tiranë"]),
    ],
)
async def test_where_it_is_not_sure_which_municipality_is_meant_it_is_asked(town, typed, offered):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    asked = await town.say(ana, typed)
    assert "Which one do you mean?" in asked.text
    assert asked.labels == [*offered, "Choose from a list", "Not now"]
    assert (await town.press(ana, offered[0])).text.startswith(offered[0])


async def test_what_names_a_place_by_the_way_is_kept_too(town):
    await announce(town)
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    assert "Përmet" in (await town.say(ana, "Uji në Përmet është sot shumë i ndotur")).labels
    await town.press(ana, "Përmet")
    await town.press(ana, "The whole municipality")
    assert "Uji në Përmet është sot shumë i ndotur" in town.heard(ana).text


@pytest.mark.parametrize(
    ("typed", "offered", "place"),
    [
        ("Peshkopi", "Peshkopi (Dibër)", "Dibër"),
        ("jam nga Petrani", "Petran (Përmet)", "Përmet"),
        ("Piskove", "Qendër Piskovë (Përmet)", "Përmet"),
    ],
)
async def test_the_town_or_village_where_one_lives_leads_to_its_municipality(town, typed, offered, place):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    asked = await town.say(ana, typed)
    assert asked.labels == [offered, "Choose from a list", "Not now"]
    assert (await town.press(ana, offered)).text.startswith(place)


async def test_a_unit_that_bears_the_name_of_its_municipality_is_told_apart_from_it(town):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    asked = await town.say(ana, "Përmet")
    assert asked.labels[:2] == ["The whole municipality", "Unit Përmet"]


async def test_who_only_says_where_they_live_is_not_asked_what_that_is_for(town):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    await town.say(ana, "Përshëndetje, unë jam nga Elbsaani")
    await town.press(ana, "Elbasan")
    await town.press(ana, "The whole municipality")
    assert "What is it for?" not in town.heard(ana).text


@pytest.mark.parametrize("typed", ["Elbasan", "Elbasani", "jam nga Elbsaani"])
async def test_another_municipality_typed_where_a_unit_is_asked_for_is_offered(town, typed):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    await town.say(ana, "Përmet")
    asked = await town.say(ana, typed)
    assert "We found no unit with this name. If you mean another municipality, choose it." in asked.text
    assert "Çarçovë" in asked.labels
    assert (await town.press(ana, "Municipality of Elbasan")).text.startswith("Elbasan")


async def test_a_story_told_where_a_unit_is_asked_for_is_kept(town):
    await announce(town)
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    await town.say(ana, "Përmet")
    await town.say(ana, "The water in our street is brown")
    await town.press(ana, "The whole municipality")
    assert "You wrote: “The water in our street is brown”" in town.heard(ana).text


async def test_a_unit_that_is_called_like_another_municipality_is_not_guessed(town):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    await town.say(ana, "Cërrik")
    asked = await town.say(ana, "Klos")
    assert asked.labels == ["The whole municipality", "Municipality of Klos", "Klos", "Back"]
    await town.press(ana, "Klos")
    assert "Klos" in (await town.say(ana, "/ndjek")).text


async def test_an_unknown_name_is_asked_again(town):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    screen = await town.say(ana, "Atlantis")
    assert "no municipality with this name" in screen.text


async def test_who_arrives_late_sees_what_is_open(town):
    await announce(town)
    ana = await town.citizen(language="English")
    assert town.heard(ana).text.startswith("Open now")
    assert "Plani Social 2024–2027" in town.heard(ana).labels


async def test_a_link_opens_its_consultation_after_the_language(town):
    consultation = await announce(town)
    ana = town.newcomer()
    await town.start(ana, f"k_{consultation}")
    screen = await town.press(ana, "English")
    assert "Plani Social 2024–2027" in screen.text
    assert "Comment" in screen.labels


async def test_a_link_opens_a_meeting(town):
    await announce(town)
    ana = await town.citizen(language="English")
    screen = await town.start(ana, "t_1")
    assert "Tuesday, 25 July 2023, 11:00" in screen.text


@pytest.mark.parametrize("payload", ["k_999", "t_77", "b_9999", "nonsense", "k_", "ft_", "ft_unknown", "k_x1"])
async def test_an_unknown_or_expired_link_falls_back_politely(town, payload):
    ana = await town.citizen(language="English")
    before = len(town.seen(ana))
    await town.start(ana, payload)
    said = "\n".join(town.seen(ana)[before:])
    assert "not valid any more" in said or "expired or was used" in said


async def test_a_second_start_goes_straight_to_what_is_open(town):
    ana = await town.citizen(language="English")
    screen = await town.start(ana)
    assert "No consultation is open right now" in screen.text


async def test_a_restart_forgets_nothing(town, tmp_path):
    ana = await town.citizen(language="English")
    await town.pass_time(timedelta(minutes=1))
    screen = await town.say(ana, "/ndjek")
    assert "Përmet" in screen.text


async def test_no_phone_number_mail_or_account_is_asked_for(town):
    ana = await town.citizen(language="English")
    never = "It never asks for your phone number, an e-mail or an account."
    heard = [message for message in ana.chat().messages if message.direction == "out"]
    assert any(never in message.text for message in heard)
    for message in heard:
        told = "\n".join((message.text.replace(never, ""), *message.labels)).casefold()
        assert [word for word in ("phone number", "e-mail", "account") if word in told] == []


async def test_a_person_who_blocks_is_unreachable_and_welcome_when_they_return(town):
    ana = await town.citizen(language="English")
    ben = await town.citizen("Ben", language="English")
    ana.blocks()
    await town.settle()
    await announce(town)
    assert town.who_sees([ana, ben], "Plani Social") == {ana.id: 0, ben.id: 1}
    screen = await town.start(ana)
    assert "Plani Social 2024–2027" in screen.labels


async def test_who_blocks_is_marked_and_who_returns_is_marked_no_more(town):
    ana = await town.citizen(language="English")

    async def reach() -> Reach:
        async with town.service.database.reading() as hall:
            number = await hall.addresses.find(town.bot.id, ana.id)
            return (await hall.people.get(number)).reach

    ana.blocks()
    await town.settle()
    assert await reach() is Reach.UNREACHABLE
    await town.start(ana)
    assert await reach() is Reach.REACHABLE


async def test_a_void_invitation_does_not_hold_a_newcomer(town):
    ana = town.newcomer()
    await town.start(ana, "ft_used-by-another")
    await town.press(ana, "English")
    assert "expired or was used" in "\n".join(town.seen(ana))
    assert "Help" in (await town.say(ana, "/help")).text  # the language is kept, nothing hangs


async def test_too_many_files_before_the_language_are_refused_when_they_come(town):
    ana = town.newcomer()
    await town.start(ana)
    for _ in range(12):
        ana.sends_photo(town.bot)
    await town.settle()
    await town.press(ana, "English")
    await town.press(ana, "Not now")
    assert "We have kept what you sent" in town.heard(ana).text


async def test_the_link_to_the_menu_opens_the_menu(town):
    ana = await town.citizen(language="English")
    assert "What would you like to do?" in (await town.start(ana, "menu")).text


async def test_who_lives_where_nobody_speaks_yet_is_told_so(town):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    await town.say(ana, "Berat")
    await town.press(ana, "The whole municipality")
    assert "Berat does not use Bashkë yet" in "\n".join(town.seen(ana))


async def test_nothing_is_promised_to_who_follows_nothing(town):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    await town.press(ana, "Not now")
    screen = await town.say(ana, "/hapur")
    assert "You will get a message" not in screen.text
    assert "Choose my municipality" in screen.labels


async def test_a_link_to_a_municipality_says_that_it_is_followed_now(town):
    ana = town.newcomer()
    async with town.service.database.reading() as unit:
        number = await unit.admin.municipality_named("Përmet")
    await town.start(ana, f"b_{number}")
    await town.press(ana, "English")
    assert "From now on you will hear when Përmet or a ministry asks" in "\n".join(town.seen(ana))


async def test_a_unit_that_is_not_found_is_said_not_to_be(town):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    await town.say(ana, "Përmet")
    assert "no unit with this name" in (await town.say(ana, "Kelcyre")).text


async def test_what_a_newcomer_came_to_say_is_not_lost_at_the_question_of_the_place(town):
    await announce(town)
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    assert "no municipality" in (await town.say(ana, "The water in our street is brown")).text
    await town.say(ana, "Permet")
    await town.press(ana, "The whole municipality")
    await town.press(ana, "Comment on: Plani Social")
    assert "The water in our street is brown" in (await town.press(ana, "Without a name")).text


async def test_a_forged_municipality_is_refused_kindly(town):
    ana = town.newcomer()
    await town.start(ana)
    screen = await town.press(ana, "English")
    before = len(town.seen(ana))
    data = (screen.buttons[0][0].data or "").replace("counties~", "municipality~999999")
    await town.do(ana, lambda: ana.presses_data(town.bot, data, message=screen))
    said = "\n".join(town.seen(ana)[before:])
    assert "not here any more" in said


@pytest.mark.parametrize("before", ["", "Somebody breaks the lamps by the bridge."])
async def test_whoever_comes_by_the_link_to_report_is_led_on_and_what_they_said_before_is_in_it(town, before):
    await town.officer("Zana")
    ana = town.newcomer("Ana", "en")
    await town.start(ana, "r")
    if before:
        await town.say(ana, before)
    asked = await town.press(ana, "English")
    assert "Is somebody in danger right now?" in asked.text
    assert before in asked.text
    for label in ("No", "Bashkia Përmet", "Lighting"):
        await town.press(ana, label)
    if not before:
        await town.say(ana, "The lamps are broken.")
    await town.press(ana, "Skip")
    assert "Your number: PR-S-2023-0001" in (await town.press(ana, "Send")).text
