"""A committee with meetings of items that are decided, continued and withheld, as its Report."""

from arsrapport.aggregate.publish import publish
from arsrapport.aggregate.report import aggregate
from arsrapport.load.project import load
from arsrapport.model.archive import ReportPlan
from arsrapport.source.tree import MemoryTree


def minutes(day, *items, status="approved", front=""):
    """Return a meeting of items, each a body, or a body and the lines of its agenda entry."""
    entries = [item if isinstance(item, tuple) else (item, "") for item in items]
    agenda = "".join(
        f"  - title: Sak nummer {n}\n" + "".join(f"    {line}\n" for line in lines.splitlines())
        for n, (_, lines) in enumerate(entries, 1)
    )
    bodies = "".join(f"\n## Sak {n}\n\n{body}\n" for n, (body, _) in enumerate(entries, 1))
    return f"---\ndate: {day}\nstatus: {status}\n{front}agenda:\n{agenda}---\n{bodies}"


def archive_of(*meetings):
    """Return the public archive of meetings: pairs of a day and its text."""
    files = {"arsrapport.yaml": "language: nn\n", "meetings/kart/committee.yaml": "name: Utvalet\n"}
    files |= {f"meetings/kart/{day[:4]}/{day}.md": text for day, text in meetings}
    archive, found = load(MemoryTree({path: text.encode() for path, text in files.items()}))
    assert found == ()
    return publish(archive, "public")


def report_of(*meetings, year="2021", as_of=None):
    """Return the Report of a year; meetings are given by `minutes`."""
    dated = [(text.split("date: ")[1][:10], text) for text in meetings]
    archive = archive_of(*dated)
    (committee,) = archive.committees
    plan = ReportPlan(folder=f"meetings/kart/{year}/report", year=year)
    return aggregate(archive, committee, plan, as_of=as_of)
