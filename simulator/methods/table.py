"""All methods by their names in small letters, as the server looks them up."""

from simulator.methods import copying, editing, profile, receiving, sending, topics, visiting
from simulator.methods.calling import Method

_BY_NAME: dict[str, Method] = {
    **sending.METHODS,
    **copying.METHODS,
    **editing.METHODS,
    **receiving.METHODS,
    **profile.METHODS,
    **visiting.METHODS,
    **topics.METHODS,
}

NAMES = {name.lower(): name for name in _BY_NAME}
"""The true name of each method."""


def method(name: str) -> Method | None:
    """The method of this true name."""
    return _BY_NAME.get(name)
