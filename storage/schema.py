"""Migrations, run by Alembic without a file of settings."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.errors import TooNew
from storage.vault import Vault

MIGRATIONS = Path(__file__).parent / "migrations"


def configured(connection: Connection, vault: Vault) -> Config:
    """Alembic's settings for a connection that is inside a transaction already; what is sealed can be opened."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["vault"] = vault
    return config


def upgrade(connection: Connection, vault: Vault) -> None:
    """Bring the tables to the newest form.

    Raises TooNew for a form that only a later version knows.
    """
    config = configured(connection, vault)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if not known.issuperset(MigrationContext.configure(connection).get_current_heads()):
        raise TooNew
    command.upgrade(config, "head")
