"""Exporting: one report into the bytes of each format of data asked for."""

from arsrapport.model.archive import Person
from arsrapport.model.report import Report


def data_files(
    report: Report, people: tuple[Person, ...], name: str, formats: tuple[str, ...]
) -> dict[str, bytes]:
    """Return files by their names; `name` is what each begins with. Other formats are passed over.

    Args:
        report: Of either edition.
        people: All of the project, those of the register first.
        name: `kontakt-2017`.
        formats: Of which `json`, `csv` and `ics` are data.
    """
    files: dict[str, bytes] = {}
    if "json" in formats:
        from arsrapport.export.json import report_json  # noqa: PLC0415 - only when asked for

        files[f"{name}.json"] = report_json(report, people)
    if "csv" in formats:
        from arsrapport.export.csv import report_csv  # noqa: PLC0415 - only when asked for

        tables = report_csv(report, people)
        files |= {f"{name}-{table}.csv": data for table, data in tables.items()}
    if "ics" in formats:
        from arsrapport.export.calendar import report_calendar  # noqa: PLC0415 - likewise

        files[f"{name}.ics"] = report_calendar(report)
    return files
