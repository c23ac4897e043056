"""A memory of the latest does not grow, and what is put there anew is the latest."""

from delivery.recent import Recent


def test_only_the_latest_are_remembered():
    recent = Recent[str, int](2)
    for number, name in enumerate("abac"):
        recent.put(name, number)
    assert recent == {"a": 2, "c": 3}
