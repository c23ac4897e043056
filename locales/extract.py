"""`make texts`: gather every sentence of the source into the catalogs, keeping what is translated already."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from locales.texts import LANGUAGES, SOURCE, catalog_path

ROOT = Path(__file__).parent.parent
SPEAKING = ("bot", "handlers", "delivery", "documents", "locales", "scheduler")
HEADER = """\
# Every sentence of Bashkë; `make texts` keeps this file in step with the source.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
KEYWORDS = {"t": None, "n": (1, 2), "mark": None}


def gather() -> Catalog:
    """All sentences that the source says to people."""
    catalog = Catalog(project="bashke", charset="utf-8", fuzzy=False)
    for package in SPEAKING:
        found = extract_from_dir(str(ROOT / package), [("**.py", "python")], keywords=KEYWORDS)
        for name, _line, sentence, _comments, context in sorted(found, key=lambda f: (f[0], f[1])):
            catalog.add(sentence, locations=[(f"{package}/{name}", 0)], context=context)
    return catalog


def update(language: str, source: Catalog) -> int:
    """Bring one language's catalog up to date; returns how many sentences lack a translation."""
    path = catalog_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = Catalog(locale=language, project="bashke", charset="utf-8", fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            kept = read_po(file, locale=language)
    kept.update(source, no_fuzzy_matching=True, update_header_comment=False)
    kept.obsolete.clear()
    with path.open("wb") as file:
        file.write(HEADER.format(language=language, plurals=kept.plural_forms).encode())
        write_po(
            file,
            kept,
            width=100,
            sort_output=True,
            omit_header=True,
            include_lineno=False,
            ignore_obsolete=True,
        )
    return len([message for message in kept if message.id and not _complete(message.string)])


def _complete(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def main() -> int:
    """Update every catalog and say what is missing."""
    source = gather()
    for language in (language for language in LANGUAGES if language != SOURCE):
        missing = update(language, source)
        sys.stdout.write(f"{language}: {len(source)} sentences, {missing} without translation\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
