"""Every setting, with its default, its sentence and its check beside it.

They are read from the environment or from a file `.env`; all problems are named at once.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "BASHKE_"
LOOKS_LIKE_A_TOKEN = r"^\d{3,}:[A-Za-z0-9_-]{20,}$"  # noqa: S105  the shape of one, not one
DATABASES = ("sqlite:///", "sqlite+aiosqlite:///")


class BadSettings(Exception):  # noqa: N818  the name says it
    """The settings cannot be used; each problem is a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """What an operator can decide."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True)

    token: Annotated[SecretStr | None, Field(description="The bot's token, as BotFather gave it.")] = None
    telegram_url: Annotated[
        str, Field(description="Base address of the Bot API: Telegram's own, a local server, or a simulator.")
    ] = "https://api.telegram.org"
    database_url: Annotated[str, Field(description="Where everything is kept: an SQLite file.")] = (
        "sqlite:///bashke.sqlite3"
    )
    key_file: Annotated[
        Path, Field(description="The key that locks personal data. Keep a copy apart from the database.")
    ] = Path("bashke.key")
    messages_per_second: Annotated[
        float, Field(gt=0, le=1000, description="How fast messages leave; Telegram allows about 30 a second.")
    ] = 28.0
    log_level: Annotated[Literal["debug", "info", "warning", "error"], Field(description="How much the log tells.")] = (
        "info"
    )

    @field_validator("token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not re.match(LOOKS_LIKE_A_TOKEN, token.get_secret_value()):
            raise ValueError("this does not look like a token from BotFather (123456:ABC...)")
        return token

    @field_validator("telegram_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("it has to begin with https:// or http://")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _is_a_known_database(cls, url: str) -> str:
        if not url.startswith(DATABASES):
            raise ValueError("it has to begin with sqlite:///")
        return url


def read_settings(**given: object) -> Settings:
    """The settings, from the environment, `.env` and what is given here.

    Raises BadSettings with every problem at once.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as wrong:
        raise BadSettings([_problem(error) for error in wrong.errors(include_input=False)]) from None


def _problem(error: object) -> str:
    assert isinstance(error, dict)
    name = "_".join(str(part) for part in error["loc"]).upper()
    return f"{PREFIX}{name.removeprefix(PREFIX)}: {str(error['msg']).removeprefix('Value error, ')}"


def reference() -> Iterator[tuple[str, str, str]]:
    """Each setting's name, default and sentence, for `bashke settings` and the page in the docs."""
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else str(field.default)
        yield f"{PREFIX}{name.upper()}", default, field.description or ""
