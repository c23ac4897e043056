"""The docs say what the code says."""

import ast
import re
from pathlib import Path

import pytest

from bot.reference import PAGE, page
from tests.rules.repository import ROOT, modules, parsed

ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+\.) \|$", re.MULTILINE)
CROWD = re.compile(r"Crowd\((\d+), (\d+)\)")


def words_of_the_domain() -> list[str]:
    """The public classes of the domain, save those that are sentences themselves."""
    chosen = [
        path
        for path in modules("participation")
        if path.name
        not in {
            *("actions.py", "desk_actions.py", "packing.py", "errors.py"),
            *("ports.py", "casebook.py", "posting.py", "sorting.py", "ledger.py"),
        }
    ]
    return [
        node.name
        for path in chosen
        for node in parsed(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def glossary() -> str:
    return (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_every_word_of_the_domain_is_in_the_glossary_once_and_no_other() -> None:
    assert sorted(name for name, *_ in ROW.findall(glossary())) == sorted(words_of_the_domain())


def test_every_row_of_the_glossary_is_full() -> None:
    rows = [line for line in glossary().splitlines() if line.startswith("| `")]
    assert [line for line in rows if not ROW.match(line)] == []


def test_no_word_has_two_meanings_in_albanian() -> None:
    albanian = [row[2].strip() for row in ROW.findall(glossary())]
    assert [word for word in set(albanian) if albanian.count(word) > 1] == []


def test_the_page_of_settings_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python -m bot.reference"


def test_the_crowds_that_are_said_to_be_tried_are_those_that_are() -> None:
    told = (ROOT / "docs" / "explanation" / "delivery.md").read_text(encoding="utf-8")
    tried = (ROOT / "tests" / "crash" / "test_crowd.py").read_text(encoding="utf-8")
    said = re.findall(r"\| ([\d,]+) people, (\d+) deaths", told)
    assert {(people.replace(",", ""), deaths) for people, deaths in said} == set(CROWD.findall(tried))


NAMED = re.compile(r"\[`(test_\w+)`\]\(\.\./\.\./(tests/[\w/]+\.py)\)")


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "explanation").glob("*.md")), ids=lambda page: page.name)
def test_every_test_that_a_page_names_is_there(page: Path) -> None:
    named = NAMED.findall(page.read_text("utf-8"))
    assert [name for name, file in named if f"def {name}(" not in (ROOT / file).read_text("utf-8")] == []
    assert len(named) == page.read_text("utf-8").count("[`test_")


PROMISE = re.compile(r"^\| [^|]+ \| \[`(test_\w+)`\]\(\.\./\.\./(tests/[\w/]+\.py)\) \|$", re.MULTILINE)


def test_every_promise_has_its_test() -> None:
    told = (ROOT / "docs" / "explanation" / "promises.md").read_text(encoding="utf-8")
    promises = PROMISE.findall(told)
    assert len(promises) == sum(line.startswith("| ") for line in told.splitlines()) - 2 * told.count("| promise |")
    missing = [(name, file) for name, file in promises if f"def {name}(" not in (ROOT / file).read_text("utf-8")]
    assert missing == []
    assert len({name for name, _ in promises}) == len(promises), "a test that proves two promises proves one too few"
