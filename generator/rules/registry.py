"""The rules, group by group. Tests compare these lists with the folders."""

from generator.rules import (
    control,
    documents,
    evidence,
    flow,
    improvement,
    matrix,
    measures,
    names,
    objects,
    origins,
    references,
    responsibility,
    source,
    standards,
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
    *standards.RULES,
    *improvement.RULES,
    *source.RULES,
    *origins.RULES,
)
"""What looks at the handbook; every one of these can be suppressed with a reason."""

ABOUT_THE_CHECK: tuple[Rule, ...] = control.RULES
"""What looks at the findings of the others."""

RULES: tuple[Rule, ...] = ABOUT_THE_HANDBOOK + ABOUT_THE_CHECK

ABOUT_RECORDS: tuple[Rule, ...] = (*measures.OF_MEASUREMENTS, *improvement.RULES)
"""What looks at records of what happened: one more is news and no step back, so the baseline
does not count them."""
