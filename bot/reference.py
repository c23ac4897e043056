"""The page of settings in the docs, written from the settings themselves: `python -m bot.reference`."""

from pathlib import Path

from bot.settings import PREFIX, reference

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"
HEAD = f"""\
# Settings

Each is read from the environment or from a file `.env` in the folder where `bashke` runs; all begin with `{PREFIX}`.
A wrong one stops the start, and so does a name that is none; all problems are named at once. An empty one is not set.
`bashke settings` prints this list with what is in force and where it was said.

| Setting | Default | What it does |
| --- | --- | --- |
"""


def page() -> str:
    """The page as it should stand in the docs."""
    return HEAD + "".join(f"| `{name}` | {_shown(default)} | {sentence} |\n" for name, default, sentence in reference())


def _shown(default: str) -> str:
    return f"`{default}`" if default else "none"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
