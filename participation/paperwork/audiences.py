"""Audiences that most plans name, as rows to begin with; in Albanian only, for the form is in no other language."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from participation.consultations.model import Kind
from participation.paperwork.plan import AudienceRow


class AudiencePreset(StrEnum):
    """Whom a coordinator may add to a plan with one tap."""

    PUBLIC = "public"
    INTEREST_GROUPS = "interest_groups"
    CIVIL_SOCIETY = "civil_society"
    BUSINESS = "business"
    YOUTH = "youth"
    VULNERABLE = "vulnerable"
    MINORITIES = "minorities"


DRAFT: Final = (Kind.DRAFT,)
BOTH: Final = (Kind.PRIOR, Kind.DRAFT)
PRESETS: Final[Mapping[AudiencePreset, AudienceRow]] = MappingProxyType(
    {
        AudiencePreset.PUBLIC: AudienceRow(
            "Publiku",
            DRAFT,
            "Konsultim elektronik: publikimi në RENJK",
            "RENJK, faqja zyrtare, e-mail, Telegram",
        ),
        AudiencePreset.INTEREST_GROUPS: AudienceRow(
            "Grupet e interesit", BOTH, "Takime publike, komente me shkrim", "Ftesë me shkrim, e-mail"
        ),
        AudiencePreset.CIVIL_SOCIETY: AudienceRow(
            "Organizatat e shoqërisë civile", BOTH, "Takime publike, komente me shkrim", "E-mail, rrjetet sociale"
        ),
        AudiencePreset.BUSINESS: AudienceRow(
            "Bizneset dhe organizatat e tyre", BOTH, "Takime me grupe të vogla, komente me shkrim", "E-mail, telefon"
        ),
        AudiencePreset.YOUTH: AudienceRow(
            "Të rinjtë dhe këshilli rinor vendor",
            BOTH,
            "Takime në shkolla dhe qendra rinore, pyetësor",
            "Rrjetet sociale, Telegram, shkollat",
        ),
        AudiencePreset.VULNERABLE: AudienceRow(
            "Grupet në nevojë",
            BOTH,
            "Takime në komunitet me ndihmën e punonjësve socialë, komente me gojë",
            "Shërbimet sociale, qendrat komunitare, telefon",
        ),
        AudiencePreset.MINORITIES: AudienceRow(
            "Komunitetet e pakicave",
            BOTH,
            "Takime në komunitet, sipas nevojës në gjuhën e pakicës",
            "Përfaqësuesit e komunitetit, njësitë administrative",
        ),
    }
)
