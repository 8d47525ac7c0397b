"""What of a finding may be published: all, or nothing that is withheld.

Annotations, JSON and SARIF leave the machine of who has the files: they stand in the log of a
forge, in its code scanning, in a comment on a pull request. Text on a terminal does not, and it
quotes the very line: a secretary must see what is wrong in what she may read anyhow.
"""

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.catalogue import hint, in_general, message
from arsrapport.language.languages import Language


def publishable(diagnostic: Diagnostic, language: Language) -> tuple[str, str]:
    """Return the sentence of a finding and its hint ("" for none), without withheld words."""
    if diagnostic.is_withheld:
        return in_general(language, diagnostic.code)
    arguments = dict(diagnostic.arguments)
    code = diagnostic.code
    return message(language, code, arguments), hint(language, code, arguments)
