"""What somebody tells of a danger while it is still a draft; a file that tells more than one sees is not kept."""

from dataclasses import dataclass, replace

from handlers.events import Edited, File, Odd, Pin, Text
from handlers.spoken import NOTHING, Spoken
from handlers.turns import Said
from participation.messages import LARGEST_PICTURE, Media, MediaKind, pictures_anew
from participation.reports.model import Account, Grain, Spot, pinned
from participation.reports.usecases import check_account

NOWHERE = Spot()
LONGEST_PLACE = 300
UNKEPT_KINDS = frozenset({"sticker", "video_note", "animation"})


@dataclass(frozen=True)
class Story:
    """What was told so far; the messages with the place and the name are known, so that they can be edited."""

    category: str = ""
    spoken: Spoken = NOTHING
    spot: Spot = NOWHERE
    spot_in: int = 0
    signature: str | None = None
    signature_in: int = 0
    former: Spoken = NOTHING
    """What was told before and is to be told anew, as long as nothing else has been told."""
    pseudonym: str | None = None
    known: int = 0
    """It is the same as what is known already under this number."""
    simple: bool = False
    """It is told in the simplest words, as somebody under sixteen asked; of what is sent it is no part."""
    rough: bool = False
    """Of a pin only the area is sent."""

    def account(self) -> Account:
        """As it will be kept."""
        told = (self.category, self.spoken.text, self.spoken.media, self.place())
        return Account(*told, signature=self.signature, pseudonym=self.pseudonym)

    def place(self) -> Spot:
        """Where it is, as exactly as somebody wants it known."""
        if not self.rough or self.spot.latitude is None or self.spot.longitude is None:
            return self.spot
        return pinned(self.spot.latitude, self.spot.longitude, Grain.AREA)

    def hear(self, said: Said) -> "Story | None":
        """The story with what was just said in it, or None if that adds nothing.

        Raises Refused for more than a person can read.
        """
        told = self._with(said)
        if told is not None and not told.spoken.is_empty():
            check_account(told.account())
        return told

    def _with(self, said: Said) -> "Story | None":
        match said:
            case Pin(latitude, longitude):
                return replace(self, spot=pinned(latitude, longitude), spot_in=0)
            case Edited(words, message) if message and message == self.spot_in:
                return self.at(words, message)
            case Edited(words, message) if message and message == self.signature_in:
                return self.signed(words, message, made_up=self.pseudonym is not None)
            case _:
                spoken = self.spoken.with_more(said)
                return None if spoken is None else replace(self, spoken=spoken, former=NOTHING)

    def at(self, words: str, message: int = 0) -> "Story":
        """The story at a place in words; of a long description the rest is told as words."""
        place = " ".join(words.split())
        if len(place) > LONGEST_PLACE:
            return replace(self, spot=NOWHERE, spot_in=0).hear(Text(words, message)) or self
        return replace(self, spot=Spot(words=place), spot_in=message)

    def signed(self, name: str, message: int = 0, *, made_up: bool = False) -> "Story":
        """The story under a name and no other."""
        name = " ".join(name.split())
        real, pseudonym = (None, name) if made_up else (name, None)
        return replace(self, signature=real, pseudonym=pseudonym, signature_in=message)

    def anew(self) -> "Story":
        """The same danger, to be told once more."""
        return replace(self, spoken=NOTHING, former=self.spoken)

    def as_before(self) -> "Story":
        """As it was told at first, after all."""
        return replace(self, spoken=self.former, former=NOTHING)

    def unsigned(self) -> "Story":
        """The story without a name."""
        return replace(self, signature=None, pseudonym=None, signature_in=0)

    def simply(self) -> "Story":
        """The story as somebody under sixteen tells it: what happened, and where if they say so themselves.

        Of a pin only the area: it may be where they live.
        """
        spot = NOWHERE if self.spot.unit is not None else self.spot
        return replace(self.unsigned(), spot=spot, simple=True, rough=True)


UNTOLD = Story()


def is_unsafe(said: Said) -> bool:
    """Whether it is a file that could tell more than one sees, or that we have no use for."""
    match said:
        case File(media):
            return not is_safe(media)
        case Odd(kind):
            return kind in UNKEPT_KINDS
        case _:
            return False


def is_safe(media: Media) -> bool:
    """Whether it is a voice, or a picture that can be made anew."""
    return media.kind is MediaKind.VOICE or (media.is_picture and not is_too_large(media))


def is_too_large(media: Media) -> bool:
    """Whether it is a picture that Telegram would not give us."""
    return media.is_picture and (media.size or 0) > LARGEST_PICTURE


def _safe(media: Media) -> Media:
    """What may be kept of it: not the name of its file."""
    (kept,) = pictures_anew([media])
    return Media(kept.kind, ref=kept.ref, seconds=kept.seconds, anew=kept.anew)


def kept_of(said: Said) -> Said:
    """What may be kept of a photo or a recording: not the name of its file."""
    match said:
        case File(media, words, message):
            return File(_safe(media), words, message)
        case _:
            return said


def words_beside(said: Said) -> Said:
    """The words that came with a file that is not kept."""
    match said:
        case File(words=words, message=message) if words:
            return Text(words, message)
        case _:
            return Odd("file")


def only_safe(spoken: Spoken) -> Spoken:
    """What was said before anybody spoke of danger, without what must not be kept now."""
    return replace(spoken, media=tuple(_safe(media) for media in spoken.media if is_safe(media)))
