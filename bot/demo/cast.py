"""Who plays: a coordinator, a few citizens with a part of their own, and a crowd. All names are invented."""

from dataclasses import dataclass, field

from locales.texts import Texts, texts_in
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
    """Comments by voice."""
    cela: Person
    """Comments with a photo."""
    emily: Person
    """Reads English, speaks for an organisation."""
    toni: Person
    """Fifteen years old; reports a danger without a name."""
    mira: Person
    """Comes to the meeting and wants to speak."""
    hana: Person
    """Blocks the bot."""
    vera: Person
    """Deletes her account."""
    crowd: list[Person] = field(default_factory=list)

    @property
    def citizens(self) -> list[Person]:
        """Everybody but the coordinator."""
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

    def parts(self) -> list[tuple[Person, str]]:
        """Those whose phones are worth reading, with what they do."""
        return [
            (self.drita, "koordinatorja"),
            (self.ana, "komenton me shkrim"),
            (self.emily, "lexon anglisht, flet për një organizatë"),
            (self.toni, "15 vjeç, raporton një rrezik"),
            (self.mira, "vjen në takim dhe kërkon fjalën"),
            (self.beni, "komenton me zë"),
            (self.cela, "komenton me foto"),
            (self.hana, "e bllokon botin"),
            (self.vera, "e fshin llogarinë"),
            *((one, "kërkon t’ia kujtojmë afatin") for one in self.forgetful[:1]),
        ]

    def texts(self, person: Person) -> Texts:
        """The sentences in the language this person reads."""
        return texts_in("en" if person.language_code == "en" else "sq")


def gather(world: World, citizens: int) -> Cast:
    """Invite everybody; with those who have a part of their own there are so many citizens."""

    def invite(name: str, language: str = "sq") -> Person:
        return world.person(name, language_code=language)

    cast = Cast(
        drita=invite("Drita"),
        ana=invite("Ana"),
        beni=invite("Beni"),
        cela=invite("Cela"),
        emily=invite("Emily", "en"),
        toni=invite("Toni"),
        mira=invite("Mira"),
        hana=invite("Hana"),
        vera=invite("Vera"),
    )
    for number in range(citizens - FEWEST):
        language = "en" if number % ENGLISH_EVERY == 0 else "sq"
        cast.crowd.append(invite(CROWD[number % len(CROWD)], language))
    return cast
