"""Write the JSON Schemas that arsrapport prints: of the exported report, and of files."""

from pathlib import Path

from file_schema import MODELS, file_schema

from arsrapport.export.json import report_schema

FOLDER = Path(__file__).parents[1] / "templates/schema"

if __name__ == "__main__":
    (FOLDER / "files").mkdir(parents=True, exist_ok=True)
    (FOLDER / "report.schema.json").write_bytes(report_schema())
    for kind in MODELS:
        (FOLDER / f"files/{kind}.schema.json").write_bytes(file_schema(kind))
