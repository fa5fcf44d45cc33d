"""The closed lists whose labels stand on paper: every language of paper has words for them."""

from models import vocabulary as lists

SAID_ON_PAPER: tuple[type[lists.Choice], ...] = (
    lists.PlanKind,
    lists.SignatureRole,
    lists.Responsible,
    lists.SessionKind,
    lists.SessionStatus,
    lists.CaseStatus,
    lists.ClosureReason,
    lists.Livelihood,
    lists.OutcomeKind,
    lists.EmploymentForm,
    lists.FollowUpKind,
    lists.Unit,
    lists.Source,
    lists.Qualifier,
    lists.Evaluator,
    lists.Opinion,
    lists.HistoryAction,
    lists.Sex,
    lists.Protection,
    lists.SwedishLevel,
    lists.EducationLevel,
    lists.WithoutWork,
    lists.Referrer,
    lists.PlanStatus,
    lists.ApplicationStage,
)
