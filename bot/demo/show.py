"""What the terminal shows: scenes, phones, and a bar where one has to wait."""

import asyncio
import sys
import textwrap
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TextIO

from participation.clock import local
from simulator.groups import Group
from simulator.messages import Message
from simulator.people import Person

WIDTH = 58
INDENT = "    "
BAR = 24
CLEARED = "\r\x1b[K"
"""Back to the beginning of the line, and nothing on it."""
GLANCE = 0.1
"""Seconds between two looks at how far the work has got, where a bar is drawn."""
PATIENCE = 2.0
"""The same where a line is written each time."""


def name_of(whose: Person | Group) -> str:
    """What stands above what somebody reads."""
    return whose.title if isinstance(whose, Group) else whose.first_name


class Show:
    """Writes to a terminal; where nobody looks at one, the bar becomes plain lines."""

    def __init__(self, to: TextIO = sys.stdout) -> None:
        self._to = to

    def line(self, words: str = "") -> None:
        """One line."""
        self._write(words + "\n")

    def scene(self, moment: datetime, words: str) -> None:
        """What happens now."""
        when = f"{local(moment):%d.%m.%Y %H:%M}  "
        self.line()
        self.line(textwrap.fill(words, WIDTH + len(INDENT), initial_indent=when, subsequent_indent=" " * len(when)))

    def tick(self, words: str) -> None:
        """A thing that is done."""
        self.line(
            textwrap.fill(words, WIDTH + len(INDENT), initial_indent=f"{INDENT}✓ ", subsequent_indent=INDENT + "  ")
        )

    def phone(self, whose: Person | Group, message: Message) -> None:
        """A message as this person's phone shows it, or all phones of a group."""
        name = name_of(whose)
        self.line(f"{INDENT}┌─ {name} {'─' * (WIDTH - len(name) - 4)}")
        for paragraph in message.text.split("\n"):
            for part in textwrap.wrap(paragraph, WIDTH - 4) or [""]:
                self.line(f"{INDENT}│ {part}")
        if message.media:
            name = message.file.name if message.file and message.media == "document" else ""
            self.line(f"{INDENT}│ <{' '.join(filter(None, (message.media, name)))}>")
        for row in message.buttons:
            self.line(f"{INDENT}│ " + " ".join(f"[{button.text}]" for button in row))
        self.line(f"{INDENT}└{'─' * (WIDTH - 1)}")

    @asynccontextmanager
    async def bar(self, what: str, done: Callable[[], int], total: int) -> AsyncIterator[None]:
        """Show how far the work of this block has got, while it goes on and at its end."""
        watch = self._draw if self._to.isatty() else self._tell
        # It only looks, and ends with the block; a TaskGroup would wrap the errors of the block.
        watching = asyncio.get_running_loop().create_task(watch(what, done, total))
        try:
            yield
        finally:
            watching.cancel()
            if self._to.isatty():
                self._write(CLEARED)
        self.line(f"{INDENT}{what}: {done()} of {total}")

    async def _draw(self, what: str, done: Callable[[], int], total: int) -> None:
        while True:
            full = BAR * done() // max(total, 1)
            self._write(f"{CLEARED}{INDENT}{what} [{'#' * full}{'.' * (BAR - full)}] {done()}/{total}")
            await asyncio.sleep(GLANCE)

    async def _tell(self, what: str, done: Callable[[], int], total: int) -> None:
        while True:
            await asyncio.sleep(PATIENCE)
            self.line(f"{INDENT}{what}: {done()} of {total}")

    def _write(self, words: str) -> None:
        self._to.write(words)
        self._to.flush()
