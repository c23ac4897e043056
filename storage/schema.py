"""Migrations, run by Alembic without a file of settings."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def configured(connection: Connection) -> Config:
    """Alembic's settings for a connection that is inside a transaction already."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest form."""
    command.upgrade(configured(connection), "head")
