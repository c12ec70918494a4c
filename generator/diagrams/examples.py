"""The diagrams on the pages of the rules: what a bad and a good example look like when drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import Addresses
from generator.diagrams import alternative
from generator.diagrams.activity import activity_text
from generator.diagrams.diagram import Diagram, Item
from generator.diagrams.names import Names
from generator.diagrams.process_diagram import process_text
from generator.diagrams.use_case import use_case_text
from generator.language import Language
from generator.load import load_texts
from generator.model.process import Process
from generator.rules.cases import Case, example_of
from generator.rules.registry import RULES


def example_key(code: str, *, bad: bool) -> str:
    """The key of the diagram of a rule's bad or good example."""
    return f"rule-{code.lower()}-{'bad' if bad else 'good'}"


def example_diagrams(language: Language) -> Iterator[Diagram]:
    """The diagrams of every example that names one."""
    for rule in RULES:
        for bad in (True, False):
            case = example_of(rule, language.code, bad=bad)
            if case.diagram:
                yield _drawn(case, example_key(rule.CODE, bad=bad), language)


def _drawn(case: Case, key: str, language: Language) -> Diagram:
    handbook = load_texts(case.all_files).readable
    names = Names(handbook, language, _Nowhere(handbook, language))
    files = {file: reference for reference, file in handbook.files.items()}
    found = next(handbook.find(files[file]) for file in case.files if file.startswith("processes/"))
    if not isinstance(found, Process):
        message = f"{key}: the first process of the case cannot be read"
        raise TypeError(message)
    kind = str(case.diagram)
    text, words = _text(kind, found, names)
    title = names.word(f"title.{kind.replace('-', '')}", name=found.name)
    return Diagram(key, title, text, words, "organisation")


def _text(kind: str, process: Process, names: Names) -> tuple[str, tuple[Item, ...]]:
    if kind == "activity":
        return activity_text(process, names), alternative.activity_alternative(process, names)
    if kind == "process":
        return process_text(process, names), alternative.process_alternative(process, names)
    return use_case_text([process], names), alternative.use_case_alternative([process], names)


@dataclass(frozen=True)
class _Nowhere(Addresses):
    """The addresses of an example: it has no pages, so nothing in it is a link."""

    def url(self, reference: str) -> str | None:  # noqa: ARG002
        return None

    def object_url(self, name: str) -> str | None:  # noqa: ARG002
        return None
