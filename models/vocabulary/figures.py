"""The closed lists of figures: what they count, how they were got and how exact they are."""

from models.vocabulary.choice import N_, Choice


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


class Frequency(Choice):
    """How often an indicator is measured."""

    MONTHLY = "monthly", N_("Every month")
    QUARTERLY = "quarterly", N_("Every quarter")
    YEARLY = "yearly", N_("Every year")

    @property
    def months(self) -> int:
        """How many months one measuring stands for."""
        return {"monthly": 1, "quarterly": 3, "yearly": 12}[self.value]


class Effect(Choice):
    """Which way a sub-question moves the whole."""

    RAISES = "raises", N_("Raises the result")
    LOWERS = "lowers", N_("Lowers the result")
    NEITHER = "neither", N_("Neither way")
