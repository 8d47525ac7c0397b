"""`explain`: say what codes mean."""

from arsrapport.cli.asked import beginnings_of_codes
from arsrapport.cli.console import OK, project_here, refuse, say
from arsrapport.cli.language import chosen_language
from arsrapport.diagnostics import CODES
from arsrapport.reporting.explaining import explanation_lines


def explain(asked: list[str], language_asked: str | None) -> int:
    """Explain codes, or all codes that begin alike (`AR3`); return the exit code."""
    language = chosen_language(language_asked, project_here())
    beginnings, misread = beginnings_of_codes(asked)
    if misread:
        return refuse(misread, language)
    codes = dict.fromkeys(code for each in beginnings for code in CODES if code.startswith(each))
    for number, code in enumerate(codes):
        say(["", ""] if number else [])
        say(explanation_lines(code, language))
    return OK
