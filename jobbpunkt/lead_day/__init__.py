"""The day of who leads the work: the campaign that runs, what falls due, and what the year lacks before it is printed.

What the year lacks stands in `year`, which brings the reports and their paper along, and is read when the rest is on the screen.
"""

from jobbpunkt.lead_day.data import BeforePrint, CampaignDay, Due, DueKind, Lack, LackKind, LeadDay
from jobbpunkt.lead_day.reading import lead_day

__all__ = ["BeforePrint", "CampaignDay", "Due", "DueKind", "Lack", "LackKind", "LeadDay", "lead_day"]
