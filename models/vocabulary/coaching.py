"""The closed lists of meetings, plans, consents and the way towards work."""

from models.vocabulary.choice import N_, Choice


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


class ApplicationStage(Choice):
    """How far a job application has come."""

    PLANNED = "planned", N_("Planned")
    SENT = "sent", N_("Sent")
    CALLED_TO_INTERVIEW = "called_to_interview", N_("Called to interview")
    INTERVIEWED = "interviewed", N_("Interviewed")
    OFFERED = "offered", N_("Offered the job")
    REJECTED = "rejected", N_("Rejected")
    WITHDRAWN = "withdrawn", N_("Withdrawn")
