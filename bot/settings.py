"""Every setting, with its default, its sentence and its check beside it.

They are read from the environment or from a file `.env`; all problems are named at once.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsConfigDict

from bot.places import checked_place, checked_webhook
from bot.problems import Problems, read_text
from storage.errors import BadKeyFile
from storage.keys import read_key_file

PREFIX = "BASHKE_"
FILE: Final = Path(".env")
ENCODING: Final = "utf-8-sig"
LOOKS_LIKE_A_TOKEN = r"^\d{3,}:[A-Za-z0-9_-]{20,}$"  # noqa: S105  the shape of one, not one
FILES = ("sqlite:///", "sqlite+aiosqlite:///")
SERVERS = ("postgresql://", "postgres://")
HIDDEN: Final = "***"
KEY: Final = f"{PREFIX}KEY_FILE"
DATABASE: Final = f"{PREFIX}DATABASE_URL"
TORN: Final = re.compile(rf"\s*(?:export\s+)?({PREFIX}\w*)(?!\w|\s*=)", re.IGNORECASE)
"""A line of `.env` that names a setting of ours and gives it nothing."""


class BadSettings(Problems):
    """The settings cannot be used."""


class Settings(BaseSettings):
    """What an operator can decide."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=FILE,
        env_file_encoding=ENCODING,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    token: Annotated[
        SecretStr | None,
        Field(description="The bot's token, as BotFather gave it; of several bots all, separated by commas."),
    ] = None
    telegram_url: Annotated[
        str, Field(description="Base address of the Bot API: Telegram's own, a local server, or a simulator.")
    ] = "https://api.telegram.org"
    database_url: Annotated[
        str,
        Field(
            repr=False,
            description="Where everything is kept: an SQLite file, or a PostgreSQL as "
            "postgresql://user:password@host:port/name.",
        ),
    ] = "sqlite:///bashke.sqlite3"
    key_file: Annotated[
        Path, Field(description="The key that locks personal data. Keep a copy apart from the database.")
    ] = Path("bashke.key")
    webhook_url: Annotated[
        str,
        Field(
            description="Where Telegram can bring updates: a public https address that leads to `BASHKE_LISTEN`. "
            "Where there is none, Telegram is asked for them."
        ),
    ] = ""
    listen: Annotated[
        str, Field(description="Where updates are brought to, if they are: host:port, or the path of a socket.")
    ] = "127.0.0.1:8080"
    messages_per_second: Annotated[
        float,
        Field(ge=0.1, le=1000, description="How fast messages leave, 0.1 to 1000; Telegram allows about 30 a second."),
    ] = 28.0
    commissioner: Annotated[
        str,
        Field(
            min_length=1,
            max_length=200,
            description="Where the Commissioner for the Right to Information is written to: people are told it where "
            "they may complain.",
        ),
    ] = "info@idp.al"
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        BeforeValidator(str.lower),
        Field(description="How much the log tells: debug, info, warning or error."),
    ] = "info"

    @field_validator("token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        tokens = _listed(token)
        if not all(re.match(LOOKS_LIKE_A_TOKEN, each) for each in tokens):
            raise ValueError("this does not look like a token from BotFather (123456:ABC...)")
        if len({each.partition(":")[0] for each in tokens}) < len(tokens):
            raise ValueError("two of the tokens are of the same bot")
        return token

    @field_validator("telegram_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("it has to begin with https:// or http://")
        if not urlsplit(url).hostname or re.search(r"\s", url):
            raise ValueError("it has to name a host, as https://api.telegram.org does")
        if re.search(r"/bot(\d.*)?/?$", url):
            raise ValueError("it ends before /bot, as https://api.telegram.org does")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _is_a_known_database(cls, url: str) -> str:
        if url.startswith(SERVERS):
            return _checked_server(url)
        if not url.startswith(FILES):
            raise ValueError("it has to begin with sqlite:/// or postgresql://")
        if url in FILES or ":memory:" in url:
            raise ValueError("it has to name a file: what is kept in memory is gone when the service stops")
        if "?" in url:
            raise ValueError("it has to name a file and nothing else: no ? with what may follow it")
        return url

    @field_validator("webhook_url")
    @classmethod
    def _is_a_webhook(cls, url: str) -> str:
        return checked_webhook(url)

    @field_validator("listen")
    @classmethod
    def _is_a_place(cls, place: str) -> str:
        return checked_place(place)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The token of each bot."""
        return _listed(self.token)

    @property
    def database_file(self) -> Path | None:
        """The file behind the address of the database, if it is one."""
        return _file_behind(self.database_url)

    @property
    def database_name(self) -> str:
        """How the database is called before an operator."""
        return str(self.database_file or _without_password(self.database_url))


def _listed(token: SecretStr | None) -> tuple[str, ...]:
    """Each token by itself."""
    return tuple(filter(None, re.split(r"[,\s]+", token.get_secret_value()))) if token is not None else ()


def _file_behind(url: str) -> Path | None:
    return Path(url.partition(":///")[2]) if url.startswith(FILES) else None


def _checked_server(url: str) -> str:
    """The address as the driver reads it; what is wrong with it is said without repeating it."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ValueError("it has to be postgresql://user:password@host:port/name; in a password @ is %40") from None
    if not parts.path.strip("/") or re.search(r"\s", url):
        raise ValueError("it has to name a database, as postgresql://user:password@host:port/name does")
    return parts._replace(scheme="postgresql").geturl()


def _without_password(url: str) -> str:
    """An address that may be shown."""
    return re.sub(r"(?<=://)([^:@/]*):.*@", rf"\1:{HIDDEN}@", url)


def read_settings(
    token: str = "", *, with_token: bool = False, with_key: bool = False, with_database: bool = False
) -> Settings:
    """The settings, from the environment and `.env`, with the token that is given here, if any.

    Raises BadSettings with every problem at once; a token, a key or a database that is missing is one where it is
    needed.
    """
    problems = [
        *_torn(),
        *_unknown(),
        *(_missing() if with_token and not token else ()),
        *(_locked_out() if with_key else ()),
        *(_homeless() if with_database else ()),
    ]
    try:
        settings = Settings(token=SecretStr(token)) if token else Settings()
    except ValidationError as wrong:
        raise BadSettings([*map(_problem, wrong.errors(include_input=False)), *problems]) from None
    if problems:
        raise BadSettings(problems)
    return settings


def _problem(error: object) -> str:
    assert isinstance(error, dict)
    name = str(error["loc"][0]).casefold().removeprefix(PREFIX.casefold())
    ours = str(error["msg"]).removeprefix("Value error, ") if error["type"] == "value_error" else None
    return f"{PREFIX}{name.upper()}: {ours or f'it cannot be that. {Settings.model_fields[name].description}'}"


def _torn() -> Iterator[str]:
    """Lines of `.env` that say nothing, though somebody meant something."""
    for number, line in enumerate(_kept().splitlines(), 1):
        if found := TORN.match(line):
            yield f"{FILE}, line {number}: there has to be a = after {found[1]}"


def _kept() -> str:
    """What stands in `.env`; Problems are raised where it is no text."""
    return read_text(FILE) if FILE.is_file() else ""


def _unknown() -> Iterator[str]:
    """What somebody meant as a setting and is none: a slip of the pen would silently change nothing."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for origin, said in _sources():
        for name in sorted(name.upper() for name in said if name.upper().startswith(PREFIX)):
            if name not in known:
                near = get_close_matches(name, known, 1)
                hint = f"; did you mean {near[0]}?" if near else "; `bashke settings` lists them all"
                yield f"{name}: there is no such setting ({origin}){hint}"


def _missing() -> Iterator[str]:
    if not any(f"{PREFIX}token".lower() in said for _, said in _sources()):
        yield f"{PREFIX}TOKEN: it is missing; `bashke init` asks for it"


def _locked_out() -> Iterator[str]:
    """What keeps the key from being used, also where another setting is wrong."""
    try:
        read_key_file(Path(_said("key_file")))
    except BadKeyFile as bad:
        yield f"{KEY}: {bad}"


def _homeless() -> Iterator[str]:
    """A database that is not there: only `init` begins a new one, in which nobody is known."""
    url = _said("database_url")
    if (file := _file_behind(url)) is not None and not file.is_file():
        yield f"{DATABASE}: there is no database {file}; `bashke restore` brings one back, `bashke init` begins anew"


def _said(field: str) -> str:
    """What is said of a setting, whether or not it can be used, or else its default."""
    said = (said.get(f"{PREFIX}{field}".lower()) for _, said in _sources())
    return next(filter(None, said), str(Settings.model_fields[field].default))


def _sources() -> tuple[tuple[str, Mapping[str, str | None]], ...]:
    """Where settings are said, the strongest first, with what is said there; names are in small letters."""
    _kept()
    logging.getLogger("dotenv.main").setLevel(logging.ERROR)  # what it remarks of lines in `.env` we say ourselves
    return (
        ("environment", EnvSettingsSource(Settings).env_vars),
        (str(FILE), DotEnvSettingsSource(Settings).env_vars),
    )


@dataclass(frozen=True)
class InForce:
    """What holds for a setting now, whether or not it can be used, and where it was said."""

    name: str
    value: str
    origin: str
    sentence: str


def in_force() -> Iterator[InForce]:
    """Every setting as it stands, secrets hidden."""
    sources = _sources()
    for (name, default, sentence), field in zip(reference(), Settings.model_fields.values(), strict=True):
        origin, value = next(
            ((origin, said[name.lower()] or "") for origin, said in sources if name.lower() in said),
            ("default", default),
        )
        is_secret = "SecretStr" in str(field.annotation)
        yield InForce(name, HIDDEN if value and is_secret else _without_password(value), origin, sentence)


def reference() -> Iterator[tuple[str, str, str]]:
    """Each setting's name, default and sentence, for `bashke settings` and the page in the docs."""
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else str(field.default)
        yield f"{PREFIX}{name.upper()}", default, field.description or ""
