"""The closed lists of the field: each member has a stored value and an English label for gettext.

Sources: Swedish labour-market practice as gathered in the project's domain notes (status, closure and
outcome lists follow the national KPI's and SUS's terms).
"""

from enum import Enum
from typing import Self


def N_(sentence: str) -> str:  # noqa: N802 - the name gettext's extractors know
    """Mark a source sentence for translation later, by `Words`, and return it unchanged."""
    return sentence


class Choice(Enum):
    """One closed list: `value` is stored, `label` is shown (translated by `Words`)."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the stored value and the label apart."""
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of(cls, value: str) -> Self:
        """Return the member that is stored as `value`; ValueError when there is none."""
        try:
            return cls._value2member_map_[value]  # type: ignore[return-value]
        except KeyError:
            raise ValueError(value) from None


class Role(Choice):
    """What a user is trusted with."""

    COACH = "coach", N_("Coach")
    PROJECT_LEAD = "project_lead", N_("Project lead")
    SUPERVISOR = "supervisor", N_("Supervisor")
    ADMINISTRATOR = "administrator", N_("Administrator")


class Protection(Choice):
    """How a person's identity is protected in the population register."""

    NONE = "none", N_("None")
    CONFIDENTIALITY_MARKING = "confidentiality_marking", N_("Confidentiality marking")
    PROTECTED_REGISTRATION = "protected_registration", N_("Protected registration")


class Sex(Choice):
    """As statistics need it, with room for those it does not fit."""

    WOMAN = "woman", N_("Woman")
    MAN = "man", N_("Man")
    OTHER = "other", N_("Other")
    NOT_STATED = "not_stated", N_("Not stated")


class SwedishLevel(Choice):
    """Swedish by the Common European Framework."""

    NOT_STATED = "not_stated", N_("Not stated")
    BEGINNER = "a1", N_("Beginner (A1)")
    ELEMENTARY = "a2", N_("Elementary (A2)")
    INTERMEDIATE = "b1", N_("Intermediate (B1)")
    UPPER = "b2", N_("Upper intermediate (B2)")
    ADVANCED = "c1", N_("Advanced (C1)")
    NATIVE = "native", N_("Fluent or first language")


class EducationLevel(Choice):
    """Highest education by SUN 2020, first digit."""

    NOT_STATED = "not_stated", N_("Not stated")
    NONE = "none", N_("No formal basic education")
    SHORT_COMPULSORY = "pre_secondary_lt9", N_("Compulsory school, less than 9 years")
    COMPULSORY = "pre_secondary_9", N_("Compulsory school")
    UPPER_SECONDARY = "upper_secondary", N_("Upper secondary school")
    POST_SECONDARY_SHORT = "post_secondary_lt3", N_("Post-secondary, less than 3 years")
    POST_SECONDARY = "post_secondary_3plus", N_("Post-secondary, 3 years or more")


class WithoutWork(Choice):
    """Time without work before enrolment."""

    NOT_STATED = "not_stated", N_("Not stated")
    UNDER_6 = "under_6", N_("Less than 6 months")
    MONTHS_6_12 = "6_12", N_("6–12 months")
    MONTHS_12_24 = "12_24", N_("12–24 months")
    OVER_24 = "over_24", N_("More than 24 months")


class CaseStatus(Choice):
    """Where an enrolment stands."""

    INTEREST = "interest", N_("Interest registered")
    WAITING = "waiting", N_("Waiting list")
    ENROLLED = "enrolled", N_("Enrolled")
    PAUSED = "paused", N_("Paused")
    FOLLOW_UP = "follow_up", N_("In work or internship, followed up")
    CLOSED = "closed", N_("Closed")


class Referrer(Choice):
    """Who led the person here."""

    SELF = "self", N_("Own application")
    EMPLOYMENT_SERVICE = "employment_service", N_("Swedish Public Employment Service")
    MUNICIPAL_LABOUR_UNIT = "municipal_labour_unit", N_("Municipal labour-market unit (AME)")
    SOCIAL_SERVICES = "social_services", N_("Social services")
    NEIGHBOURHOOD_HOST = "neighbourhood_host", N_("Neighbourhood host or area manager")
    SAFETY_HOST = "safety_host", N_("Safety host")
    CHURCH = "church", N_("Church of Sweden")
    CAMPAIGN = "campaign", N_("Campaign or event")
    OTHER = "other", N_("Other")


class Livelihood(Choice):
    """What a person lives on before an enrolment and after it; several may hold at once."""

    SALARY = "salary", N_("Salary")
    UNEMPLOYMENT_INSURANCE = "unemployment_insurance", N_("Unemployment insurance")
    ACTIVITY_SUPPORT = "activity_support", N_("Activity support")
    ESTABLISHMENT_BENEFIT = "establishment_benefit", N_("Establishment benefit")
    INCOME_SUPPORT = "income_support", N_("Income support")
    SICKNESS_BENEFIT = "sickness_benefit", N_("Sickness or rehabilitation benefit")
    SICKNESS_COMPENSATION = "sickness_compensation", N_("Sickness or activity compensation")
    PARENTAL_BENEFIT = "parental_benefit", N_("Parental benefit")
    STUDENT_FINANCE = "student_finance", N_("Student finance")
    SUPPORTED_BY_OTHER = "supported_by_other", N_("Supported by someone else")
    NONE = "none", N_("No livelihood")
    OTHER = "other", N_("Other livelihood")


class ClosureReason(Choice):
    """Why an enrolment ended."""

    WORK = "work", N_("Work")
    STUDIES = "studies", N_("Studies")
    OTHER_INTERVENTION = "other_intervention", N_("Other intervention")
    BACK_TO_REFERRER = "back_to_referrer", N_("Back to the referrer")
    MOVED = "moved", N_("Moved away")
    ILLNESS = "illness", N_("Illness or care")
    PARENTAL_LEAVE = "parental_leave", N_("Parental leave")
    PENSION = "pension", N_("Old-age pension")
    SICKNESS_COMPENSATION = "sickness_compensation", N_("Sickness compensation")
    OWN_WISH = "own_wish", N_("Own wish")
    NO_CONTACT = "no_contact", N_("Did not come, no contact")
    CONSENT_WITHDRAWN = "consent_withdrawn", N_("Consent withdrawn")
    DECEASED = "deceased", N_("Deceased")
    REGISTERED_BY_MISTAKE = "registered_by_mistake", N_("Registered by mistake")
    OTHER = "other", N_("Other")


class OutcomeKind(Choice):
    """What the support led to."""

    WORK = "work", N_("Work")
    OWN_BUSINESS = "own_business", N_("Own business")
    STUDIES = "studies", N_("Studies")
    INTERNSHIP = "internship", N_("Internship")
    WORK_TRAINING = "work_training", N_("Work training")


# Of what it is asked whether it lasted.
WORK_KINDS = (OutcomeKind.WORK, OutcomeKind.OWN_BUSINESS)


class EmploymentForm(Choice):
    """The form of an employment."""

    NOT_STATED = "not_stated", N_("Not stated")
    PERMANENT = "permanent", N_("Permanent employment")
    PROBATIONARY = "probationary", N_("Probationary employment")
    FIXED_TERM = "fixed_term", N_("Fixed-term employment")
    SUBSTITUTE = "substitute", N_("Substitute employment")
    HOURLY = "hourly", N_("Hourly employment")
    SUMMER_JOB = "summer_job", N_("Summer job")
    NEW_START_JOB = "new_start_job", N_("New start job")
    INTRODUCTION_JOB = "introduction_job", N_("Introduction job")
    WAGE_SUBSIDY = "wage_subsidy", N_("Wage subsidy")
    MUNICIPAL = "municipal_labour_market", N_("Municipal labour-market employment")


class Answer(Choice):
    """What is known of something that is so or not; nobody having said it is an answer of its own."""

    NOT_STATED = "not_stated", N_("Not stated")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")


class FollowUpKind(Choice):
    """When an outcome is confirmed."""

    ONE_MONTH = "1_month", N_("After 1 month")
    DAYS_90 = "90_days", N_("After 90 days")
    SIX_MONTHS = "6_months", N_("After 6 months")


class SessionKind(Choice):
    """What a meeting is for."""

    INTAKE = "intake", N_("Intake interview")
    COACHING = "coaching", N_("Coaching session")
    FOLLOW_UP = "follow_up", N_("Follow-up")
    PLAN = "plan", N_("Plan meeting")
    THREE_PARTY = "three_party", N_("Three-party meeting")
    NETWORK = "network", N_("Network meeting (SIP)")
    PHONE = "phone", N_("Phone call")


class SessionStatus(Choice):
    """What became of a meeting."""

    BOOKED = "booked", N_("Booked")
    HELD = "held", N_("Held")
    RESCHEDULED = "rescheduled", N_("Rescheduled")
    CANCELLED_BY_PARTICIPANT = "cancelled_by_participant", N_("Cancelled by the participant")
    CANCELLED_BY_COACH = "cancelled_by_coach", N_("Cancelled by the coach")
    NO_SHOW = "no_show", N_("Did not come")


class Responsible(Choice):
    """Who does an agreed step."""

    PARTICIPANT = "participant", N_("The participant")
    COACH = "coach", N_("The coach")
    TOGETHER = "together", N_("Together")
    OTHER = "other", N_("Someone else")


class PlanKind(Choice):
    """The three plans."""

    CAREER = "career", N_("Career plan")
    PERSONAL = "personal_development", N_("Personal development plan")
    HEALTH = "health", N_("Plan for better health")


class PlanStatus(Choice):
    """Where a plan stands."""

    DRAFT = "draft", N_("Draft")
    ADOPTED = "adopted", N_("Adopted")
    CLOSED = "closed", N_("Completed")


class ConsentPurpose(Choice):
    """What a person consents to."""

    HEALTH_PLAN = "health_plan", N_("Plan for better health")


class ConsentForm(Choice):
    """How a consent was given or taken back."""

    PAPER = "paper", N_("Signed on paper")
    ORAL = "oral", N_("Said aloud, with a witness")


class Rater(Choice):
    """Who said how near a goal is."""

    PARTICIPANT = "participant", N_("The participant")
    COACH = "coach", N_("The coach")
    TOGETHER = "together", N_("Together")


class ProgressScale(Choice):
    """From what to what a question about progress is answered."""

    TEN = "ten", N_("0 to 10")
    FIVE = "five", N_("1 to 5")

    @property
    def ends(self) -> tuple[int, int]:
        """The least and the most that can be answered."""
        return (0, 10) if self is ProgressScale.TEN else (1, 5)


class CalledOff(Choice):
    """Who called a follow-up off."""

    PARTICIPANT = "participant", N_("The participant")
    COACH = "coach", N_("The coach")
    OTHER = "other", N_("Someone else")


class SignatureRole(Choice):
    """Who signs a plan."""

    PARTICIPANT = "participant", N_("Participant")
    COACH = "coach", N_("Coach")
    INTERPRETER = "interpreter", N_("Interpreter")


class OrganisationKind(Choice):
    """What kind of organisation."""

    EMPLOYER = "employer", N_("Employer")
    PUBLIC = "public", N_("Public authority or municipality")
    EDUCATION = "education", N_("Education provider")
    CIVIL_SOCIETY = "civil_society", N_("Civil society")
    HOUSING = "housing", N_("Housing company")
    OTHER = "other", N_("Other")


class ApplicationStage(Choice):
    """How far a job application has come."""

    PLANNED = "planned", N_("Planned")
    SENT = "sent", N_("Sent")
    CALLED_TO_INTERVIEW = "called_to_interview", N_("Called to interview")
    INTERVIEWED = "interviewed", N_("Interviewed")
    OFFERED = "offered", N_("Offered the job")
    REJECTED = "rejected", N_("Rejected")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


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


class Unit(Choice):
    """What a figure counts; figures of different units are never summed."""

    PERSONS = "persons", N_("persons")
    DOCUMENTS = "documents", N_("documents")
    APPLICATIONS = "applications", N_("applications")
    OCCASIONS = "occasions", N_("occasions")
    VIEWS = "views", N_("views")
    SHARE = "share", N_("per cent")
    WEEKS = "weeks", N_("weeks")
    ORGANISATIONS = "organisations", N_("organisations")
    EXHIBITORS = "exhibitors", N_("exhibitors")
    VISITORS = "visitors", N_("visitors")
    PLANS = "plans", N_("plans")
    INSPECTIONS = "inspections", N_("inspections")
    SHIFTS = "shifts", N_("shifts")
    HOURS = "hours", N_("hours")
    UNITS = "units", N_("units of training")


class Source(Choice):
    """How a figure was got."""

    COUNTED = "counted", N_("Counted from records")
    TALLIED = "tallied", N_("Counted by hand on site")
    ESTIMATED = "estimated", N_("Estimated")
    STATED = "stated", N_("As stated")
    NOT_RECORDED = "not_recorded", N_("Not recorded")


class Qualifier(Choice):
    """How exact a figure is."""

    CIRCA = "circa", N_("about")
    OVER = "over", N_("just over")


class Evaluator(Choice):
    """Whose evaluation it is."""

    PARTICIPANTS = "participants", N_("Participants")
    PARTNERS = "partners", N_("Partners")


class AssignmentRole(Choice):
    """What a resident was employed as."""

    SAFETY_AMBASSADOR = "safety_ambassador", N_("Safety ambassador")
    SUMMER_WORKER = "summer_worker", N_("Summer worker")


class AreaKind(Choice):
    """What kind of place it is that a group cleans."""

    STAIRWELL = "stairwell", N_("Stairwell")
    CELLAR = "cellar", N_("Cellar")
    LAUNDRY = "laundry", N_("Laundry")
    WASTE_HOUSE = "waste_house", N_("Waste house")
    MEETING_PLACE = "meeting_place", N_("Meeting place")
    AREA_OFFICE = "area_office", N_("Area office")
    OTHER = "other", N_("Other")


class TaskPeriod(Choice):
    """In what a task comes back, so many times in each."""

    WEEK = "week", N_("Week")
    MONTH = "month", N_("Month")
    QUARTER = "quarter", N_("Quarter")
    YEAR = "year", N_("Year")
    AS_NEEDED = "as_needed", N_("As needed")


class Season(Choice):
    """The part of the year in which a task is done."""

    ALL_YEAR = "all_year", N_("All year")
    SUMMER = "summer", N_("Summer")
    WINTER = "winter", N_("Winter")


class InspectionKind(Choice):
    """Who looks at the work: those who did it, or somebody for the house."""

    OWN_CHECK = "own_check", N_("Own check")
    INSPECTION = "inspection", N_("Inspection")


class PointVerdict(Choice):
    """What an inspection says of one point."""

    PASSED = "passed", N_("Passed")
    REMARKED = "remarked", N_("Remark")
    NOT_RELEVANT = "not_relevant", N_("Not relevant now")


class AttendanceMark(Choice):
    """How it was with one person at one shift. The valid reasons for being away stay within the register."""

    PRESENT = "present", N_("Was present")
    LATE = "late", N_("Came late")
    PART = "part", N_("Part of the shift")
    SICK = "sick", N_("Sick")
    CARE_OF_CHILD = "care_of_child", N_("Care of a child (VAB)")
    DOCTOR = "doctor", N_("Doctor's appointment")
    AUTHORITY = "authority", N_("Visit to an authority")
    INTERVIEW = "interview", N_("Job interview")
    EXCUSED = "excused", N_("Other valid absence")
    UNEXCUSED = "unexcused", N_("Invalid absence")
    NOT_REPORTED = "not_reported", N_("Absence not reported")
    LEAVE = "leave", N_("On leave")


class SkillLevel(Choice):
    """How far somebody has come in what a programme trains in."""

    SEEN = "seen", N_("has seen it")
    WITH_SUPPORT = "with_support", N_("with support")
    ALONE = "alone", N_("does it alone")
    NOT_RELEVANT = "not_relevant", N_("not relevant")


class IntroductionKind(Choice):
    """What somebody was introduced to before working with it."""

    PRODUCT = "product", N_("Product")
    MACHINE = "machine", N_("Machine")
    LONE_WORK = "lone_work", N_("Working alone")


class HistoryAction(Choice):
    """What happened to a record."""

    CREATED = "created", N_("Created")
    CHANGED = "changed", N_("Changed")
    REMOVED = "removed", N_("Removed")
    READ = "read", N_("Read")
    PRINTED = "printed", N_("Printed")
    EXPORTED = "exported", N_("Exported")
    SIGNED_IN = "signed_in", N_("Signed in")
    RECOVERY_USED = "recovery_used", N_("Signed in with the recovery key")
    KEYS_GRANTED = "keys_granted", N_("Keys granted")
    KEYS_REVOKED = "keys_revoked", N_("Keys revoked")
    PASSWORD_RESET = "password_reset", N_("A new password given")
    SIGN_IN_REFUSED = "sign_in_refused", N_("A wrong password typed")
    OPENED_ANYWAY = "opened_anyway", N_("Opened anyway")
    TOLD = "told", N_("Told what concerns oneself")
    KEYS_RENEWED = "keys_renewed", N_("The register was given new keys")
    RECOVERY_RENEWED = "recovery_renewed", N_("A new recovery key made")
    ROLES_ASKED = "roles_asked", N_("Asked for a role of their own")
    PROTECTED = "protected", N_("Identity protected")
    UNPROTECTED = "unprotected", N_("Protection lifted")
    ROLES_CONFIRMED = "roles_confirmed", N_("Confirmed an administrator's own role")


class Looked(Choice):
    """What kind of thing somebody looked at."""

    DETAILS = "details", N_("Overview and details")
    NOTES = "notes", N_("Notes")
    MEETING = "meeting", N_("Meetings")
    APPLICATION = "application", N_("Applications")
    CV = "cv", N_("CV")
    LETTER = "letter", N_("Personal letter")
    PLAN = "plan", N_("Plan")
    HEALTH = "health", N_("Plan for better health")
    ENROLMENT = "enrolment", N_("Enrolment")
    ATTENDANCE = "attendance", N_("Attendance")
    CERTIFICATE = "certificate", N_("Certificate of work training")
    KEY_RECEIPT = "key_receipt", N_("Key receipt")
    REPORT = "report", N_("Report")
    REGISTER = "register", N_("The whole register")
    OTHER = "other", N_("Other details")
