"""Telegram without Telegram: a world of people, chats and messages behind the Bot API.

    clock = HandClock(datetime(2023, 6, 12, 8, tzinfo=UTC))
    world = World(now=clock, limits=Limits.strict())
    bot = world.add_bot()
    ana = world.person("Ana")
    ana.starts(payload="k12")                       # → an update waits
    ana.presses("Koment")                           # → another, with the data of that button
    ana.last().text, world.delivered(ana.id), world.transcript()
    world.faults.add(Fault("cut_after", method="sendMessage"))

    telegram.Bot(TOKEN, request=InProcess(world), get_updates_request=InProcess(world))     # one door
    async with serving(world) as addresses: ...     # the other; base_url=addresses.bot

Inside, from what happens to what is said about it:

    world ─ people, groups, chats, messages, content, files, media      who there is, what they did
    updates, limits, faults                                             what waits, what is too fast, what breaks
    methods/ ─ words, keyboards, parameters, errors                     the Bot API, method by method
    server ─ door | http ─ loopback, bodies, webhook, control           a call comes in, an answer goes out

It is stricter than Telegram in three things, because they would be mistakes of ours: parameters it does not
know, parse modes, and rows of more than eight buttons are refused.
"""
