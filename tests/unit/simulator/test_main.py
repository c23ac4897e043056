"""The world as a process of its own."""

import asyncio
import sys

import httpx
from telegram import Bot as Client


async def test_another_process_serves_a_world_that_can_be_moved():
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--port", "0", "--token", "7:demo"), stdout=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(20):
            root = (await process.stdout.readline()).decode().split()[0]
            await play(root)
    finally:
        process.terminate()
        await process.wait()


async def play(root):
    async with httpx.AsyncClient(base_url=root) as control, Client("7:demo", base_url=f"{root}/bot") as client:
        ana = (await control.post("/control/person", json={"first_name": "Ana"})).json()["id"]
        await control.post("/control/start", json={"person": ana})
        (update,) = await client.get_updates()
        await update.message.reply_text("Mirë se vini")
        assert (await control.get("/control/summary")).json()["delivered"] == 1
