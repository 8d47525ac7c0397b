"""Schemas: the JSON Schemas that the tool publishes, of a project's files and of what it exports.

They lie ready among the templates; `python tools/schema.py` writes them from the models.
"""

from arsrapport.source.tree import FolderTree, builtin_folder

EXPORT = "export"


def schema_of(kind: str) -> bytes:
    """Return the JSON Schema of a kind of file (`meeting`), or of the exported JSON (`export`)."""
    name = "report.schema.json" if kind == EXPORT else f"files/{kind}.schema.json"
    return FolderTree(builtin_folder(), folders=("schema",)).read(f"schema/{name}")
