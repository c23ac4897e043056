"""Numbers have names, so that one kind is never taken for another."""

from typing import Final, NewType

PersonId = NewType("PersonId", int)
InstitutionId = NewType("InstitutionId", int)
MunicipalityId = NewType("MunicipalityId", int)
UnitId = NewType("UnitId", int)
ConsultationId = NewType("ConsultationId", int)
MeetingId = NewType("MeetingId", int)
ParticipantId = NewType("ParticipantId", int)
PaperId = NewType("PaperId", int)
CommentId = NewType("CommentId", int)
ReportId = NewType("ReportId", int)
EntryId = NewType("EntryId", int)
UnveilingId = NewType("UnveilingId", int)
KnownId = NewType("KnownId", int)
CategoryId = NewType("CategoryId", int)
DayOffId = NewType("DayOffId", int)
LineId = NewType("LineId", int)
CampaignId = NewType("CampaignId", int)
AppointmentId = NewType("AppointmentId", int)
PlanId = NewType("PlanId", int)
ForumMemberId = NewType("ForumMemberId", int)
PendingId = NewType("PendingId", int)
Mark = NewType("Mark", int)
"""Which try of an announcement is meant: a moment, in thousandths of a second."""

UNMARKED: Final = Mark(0)
"""No try at all."""
LARGEST: Final = 2**31 - 1
"""Beyond it nothing is kept, and PostgreSQL does not even look."""
