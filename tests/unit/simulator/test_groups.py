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


@pytest.fixture
def forum(world, bot, ana):
    forum = world.group("Zyra", members=[ana, bot], forum=True)
    forum.promotes(bot)
    return forum


async def test_a_bot_makes_a_topic_and_writes_in_it(client, forum):
    topic = await client.create_forum_topic(forum.id, "PR-S-2023-0001")
    said = await client.send_message(forum.id, "E re", message_thread_id=topic.message_thread_id)
    assert (said.message_thread_id, said.is_topic_message, said.chat.is_forum) == (topic.message_thread_id, True, True)
    assert [one.text for one in forum.in_topic(forum.thread("PR-S-2023-0001"))] == ["E re"]


async def test_what_is_said_in_a_topic_says_in_which_whoever_says_it(client, world, forum, bot, ana):
    thread = (await client.create_forum_topic(forum.id, "A")).message_thread_id
    forum.says(ana, bot, "unë", thread=thread)
    forum.says_anonymously(bot, "dikush", thread=thread)
    forum.says_as_channel(world.channel("Njoftime"), bot, "lajm", thread=thread)
    forum.sends_photo(ana, bot, thread=thread)
    ana.edits(forum.in_topic(thread)[0], "unë!")
    forum.closes_topic(ana, thread)
    heard = [update.effective_message for update in (await updates(client))[3:]]
    assert [one.message_thread_id for one in heard] == [thread] * 6
    assert heard[5].forum_topic_closed is not None


@pytest.mark.parametrize("method", ["editForumTopic", "closeForumTopic", "reopenForumTopic", "deleteForumTopic"])
async def test_a_topic_that_is_gone_is_refused(call, forum, method):
    _, topic = await call("createForumTopic", chat_id=forum.id, name="A")
    which = {"chat_id": forum.id, "message_thread_id": topic["message_thread_id"]}
    said = await call("sendMessage", text="a", **which)
    assert said[0] == 200
    forum.drop_topic(topic["message_thread_id"])
    assert forum.texts == [""], "what was written there is gone with it: only that the bot came is left"
    assert await call(method, **which, **({"name": "B"} if method == "editForumTopic" else {})) == (
        400,
        "Bad Request: TOPIC_ID_INVALID",
    )
    assert await call("sendMessage", text="a", **which) == (400, "Bad Request: message thread not found")


async def test_a_topic_is_closed_once_and_takes_words_of_who_may_manage_it(call, forum, bot):
    _, topic = await call("createForumTopic", chat_id=forum.id, name="A")
    which = {"chat_id": forum.id, "message_thread_id": topic["message_thread_id"]}
    assert await call("closeForumTopic", **which) == (200, True)
    assert await call("closeForumTopic", **which) == (400, "Bad Request: TOPIC_NOT_MODIFIED")
    assert (await call("sendMessage", text="a", **which))[0] == 200
    forum.limits(bot, "can_manage_topics")
    assert await call("sendMessage", text="a", **which) == (400, "Bad Request: TOPIC_CLOSED")
    assert await call("reopenForumTopic", **which) == (400, "Bad Request: not enough rights to edit the topic")
    assert await call("deleteForumTopic", **which) == (200, True)


async def test_only_a_forum_has_topics_and_only_who_may_makes_them(call, world, bot, ana, forum, group):
    new = {"name": "A"}
    assert await call("createForumTopic", chat_id=group.id, **new) == (400, "Bad Request: the chat is not a forum")
    assert await call("createForumTopic", chat_id=ana.id, **new) == (400, "Bad Request: the chat is not a forum")
    assert (await call("createForumTopic", chat_id=forum.id, name="A" * 129))[0] == 400
    assert (await call("sendMessage", chat_id=ana.id, text="a", message_thread_id=5))[0] == 400
    forum.limits(bot, "can_manage_topics")
    refused = (400, "Bad Request: not enough rights to create a topic")
    assert await call("createForumTopic", chat_id=forum.id, **new) == refused
    forum.kicks(bot)
    assert await call("createForumTopic", chat_id=forum.id, **new) == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )


async def test_rights_that_were_taken_are_told_and_can_be_asked_about(client, forum, bot):
    forum.limits(bot, "can_manage_topics")
    told = (await updates(client))[-1].my_chat_member.new_chat_member
    asked = await client.get_chat_member(forum.id, bot.id)
    for member in (told, asked):
        assert (member.status, member.can_manage_topics, member.can_delete_messages) == ("administrator", False, True)
    assert (await client.get_chat(forum.id)).is_forum


async def test_turning_topics_on_makes_a_supergroup_of_a_group(client, group, bot, ana):
    forum = group.turns_on_topics()
    assert (forum.is_forum, forum.kind, group.upgraded_to) == (True, "supergroup", forum.id)
    assert forum.turns_on_topics() is forum


async def test_a_link_puts_the_bot_into_a_group_and_says_start(client, world, bot, ana):
    group = world.group("Zyra", members=[ana])
    group.opens_link(ana, bot, "abc", admin=True)
    came, service, promoted, said = await updates(client)
    assert came.my_chat_member.new_chat_member.status == "member"
    assert service.message.new_chat_members[0].id == bot.id
    assert promoted.my_chat_member.new_chat_member.can_manage_topics
    assert said.message.text == "/start@bashke_bot abc"
