"""A turn of a conversation: who speaks, what is shown to them, and what is remembered until they speak again."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final

from handlers.events import Chose, Edited, File, Odd, Pin, Text
from handlers.opened import Opened
from handlers.ports import Links, Printer, Scribe, Tokens, WorkWithDrafts
from locales.texts import Texts, texts_in
from participation.dockets import Docket, open_to
from participation.ids import InstitutionId, PendingId
from participation.messages import Button, Media, Message, Rows
from participation.packing import Action, pack
from participation.people.model import Language, Office, Person, Right

Said = Text | Edited | File | Pin | Odd | Chose


@dataclass(frozen=True)
class Choice(Action):
    """A button inside a dialog; the stamp ties it to the screen it stands on, so that it does only what that shows."""

    tag: ClassVar[str] = "x"
    dialog: str
    stamp: str
    name: str
    value: str = ""


@dataclass(frozen=True)
class Named(Action):
    """A button that does what a command does, by its plain name."""

    tag: ClassVar[str] = "n"
    command: str


@dataclass(frozen=True)
class House:
    """What every conversation may use that is not in the database."""

    printer: Printer
    scribe: Scribe
    links: Links
    tokens: Tokens
    commissioner: str
    """Where the Commissioner for the Right to Information is written to."""


@dataclass(frozen=True)
class Talk:
    """Who speaks, in which language, with what at hand, and when; the stamp is that of the screens of this turn.

    `said_at` is earlier than `now` where we were away and read later what was written.
    """

    person: Person
    offices: Sequence[Office]
    texts: Texts
    uow: WorkWithDrafts
    house: House
    now: datetime
    said_at: datetime
    stamp: str

    def t(self, sentence: str, **blanks: object) -> str:
        """The sentence in this person's language."""
        return self.texts.t(sentence, **blanks)

    @property
    def is_officer(self) -> bool:
        """Whether they act for anybody."""
        return bool(self.institutions)

    @property
    def dockets(self) -> Sequence[Docket]:
        """The reports that they may read."""
        return open_to(self.offices)

    @property
    def institutions(self) -> tuple[InstitutionId, ...]:
        """Those for which they act."""
        return self.where(Right.ACT)

    def where(self, *rights: Right) -> tuple[InstitutionId, ...]:
        """The institutions for which an office of theirs lets them do this, or one of these."""
        found = [office.institution for office in self.offices if any(map(office.may, rights))]
        return tuple(dict.fromkeys(found))

    def link_to(self, consultation: int) -> str:
        """The link that opens the page of a consultation."""
        return self.house.links.to(f"k_{consultation}")

    def in_language(self, language: Language) -> "Talk":
        """The same talk in another language."""
        return replace(self, person=replace(self.person, language=language), texts=texts_in(language))


@dataclass(frozen=True)
class Opening:
    """Files that are opened aside; what is in them is brought to the dialog, if it still waits for the same ones."""

    dialog: str
    files: tuple[Media, ...]


Later = Callable[[], Awaitable[Sequence[Message]]] | Opening
"""What is done once an update is written down: screens are drawn, or files opened."""


class Keep:
    """Leave the draft as it is."""


KEEP = Keep()


@dataclass(frozen=True)
class Turn:
    """What is shown, and the draft to keep: KEEP leaves it, None ends the conversation.

    With `over` the first message takes the place of the one whose button was pressed. `left_out` is why what was sent
    was not taken, as it is said in a screen; of an album it has to be said of parts that nobody is answered on. What is
    done `later` begins once everything else is written down: it takes seconds, for which nobody shall wait.
    """

    screens: tuple[Message, ...]
    draft: object = KEEP
    over: bool = False
    left_out: str = ""
    later: Later | None = None


def show(*screens: Message, draft: object = KEEP, over: bool = False) -> Turn:
    """A turn that shows these screens."""
    return Turn(screens, draft, over)


NARROW: Final = 16
"""How long what stands on a button may be if another one stands beside it."""

Step = Callable[[Any, Said, Talk], Awaitable[Turn]]

Bringing = Callable[[Any, Opened, Talk], Awaitable[Turn | None]]
"""A step that takes what was opened aside; None where the draft does not wait for it any more."""

WITHIN_THE_HOUR: Final = timedelta(hours=1)
"""A comment or a report that was left for longer is not added to unasked: the words may be meant for something else."""


@dataclass(frozen=True)
class Outgoing:
    """How the last look at what everybody will read is shown, and how it goes out, or is released for a colleague.

    `seen` is what must be the same when it goes out as when it was looked at; it refuses what cannot go out. `what` it
    does is a name that two have in common which do the same.
    """

    what: Callable[[Any], str]
    show: Callable[[Any, Talk], Awaitable[Turn]]
    seen: Callable[[Any, Talk], Awaitable[object]]
    send: Callable[[Any, Talk, PendingId | None], Awaitable[Turn]]


@dataclass(frozen=True)
class Dialog:
    """A conversation of several steps: the kind of draft is the step.

    What somebody says belongs to it as long as it `listens`; after that, or once they have turned to something else,
    they are asked what their words are for. As long as it `lasts` it is kept for them and offered again. Its last looks
    at what everybody will read are `outgoing`: where an institution works by two, a colleague releases them. What was
    opened aside for it is brought to it where its draft is one of these.
    """

    name: str
    version: int
    steps: Mapping[type, Step]
    listens: timedelta = timedelta(days=7)
    lasts: timedelta = timedelta(days=7)
    outgoing: Mapping[type, Outgoing] = field(default_factory=dict)
    brought: Mapping[type, Bringing] = field(default_factory=dict)

    def choice(self, talk: Talk, label: str, name: str, value: object = "") -> Button:
        """A button of this dialog, tied to this screen."""
        return choice_of(self.name, talk, label, name, value)


def choice_of(dialog: str, talk: Talk, label: str, name: str, value: object = "") -> Button:
    """A button of a dialog known by its name."""
    return Button(label, press=pack(Choice(dialog, talk.stamp, name, str(value))))


def back_in(dialog: str, talk: Talk) -> Button:
    """The button of a dialog that leads one step back."""
    return choice_of(dialog, talk, talk.t("Back"), "back")


def cancel_in(dialog: str, talk: Talk) -> Button:
    """The button of a dialog that ends it, and keeps nothing."""
    return choice_of(dialog, talk, talk.t("Cancel"), "cancel")


def column(*buttons: Button | None) -> Rows:
    """Buttons one below the other; what is None is left out."""
    return tuple((b,) for b in buttons if b is not None)


def grid(buttons: Sequence[Button], width: int = 2) -> Rows:
    """Buttons in rows of so many; a long one has a row of its own, since a telephone would cut off its end."""
    rows: list[tuple[Button, ...]] = []
    for each in buttons:
        last = rows[-1] if rows else ()
        if 0 < len(last) < width and all(len(one.label) <= NARROW for one in (*last, each)):
            rows[-1] = (*last, each)
        else:
            rows.append((each,))
    return tuple(rows)
