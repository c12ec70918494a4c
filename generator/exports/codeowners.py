"""CODEOWNERS: whose approval a change of a process needs, for GitHub and GitLab.

Both read a pattern and accounts a line, and the last line that fits counts. Approvers are
those of the approval policy; where it says nothing of a process, its owner.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.control.approval import entitled, is_entitled
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.model.process import Process

_POLICY = ("organisation/organisation.yml", "organisation/releases.yml", "pyproject.toml")
"""What says who approves, and what was released: for who may approve everything."""

_SPECIAL = re.compile(r"([\\ #!*?\[\]])")


def codeowners(
    handbook: Handbook,
    accounts: Mapping[RoleId, Sequence[str]],
    language: Language,
    *,
    folder: str = "",
) -> str:
    """The text of a file CODEOWNERS; empty when no role that matters has an account.

    Args:
        handbook: the handbook.
        accounts: who has which role, as the settings say.
        language: the language of the comment above it.
        folder: where the handbook is in the repository, with a slash behind it.
    """
    lines = [
        f"/{_SPECIAL.sub(_escaped, folder + path)} {' '.join(names)}"
        for path, roles in _approvers(handbook)
        if (names := _names(roles, accounts))
    ]
    header = [f"# {line}" for line in language.label("codeowners.header").splitlines()]
    return "\n".join([*header, "", *lines, ""]) if lines else ""


def _approvers(handbook: Handbook) -> Iterator[tuple[str, tuple[RoleId, ...]]]:
    """Files with the roles that approve them."""
    rules = handbook.organisation.approval_policy
    everywhere = tuple(role for rule in rules if not rule.groups for role in rule.by)
    yield from ((path, everywhere) for path in _POLICY)
    found = ((handbook.files[f"process:{name}"], name) for name in handbook.processes)
    for path, name in sorted(found):
        yield path, _approvers_of(handbook.processes[name], handbook)


def _approvers_of(process: Process, handbook: Handbook) -> tuple[RoleId, ...]:
    if entitled(process, handbook.organisation):
        return tuple(role for role in handbook.roles if is_entitled(role, process, handbook))
    return (process.owner,) if process.owner else ()


def _names(roles: Iterable[RoleId], accounts: Mapping[RoleId, Sequence[str]]) -> tuple[str, ...]:
    """Accounts, teams and addresses, each once; what is neither cannot stand in the file."""
    found = {name for role in roles for name in accounts.get(role, ())}
    return tuple(sorted(name for name in found if "@" in name and not re.search(r"[\s#]", name)))


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
