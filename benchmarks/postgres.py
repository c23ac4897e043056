"""Several processes on one PostgreSQL; not measured before the house can live there."""

from benchmarks.figures import Measured, Scale

NOT_YET = "not measured: the house keeps everything in SQLite until PostgreSQL is supported"


def postgres_lost(_scale: Scale) -> Measured:
    """What two couriers and two intakes lose that are killed in turn."""
    return Measured(None, NOT_YET)


def postgres_takeover_s(_scale: Scale) -> Measured:
    """How long it takes until another one sends."""
    return Measured(None, NOT_YET)
