"""JSON: the whole Report, and the schema of it."""

import re
from typing import Any, Final

import msgspec

from arsrapport.export.record import record_of
from arsrapport.export.shapes.report import SCHEMA, Record
from arsrapport.model.archive import Person
from arsrapport.model.report import Report

INDENT: Final = 2

_PLACE: Final = re.compile(
    rb'\{\s+("path": "(?:[^"\\]|\\.)*"),\s+("line": [0-9]+),\s+("column": [0-9]+)\s+\}'
)
"""A place over five lines. No string can look like one: a quotation mark in it is escaped."""


def report_json(report: Report, people: tuple[Person, ...]) -> bytes:
    """Return a report as JSON in UTF-8, as the schema has it.

    Args:
        report: Of either edition; in the public one there is nothing withheld.
        people: All of the project, those of the register first.
    """
    return _PLACE.sub(rb"{\1, \2, \3}", _written(record_of(report, people)))


def report_schema() -> bytes:
    """Return the JSON Schema (2020-12) of what `report_json` gives; it allows nothing else."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **msgspec.json.schema(Record),
    }
    return _written(schema)


def _written(data: Record | dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(data), indent=INDENT) + b"\n"
