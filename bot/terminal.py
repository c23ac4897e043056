"""Lines to and from whoever sits at the terminal: answers on standard output, troubles on standard error."""

import getpass
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def say(line: str) -> None:
    """One line of an answer."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()  # a service's output is a pipe, where a line would wait for thousands of others


def complain(line: str) -> None:
    """One line about something that went wrong."""
    sys.stderr.write(line + "\n")


def is_attended() -> bool:
    """Whether somebody sits there who can answer."""
    return sys.stdin.isatty()


def ask(question: str) -> str:
    """What somebody answers; nothing where nobody sits at the terminal."""
    with _interruptible():
        return input(question).strip() if is_attended() else ""


def ask_secret(question: str) -> str:
    """The same, without showing what is typed."""
    with _interruptible():
        return getpass.getpass(question).strip() if is_attended() else ""


def hear_secret(question: str) -> str:
    """The same; where nobody sits at the terminal, the first line that is handed in."""
    return ask_secret(question) if is_attended() else sys.stdin.readline().strip()


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C at a question breaks off at once: the loop would only take note of it, and wait for the answer."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
