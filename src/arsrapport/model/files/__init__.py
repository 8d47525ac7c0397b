"""The shape of the files on disk, as pydantic models. Nothing behind the border uses them."""
