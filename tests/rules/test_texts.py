"""Every sentence is whole, in the catalogs, and in Albanian."""

import ast
from collections.abc import Callable, Iterator

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from locales.extract import gather
from locales.texts import LANGUAGES, SOURCE, catalog_path
from tests.rules.catalogs import problems
from tests.rules.repository import called, modules, name_of, parsed

LANGUAGE_CHOICE = ("handlers/views/arriving.py", "languages")
"""Who has not chosen a language yet reads all of them at once."""

WORDS_OF = {
    "Message": (("title", None), ("body", None)),
    "Button": (("label", 0),),
    "button": (("label", 0),),
    "choice": (("label", 1),),
    "show": ((None, 0), (None, 1), (None, 2)),
}
"""Where each of them takes words for people: by which keyword, at which place."""


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
        (lambda it: it.add("Old words.", "Fjalë të vjetra."), ["said nowhere: Old words."]),
    ],
    ids=["missing", "empty", "fuzzy", "other", "fewer", "broken", "one form", "empty form", "one", "many", "old"],
)
def test_a_breach_in_a_catalog_is_found(breach: Callable[[Catalog], object], found: list[str]) -> None:
    source, translated = catalogs()
    breach(translated)
    assert problems(source, translated) == found


def _say(catalog: Catalog, sentence: str, string: object) -> None:
    message = catalog.get(sentence)
    assert message is not None
    message.string = string


def untranslated(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Words for people that went through neither `t()` nor `n()`, with the function they stand in."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            for given in _words_given(call):
                yield from ((function.name, words) for words in _literals(given))


def _words_given(call: ast.Call) -> Iterator[ast.expr]:
    for keyword, place in WORDS_OF.get(called(call), ()):
        yield from (given.value for given in call.keywords if keyword and given.arg == keyword)
        if place is not None and place < len(call.args):
            yield call.args[place]


def _literals(given: ast.AST) -> Iterator[str]:
    """The literals with a letter in an expression, not counting what a call in it takes."""
    match given:
        case ast.Constant(value=str(words)) if any(letter.isalpha() for letter in words):
            yield words
        case ast.Call():
            return
        case _:
            for child in ast.iter_child_nodes(given):
                yield from _literals(child)


def test_no_words_reach_people_past_the_catalogs() -> None:
    found = [
        (name_of(path), function, words)
        for path in modules("handlers", "delivery", "documents", "bot")
        for function, words in untranslated(parsed(path))
    ]
    assert [each for each in found if each[:2] != LANGUAGE_CHOICE] == []


@pytest.mark.parametrize(
    "line",
    [
        'Message(body="Hello")',
        'Message(title=f"Hello {name}", body=talk.t("Hello"))',
        'Button("Go", press=x)',
        'button("Go" if x else talk.t("Stop"), action)',
        'D.choice(talk, "Go", "go")',
        'show("Hello")',
    ],
)
def test_planted_words_past_the_catalogs_are_found(line: str) -> None:
    assert list(untranslated(ast.parse(f"def view(talk):\n    return {line}")))


@pytest.mark.parametrize(
    "line", ['Message(body=talk.t("Hello"))', 'Button("✔", press=x)', 'show(views.hello("x"), draft="y")']
)
def test_words_that_go_through_the_catalogs_are_not(line: str) -> None:
    assert not list(untranslated(ast.parse(f"def view(talk):\n    return {line}")))
