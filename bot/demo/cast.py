"""Who plays: a coordinator, a few citizens with a part of their own, and a crowd. All names are invented."""

from dataclasses import dataclass, field

from locales.texts import Texts, texts_in
from simulator.groups import Group
from simulator.people import Person
from simulator.world import World

CROWD = ("Agim", "Besa", "Çlirim", "Dafina", "Edlira", "Fatos", "Genta", "Hysni", "Ilir", "Jonida", "Kujtim", "Liri")
ENGLISH_EVERY = 6
LISTENERS = 20
FORGETFUL = 10
LEAVES_EVERY = 40
FEWEST = 8
"""So many have a part of their own."""


@dataclass
class Cast:
    """Everybody in the story."""

    drita: Person
    """The coordinator."""
    ana: Person
    """Comments in writing."""
    beni: Person
    """Comments by voice; reports under a made-up name what Cela has reported."""
    cela: Person
    """Comments with a photo; reports that it is dark by the bridge."""
    emily: Person
    """Reads English, speaks for an organisation; what is known by then concerns her too."""
    toni: Person
    """Fifteen years old; reports a danger without a name."""
    mira: Person
    """Comes to the meeting and wants to speak."""
    hana: Person
    """Blocks the bot."""
    vera: Person
    """Deletes her account."""
    nora: Person
    """The protection contact."""
    elsa: Person
    """Fourteen years old, in need; has never spoken with the bot, and follows nothing."""
    office: Group
    """Where the officers of the desk talk, a topic for each report."""
    crowd: list[Person] = field(default_factory=list)

    @property
    def citizens(self) -> list[Person]:
        """Everybody who is told of consultations."""
        return [self.ana, self.beni, self.cela, self.emily, self.toni, self.mira, self.hana, self.vera, *self.crowd]

    @property
    def listeners(self) -> list[Person]:
        """Those of the crowd who come to the meeting."""
        return self.crowd[:LISTENERS]

    @property
    def forgetful(self) -> list[Person]:
        """Those of the crowd who ask to be reminded."""
        return self.crowd[-FORGETFUL:]

    @property
    def leavers(self) -> list[Person]:
        """Those who block the bot before anything is announced."""
        return [self.hana, *self.crowd[LISTENERS:-FORGETFUL:LEAVES_EVERY]]

    @property
    def reporters(self) -> list[Person]:
        """Those of whom nobody may learn that they reported."""
        return [self.toni, self.cela, self.beni, self.emily, self.elsa]

    def parts(self) -> list[tuple[Person | Group, str]]:
        """Those whose phones are worth reading, with what they do."""
        return [
            (self.drita, "koordinatorja"),
            (self.ana, "komenton me shkrim"),
            (self.emily, "lexon anglisht, flet për një organizatë, e shqetëson edhe atë"),
            (self.toni, "15 vjeç, raporton një rrezik"),
            (self.office, "grupi i zyrës, një temë për çdo raportim"),
            (self.elsa, "14 vjeç, në nevojë"),
            (self.nora, "kontakti për mbrojtjen"),
            (self.mira, "vjen në takim dhe kërkon fjalën"),
            (self.beni, "komenton me zë, raporton me emër të sajuar"),
            (self.cela, "komenton me foto, raporton se është errësirë"),
            (self.hana, "e bllokon botin"),
            (self.vera, "e fshin llogarinë"),
            *((one, "kërkon t’ia kujtojmë afatin") for one in self.forgetful[:1]),
        ]

    def texts(self, person: Person) -> Texts:
        """The sentences in the language this person reads."""
        return texts_in("en" if person.language_code == "en" else "sq")


def gather(world: World, citizens: int) -> Cast:
    """Invite everybody; with those who have a part of their own there are so many citizens."""

    def invite(name: str, language: str = "sq", username: str | None = None) -> Person:
        return world.person(name, username=username, language_code=language)

    drita = invite("Drita", username="drita_permet")
    cast = Cast(
        drita=drita,
        ana=invite("Ana", username="ana_permet"),
        beni=invite("Beni", username="beni_permet"),
        cela=invite("Cela", username="cela_permet"),
        emily=invite("Emily", "en", "emily_permet"),
        toni=invite("Toni", username="toni_permet"),
        mira=invite("Mira", username="mira_permet"),
        hana=invite("Hana", username="hana_permet"),
        vera=invite("Vera", username="vera_permet"),
        nora=invite("Nora", username="nora_permet"),
        elsa=invite("Elsa", username="elsa_permet"),
        office=world.group("Zyra e sigurisë", members=[drita], forum=True),
    )
    for number in range(citizens - FEWEST):
        language = "en" if number % ENGLISH_EVERY == 0 else "sq"
        cast.crowd.append(invite(CROWD[number % len(CROWD)], language))
    return cast
