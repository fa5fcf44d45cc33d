"""What is typed about a person: the data, and each field of it said once for form, facts, check, import, export and sealing."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base import checks, reference
from jobbpunkt.base.fields import Apart, Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import EducationLevel, Protection, Sex, SwedishLevel, WithoutWork


@dataclass(frozen=True, slots=True)
class PersonData:
    """What is typed about a person; only the name is required."""

    given_name: str
    family_name: str = ""
    identity_number: str = ""
    birth_year: int | None = None
    birth_date: date | None = None
    sex: Sex = Sex.NOT_STATED
    protection: Protection = Protection.NONE
    phone: str = ""
    email: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    district: str = ""
    contact_note: str = ""
    tenant: bool | None = None
    language: str = ""
    interpreter: str = ""
    swedish: SwedishLevel = SwedishLevel.NOT_STATED
    education: EducationLevel = EducationLevel.NOT_STATED
    without_work: WithoutWork = WithoutWork.NOT_STATED
    driving_licence: str = ""
    own_goal: str = ""


_NAMED = Apart("the page is headed with the name")
_ADDRESS = Apart("told with the street, as an address")
_ASKED = Apart("asked in the first talk; lists of newcomers do not have it")

# In the order of the form.
FIELDS = (
    Field(
        "given_name",
        N_("Given name"),
        section=N_("Person"),
        required=True,
        longest=checks.NAME,
        told=_NAMED,
        headings=("fornamn", "fnamn", "tilltalsnamn", "given name", "first name"),
        identifies=True,
    ),
    Field(
        "family_name",
        N_("Family name"),
        beside=True,
        longest=checks.NAME,
        told=_NAMED,
        headings=("efternamn", "enamn", "family name", "last name", "surname"),
        identifies=True,
    ),
    Field(
        "identity_number",
        N_("Identity number (optional)"),
        Kind.IDENTITY,
        hint=N_("Only if the work needs it. 12 digits: ÅÅÅÅMMDD-NNNN."),
        told=N_("Identity number"),
        headings=("personnummer", "persnr", "pnr", "samordningsnummer", "personnr", "identity number"),
        title=N_("Identity number"),
        identifies=True,
    ),
    Field(
        "birth_date",
        N_("Date of birth"),
        Kind.DAY,
        told=N_("Born"),
        headings=("fodelsedatum", "fodd", "birth date"),
        title=N_("Birth date"),
        identifies=True,
    ),
    Field(
        "birth_year",
        N_("or year of birth"),
        Kind.YEAR,
        beside=True,
        most=checks.LAST_YEAR,
        told=Apart("told with the date of birth, or in its place"),
        headings=("fodelsear", "birth year"),
        title=N_("Birth year"),
        identifies=False,
    ),
    Field("sex", N_("Sex"), Kind.CHOICE, choices=Sex, headings=("kon", "sex", "gender"), identifies=False),
    Field(
        "protection",
        N_("Protected identity"),
        Kind.CHOICE,
        choices=Protection,
        beside=True,
        headings=Apart("whoever is protected is added by hand"),
        title=N_("Protection"),
        identifies=False,
    ),
    Field(
        "phone",
        N_("Telephone"),
        Kind.PHONE,
        section=N_("Contact"),
        headings=("mobil", "telefon", "tfn", "tel", "mobiltelefon", "phone", "mobile"),
        title=N_("Phone"),
        identifies=True,
    ),
    Field(
        "email",
        N_("E-mail"),
        Kind.EMAIL,
        beside=True,
        headings=("e post", "epost", "mail", "mejl", "email", "e mail"),
        title=N_("Email"),
        identifies=True,
    ),
    Field(
        "street",
        N_("Street address"),
        longest=checks.NAME,
        told=N_("Address"),
        headings=("adress", "gatuadress", "gata", "address", "street"),
        title=N_("Street"),
        identifies=True,
    ),
    Field(
        "postal_code",
        N_("Postal code"),
        longest=checks.NAME,
        told=_ADDRESS,
        headings=("postnr", "postnummer", "postal code"),
        identifies=True,
    ),
    Field(
        "city",
        N_("Town"),
        beside=True,
        longest=checks.NAME,
        told=_ADDRESS,
        headings=("ort", "postort", "city"),
        title=N_("City"),
        identifies=True,
    ),
    Field(
        "district",
        N_("District"),
        Kind.LISTED,
        names=reference.districts,
        none=N_("Not stated"),
        headings=("stadsdel", "omrade", "district"),
        identifies=True,
    ),
    Field(
        "tenant",
        N_("Tenant of Mimer"),
        Kind.YES_NO,
        beside=True,
        none=N_("Not stated"),
        headings=_ASKED,
        title=N_("Tenant"),
        identifies=False,
    ),
    Field(
        "contact_note",
        N_("To mind when making contact"),
        hint=N_("For example: must not be called at home."),
        headings=_ASKED,
        title=N_("Contact note"),
        identifies=True,
    ),
    Field(
        "language",
        N_("First language"),
        Kind.LISTED,
        section=N_("Background"),
        names=reference.languages,
        none=N_("Not stated"),
        headings=("modersmal", "sprak", "language"),
        title=N_("Language"),
        identifies=False,
    ),
    Field(
        "interpreter",
        N_("Interpreter needed in"),
        Kind.LISTED,
        beside=True,
        names=reference.languages,
        none=N_("No interpreter"),
        headings=_ASKED,
        title=N_("Interpreter"),
        identifies=False,
    ),
    Field("swedish", N_("Swedish"), Kind.CHOICE, choices=SwedishLevel, headings=_ASKED, identifies=False),
    Field(
        "education",
        N_("Education"),
        Kind.CHOICE,
        choices=EducationLevel,
        beside=True,
        headings=("utbildningsniva", "utbildning", "education"),
        identifies=False,
    ),
    Field("without_work", N_("Without work"), Kind.CHOICE, choices=WithoutWork, headings=_ASKED, identifies=False),
    Field(
        "driving_licence",
        N_("Driving licence"),
        beside=True,
        longest=checks.NAME,
        headings=("korkort", "driving licence"),
        identifies=False,
    ),
    Field(
        "own_goal",
        N_("What do you want to reach?"),
        Kind.TEXT,
        section=N_("In the person's own words"),
        headings=_ASKED,
        title=N_("Own goal"),
        identifies=True,
    ),
)
IDENTIFYING = tuple(field for field in FIELDS if field.identifies)
