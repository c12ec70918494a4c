"""The rules, group by group. Tests compare these lists with the folders."""

from generator.rules import (
    control,
    documents,
    evidence,
    flow,
    matrix,
    measures,
    names,
    objects,
    origins,
    references,
    responsibility,
    source,
    wording,
)
from generator.rules.rule import Rule

ABOUT_THE_HANDBOOK: tuple[Rule, ...] = (
    *flow.RULES,
    *names.RULES,
    *wording.RULES,
    *objects.RULES,
    *responsibility.RULES,
    *matrix.RULES,
    *evidence.RULES,
    *measures.RULES,
    *references.RULES,
    *documents.RULES,
    *source.RULES,
    *origins.RULES,
)
"""What looks at the handbook; every one of these can be suppressed with a reason."""

ABOUT_THE_CHECK: tuple[Rule, ...] = control.RULES
"""What looks at the findings of the others."""

RULES: tuple[Rule, ...] = ABOUT_THE_HANDBOOK + ABOUT_THE_CHECK
