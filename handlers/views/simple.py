"""The screens of a report in the simplest words, for somebody under sixteen; whom a child can call stands on each.

The sentences are short, and say “ti”. Nothing is asked that need not be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.story import Story
from handlers.turns import Dialog, Talk, cancel_in, column, grid
from handlers.views.menu import to_menu
from handlers.views.mine import attached, by_when
from handlers.views.reporting import Help, Readers, back_or_out, grain_row, number_lines, ways_to_send
from participation.errors import Refusal
from participation.layout import lines, paragraphs
from participation.messages import Button, Message
from participation.places import EmergencyNumber, Institution
from participation.reports.model import Account, Category, Report
from participation.reports.naming import named_in
from participation.reports.youth import CHILDREN
from participation.words import quote

Numbers = Sequence[EmergencyNumber]


class Screens(Protocol):
    """What is shown while somebody reports a danger, in whichever words."""

    def danger_now(self, dialog: Dialog, talk: Talk, numbers: Numbers, held: Account) -> Message:
        """The first question of all."""
        ...

    def call_now(self, talk: Talk, numbers: Numbers) -> Message:
        """Numbers to call; this ends the form."""
        ...

    def no_council(self, talk: Talk, numbers: Numbers, held: Account) -> Message:
        """Nobody there takes reports."""
        ...

    def no_room(self, talk: Talk, why: Refusal, numbers: Numbers, held: Account) -> Message:
        """More is not taken today."""
        ...

    def institutions(self, dialog: Dialog, talk: Talk, found: Sequence[Institution], held: Account) -> Message:
        """To whom, where it is not clear."""
        ...

    def categories(self, dialog: Dialog, talk: Talk, found: Sequence[Category], held: Account) -> Message:
        """What it is about."""
        ...

    def tell(
        self, dialog: Dialog, talk: Talk, category: Category, help_: Help, story: Story, *, readers: Readers
    ) -> Message:
        """The invitation to tell."""
        ...

    def preview(
        self,
        dialog: Dialog,
        talk: Talk,
        account: Account,
        category: Category,
        help_: Help,
        *,
        place: str,
        readers: Readers,
    ) -> Message:
        """What will be sent, to whom, and what that means."""
        ...

    def receipt(self, talk: Talk, report: Report, readers: Readers, help_: Help, own: str) -> Message:
        """The receipt."""
        ...


@dataclass(frozen=True)
class Simple:
    """Fulfils `Screens` in the simplest words, with the `numbers` to call at hand."""

    numbers: Numbers

    def danger_now(self, dialog: Dialog, talk: Talk, numbers: Numbers, held: Account) -> Message:
        """The first question, beneath whom a child can call; and the way back to the ordinary one."""
        question = talk.t("Is somebody in danger right now?")
        call = talk.t("If yes, call {number} now.", number=numbers[0].number) if numbers else ""
        return Message(
            title=talk.t("Tell us"),
            body=paragraphs(self._child_line(talk), _words(talk, held), f"{question} {call}".strip()),
            buttons=(
                *column(
                    dialog.choice(talk, talk.t("Yes, right now"), "yes"),
                    dialog.choice(talk, talk.t("No"), "no"),
                ),
                back_or_out(dialog, talk),
            ),
        )

    def call_now(self, talk: Talk, numbers: Numbers) -> Message:
        """In danger the first number is the one that sends somebody."""
        call = talk.t("Call now. We cannot send help.")
        after = talk.t("If nobody answers, call the next number. Go to a grown-up you trust. We have kept nothing.")
        body = paragraphs(call, lines(number_lines(talk, numbers)), after)
        return Message(title=talk.t("Call for help"), body=body, buttons=column(to_menu(talk)))

    def no_council(self, talk: Talk, numbers: Numbers, held: Account) -> Message:
        """Nobody there takes reports; there are others who listen."""
        return self._nothing_sent(talk, talk.t("Nobody in your town can read this here now."), numbers, held)

    def no_room(self, talk: Talk, why: Refusal, numbers: Numbers, held: Account) -> Message:
        """More is not taken today."""
        return self._nothing_sent(talk, talk.t("Nobody can read more today. Try again tomorrow."), numbers, held)

    def _nothing_sent(self, talk: Talk, why: str, numbers: Numbers, held: Account) -> Message:
        said = lines((why, talk.t("Nothing was sent. Tell a grown-up you trust, or call.")))
        back = lines((talk.t("This is what you wrote:"), held.text)) if held.text else ""
        body = paragraphs(self._child_line(talk), said, lines(number_lines(talk, numbers)), back)
        return Message(body=body, buttons=column(to_menu(talk)))

    def institutions(self, dialog: Dialog, talk: Talk, found: Sequence[Institution], held: Account) -> Message:
        """Which town: somebody has to read it."""
        question = talk.t("Which town is it? Somebody there will read it.")
        buttons = column(*(dialog.choice(talk, one.name, "to", one.id) for one in found))
        return self._question(dialog, talk, question, held, buttons)

    def categories(self, dialog: Dialog, talk: Talk, found: Sequence[Category], held: Account) -> Message:
        """What it is about; the buttons carry what they carry elsewhere."""
        question = talk.t("What is it about? If you are not sure, choose what fits best.")
        kinds = [dialog.choice(talk, c.label, "category", f"{place:02}") for place, c in enumerate(found)]
        return self._question(dialog, talk, question, held, grid(kinds))

    def _question(
        self, dialog: Dialog, talk: Talk, question: str, held: Account, buttons: tuple[tuple[Button, ...], ...]
    ) -> Message:
        body = paragraphs(self._child_line(talk), _words(talk, held), question)
        return Message(body=body, buttons=(*buttons, back_or_out(dialog, talk)))

    def tell(
        self, dialog: Dialog, talk: Talk, category: Category, help_: Help, story: Story, *, readers: Readers
    ) -> Message:
        """The invitation to tell; nobody is asked where it was, or who they are."""
        held = story.account()
        begun = bool(held.text or held.media)
        former = not begun and not story.former.is_empty()
        question = talk.t("What happened? Write it, say it, or send a photo. Do not write names. Not your own either.")
        return Message(
            title=category.label,
            body=paragraphs(
                self._whom_to_call(talk, help_),
                _read_by(talk, readers) if category.helps else "",
                category.text,
                _words(talk, held),
                question,
            ),
            buttons=(
                *column(
                    dialog.choice(talk, talk.t("Go on"), "go_on") if begun else None,
                    dialog.choice(talk, talk.t("Keep what I had written"), "former") if former else None,
                ),
                back_or_out(dialog, talk),
            ),
        )

    def preview(
        self,
        dialog: Dialog,
        talk: Talk,
        account: Account,
        category: Category,
        help_: Help,
        *,
        place: str,
        readers: Readers,
    ) -> Message:
        """What will be sent, who reads it, and what a child should know before."""
        facts = (
            category.label,
            account.text,
            attached(talk, account.media),
            talk.t("Where: {place}", place=place) if place else "",
        )
        means = lines(_what_it_means(talk, account, help_, readers))
        return Message(
            title=talk.t("Look at it once more"),
            body=paragraphs(self._whom_to_call(talk, help_), lines(facts), means),
            buttons=(
                *ways_to_send(
                    *(dialog, talk, readers),
                    alone=talk.t("Send only to who protects children"),
                    together=talk.t("Send to all who work there"),
                ),
                (dialog.choice(talk, talk.t("Tell it again"), "again"),),
                *filter(None, [grain_row(dialog.choice, talk, account.spot)]),
                (cancel_in(dialog.name, talk),),
            ),
        )

    def receipt(self, talk: Talk, report: Report, readers: Readers, help_: Help, own: str) -> Message:
        """The receipt, and what comes now."""
        told_to = (
            _read_by(talk, readers),
            by_when(talk, report),
            talk.t("They do not see who you are."),
            talk.t("Under /te_miat you find what happens next."),
            talk.t("Do others use this phone? Then you can delete this chat now."),
        )
        return Message(
            title=talk.t("Thank you for telling us. Your number: {receipt}", receipt=report.receipt),
            body=paragraphs(self._whom_to_call(talk, help_), lines(told_to), own),
            buttons=column(to_menu(talk)),
        )

    def _child_line(self, talk: Talk) -> str:
        """Whom a child can call: a row of the data; nothing where it is not there."""
        found = next((one for one in self.numbers if _is_for_children(one)), None)
        if found is None:
            return ""
        return talk.t("You can call {number}. It is free. ({label})", number=found.number, label=found.label)

    def _whom_to_call(self, talk: Talk, help_: Help) -> str:
        """They first, then everybody where danger is near, else the others who listen."""
        if help_.near:
            now = talk.t("Is it happening now? Then call first. We cannot send help.")
            return paragraphs(self._child_line(talk), lines((now, *number_lines(talk, help_.numbers))))
        others = [one for one in help_.numbers if one.listens and not _is_for_children(one)]
        return paragraphs(self._child_line(talk), lines(number_lines(talk, others)))


def _is_for_children(number: EmergencyNumber) -> bool:
    return number.listens and "".join(filter(str.isdigit, number.number)) == CHILDREN


def _words(talk: Talk, held: Account) -> str:
    """What has been told already."""
    words = talk.t("Your words: “{words}”", words=quote(held.text)) if held.text else ""
    return lines((words, attached(talk, held.media)))


def _read_by(talk: Talk, readers: Readers) -> str:
    """Who reads it, by name if they gave one."""
    if not readers.guarded:
        return talk.t("People who work at {institution} read it.", institution=readers.institution)
    if not readers.named:
        return talk.texts.n(
            "Only the person who protects children at {institution} reads it.",
            "Only the {count} persons who protect children at {institution} read it.",
            readers.count,
            institution=readers.institution,
        )
    return talk.t(
        "At {institution} nobody reads it but {names}.",
        institution=readers.institution,
        names="; ".join(readers.named),
    )


def _what_it_means(talk: Talk, account: Account, help_: Help, readers: Readers) -> Iterator[str]:
    name = named_in(account.text)
    if name is not None:
        yield talk.t("• You wrote a name: “{name}”. Better leave it out.", name=name)
    if readers.alone is not None:
        yield talk.t("You choose who reads it:")
        yield f"• {_read_by(talk, readers.alone)}"
    yield f"• {_read_by(talk, readers)}"
    yield talk.t("• They do not see who you are. Telegram sees your account.")
    yield talk.t("• It is kept locked, and later deleted.")
    yield talk.t("• In a small town people may guess who wrote it. Leave out names.")
    if account.media:
        yield talk.t("• Your voice or a photo can show who you are.")
    yield talk.t(
        "• It does not go to the police by itself. If you are in danger, whoever reads it can ask others for help."
    )
    yield talk.t("• You can talk with a grown-up you trust first.")
    if help_.own:
        yield talk.t("• Nobody punishes you for telling.")
    else:
        yield talk.t("• Nobody punishes you for telling what is true. Making it up as a joke is not okay.")
