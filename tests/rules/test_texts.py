"""Every sentence is whole, in the catalogs, and in Albanian."""

import ast
import re
from collections.abc import Callable, Iterator

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from locales import words
from locales.extract import gather
from locales.texts import LANGUAGES, SOURCE, catalog_path, texts_in
from participation.reports.figures import Span
from participation.reports.life import State
from participation.reports.model import Body, Outcome
from tests.rules.catalogs import problems
from tests.rules.repository import called, modules, name_of, parsed

NO_SENTENCES = {
    "Zgjidhni gjuhën.\nChoose your language.": "who has not chosen a language yet reads all of them at once",
    "Taksat dhe tarifat vendore; nëntor; takim publik; Drejtoria e Financës": "the calendar is kept in Albanian",
    "ligji nr. ": "words for the reader of notices, which knows Albanian only",
}
SPEAKS = ("bot", "handlers", "delivery", "documents", "locales", "scheduler")
SPEAKING = ("handlers/commands/", "handlers/dialogs/", "handlers/views/", "delivery/letters/", "bot/direct.py")
"""The rooms from which people are spoken to."""

TAKES_OTHER_WORDS = {"t", "n", "mark", "debug", "info", "warning", "error", "critical", "exception", "TypeVar"}
SENTENCE_LIKE = re.compile(r"[^\W\d_]\s+[^\W\d_]|^[A-ZÇË][^\W\d_A-Z]")
"""Two words, or one that begins like a sentence: a key or a name in the code looks like neither."""


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_every_sentence_is_translated_and_nothing_else_is(language: str) -> None:
    with catalog_path(language).open("rb") as file:
        assert problems(gather(), read_po(file, locale=language)) == []


SENTENCE = "Comments close on {moment}."
ONE, MANY = "One person is coming to {place}.", "{count} people are coming to {place}."


def catalogs() -> tuple[Catalog, Catalog]:
    source, translated = Catalog(), Catalog(locale="sq")
    source.add(SENTENCE)
    source.add((ONE, MANY))
    translated.add(SENTENCE, "Komentet mbyllen më {moment}.")
    translated.add((ONE, MANY), ("Një person vjen në {place}.", "{count} persona vijnë në {place}."))
    return source, translated


def test_a_whole_catalog_has_no_problems() -> None:
    assert problems(*catalogs()) == []


@pytest.mark.parametrize(
    ("breach", "found"),
    [
        (lambda it: it.delete(SENTENCE), [f"missing: {SENTENCE}"]),
        (lambda it: _say(it, SENTENCE, ""), [f"incomplete: {SENTENCE}"]),
        (lambda it: it[SENTENCE].flags.add("fuzzy"), [f"unsure: {SENTENCE}"]),
        (lambda it: _say(it, SENTENCE, "Komentet mbyllen më {dita}."), [f"other blanks: {SENTENCE}"]),
        (lambda it: _say(it, SENTENCE, "Komentet mbyllen."), [f"other blanks: {SENTENCE}"]),
        (lambda it: _say(it, SENTENCE, "Komentet mbyllen më {moment."), [f"other blanks: {SENTENCE}"]),
        (lambda it: _say(it, ONE, ("Një person vjen në {place}.",)), [f"incomplete: {ONE}"]),
        (lambda it: _say(it, ONE, ("Një person vjen në {place}.", "")), [f"incomplete: {ONE}"]),
        (lambda it: _say(it, ONE, ("Një person vjen.", "{count} vijnë në {place}.")), [f"other blanks: {ONE}"]),
        (lambda it: _say(it, ONE, ("Një në {place}.", "Ca vijnë në {place}.")), [f"other blanks: {ONE}"]),
        (lambda it: _say(it, SENTENCE, "Mund t'i dërgoni deri më {moment}."), [f"straight apostrophe: {SENTENCE}"]),
        (lambda it: it.add("Old words.", "Fjalë të vjetra."), ["said nowhere: Old words."]),
    ],
    ids=[
        "missing",
        "empty",
        "fuzzy",
        "other",
        "fewer",
        "broken",
        "one form",
        "empty form",
        "one",
        "many",
        "apostrophe",
        "old",
    ],
)
def test_a_breach_in_a_catalog_is_found(breach: Callable[[Catalog], object], found: list[str]) -> None:
    source, translated = catalogs()
    breach(translated)
    assert problems(source, translated) == found


def _say(catalog: Catalog, sentence: str, string: object) -> None:
    message = catalog.get(sentence)
    assert message is not None
    message.string = string


def untranslated(node: ast.AST) -> Iterator[str]:
    """What looks like a sentence and went through neither `t()` nor `n()`, wherever it goes from there."""
    match node:
        case ast.Raise() | ast.Expr(value=ast.Constant()):
            return
        case ast.Call() if called(node) in TAKES_OTHER_WORDS:
            return
        case ast.Constant(value=str(words)) if SENTENCE_LIKE.search(words):
            yield words
        case _:
            for field, children in ast.iter_fields(node):
                for child in children if isinstance(children, list) else [children]:
                    if isinstance(child, ast.AST) and field not in {"annotation", "returns"}:
                        yield from untranslated(child)


def hidden(node: ast.AST) -> Iterator[str]:
    """Sentences within an f-string, where `make texts` does not find them."""
    for outer in ast.walk(node):
        for inner in ast.walk(outer) if isinstance(outer, ast.JoinedStr) else ():
            if isinstance(inner, ast.Call) and called(inner) in {"t", "n", "mark"}:
                yield from (arg.value for arg in inner.args if isinstance(arg, ast.Constant))


def test_every_sentence_stands_where_it_is_gathered() -> None:
    assert [*hidden(ast.parse("""f"{told}; {talk.t('without a day')}" """.strip()))] == ["without a day"]
    assert [(name_of(path), words) for path in modules(*SPEAKS) for words in hidden(parsed(path))] == []


def test_no_words_reach_people_past_the_catalogs() -> None:
    rooms = (path for path in modules("handlers", "delivery", "bot") if name_of(path).startswith(SPEAKING))
    found = [(name_of(path), words) for path in rooms for words in untranslated(parsed(path))]
    assert [each for each in found if each[1] not in NO_SENTENCES] == []
    assert {words for _, words in found} == set(NO_SENTENCES)


@pytest.mark.parametrize(
    "line",
    [
        'return Message(body="Hello")',
        'return Message(title=f"Hello {name}", body=talk.t("Hello"))',
        'lines = ["hello there", talk.t("Hello")]',
        'said = "Thank you"',
        'return button("Go" if x else talk.t("Stop"), action)',
        'return D.choice(talk, "Go", "go")',
        'return show(in_words("Hello"))',
    ],
)
def test_planted_words_past_the_catalogs_are_found(line: str) -> None:
    assert list(untranslated(ast.parse(f"def view(talk):\n    {line}")))


@pytest.mark.parametrize(
    "line",
    [
        'return Message(body=talk.t("Hello you"))',
        'return Button("✔", press=x)',
        'log.info("so it is")',
        'raise X("so so")',
    ],
)
def test_words_that_go_through_the_catalogs_are_not(line: str) -> None:
    assert not list(
        untranslated(ast.parse(f'def view(talk: "Talk or") -> "Message or":\n    """Some words."""\n    {line}'))
    )


def test_a_catalog_is_read_once_whatever_phones_call_their_language():
    assert {texts_in(language) for language in ("sq", None, "de", "it", "pt-br", "xx")} == {texts_in("sq")}


def test_each_state_body_outcome_and_time_of_reports_has_a_name() -> None:
    assert words.STATES.keys() == {one.value for one in State}
    assert (words.BODIES.keys(), words.OUTCOMES.keys(), words.SPANS.keys()) == (set(Body), set(Outcome), set(Span))
