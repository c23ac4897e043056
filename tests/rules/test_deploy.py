"""What stands in `deploy/` starts what there is, with settings that there are, and shows nothing to the world."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.lines import Role
from bot.settings import PREFIX, Settings
from tests.rules.repository import ROOT, name_of

DEPLOY = ROOT / "deploy"
COMPOSE = sorted(DEPLOY.glob("compose*.yaml"))
PAGES = [*COMPOSE, DEPLOY / "Dockerfile", ROOT / "docs" / "growing.md"]
SERVICE = re.compile(r"^  ([\w-]+):\n((?:    .*\n|\n)+)", re.MULTILINE)
COMMAND = re.compile(r"command: \[(.+)\]")
PORT = re.compile(r'ports: \["(.+)"\]')


def services(path: Path) -> Iterator[tuple[str, str]]:
    """Each with what is said of it; the files are written so plainly that this finds them."""
    _, _, said = path.read_text(encoding="utf-8").partition("\nservices:\n")
    yield from SERVICE.findall(re.split(r"^\w", said, maxsplit=1, flags=re.MULTILINE)[0])


def commands() -> dict[str, list[str]]:
    found = {name: COMMAND.search(said) for path in COMPOSE for name, said in services(path)}
    return {name: command[1].split(", ") for name, command in found.items() if command}


def test_the_services_are_found() -> None:
    assert [[name for name, _ in services(path)] for path in COMPOSE] == [
        ["intake", "other-intake"],
        ["postgres", "intake", "courier", "scheduler", "desk"],
    ]


@pytest.mark.parametrize(("name", "words"), commands().items())
def test_each_command_is_one_that_there_is(name: str, words: list[str]) -> None:
    assert parser().parse_args(words).verb == words[0], name


def test_what_is_asked_for_their_health_is_a_command_too() -> None:
    asked = re.findall(
        r"test: \[CMD, /opt/bashke/bin/bashke, (.+)\]", (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    )
    assert [parser().parse_args(words.split(", ")).verb for words in asked] == ["places"]


def test_the_services_together_do_everything() -> None:
    roles = [Role(parser().parse_args(words).role) for words in commands().values() if words[0] == "run"]
    assert {room for room in Role if room is not Role.ALL and not any(role.does(room) for role in roles)} == set()


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_each_setting_that_is_named_is_one_that_there_is(path: Path) -> None:
    named = set(re.findall(rf"\b{PREFIX}\w+", path.read_text(encoding="utf-8")))
    assert named <= {PREFIX + name.upper() for name in Settings.model_fields}


def test_only_this_machine_reaches_a_port_and_none_of_the_database() -> None:
    ports = {name: PORT.findall(said) for path in COMPOSE for name, said in services(path) if "ports:" in said}
    assert sorted(ports) == ["intake", "other-intake"]
    assert all(len(found) == 1 and found[0].startswith("127.0.0.1:") for found in ports.values())


def test_the_image_is_run_by_nobody_who_may_do_everything_and_holds_all_that_is_imported() -> None:
    words = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    assert re.findall(r"^USER (.+)$", words, re.MULTILINE) == ["bashke"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = {name.rstrip("*") for name in project["tool"]["setuptools"]["packages"]["find"]["include"]}
    let_in = re.findall(r"^!(\w+)$", (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
    assert packages <= set(let_in)


def test_no_secret_lies_beside_them() -> None:
    assert (DEPLOY / ".gitignore").read_text(encoding="utf-8") == "secrets/\n"
    said = "".join(path.read_text(encoding="utf-8") for path in PAGES[:-1])
    assert re.findall(r"(?:PASSWORD|TOKEN|DATABASE_URL)\w*[:=]\s*(\S+)", said) == ["/run/secrets/postgres_password"]
