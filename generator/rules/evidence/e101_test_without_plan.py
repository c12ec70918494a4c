"""A step tests something without a plan that says what must come out (ISO 9001, 8.6)."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook, slug
from generator.model.organisation import DocumentKind
from generator.model.process import Step
from generator.rules.evidence.word_kinds import VerbKind
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "E101"
NAME: Final = "test-without-plan"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.EVIDENCE
CLAUSES: Final = ("8.5.1", "8.6")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step that tests without a plan."""
    testing = VerbKind(inspection, "testing_verbs")
    plans = tuple(slug(word) for word in inspection.words("test_plan_words"))
    for subject, process in processes(inspection.handbook):
        for index, step in enumerate(process.steps):
            if testing[step.name] and not _has_plan(inspection.handbook, step, plans):
                yield Fault(subject, ("steps", index, "name"), {"name": step.name})


def _has_plan(handbook: Handbook, step: Step, plans: tuple[str, ...]) -> bool:
    documents = [handbook.documents[key] for key in step.documents if key in handbook.documents]
    if any(document.kind is DocumentKind.PLAN for document in documents):
        return True
    names = [step.name, *step.documents, *step.uses, *(document.name for document in documents)]
    names += [item.object for item in step.inputs]
    names += [handbook.systems[key].name for key in step.uses if key in handbook.systems]
    slugs = [slug(name) for name in names]
    return any(plan in name for plan in plans for name in slugs)
