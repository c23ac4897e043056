"""What somebody had written is given back as it was written, when a newer bot cannot go on with their draft."""

from dataclasses import replace

import pytest

from handlers.dialogs.commenting import COMMENTING, Naming
from handlers.dialogs.reporting import REPORTING, Telling
from handlers.drafts import UnreadableError, freeze, thaw
from handlers.events import File, Text
from handlers.spoken import NOTHING, Spoken
from handlers.story import Story
from handlers.turns import Said
from participation.comments.model import Capacity
from participation.messages import Media, MediaKind

PHOTO = Media(MediaKind.PHOTO, ref="AgACAgQAAxkBAAIBQ2ZkZGQ")


def spoken(*said: Said) -> Spoken:
    """All of it, as it was said."""
    so_far = NOTHING
    for each in said:
        so_far = so_far.with_more(each) or so_far
    return so_far


@pytest.mark.parametrize(
    ("said", "given_back"),
    [
        ([Text("Ujë.", 1)], "Ujë."),
        ([File(PHOTO, "Ujë.", 1)], "Ujë."),
        ([File(PHOTO, "", 1)], ""),
        ([Text("Ujë.", 1), Text("Dhe dritë, të paktën natën.", 2)], "Ujë.\nDhe dritë, të paktën natën."),
    ],
)
def test_words_are_given_back_as_they_were_written_and_nothing_else(said, given_back):
    comment = freeze(Naming(7, spoken(*said), Capacity.ONESELF), dialog=COMMENTING, stamp="aaaa")
    report = freeze(Telling(7, Story("traffic", spoken(*said))), dialog=REPORTING, stamp="aaaa")
    for kept, dialog in ((comment, COMMENTING), (report, REPORTING)):
        with pytest.raises(UnreadableError) as unreadable:
            thaw(kept, replace(dialog, version=99))
        assert unreadable.value.text == given_back
