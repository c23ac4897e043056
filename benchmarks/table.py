"""Every figure, with its goal: `make bench` runs them in this order."""

from collections.abc import Sequence
from typing import Final

from benchmarks import announcing, desk, growing, opening, postgres, reading, sending, taking
from benchmarks.figures import Figure, Goal

FIGURES: Final[Sequence[Figure]] = (
    Figure("announce_time_over_ideal", Goal(1.03), announcing.announce_time_over_ideal),
    Figure("announce_reply_p95_s", Goal(0.15), announcing.announce_reply_p95_s),
    Figure("announce_lost", Goal(0), announcing.announce_lost),
    Figure("announce_doubled", Goal(0), announcing.announce_doubled),
    Figure("announce_429s", Goal(0), announcing.announce_429s),
    Figure("announce_faulty_time_over_ideal", Goal(1.03), announcing.announce_faulty_time_over_ideal),
    Figure("announce_faulty_lost", Goal(0), announcing.announce_faulty_lost),
    Figure("send_vs_aiogram", Goal(1.0, at_least=True), sending.send_vs_aiogram),
    Figure("send_vs_ptb", Goal(5.0, at_least=True), sending.send_vs_ptb),
    Figure("intake_vs_ptb_webhook", Goal(1.4, at_least=True), taking.intake_vs_ptb_webhook),
    Figure("intake_lost_at_kill", Goal(0), taking.intake_lost_at_kill),
    Figure("growth_update", Goal(1.2), growing.growth_update),
    Figure("growth_parcel", Goal(1.2), growing.growth_parcel),
    Figure("announce_million_mb", Goal(200), growing.announce_million_mb),
    Figure("desk_inbox", Goal(7), desk.desk_inbox),
    Figure("desk_narrowed", Goal(12), desk.desk_narrowed),
    Figure("desk_page", Goal(35), desk.desk_page),
    Figure("desk_close", Goal(170), desk.desk_close),
    Figure("desk_raise", Goal(300), desk.desk_raise),
    Figure("open_pdf_over_library", Goal(10), opening.open_pdf),
    Figure("open_word_over_library", Goal(0.7), opening.open_word),
    Figure("read_slowest_ms", Goal(50), reading.read_slowest),
    Figure("read_hundred_pages_over_one", Goal(1.5), reading.read_pages),
    Figure("postgres_lost", Goal(0), postgres.postgres_lost),
    Figure("postgres_takeover_s", Goal(15), postgres.postgres_takeover_s),
)
