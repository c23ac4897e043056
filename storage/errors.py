"""What can be wrong with the keys and the database, in words for the operator.

StorageError          the service must not run like this
├── BadKeyFile        the key file is missing, readable by others, or not a key file
├── WrongKey          this database was sealed with another key
├── NotOurs           this file is no database that a Bashkë made
├── TooNew            a newer Bashkë made this database
├── InUse             what is to be done bears no other process on this database
├── TakenAway         the file of the database is no longer where it was opened
└── OldSqlite         this Python has an SQLite that is too old
"""

from pathlib import Path


class StorageError(Exception):
    """The service must not run like this."""


class BadKeyFile(StorageError):  # noqa: N818  the name says it
    """The key file is missing, readable by others, or not a key file."""


class WrongKey(StorageError):  # noqa: N818  the name says it
    """This database was sealed with another key than the one in the key file."""

    def __init__(self) -> None:
        super().__init__("This database was sealed with another key: put back the key file that belongs to it.")


class NotOurs(StorageError):  # noqa: N818  the name says it
    """This file is no database that a Bashkë made."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: this is no database that Bashkë made, or it is damaged.")


class TooNew(StorageError):  # noqa: N818  the name says it
    """A newer Bashkë made this database."""

    def __init__(self) -> None:
        super().__init__("A newer Bashkë made this database: install that version, or restore a backup from before it.")


class InUse(StorageError):  # noqa: N818  the name says it
    """What is to be done bears no other process on this database."""

    def __init__(self) -> None:
        super().__init__("Another bashke uses this database: stop all of them, on every machine, and try again.")


class TakenAway(StorageError):  # noqa: N818  the name says it
    """The file of the database is no longer where it was opened; what is written to it now is nowhere."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: the database was taken away or replaced while it was in use; nothing more is confirmed. "
            "Bring the right one back (`bashke restore`, while nothing runs) and start again."
        )


class OldSqlite(StorageError):  # noqa: N818  the name says it
    """This Python has an SQLite that is too old."""

    def __init__(self, found: str, needed: str) -> None:
        super().__init__(f"This Python has SQLite {found}; {needed} or newer is needed: use a Python with a newer one.")
