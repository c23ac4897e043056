"""What peers send: as long, and with as many buttons, as our announcement."""

from typing import Any, Final

TITLE: Final = "Plani Social 2024–2027"
TEXT: Final = (
    TITLE + "\n\n" + "\n\n".join(["Bashkia Përmet kërkon mendimin tuaj për një projekt para se të vendoset."] * 7)
)
BUTTONS: Final = (
    ("Komento", "c:1"),
    ("Më kujto", "r:1"),
    ("Vij", "y:1"),
    ("Dërgoja dikujt", "s:1"),
    ("Takimet", "m:1"),
)
ECHO: Final = "Faleminderit! Këtë e morëm dhe e shkruam; përgjigja vjen me radhë."


def keyboard() -> list[list[dict[str, Any]]]:
    """The buttons as plain values, one a row."""
    return [[{"text": label, "callback_data": data}] for label, data in BUTTONS]
