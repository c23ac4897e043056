"""What the terminal shows: scenes, phones, and a bar where one has to wait."""

import sys
import textwrap
from datetime import datetime
from typing import TextIO

from participation.clock import local
from simulator.messages import Message
from simulator.people import Person

WIDTH = 58
INDENT = "    "
BAR = 24


class Show:
    """Writes to a terminal; the bar is drawn only where somebody looks."""

    def __init__(self, to: TextIO = sys.stdout, bar: TextIO = sys.stderr) -> None:
        self._to = to
        self._bar = bar

    def line(self, words: str = "") -> None:
        """One line."""
        self._to.write(words + "\n")
        self._to.flush()

    def scene(self, moment: datetime, words: str) -> None:
        """What happens now."""
        self.line(f"\n{local(moment):%d.%m.%Y %H:%M}  {words}")

    def phone(self, person: Person, message: Message) -> None:
        """A message as this person's phone shows it."""
        self.line(f"{INDENT}┌─ {person.first_name} {'─' * (WIDTH - len(person.first_name) - 4)}")
        for paragraph in message.text.split("\n"):
            for part in textwrap.wrap(paragraph, WIDTH - 4) or [""]:
                self.line(f"{INDENT}│ {part}")
        if message.media:
            self.line(f"{INDENT}│ <{message.media}>")
        for row in message.buttons:
            self.line(f"{INDENT}│ " + " ".join(f"[{button.text}]" for button in row))
        self.line(f"{INDENT}└{'─' * (WIDTH - 1)}")

    def progress(self, done: int, total: int) -> None:
        """Draw the bar; at the end it disappears."""
        if not self._bar.isatty():
            return
        full = BAR * done // max(total, 1)
        self._bar.write(f"\r{INDENT}[{'#' * full}{'.' * (BAR - full)}] {done}/{total}")
        if done >= total:
            self._bar.write("\r" + " " * (WIDTH + BAR) + "\r")
        self._bar.flush()
