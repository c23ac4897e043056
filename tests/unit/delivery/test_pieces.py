from hypothesis import given
from hypothesis import strategies as st

from delivery.channels.pieces import clean, pieces, utf16_length, whole_character


@given(st.text(alphabet="abc ëç\n🙂\u0301\u200d<&\u200f", max_size=400), st.integers(20, 60))
def test_pieces_are_short_enough_and_lose_nothing_but_white_space(text, longest):
    cut = pieces(text, longest)
    assert all(len(piece) <= longest for piece in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


def test_a_short_text_stays_whole():
    assert pieces("hello") == ("hello",)
    assert pieces("") == ("",)
    assert pieces("x" * 4096) == ("x" * 4096,)


def test_it_cuts_at_a_paragraph_before_a_line_before_a_space():
    assert pieces("one two\n\nthree four\nfive six", 24) == ("one two\n\nthree four", "five six")
    assert pieces("aaaa bbbb\n\ncccc\ndddd eeee", 18) == ("aaaa bbbb", "cccc\ndddd eeee")
    assert pieces("aaaa bbbb cccc", 10) == ("aaaa bbbb", "cccc")


def test_a_word_without_end_is_cut_hard():
    assert pieces("x" * 25, 10) == ("x" * 10, "x" * 10, "x" * 5)


def test_a_sign_of_several_code_points_is_not_torn():
    family = "👩\u200d👩\u200d👧"
    assert pieces("x" * 8 + family, 10) == ("x" * 8, family)
    assert pieces("xxxxxxxxxe\u0301yy", 10) == ("x" * 9, "e\u0301yy")
    assert whole_character("\u0301" * 100, 60) == 60


def test_offsets_count_utf16_units():
    assert utf16_length("ë") == 1
    assert utf16_length("🙂") == 2


def test_half_a_surrogate_pair_is_replaced_and_edges_are_trimmed():
    assert clean("  a\ud83dz \n") == "a\ufffdz"
    assert clean("🙂 ë \u200f") == "🙂 ë \u200f".strip()
