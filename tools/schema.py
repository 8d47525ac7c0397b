"""Write the JSON Schema of the exported report, from the shapes in arsrapport.export."""

from pathlib import Path

from arsrapport.export.json import report_schema

SCHEMA = Path(__file__).parents[1] / "templates/schema/report.schema.json"

if __name__ == "__main__":
    SCHEMA.parent.mkdir(exist_ok=True)
    SCHEMA.write_bytes(report_schema())
