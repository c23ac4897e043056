"""Numbers have names, so that one kind is never taken for another."""

from typing import NewType

PersonId = NewType("PersonId", int)
InstitutionId = NewType("InstitutionId", int)
MunicipalityId = NewType("MunicipalityId", int)
UnitId = NewType("UnitId", int)
ConsultationId = NewType("ConsultationId", int)
MeetingId = NewType("MeetingId", int)
PaperId = NewType("PaperId", int)
CommentId = NewType("CommentId", int)
ReportId = NewType("ReportId", int)
CampaignId = NewType("CampaignId", int)
AppointmentId = NewType("AppointmentId", int)
