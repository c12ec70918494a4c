"""How an organisation wants to be checked: severities, options, and what counts as a failure."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from generator.model.base import Part
from generator.model.identifiers import RoleId, RuleCode


def _hyphens(name: str) -> str:
    return name.replace("_", "-")


class _Setting(Part):
    model_config = ConfigDict(alias_generator=_hyphens, populate_by_name=True)


class Level(StrEnum):
    """How a rule counts; ``off`` does not run it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class FailOn(StrEnum):
    """The mildest finding that makes a check fail."""

    ERROR = "error"
    WARNING = "warning"


def _no_yes_or_no(value: object) -> object:
    """``true`` is no number, whatever Python says."""
    return "true" if value is True else value


class Options(_Setting):
    """What the rules let an organisation choose."""

    most_steps: Annotated[int, BeforeValidator(_no_yes_or_no)] = Field(default=12, ge=1)
    """F114: the most steps that a process may have before it no longer fits a page."""
    accepted_words: tuple[str, ...] = ()
    """N106, N107, N108: words and expressions that are clear here, however vague elsewhere."""
    accepted_verbs: tuple[str, ...] = ()
    """N101: verbs in the names of steps that the word list does not know."""
    accepted_states: tuple[str, ...] = ()
    """N104: states that the word list does not know."""


class Settings(_Setting):
    """What ``[tool.handbook]`` in pyproject.toml says."""

    fail_on: FailOn = FailOn.ERROR
    severity: dict[RuleCode, Level] = Field(default_factory=dict)
    options: Options = Field(default_factory=Options)
    main_branch: str = "main"
    """The branch that is published: versions count from the commits on it."""
    accounts: dict[RoleId, tuple[str, ...]] = Field(default_factory=dict)
    """Who has which role: addresses as git knows them, accounts (``@name``), teams (``@org/team``).

    They are compared and written to CODEOWNERS, and never published.
    """
