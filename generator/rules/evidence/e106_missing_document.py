"""A step works with a document of which the register says that it does not exist."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.model.organisation import RegisteredDocument
from generator.model.process import Step
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "E106"
NAME: Final = "missing-document"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.EVIDENCE
CLAUSES: Final = ("7.5.1", "4.4.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every place where a step names a document that is missing."""
    missing: dict[str, RegisteredDocument] = {
        key: document
        for key, document in inspection.handbook.documents.items()
        if document.exists is False
    }
    if not missing:
        return
    for subject, process in processes(inspection.handbook):
        for index, step in enumerate(process.steps):
            for path, key in _documents(step):
                if key in missing:
                    details = {"document": missing[key].name, "name": step.name}
                    yield Fault(subject, ("steps", index, *path), details)


def _documents(step: Step) -> Iterator[tuple[FieldPath, str]]:
    for number, key in enumerate(step.documents):
        yield ("documents", number), key
    for number, record in enumerate(step.records):
        if record.document:
            yield ("records", number, "document"), record.document
