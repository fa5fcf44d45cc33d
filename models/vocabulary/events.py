"""The closed lists of organisations, campaigns, events and those employed."""

from models.vocabulary.choice import N_, Choice


class OrganisationKind(Choice):
    """What kind of organisation."""

    EMPLOYER = "employer", N_("Employer")
    PUBLIC = "public", N_("Public authority or municipality")
    EDUCATION = "education", N_("Education provider")
    CIVIL_SOCIETY = "civil_society", N_("Civil society")
    HOUSING = "housing", N_("Housing company")
    OTHER = "other", N_("Other")


class ActivityStatus(Choice):
    """Whether an activity took place."""

    PLANNED = "planned", N_("Planned")
    HELD = "held", N_("Carried out")
    CHANGED = "changed", N_("Changed (digital)")
    CANCELLED = "cancelled", N_("Cancelled")


class EventKind(Choice):
    """What kind of event."""

    LIVESTREAM = "livestream", N_("Livestream")
    FAIR = "recruitment_fair", N_("Recruitment fair")
    STUDY_VISIT = "study_visit", N_("Study visit")
    EMPLOYER_MEETUP = "employer_meetup", N_("Employer meet-up")
    MEETING_PLACE = "meeting_place", N_("Activity at the meeting place")
    OTHER = "other", N_("Other")


class Evaluator(Choice):
    """Whose evaluation it is."""

    PARTICIPANTS = "participants", N_("Participants")
    PARTNERS = "partners", N_("Partners")


class AssignmentRole(Choice):
    """What a resident was employed as."""

    SAFETY_AMBASSADOR = "safety_ambassador", N_("Safety ambassador")
    SUMMER_WORKER = "summer_worker", N_("Summer worker")
