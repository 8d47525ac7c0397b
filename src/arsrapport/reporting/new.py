"""What is said of a new project: what was made, and what to do next."""

from collections.abc import Iterable, Iterator

from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language


def new_project_lines(
    files: Iterable[str], meeting: str, year: str, folder: str, language: Language
) -> Iterator[str]:
    """Yield the files that were made, then the steps that follow.

    Args:
        files: Paths in the project.
        meeting: That of the example.
        year: The example's.
        folder: That of the project, seen from here; "." when it is here.
        language: Of the project.
    """
    yield label(language, "new_done")
    yield ""
    yield from (f"  {path}" for path in sorted(files))
    yield ""
    yield label(language, "new_next")
    steps = [
        label(language, "new_step_meeting", file=meeting),
        label(language, "new_step_check", command="arsrapport check"),
        label(language, "new_step_build", command=f"arsrapport build {year}"),
    ]
    if folder != ".":
        steps.insert(0, label(language, "new_step_folder", command=f"cd {_quoted(folder)}"))
    yield from (f"  {number}. {step}" for number, step in enumerate(steps, start=1))


def in_the_way_lines(paths: Iterable[str], language: Language) -> Iterator[str]:
    """Yield what is there already, so that nothing was written."""
    yield label(language, "new_in_the_way")
    yield from (f"  {path}" for path in paths)
    yield label(language, "new_in_the_way_hint")


def _quoted(folder: str) -> str:
    """Return a folder as a command line takes it, on Windows too."""
    return f'"{folder}"' if " " in folder else folder
