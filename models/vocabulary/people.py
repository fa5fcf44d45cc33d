"""The closed lists about people and their enrolments."""

from models.vocabulary.choice import N_, Choice


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
