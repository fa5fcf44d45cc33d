"""The closed lists of organisations, campaigns, events and those employed."""

from models.vocabulary.choice import N_, Choice


class OrganisationKind(Choice):
    """What kind of organisation."""

    EMPLOYER = "employer", N_("Employer")
    PUBLIC = "public", N_("Public authority or municipality")
    EDUCATION = "education", N_("Education provider")
    CIVIL_SOCIETY = "civil_society", N_("Civil society")
    HOUSING = "housing", N_("Housing company")
    RESIDENTS = "residents", N_("Residents")
    OTHER = "other", N_("Other")


class ActivityStatus(Choice):
    """Whether an activity took place."""

    PLANNED = "planned", N_("Planned")
    HELD = "held", N_("Carried out")
    CHANGED = "changed", N_("Changed (digital)")
    CANCELLED = "cancelled", N_("Cancelled")


TOOK_PLACE = (ActivityStatus.HELD, ActivityStatus.CHANGED)  # as planned, or in another form


class MeasureLink(Choice):
    """Which records of the register a campaign's measure is also counted from."""

    WRITTEN = "written", N_("CVs and letters written at the campaign")
    APPLICATIONS = "applications", N_("Applications made at the campaign")
    INTERVIEWS = "interviews", N_("Called to an interview after an application at the campaign")


class EventKind(Choice):
    """What kind of event."""

    LIVESTREAM = "livestream", N_("Livestream")
    FAIR = "recruitment_fair", N_("Recruitment fair")
    STUDY_VISIT = "study_visit", N_("Study visit")
    EMPLOYER_MEETUP = "employer_meetup", N_("Employer meet-up")
    MEETING_PLACE = "meeting_place", N_("Activity at the meeting place")
    SAFETY = "safety", N_("Activity for safety")
    INFORMATION = "information", N_("Information to tenants")
    OTHER = "other", N_("Other")


class Evaluator(Choice):
    """Whose evaluation it is."""

    PARTICIPANTS = "participants", N_("Participants")
    PARTNERS = "partners", N_("Partners")


class Opinion(Choice):
    """How somebody found a campaign, said with one tap."""

    GOOD = "good", N_("Good")
    FAIR = "fair", N_("So-so")
    POOR = "poor", N_("Not good")


class AssignmentRole(Choice):
    """What a resident was employed as."""

    SAFETY_AMBASSADOR = "safety_ambassador", N_("Safety ambassador")
    SUMMER_WORKER = "summer_worker", N_("Summer worker")


class StaffRole(Choice):
    """Whose task it is: a role, never a name."""

    NOT_STATED = "not_stated", N_("Not stated")
    SAFETY_HOST = "safety_host", N_("Safety hosts")
    SAFETY_AMBASSADOR = "safety_ambassador", N_("Safety ambassadors")
    NEIGHBOURHOOD_HOST = "neighbourhood_host", N_("Neighbourhood hosts")
    AREA_MANAGER = "area_manager", N_("Area manager")
    GARDENER = "gardener", N_("Gardeners")
    SUPERVISOR = "supervisor", N_("Supervisors")
    JOB_COACH = "job_coach", N_("Job coaches")
    PROJECT_MANAGER = "project_manager", N_("Project manager")
    HEAD_OF_UNIT = "head_of_unit", N_("Head of the social housing unit")
    ASSOCIATION = "association", N_("The associations themselves")


class TargetGroup(Choice):
    """Whom something is for; the legal ground on which somebody stays in the country is no group here."""

    NOT_STATED = "not_stated", N_("Not stated")
    WITHOUT_WORK = "without_work", N_("Tenants outside the labour market")
    YOUTH = "youth", N_("Young people aged 16 to 26")
    WOMEN = "women", N_("Women")
    CHILDREN = "children", N_("Children")
    SENIORS = "seniors", N_("Tenants over 70")
    NEWLY_ARRIVED = "newly_arrived", N_("Newly arrived")
    ALL_AGES = "all_ages", N_("All ages")
    TENANTS = "tenants", N_("All tenants")


class WorkField(Choice):
    """Which part of the work for sustainable districts something belongs to."""

    NOT_STATED = "not_stated", N_("Not stated")
    OUTDOORS = "outdoors", N_("Outdoor environment")
    MEETING_PLACES = "meeting_places", N_("Meeting places")
    DEVELOPMENT = "development", N_("District development")
    SAFETY = "safety", N_("Safety in the districts")
    ACCESSIBILITY = "accessibility", N_("Accessibility")
    SUSTAINABLE_LIVING = "sustainable_living", N_("Living sustainably")
    INFLUENCE = "influence", N_("Influence for tenants")


class Recurrence(Choice):
    """How often something comes back."""

    NOT_STATED = "not_stated", N_("Not stated")
    WEEKLY = "weekly", N_("Every week")
    MONTHLY = "monthly", N_("Every month")
    YEARLY = "yearly", N_("Every year")
    ONGOING = "ongoing", N_("Ongoing")
    ONCE = "once", N_("Once")


class ProgrammeKind(Choice):
    """What kind of project: a group at work has shifts, training and inspections."""

    WORK = "work", N_("Group at work")
    PROJECT = "project", N_("Project with partners")
    COOPERATION = "cooperation", N_("Co-operation group")


class PartnerRole(Choice):
    """What an organisation is to a project."""

    PARTNER = "partner", N_("Partner")
    FUNDER = "funder", N_("Funder")


class PlaceKind(Choice):
    """What kind of place it is."""

    DISTRICT = "district", N_("District")
    TOWN = "town", N_("Town")
    MEETING_PLACE = "meeting_place", N_("Meeting place")
    AREA_OFFICE = "area_office", N_("Area office")
    COMPANY = "company", N_("Company")
    YARD = "yard", N_("Yard")
    PLAYGROUND = "playground", N_("Playground")
    STAIRWELL = "stairwell", N_("Stairwell")
    CELLAR = "cellar", N_("Cellar")
    LAUNDRY = "laundry", N_("Laundry")
    WASTE_HOUSE = "waste_house", N_("Waste house")
    OTHER = "other", N_("Other")


class IncidentCategory(Choice):
    """What was seen in an area in a week, as a category alone: never who."""

    GATHERING = "gathering", N_("Gatherings of young people")
    DRUG_RUMOUR = "drug_rumour", N_("Rumours of drug dealing")
    BURGLARY = "burglary", N_("Burglaries")
    OTHER = "other", N_("Other that feels unsafe")
