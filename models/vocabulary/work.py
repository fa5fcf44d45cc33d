"""The closed lists of a group at work: its areas, tasks, inspections, attendance and training."""

from models.vocabulary.choice import N_, Choice


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
