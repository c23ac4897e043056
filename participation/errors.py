"""What the domain refuses.

Refused                 a rule said no; `why` is a value, the words for it are in the views
└── NotFound            the thing asked for is not there, or not for this person
"""

from enum import Enum


class Refusal(Enum):
    """Why something was refused."""

    NOT_FOUND = "not_found"
    NOT_KNOWN = "not_known"
    SAID_BEFORE = "said_before"
    SPOKEN_BEFORE = "spoken_before"
    SPOKEN_OFTEN = "spoken_often"
    NO_SENTENCE = "no_sentence"
    NOT_ALLOWED = "not_allowed"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    ENOUGH = "enough"
    UNANSWERED = "unanswered"
    TOO_OFTEN = "too_often"
    CROWDED = "crowded"
    NOT_OPEN = "not_open"
    NOT_NOW = "not_now"
    NOT_SCHEDULED = "not_scheduled"
    NOT_AT_THIS_STAGE = "not_at_this_stage"
    CHANGED_MEANWHILE = "changed_meanwhile"
    SHORTER = "shorter"
    DAY_LISTED = "day_listed"
    TOO_EARLY = "too_early"
    NOT_YET_ADOPTED = "not_yet_adopted"
    STILL_OWED = "still_owed"
    ODD_LINK = "odd_link"
    NEEDS_ANOTHER = "needs_another"
    REASON_MISSING = "reason_missing"
    ALREADY_ANSWERED = "already_answered"
    NAME_MISSING = "name_missing"
    WITHDRAWN = "withdrawn"
    NOT_ALIKE = "not_alike"
    TIME_OVER = "time_over"
    STILL_TO_COME = "still_to_come"
    CANCELLED = "cancelled"
    ODD_NUMBER = "odd_number"
    IN_THE_PAST = "in_the_past"
    MEETING_OVER = "meeting_over"
    MEETING_AHEAD = "meeting_ahead"
    DOOR_SHUT = "door_shut"
    LIST_FULL = "list_full"
    TOO_MANY_LINES = "too_many_lines"
    RECORD_MISSING = "record_missing"
    RECORD_FINISHED = "record_finished"
    PLANNED_ALREADY = "planned_already"
    ANSWER_LATE = "answer_late"
    TOO_FAR = "too_far"
    NOTHING_CHANGED = "nothing_changed"
    INCOMPLETE = "incomplete"
    INVITATION_VOID = "invitation_void"
    NO_COLLEAGUE = "no_colleague"
    NO_LEAD = "no_lead"
    NO_NAME = "no_name"
    ALONE = "alone"
    ASKED_BEFORE = "asked_before"
    OWN_REQUEST = "own_request"
    REQUEST_OVER = "request_over"
    NAME_CLOSED = "name_closed"
    CATEGORY_GONE = "category_gone"
    CATEGORY_NEEDED = "category_needed"
    CATEGORY_OF_NEED = "category_of_need"
    SAME_NAME = "same_name"
    ANSWER_SHORTER = "answer_shorter"
    GROUP_TAKEN = "group_taken"
    NO_GROUP = "no_group"
    IN_OTHER_HANDS = "in_other_hands"
    IN_OWN_HANDS = "in_own_hands"
    NO_CALL = "no_call"
    NO_DRAFT = "no_draft"
    IN_FORUM = "in_forum"


class Refused(Exception):  # noqa: N818  a refusal is an answer, not a fault
    """A rule of the house says no."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


class NotFound(Refused):
    """There is no such thing, or it is not for this person to see."""

    def __init__(self) -> None:
        super().__init__(Refusal.NOT_FOUND)


class NotTheirs(NotFound):
    """It is there and not for this person: they are told what they would be told if it were not; the try is counted."""
