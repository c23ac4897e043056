"""What `bashke init` asks, takes, and refuses before anything is written."""

import io
import sqlite3
import sys
from contextlib import closing

import pytest

from bot import terminal
from bot.__main__ import main
from bot.settings import reference

OLD, NEW = "1234567:" + "A" * 35, "7654321:" + "B" * 35
PERMET = ("--institution", "Bashkia Përmet", "--municipality", "Përmet", "--prefix", "PR")


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name, _, _ in reference():
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def answers(monkeypatch):
    """Somebody sits there: each question, by its first word, has its answer."""
    given = {}
    monkeypatch.setattr(terminal, "is_attended", lambda: True)
    for name in ("ask", "ask_secret"):
        monkeypatch.setattr(terminal, name, lambda question: given.get(question.partition(" ")[0], ""))
    return given


@pytest.fixture
def handed(monkeypatch):
    """Nobody sits there, and this is on standard input."""
    return lambda words: monkeypatch.setattr(sys, "stdin", io.StringIO(words))


def row(folder):
    with closing(sqlite3.connect(folder / "bashke.sqlite3")) as database:
        found = database.execute(
            "SELECT name, municipality, prefix, email, office_hours, register_url FROM institutions"
        )
        (only,) = found.fetchall()
    return only


def test_everything_is_asked_for_and_may_stay_empty(folder, answers, capsys):
    answers |= {"Institution": "Ministria e Drejtësisë", "Letters": "md", "Office": "8–16", "Is": "yes"}
    assert main(["init"]) == 0
    assert "a ministry, which consults everybody" in capsys.readouterr().out
    assert row(folder) == ("Ministria e Drejtësisë", None, "MD", None, "8–16", None)


def test_nobody_becomes_a_ministry_by_leaving_a_question_out(folder, answers, capsys):
    answers |= {"Institution": "Bashkia Berat", "Letters": "BR"}
    assert main(["init"]) == 2
    assert "--ministry if it belongs to none" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_an_answer_that_cannot_be_used_is_asked_for_again_at_once(folder, answers, monkeypatch, capsys):
    tries = {"Municipality": ["Permett", "Përmet"], "E-mail": ["zyra", "k@permet.example"]}
    answers |= {"Institution": "Bashkia Përmet", "Letters": "PR"}

    def ask(question):
        word = question.partition(" ")[0]
        return tries[word].pop(0) if tries.get(word) else answers.get(word, "")

    monkeypatch.setattr(terminal, "ask", ask)
    assert main(["init"]) == 0
    assert row(folder)[3] == "k@permet.example"
    complained = capsys.readouterr().err.splitlines()
    assert complained[0] == "did you mean Përmet? (not 'Permett')"
    assert len(complained) == 2


@pytest.mark.parametrize("attended", [False, True])
def test_a_token_alone_is_kept_where_everything_else_is_there(folder, monkeypatch, handed, capsys, attended):
    main(["init", *PERMET])
    assert "bashke.sqlite3: a new database" in capsys.readouterr().out
    monkeypatch.setattr(terminal, "is_attended", lambda: attended)
    monkeypatch.setattr(terminal, "ask", pytest.fail)

    def told(token):
        handed(token + "\n")
        monkeypatch.setattr(terminal, "ask_secret", lambda _: token)
        return main(["init", "--token"])

    assert told(NEW) == 0
    assert (folder / ".env").read_text() == f"BASHKE_TOKEN={NEW}\n"
    assert [told("nonsense"), told("")] == [2, 2]
    assert (folder / ".env").read_text() == f"BASHKE_TOKEN={NEW}\n"
    assert row(folder)[0] == "Bashkia Përmet"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--token", NEW), "standard input"),
        ((f"--token={NEW}",), "standard input"),
        ((NEW,), "bashke init --help"),
        (("--token", "-", NEW), "bashke init --help"),
        ((f"--tokn={NEW}",), "bashke init --help"),
    ],
    ids=["apart", "together", "bare", "too many", "mistyped"],
)
def test_a_token_among_the_words_of_a_command_is_refused_and_not_repeated(folder, capsys, words, said):
    """Everybody on the machine can read them, and what a command complains of ends in a log."""
    with pytest.raises(SystemExit) as ended:
        main(["init", *PERMET, *words])
    assert ended.value.code == 2
    told = capsys.readouterr()
    assert said in told.err
    assert NEW not in told.out + told.err
    assert list(folder.iterdir()) == []


def test_a_token_alone_is_not_enough_to_begin(folder, handed, capsys):
    handed(NEW)
    assert main(["init", "--token"]) == 2
    named = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert named == ["--institution", "--prefix", "--municipality"]
    assert list(folder.iterdir()) == []


def test_what_is_given_is_not_asked_for(folder, handed):
    rest = ("--email", "k@permet.example", "--office-hours", "8–14", "--register-url", "https://r.example/1")
    handed(f"{NEW}\r\nand what comes after it\n")
    assert main(["init", *PERMET, *rest, "--token", "-"]) == 0
    assert (folder / ".env").read_text() == f"BASHKE_TOKEN={NEW}\n"
    assert row(folder)[3:] == ("k@permet.example", "8–14", "https://r.example/1")


def test_a_ministry_is_named_as_one_where_nobody_can_be_asked(folder, capsys):
    ministry = ("--institution", "Ministria e Drejtësisë", "--prefix", "MD")
    assert main(["init", *ministry]) == 2
    assert "--ministry if it belongs to none" in capsys.readouterr().err
    assert main(["init", *ministry, "--ministry", "--municipality", "Përmet"]) == 2
    assert main(["init", *ministry, "--ministry"]) == 0
    assert row(folder)[1] is None


@pytest.mark.parametrize(("typed", "meant"), [("Permett", "Përmet"), ("Tiran", "Tiranë"), ("gjirokaster", None)])
def test_a_name_that_was_mistyped_is_suggested(capsys, typed, meant):
    code = main(["init", "--institution", "Bashkia", "--municipality", typed, "--prefix", "PR"])
    assert code == (2 if meant else 0)
    assert meant is None or f"did you mean {meant}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ("BASHKE_LOG_LEVEL=info", f"BASHKE_LOG_LEVEL=info\nBASHKE_TOKEN={NEW}\n"),
        (f"BASHKE_TOKEN={OLD}\nBASHKE_LOG_LEVEL=info\n", f"BASHKE_LOG_LEVEL=info\nBASHKE_TOKEN={NEW}\n"),
        ("BASHKE_TOKEN=nonsense", f"BASHKE_TOKEN={NEW}\n"),
        ("BASHKE_TOKEN=\n", f"BASHKE_TOKEN={NEW}\n"),
    ],
)
def test_a_token_takes_the_place_of_another(folder, handed, kept, left):
    (folder / ".env").write_text(kept)
    handed(NEW)
    assert main(["init", *PERMET, "--token"]) == 0
    assert (folder / ".env").read_text() == left


def test_whoever_is_asked_may_keep_the_token_or_give_another(folder, answers):
    (folder / ".env").write_text(f"BASHKE_TOKEN={OLD}")
    assert main(["init", *PERMET]) == 0
    assert OLD in (folder / ".env").read_text()
    answers["Token"] = NEW
    assert main(["init", *PERMET]) == 0
    assert (folder / ".env").read_text() == f"BASHKE_TOKEN={NEW}\n"


def test_a_token_that_the_environment_would_hide_is_not_taken(folder, monkeypatch, handed, capsys):
    monkeypatch.setenv("BASHKE_TOKEN", OLD)
    handed(NEW)
    assert main(["init", *PERMET, "--token"]) == 2
    assert "environment" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_a_wrong_token_is_named_with_all_else_before_anything_is_made(folder, handed, capsys):
    handed("no")
    assert main(["init", "--institution", "Bashkia", "--municipality", "Përmet", "--prefix", "P1", "--token"]) == 2
    named = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert named == ["BASHKE_TOKEN", "--prefix"]
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--email", "zyra@permet"),
        ("--email", "a@b.al, c@d.al"),
        ("--register-url", "register.example"),
        ("--register-url", "https://localhost"),
    ],
)
def test_an_email_and_a_link_are_what_they_are_in_the_conversation(folder, capsys, option, said):
    assert main(["init", *PERMET, option, said]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{option}: ")
    assert line.endswith(f"(not {said!r})")
    assert list(folder.iterdir()) == []


def test_one_that_is_there_stays_and_is_not_said_to_be_new(capsys):
    main(["init", *PERMET])
    capsys.readouterr()
    assert main(["init", *PERMET, "--email", "new@permet.example"]) == 0
    assert "it was here and stays as it is" in capsys.readouterr().out
