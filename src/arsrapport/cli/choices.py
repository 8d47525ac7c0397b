"""What a flag or an argument may be, as the command line lists it."""

from enum import Enum


class Format(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """A format of output."""

    pdf = "pdf"
    html = "html"
    docx = "docx"
    md = "md"


class ReportFormat(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """A format of a report: those of any document, and its data."""

    pdf = "pdf"
    html = "html"
    docx = "docx"
    md = "md"
    json = "json"


class DataFormat(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """A format of data."""

    json = "json"
    csv = "csv"
    ics = "ics"


class Edition(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """For whom something is published."""

    public = "public"
    internal = "internal"


class CheckFormat(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """A form of what check finds."""

    text = "text"
    github = "github"
    json = "json"
    sarif = "sarif"


class SchemaKind(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """What there is a JSON Schema of: a project's files, and the exported JSON."""

    meeting = "meeting"
    committee = "committee"
    register = "register"
    report = "report"
    chapter = "chapter"
    follow_up = "follow-up"
    project = "project"
    theme = "theme"
    export = "export"


class Subject(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """What can be shown."""

    attendance = "attendance"
    agenda = "agenda"
    members = "members"
    actions = "actions"
    decisions = "decisions"
    meetings = "meetings"
    case = "case"


class Grouping(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """What a row of attendance is."""

    person = "person"
    organisation = "organisation"
    meeting = "meeting"


class TableFormat(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """A form of what is shown."""

    text = "text"
    csv = "csv"
    json = "json"
    md = "md"


class LanguageName(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """A language of a project."""

    nn = "nn"
    nb = "nb"
    en = "en"


class Forge(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """Where a project may be checked and built."""

    github = "github"


DEFAULT_FORMATS = (Format.pdf, Format.html)
