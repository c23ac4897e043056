"""Groups and channels: who speaks, and in whose name."""

import pytest

from simulator.errors import Impossible


@pytest.fixture
def group(world, bot, ana):
    return world.group("Bashkia", members=[ana, bot])


async def updates(client):
    return (await client.get_updates())[1:]


async def test_a_bot_is_told_that_it_was_added(client, group, bot, ana):
    changed, service = await updates(client)
    assert changed.my_chat_member.new_chat_member.status == "member"
    assert service.message.new_chat_members[0].id == bot.id
    assert service.effective_user.id == ana.id


async def test_a_member_an_anonymous_administrator_and_a_channel_can_be_told_apart(client, world, group, bot, ana):
    channel = world.channel("Njoftime")
    group.says(ana, bot, "unë")
    group.says_anonymously(bot, "/publiko")
    group.says_as_channel(channel, bot, "/publiko")
    mine, nameless, foreign = (update.message for update in (await updates(client))[2:])
    assert (mine.from_user.id, mine.sender_chat) == (ana.id, None)
    assert (nameless.from_user.id, nameless.sender_chat.id) == (1087968824, group.id)
    assert (foreign.from_user.id, foreign.sender_chat.id) == (136817688, channel.id)


async def test_a_kick_is_told(client, group, bot):
    group.kicks(bot)
    assert (await updates(client))[-1].my_chat_member.new_chat_member.status == "kicked"


async def test_an_upgrade_is_told_in_both_chats(client, group):
    new = group.upgrades()
    old_tells, new_tells = (update.message for update in (await updates(client))[2:])
    assert (old_tells.migrate_to_chat_id, new_tells.migrate_from_chat_id) == (new.id, group.id)


async def test_a_post_in_a_channel_has_no_sender(client, world, bot):
    world.channel("Njoftime", username="njoftime", admins=[bot]).posts("Takim nesër")
    post = (await updates(client))[-1].channel_post
    assert (post.text, post.from_user, post.sender_chat.username) == ("Takim nesër", None, "njoftime")
    assert (await client.send_message("@njoftime", "Edhe unë")).chat.title == "Njoftime"


async def test_a_private_bot_hears_commands_mentions_and_replies_only(client, group, bot, ana):
    bot.privacy = True
    own = (await client.send_message(group.id, "Pyetje")).message_id
    group.says(ana, bot, "bisedë")
    group.says(ana, bot, "/ndihme")
    group.says(ana, bot, "hej @bashke_bot")
    group.says(ana, bot, "përgjigje", reply_to=group.history[own])
    heard = [update.message.text for update in (await updates(client))[2:]]
    assert heard == ["/ndihme", "hej @bashke_bot", "përgjigje"]


async def test_members_can_be_asked_about(client, group, world, bot, ana):
    assert (await client.get_chat_member(group.id, ana.id)).status == "creator"
    assert (await client.get_chat_member(group.id, bot.id)).status == "member"
    group.promotes(bot)
    assert (await client.get_chat_member(group.id, bot.id)).status == "administrator"
    assert (await client.get_chat_member(group.id, world.person("Era").id)).status == "left"
    assert (await client.get_chat(group.id)).title == "Bashkia"
    assert (await client.get_chat(ana.id)).first_name == "Ana"


async def test_a_bot_leaves(client, group, bot):
    assert await client.leave_chat(group.id)
    assert (await updates(client))[-1].my_chat_member.new_chat_member.status == "left"


def test_strangers_do_not_speak_in_a_group(world, group, bot):
    with pytest.raises(Impossible):
        group.says(world.person("Era"), bot, "a")


async def test_a_person_seen_in_a_group_has_not_started_the_bot(call, world, group, bot):
    era = world.person("Era")
    group.adds(era)
    group.says(era, bot, "a")
    refused = (403, "Forbidden: bot can't initiate conversation with a user")
    assert await call("sendMessage", chat_id=era.id, text="a") == refused
