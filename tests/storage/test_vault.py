from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import BadKeyFile, WrongKey
from storage.keys import create_key_file, new_key, read_key_file, written
from storage.vault import Vault

OLD, NEW = new_key(), new_key()


def test_what_was_sealed_opens_again():
    vault = Vault([OLD])
    assert vault.open_text("comment", vault.seal_text("comment", "ë 🙂", "PR-1"), "PR-1") == "ë 🙂"


def test_the_same_words_never_look_the_same():
    vault = Vault([OLD])
    assert vault.seal_text("comment", "po", "PR-1") != vault.seal_text("comment", "po", "PR-1")


@pytest.mark.parametrize(("purpose", "context"), [("report", "PR-1"), ("comment", "PR-2")])
def test_sealed_words_do_not_open_elsewhere(purpose, context):
    vault = Vault([OLD])
    sealed = vault.seal_text("comment", "po", "PR-1")
    with pytest.raises(WrongKey):
        vault.open_text(purpose, sealed, context)


def test_a_changed_byte_is_noticed():
    vault = Vault([OLD])
    sealed = bytearray(vault.seal_text("comment", "po", "PR-1"))
    sealed[-1] ^= 1
    with pytest.raises(WrongKey):
        vault.open_text("comment", bytes(sealed), "PR-1")


def test_bytes_that_were_cut_off_are_noticed_wherever():
    vault = Vault([OLD])
    sealed = vault.seal_text("comment", "po", "PR-1")
    for end in range(len(sealed)):
        with pytest.raises(WrongKey):
            vault.open_text("comment", sealed[:end], "PR-1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7", "-1009223372036854"),
        ("noise", "domestic_violence"),
        ("", "Zamira Lumturi"),
        ("a" * 64, "a" * 511),
        ("a" * 513, "a" * 1023),
    ],
)
def test_sealed_bytes_do_not_tell_how_long_the_words_were(one: str, other: str):
    vault = Vault([OLD])
    assert len(vault.seal_text("word", one, "1")) == len(vault.seal_text("word", other, "1"))


@given(st.binary(max_size=2_000) | st.binary(max_size=99).map(lambda end: end + b"\x80\0\x80\0\0"))
def test_whatever_is_sealed_opens_as_it_was(value: bytes):
    vault = Vault([OLD])
    assert vault.open("word", vault.seal("word", value, "1"), "1") == value


def test_another_key_does_not_open():
    with pytest.raises(WrongKey):
        Vault([NEW]).open_text("comment", Vault([OLD]).seal_text("comment", "po", "1"), "1")


def test_a_new_key_on_top_opens_the_old_and_finds_the_same_marks():
    before, after = Vault([OLD]), Vault([NEW, OLD])
    assert after.open_text("draft", before.seal_text("draft", "po", "1"), "1") == "po"
    assert after.mark("address", "7:5") == before.mark("address", "7:5")
    with pytest.raises(WrongKey):
        before.open_text("draft", after.seal_text("draft", "po", "1"), "1")


def test_marks_differ_by_purpose_and_by_key():
    assert len({Vault([OLD]).mark("a", "1"), Vault([OLD]).mark("b", "1"), Vault([NEW]).mark("a", "1")}) == 3


def test_a_new_key_file_is_for_its_owner_only(tmp_path: Path):
    key = create_key_file(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    assert read_key_file(tmp_path / "key") == (key,)


def test_a_key_file_is_never_overwritten(tmp_path: Path):
    create_key_file(tmp_path / "key")
    before = (tmp_path / "key").read_text()
    with pytest.raises(FileExistsError):
        create_key_file(tmp_path / "key")
    assert (tmp_path / "key").read_text() == before


def keep(path: Path, text: str, mode: int = 0o600) -> Path:
    path.write_text(text)
    path.chmod(mode)
    return path


def test_the_first_key_seals_and_comments_are_skipped(tmp_path: Path):
    path = keep(tmp_path / "key", f"# turned in May\n{written(NEW)}\n{written(OLD)}")
    assert read_key_file(path) == (NEW, OLD)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path, mode: int):
    with pytest.raises(BadKeyFile, match="chmod 600"):
        read_key_file(keep(tmp_path / "key", written(OLD), mode))


@pytest.mark.parametrize(
    "text", ["", "# nothing", "00000000", "00000000 c2hvcnQ=", "xyz AAAA", f"00 {'A' * 43}=", "00000000 a b", "ë"]
)
def test_what_is_not_a_key_is_refused_and_not_quoted(tmp_path: Path, text: str):
    with pytest.raises(BadKeyFile) as refused:
        read_key_file(keep(tmp_path / "key", text))
    assert "c2hvcnQ" not in str(refused.value)


def test_a_missing_key_file_is_refused(tmp_path: Path):
    with pytest.raises(BadKeyFile, match="There is no key file"):
        read_key_file(tmp_path / "key")


def test_a_key_does_not_print_its_secret():
    assert OLD.secret.hex() not in repr(OLD)
    assert repr(OLD.secret) not in repr(OLD)
