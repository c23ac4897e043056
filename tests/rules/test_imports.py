"""Imports point one way: the contract holds, and each of its articles is seen to be broken where it is."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.rules.repository import PACKAGES, ROOT, modules, name_of, parsed

LINT = (sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()")

BREACHES = {
    "Outside knows inside, neighbours do not know each other, only bot introduces them": [
        ("handlers/planted.py", "storage.vault"),
        ("storage/planted.py", "delivery.limits"),
        ("participation/planted.py", "locales.texts"),
        ("locales/planted.py", "documents.reading.text"),
        ("scheduler/planted.py", "bot.settings"),
    ],
    "The simulator sees nothing of ours, and only the demo sees it": [("simulator/planted.py", "bot.settings")],
    "Nobody but the demo sees the simulator": [("delivery/planted.py", "simulator.clock")],
    "The domain is written in the standard library": [
        ("participation/planted.py", "sqlalchemy"),
        ("participation/comments/planted.py", "holidays"),
    ],
    "telegram is imported at the edges only": [
        ("delivery/channels/planted.py", "telegram"),
        ("handlers/dialogs/planted.py", "telegram"),
    ],
    "SQL lives in storage": [("bot/planted.py", "sqlalchemy")],
    "APScheduler is imported in scheduler.runner only": [("scheduler/jobs.py", "apscheduler")],
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contract on the tree in a folder."""
    command = [*LINT, "--config", "pyproject.toml", "--no-cache"]
    wide = os.environ | {"COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=wide, capture_output=True, check=False, text=True)


def findings(output: str) -> dict[str, str]:
    """What is said of each broken article."""
    said = output.partition("Broken contracts")[2]
    names = "|".join(re.escape(name) for name in BREACHES)
    parts = re.split(rf"^({names})\n-+$", said, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_contract_holds() -> None:
    found = lint(ROOT)
    assert found.returncode == 0, found.stdout


def leanings() -> Iterator[tuple[str, str, str]]:
    """Which module of the domain's rooms imports which module of another room."""
    rooms = {path.parent.name for path in modules("participation") if path.name == "__init__.py"} - {"participation"}
    for path in modules("participation"):
        _, room, *_ = name_of(path).split("/")
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("participation."):
                _, other, *module = (node.module or "").split(".")
                if {room, other} <= rooms and room != other:
                    yield name_of(path), other, ".".join(module)


def test_no_rooms_of_the_domain_lean_on_each_other() -> None:
    """Models are the ground on which all of them stand."""
    graph: dict[str, set[str]] = {}
    for path, other, module in leanings():
        if module != "model":
            graph.setdefault(path.split("/")[1], set()).add(other)
    assert "offices" in graph["comments"]
    assert set(TopologicalSorter(graph).static_order()) >= graph.keys()  # raises CycleError, which names them


def test_a_model_leans_on_models_only() -> None:
    assert [each for each in leanings() if each[0].endswith("/model.py") and each[2] != "model"] == []


def test_every_article_has_a_breach_to_prove_it() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]} == BREACHES.keys()


def test_planted_breaches_are_each_found_under_their_article(copy: Path) -> None:
    for breach in (breach for breaches in BREACHES.values() for breach in breaches):
        path, imported = copy / breach[0], breach[1]
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nimport {imported}\n")
    found = lint(copy)
    said = findings(found.stdout)
    assert found.returncode != 0
    for article, breaches in BREACHES.items():
        for path, imported in breaches:
            importer = path.removesuffix(".py").replace("/", ".")
            assert f"{importer} -> {imported}" in said.get(article, ""), f"{article}: {importer} imports {imported}"
