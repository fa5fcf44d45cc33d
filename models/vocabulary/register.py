"""The closed lists of the register itself: roles, what happened to a record, and what was looked at."""

from models.vocabulary.choice import N_, Choice


class Role(Choice):
    """What a user is trusted with."""

    COACH = "coach", N_("Coach")
    PROJECT_LEAD = "project_lead", N_("Project lead")
    SUPERVISOR = "supervisor", N_("Supervisor")
    ADMINISTRATOR = "administrator", N_("Administrator")


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
    BROUGHT_HOME = "brought_home", N_("Brought home from a field file")
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
