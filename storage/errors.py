"""What can be wrong with the keys and the database, in words for the operator.

StorageError          the service must not start like this
├── BadKeyFile        the key file is missing, readable by others, or not a key file
└── WrongKey          this database was sealed with another key
"""


class StorageError(Exception):
    """The service must not start like this."""


class BadKeyFile(StorageError):  # noqa: N818  the name says it
    """The key file is missing, readable by others, or not a key file."""


class WrongKey(StorageError):  # noqa: N818  the name says it
    """This database was sealed with another key than the one in the key file."""

    def __init__(self) -> None:
        super().__init__("This database was sealed with another key: put back the key file that belongs to it.")
