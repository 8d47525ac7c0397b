"""Agenda and body: items, sections, pictures, tables, text that a template left."""

from typing import Final

from arsrapport.rules.body import agenda, continuations, template_text
from arsrapport.rules.prose import Rule as ProseRule
from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = (*agenda.RULES, *continuations.RULES, *template_text.RULES)
PROSE: Final[tuple[ProseRule, ...]] = (*template_text.PROSE,)
