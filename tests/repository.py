"""A small git repository with a past, made afresh and always the same: for every test of history.

The story, on the main line unless said otherwise; the names are keys of ``Repository.commits``:

==============  ==============================================================================
``first``       three processes, all 0.1 (drafts)
``question``    branch ``hotter-oven``: bake-bread says it otherwise, no version yet
``hotter``      branch ``hotter-oven``: bake-bread 0.2 (written together with a second author)
``cleaner``     clean-oven 0.2, while the branch was open
``merge``       ``hotter-oven`` merged: brings bake-bread 0.2 to the main line
``released-1``  release line ``first`` (commit ``first``)
``approved``    bake-bread 1.0: approved, with its fingerprint, by another author
``released-2``  release line ``second`` (commit ``approved``)
``renamed``     sell-bread becomes sell-loaves (identifier, file and name), 0.2
``moved``       clean-oven moves from group baking to care, 0.3
``sold``        sell-loaves 1.0: approved, in force
``released-3``  release line ``third`` (commit ``sold``)
``changed``     bake-bread 1.1: changed after its approval, a draft again; the end of ``main``
``proposal``    branch ``proposal``, from ``changed``: bake-bread 1.2, not merged
==============  ==============================================================================

Tags ``first``, ``second`` and ``third`` stand on the commits that were released. Every commit
is a sound handbook (``question`` by itself; seen against ``main`` its change of text is not
declared yet). ``main`` is checked out.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.control.fingerprint import fingerprint
from generator.load import load_texts
from small_handbook import FILES, PROCESS

BAKE, CLEAN, SELL = PROCESS, "processes/baking/clean-oven.yml", "processes/baking/sell-bread.yml"
MOVED, RENAMED = "processes/care/clean-oven.yml", "processes/baking/sell-loaves.yml"
RELEASES = "organisation/releases.yml"


@dataclass(frozen=True)
class Person:
    """Somebody who commits."""

    name: str
    address: str

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>"


WRITER = Person("Wilhelmina Zevenhuizen", "wilhelmina@authors.example")
HELPER = Person("Hendrik Quadekker", "hendrik@authors.example")
APPROVER = Person("Aleida Oxenaar", "aleida@approvers.example")
PEOPLE = (WRITER, HELPER, APPROVER)
"""Everyone in the history; their names and addresses must never be in a site."""


@dataclass
class Repository:
    """A git repository with a handbook; commits get the next minute of a fixed day."""

    top: Path
    """The folder of the repository."""
    root: Path
    """The folder of the handbook, the same or one below it."""
    commits: dict[str, str] = field(default_factory=dict)
    """The full identifier of each commit by the name it has in the story."""
    made: int = 0

    def git(self, *arguments: str, who: Person = WRITER) -> str:
        """Runs git, apart from the machine's own settings; returns what it says."""
        return git(self.top, *arguments, who=who, minute=self.made)

    def write(self, files: Mapping[str, str | None]) -> None:
        """Writes files of the handbook, or (None) removes them."""
        for file, text in files.items():
            path = self.root / file
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")

    def commit(
        self,
        name: str,
        files: Mapping[str, str | None],
        *,
        who: Person = WRITER,
        together_with: Person | None = None,
    ) -> str:
        """Commits files under a name; returns the full identifier."""
        self.write(files)
        trailer = f"\n\nCo-authored-by: {together_with}" if together_with else ""
        self.git("add", "--all", ".")
        self.git("commit", "--quiet", "--allow-empty", "-m", name + trailer, who=who)
        return self._remember(name)

    def merge(self, name: str, branch: str, *, who: Person = WRITER) -> str:
        """Merges a branch with a commit of its own; returns the full identifier."""
        self.git("merge", "--quiet", "--no-ff", "-m", name, branch, who=who)
        return self._remember(name)

    def _remember(self, name: str) -> str:
        self.made += 1
        self.commits[name] = self.git("rev-parse", "HEAD").strip()
        return self.commits[name]


def git(folder: Path, *arguments: str, who: Person = WRITER, minute: int = 0) -> str:
    """Runs git in a folder as somebody, at a minute of a fixed day."""
    when = f"2024-01-08T{8 + minute // 60:02}:{minute % 60:02}:00+00:00"
    variables = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    variables |= {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": who.name,
        "GIT_AUTHOR_EMAIL": who.address,
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_NAME": who.name,
        "GIT_COMMITTER_EMAIL": who.address,
        "GIT_COMMITTER_DATE": when,
    }
    command = ["git", "-C", str(folder), "-c", "core.autocrlf=false", *arguments]
    done = subprocess.run(command, env=variables, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode(errors="replace")


def empty_repository(top: Path, *, below: str = ".") -> Repository:
    """A repository without a commit; the handbook is in the folder ``below``."""
    root = top / below
    root.mkdir(parents=True, exist_ok=True)
    git(top, "init", "--quiet", "--initial-branch=main")
    return Repository(top, root)


def make_repository(top: Path, *, below: str = ".") -> Repository:
    """The repository of the story above, in an empty or new folder."""
    repository = empty_repository(top, below=below)
    repository.commit("first", FIRST)
    _branch_and_merge(repository)
    _release(repository, "first", "first")
    approved = _approved(BAKE, _BAKED_HOTTER, "2024-02-01", _LINE_HOTTER)
    repository.commit("approved", {BAKE: approved}, who=APPROVER)
    _release(repository, "second", "approved")
    repository.commit("renamed", _RENAME)
    repository.commit("moved", _MOVE, who=HELPER)
    sold = _approved(RENAMED, _SOLD_LOAVES, "2024-02-03", _LINE_LOAVES)
    repository.commit("sold", {RENAMED: sold}, who=APPROVER)
    _release(repository, "third", "sold")
    repository.commit("changed", {BAKE: _BAKED_TWICE})
    repository.git("switch", "--quiet", "--create", "proposal")
    repository.commit("proposal", {BAKE: _PROPOSED}, who=HELPER)
    repository.git("switch", "--quiet", "main")
    return repository


def shallow_clone(repository: Repository, target: Path, *, depth: int = 2) -> Path:
    """A clone with only the newest commits; returns the folder of the handbook in it."""
    url = repository.top.resolve().as_uri()
    git(target.parent, "clone", "--quiet", f"--depth={depth}", url, str(target))
    return target / repository.root.relative_to(repository.top)


def detached(repository: Repository, name: str) -> Path:
    """Checks out a commit of the story without a branch; returns the folder of the handbook."""
    repository.git("checkout", "--quiet", "--detach", repository.commits[name])
    return repository.root


def without_git(repository: Repository, target: Path) -> Path:
    """A copy without its history, as in a ZIP; returns the folder of the handbook in it."""
    shutil.copytree(repository.top, target, ignore=shutil.ignore_patterns(".git", "build", "site"))
    return target / repository.root.relative_to(repository.top)


def buildable(root: Path) -> Path:
    """Gives a handbook this project's mkdocs.yml, which git ignores there; returns its folder."""
    project = Path(__file__).resolve().parent.parent
    text = f"INHERIT: {project / 'mkdocs.yml'}\n"
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return root


def _branch_and_merge(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "hotter-oven")
    repository.commit("question", {BAKE: _BAKED_OTHERWISE})
    repository.commit("hotter", {BAKE: _BAKED_HOTTER}, who=HELPER, together_with=WRITER)
    repository.git("switch", "--quiet", "main")
    repository.commit("cleaner", {CLEAN: _CLEANED}, who=HELPER)
    repository.merge("merge", "hotter-oven")


def _release(repository: Repository, name: str, commit: str) -> None:
    """Writes the line of a release of an earlier commit, and tags that commit."""
    file = repository.root / RELEASES
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    sha = repository.commits[commit]
    number = ("first", "second", "third").index(name) + 1
    line = f"""\
- id: {name}
  name: {name.capitalize()} release
  commit: {sha}
  date: 2024-02-0{number}
  tag: {name}
"""
    repository.git("tag", name, sha)
    repository.commit(f"released-{number}", {RELEASES: before + line})


def _approved(file: str, text: str, date: str, newest: str) -> str:
    """Version 1.0 of a process, approved as it stands, with the fingerprint of its meaning."""
    process = next(iter(load_texts({file: text}).readable.processes.values()))
    control = f"""\
  status: approved
  effective: {date}
  approved:
    by: shopkeeper
    date: {date}
    fingerprint: {fingerprint(process)}
"""
    line = f"""\
changes:
  - version: "1.0"
    date: {date}
    kind: approval
    what: Approved
"""
    start, _, rest = text.partition("  version: ")
    rest = rest.partition("\n")[2]
    text = f'{start}  version: "1.0"\n{control}{rest}'
    assert newest in text
    return text.replace("changes:\n", line, 1)


def _line(version: str, date: str, what: str, kind: str = "content") -> str:
    return f"""\
  - version: "{version}"
    date: {date}
    kind: {kind}
    what: {what}
"""


def _raised(text: str, old: str, new: str, line: str) -> str:
    """A process with another version, and its line on top of the change log."""
    assert text.count(f'  version: "{old}"\n  next_review') == 1
    text = text.replace(f'  version: "{old}"\n  next_review', f'  version: "{new}"\n  next_review')
    return text.replace("changes:\n", "changes:\n" + line, 1)


def _replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} is not there exactly once"
    return text.replace(old, new)


def _matrix(cleaner: str, seller: str) -> dict[str, str]:
    """The matrix with a row for each process; ``group/process``."""
    file, rows = "organisation/matrix.yml", ""
    for group, process in (place.split("/") for place in (cleaner, seller)):
        rows += f"  - group: {group}\n    process: {process}\n    cells:\n      baker: D\n"
    return {file: FILES[file] + rows}


_BAKED = """\
name: Bake bread
goal: Bread on the shelf
owner: baker
steps:
  - id: mix
    name: Mix dough
    roles: [baker]
    outputs:
      - dough [mixed]
  - id: bake
    name: Bake dough
    roles: [baker]
    uses: [oven]
    inputs:
      - dough [mixed]
    explanation: Bake at 200 degrees.
    decision:
      question: Is it brown?
      outcomes:
        - answer: "yes"
          end: Bread baked
        - answer: "no"
          next: bake
document:
  version: "0.1"
  next_review: 2030-01-01
changes:
  - version: "0.1"
    date: 2023-12-01
    kind: first
    what: First version
    notes: [heat]
"""
_CLEAN_OVEN = """\
name: Clean oven
goal: Clean oven
owner: baker
steps:
  - id: cool
    name: Cool oven
    roles: [baker]
    uses: [oven]
  - id: sweep
    name: Sweep oven
    roles: [baker]
    uses: [oven]
document:
  version: "0.1"
  next_review: 2030-01-01
changes:
  - version: "0.1"
    date: 2023-12-01
    kind: first
    what: First version
"""
_SELL_BREAD = """\
name: Sell bread
goal: Bread sold
owner: baker
steps:
  - id: offer
    name: Offer bread
    roles: [baker]
    explanation: Offer the bread of the day.
  - id: wrap
    name: Wrap bread
    roles: [baker]
    explanation: Wrap the bread in paper.
interfaces:
  - direction: in
    kind: delivers
    process: bake-bread
    object: bread
document:
  version: "0.1"
  next_review: 2030-01-01
changes:
  - version: "0.1"
    date: 2023-12-01
    kind: first
    what: First version
"""
_BAKED_OTHERWISE = _replaced(_BAKED, "question: Is it brown?", "question: Is the bread brown?")
_LINE_HOTTER = _line("0.2", "2024-01-08", "A hotter oven")
_BAKED_HOTTER = _raised(
    _replaced(_BAKED_OTHERWISE, "at 200 degrees", "at 220 degrees"), "0.1", "0.2", _LINE_HOTTER
)
_CLEANED = _raised(
    _replaced(_CLEAN_OVEN, "Sweep oven\n    roles: [baker]", "Sweep oven\n    roles: [helper]"),
    "0.1",
    "0.2",
    _line("0.2", "2024-01-08", "The helper sweeps"),
)
_CLEANED_AGAIN = _raised(_CLEANED, "0.2", "0.3", _line("0.3", "2024-02-02", "In another group"))
_LINE_LOAVES = _line("0.2", "2024-02-02", "Loaves instead of bread")
_SOLD_LOAVES = _raised(
    _replaced(_SELL_BREAD, "name: Sell bread", "name: Sell loaves"), "0.1", "0.2", _LINE_LOAVES
)
_BAKED_TWICE = _raised(
    _replaced(_BAKED_HOTTER, "at 220 degrees", "at 230 degrees"),
    "0.2",
    "1.1",
    _line("1.1", "2024-03-01", "A still hotter oven")
    + _line("1.0", "2024-02-01", "Approved", "approval"),
)
_PROPOSED = _raised(
    _replaced(_BAKED_TWICE, "Mix dough\n    roles: [baker]", "Mix dough\n    roles: [helper]"),
    "1.1",
    "1.2",
    _line("1.2", "2024-03-02", "The helper mixes"),
)
_RENAME: Mapping[str, str | None] = {
    SELL: None,
    RENAMED: _SOLD_LOAVES,
    **_matrix("baking/clean-oven", "baking/sell-loaves"),
}
_MOVE: Mapping[str, str | None] = {
    CLEAN: None,
    MOVED: _CLEANED_AGAIN,
    **_matrix("care/clean-oven", "baking/sell-loaves"),
}
FIRST: Mapping[str, str] = {
    **FILES,
    BAKE: _BAKED,
    CLEAN: _CLEAN_OVEN,
    SELL: _SELL_BREAD,
    **_matrix("baking/clean-oven", "baking/sell-bread"),
    "organisation/organisation.yml": _replaced(
        FILES["organisation/organisation.yml"], "by: [baker]", "by: [shopkeeper]"
    )
    + """\
version_policy:
  - {when: A first version, step: "0.1", case: first, raises: none}
  - {when: The content changes, step: "0.1 to 0.2", case: content, raises: minor}
  - {when: A small change of the content, step: "0.1 to 0.2", case: small, raises: minor}
  - {when: Only the language changes, step: none, case: language, raises: none}
  - {when: The process is approved, step: "0.2 to 1.0", case: approval, raises: major}
""",
    "organisation/groups.yml": FILES["organisation/groups.yml"]
    + "- id: care\n  name: Care\n  kind: supporting\n",
    "organisation/roles.yml": FILES["organisation/roles.yml"]
    + "- id: helper\n  name: helper\n- id: shopkeeper\n  name: shopkeeper\n",
    "pyproject.toml": f"""\
[tool.handbook.accounts]
baker = ["{WRITER.address}", "@bakers"]
helper = ["{HELPER.address}"]
shopkeeper = ["{APPROVER.address}", "@bakery/shopkeepers"]
""",
    "docs/opening-hours.md": "# Opening hours\n\nThe shop is open from eight to six.\n",
    ".gitignore": "/build/\n/site/\n/mkdocs.yml\n",
}
"""The files of the first commit."""
