"""What can be wrong with a language's catalog."""

from collections.abc import Iterator, Sequence
from string import Formatter

from babel.messages.catalog import Catalog, Message


def problems(source: Catalog, translated: Catalog) -> list[str]:
    """A line for each sentence that is missing, unsure, incomplete, said nowhere, or wrong in blanks or apostrophe."""
    wanted = {_key(message): message for message in source if message.id}
    there = {_key(message): message for message in translated if message.id}
    found = [f"missing: {key[0]}" for key in wanted if key not in there]
    found += [f"said nowhere: {key[0]}" for key in there if key not in wanted]
    forms = translated.num_plurals
    for key in wanted.keys() & there.keys():
        found += [f"{problem}: {key[0]}" for problem in _problems(wanted[key], there[key], forms)]
    return sorted(found)


def _problems(wanted: Message, there: Message, forms: int) -> Iterator[str]:
    strings = _forms(there.string)
    if there.fuzzy:
        yield "unsure"
    if not all(strings) or len(strings) != (forms if wanted.pluralizable else 1):
        yield "incomplete"
    elif not _same_blanks(_forms(wanted.id), strings):
        yield "other blanks"
    elif any("'" in string for string in strings):
        yield "straight apostrophe"


def _same_blanks(wanted: Sequence[str], strings: Sequence[str]) -> bool:
    """The form for many has all blanks; the one for a single thing may leave the count out, and nothing else."""
    *few, many = (blanks(string) for string in strings)
    needed = blanks(wanted[-1])
    return many == needed and all(needed - {"count"} <= form <= needed for form in few)


def blanks(sentence: str) -> set[str]:
    """The names of the blanks in a sentence; one that cannot be filled has a blank of its own kind."""
    try:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    except ValueError:
        return {"(broken)"}


def _forms(string: object) -> Sequence[str]:
    return list(string) if isinstance(string, (tuple, list)) else [str(string or "")]


def _key(message: Message) -> tuple[str, str | None]:
    return _forms(message.id)[0], message.context
