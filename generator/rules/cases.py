"""The cases of a rule: small handbooks with what the rule sees in them.

They stand in a YAML file beside the rule's module, under the same name. They are the
rule's tests, and the first bad and the first good one in each language are the examples on
its page.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from pydantic import BeforeValidator, StringConstraints, TypeAdapter

from generator.control.issued import Issued, issued_of
from generator.control.separation import ApprovalInHistory
from generator.load import load_texts
from generator.model.base import Part
from generator.rules.rule import Rule


def _or_none(text: object) -> object:
    """The loader reads everything as text, also a value that is left out."""
    return None if text in ("", "null") else text


def _known(answers: object) -> object:
    """The loader reads everything as text, also what is not known."""
    if not isinstance(answers, dict):
        return answers
    return {key: _or_none(answer) for key, answer in answers.items()}


FileText = Annotated[str | None, BeforeValidator(_or_none)]
"""The text of a file; None for one that is left out."""

Place = Annotated[str, StringConstraints(pattern=r"^[\w./-]+:[1-9][0-9]*:[1-9][0-9]*$")]
"""Where a finding of the rule is expected: ``file:line:column``."""


class Case(Part):
    """One case: the files that differ from the example company's, and what the rule sees.

    ``name`` says in the language of the case what is right or wrong about it. A file that
    is empty (``null``) is left out. ``expect`` are the places of the rule's findings, none
    for a good case. ``says`` is the message of the first one, word for word. ``diagram`` is
    the diagram of the first process among the files in which the case can be seen.
    """

    name: str
    language: Literal["nl", "en"]
    files: dict[str, FileText]
    expect: tuple[Place, ...] = ()
    says: str | None = None
    diagram: Literal["activity", "process", "use-case"] | None = None
    settings: dict[str, object] | None = None
    """What ``[tool.handbook]`` would hold, for rules with options."""
    today: str | None = None
    """The day of the check, for rules about due dates."""
    baseline: dict[str, dict[str, int]] | None = None
    baseline_before: dict[str, dict[str, int]] | None = None
    """The counts by rule and subject that may only go down, for the rule about them."""
    issued: dict[str, dict[str, str]] | None = None
    """What the main line has: by file, pieces of its text and what stood there when it was issued.

    The pieces are of the case's files, or else of the example company's. An empty mapping
    says that the main line has them as they are.
    """
    approvals: dict[str, Annotated[ApprovalInHistory, BeforeValidator(_known)]] | None = None
    """What git knows of the approval of a process, for the rule about who approves."""

    @property
    def all_files(self) -> dict[str, str]:
        """The whole handbook of the case: the example company with the case's own files."""
        changed = {**base(self.language), **self.files}
        return {file: text for file, text in changed.items() if text is not None}

    @property
    def issued_processes(self) -> Mapping[str, Issued]:
        """Every process as the main line of the case has it, and how the case differs from it."""
        if self.issued is None:
            return {}
        files = self.all_files
        for file, pieces in self.issued.items():
            for now, then in pieces.items():
                if now not in files[file]:
                    message = f"{self.name}: {now!r} is not in {file}"
                    raise ValueError(message)
                files[file] = files[file].replace(now, then)
        return issued_of(load_texts(files).readable, load_texts(self.all_files).readable)


_CASES = TypeAdapter(tuple[Case, ...])


@cache
def base(language: str) -> Mapping[str, str]:
    """The files of the example company in one language."""
    text = files(__package__).joinpath("example", f"base.{language}.yml").read_text("utf-8")
    found: dict[str, str] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - text only
    return found


def cases_of(rule: Rule) -> tuple[Case, ...]:
    """The cases of a rule in the order of its file.

    Raises:
        FileNotFoundError: when the rule has no file of cases, which a test rules out.
        ValidationError: when the file does not fit.
    """
    package, _, module = str(vars(rule)["__name__"]).rpartition(".")
    text = files(package).joinpath(f"{module}.yml").read_text("utf-8")
    return _CASES.validate_python(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506


def example_of(rule: Rule, language: str, *, bad: bool) -> Case:
    """The first bad or good case in a language.

    Raises:
        StopIteration: when there is none, which a test rules out.
    """
    return next(
        case for case in cases_of(rule) if case.language == language and bool(case.expect) is bad
    )
