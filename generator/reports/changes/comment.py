"""A proposal -> the comment on its pull request or merge request.

It names roles, never persons. Teams and accounts come in only when that is asked for, since
a comment is no part of the site.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.control.approval import entitled
from generator.control.suspect import owner_of
from generator.language import Language
from generator.model.finding import Finding, Severity
from generator.model.identifiers import RoleId
from generator.model.process import Process
from generator.reports.changes.affected import affected, name_of
from generator.reports.changes.compared import Thing, things
from generator.reports.changes.fitting import Block, fitted
from generator.reports.changes.markdown import change_line, fault_blocks
from generator.reports.changes.proposal import Proposal, Write
from generator.reports.changes.sentences import counted, demand_line, heading, version_line
from generator.reports.markdown import code_block, link, literal
from generator.wording import wording

MARKER = "<!-- handbook -->"
"""What CI finds its own comment by, to change it instead of adding another."""
LONGEST = 65_536
"""The most characters of a comment on GitHub; GitLab takes more."""
_ACCOUNT = re.compile(r"@[\w.-]+(/[\w.-]+)*")
"""An account or a team, which a comment may call."""

_MOST = 20
"""The most lines of a list that is not about the changes themselves."""


@dataclass(frozen=True)
class Links:
    """Where the comment can lead to.

    ``preview`` is the address of the built site of the proposal, ``download`` that of a page
    where it can be downloaded. ``branch`` is where files are edited, instead of the main
    branch.
    """

    preview: str = ""
    download: str = ""
    branch: str = ""
    main_branch: str = "main"

    def page(self, proposal: Proposal, anchor: str = "") -> str:
        """The page of the proposal in the preview; empty without a preview."""
        if not self.preview:
            return ""
        return f"{self.preview.rstrip('/')}/{proposal.page}" + (f"#{anchor}" if anchor else "")

    def edit(self, proposal: Proposal, file: str) -> str:
        """Where a file is edited; empty when the handbook does not say."""
        address = proposal.compared.after.handbook.organisation.site.edit_url or ""
        if self.branch:
            main, branch = f"/{self.main_branch}/", f"/{quote(self.branch)}/"
            address = branch.join(address.rsplit(main, 1))  # the last one: what is ahead is a name
        return address.replace("{path}", quote(file))


def comment(
    proposal: Proposal, links: Links, *, mention: bool = False, longest: int = LONGEST
) -> str:
    """Tells a proposal as the Markdown of a comment.

    Args:
        proposal: what it changes, brings and lacks.
        links: where it can lead to.
        mention: whether the accounts and teams of who must approve are called.
        longest: the most characters; what does not fit is left out, and that is told.
    """
    language = proposal.compared.language
    everything = things(proposal.compared)
    found = [thing for thing in everything if thing.meant]
    first = [MARKER, f"## {literal(language.label('proposal.heading'))}", _summary(proposal, found)]
    first += [*_preview(proposal, links), *fault_blocks(proposal.compared)]
    first += [*_to_write(proposal, links), *_approval(proposal, everything, mention=mention)]
    last = [*_affected(proposal), *_signals(proposal), *_diagrams(proposal, links)]
    cut = _cut(proposal, links)
    blocks = [Block(text) for text in first]
    if found:
        blocks.append(Block(f"### {literal(language.label('proposal.changes'))}"))
    blocks += [Block(text, may_go=True) for thing in found for text in _thing(thing, language)]
    blocks += [Block(text) for text in last]
    return fitted(blocks, cut, longest=longest)


def _summary(proposal: Proposal, found: Sequence[Thing]) -> str:
    compared = proposal.compared
    language = compared.language
    rest = len(compared.changes) - sum(len(thing.meant) for thing in found)
    also = counted("proposal.rest", rest, language) if rest else ""
    if not found:
        return literal(f"{language.label('proposal.nothing')} {also}")
    count = sum(len(thing.meant) for thing in found)
    said = language.label(
        "proposal.summary",
        things=counted("compared.things", len(found), language),
        changes=counted("compared.count", count, language),
        base=compared.before.name if compared.before else "",
    )
    return literal(f"{said} {also}")


def _preview(proposal: Proposal, links: Links) -> Iterator[str]:
    language = proposal.compared.language
    if page := links.page(proposal):
        yield link(language.label("proposal.preview"), page)
    elif links.download:
        yield link(language.label("proposal.download"), links.download)


def _to_write(proposal: Proposal, links: Links) -> Iterator[str]:
    """The version and the line of the change log that are still to be written."""
    language = proposal.compared.language
    writes = [write for write in proposal.writes if write.lines]
    if writes:
        yield f"### {literal(language.label('proposal.to_write'))}"
        yield literal(language.label("proposal.to_write_lead"))
    for write in writes[:_MOST]:
        yield from _write(write, proposal, links)
    if len(writes) > _MOST:
        yield literal(counted("proposal.more", len(writes) - _MOST, language))


def _write(write: Write, proposal: Proposal, links: Links) -> Iterator[str]:
    language = proposal.compared.language
    file = write.lines[0].path
    address = links.edit(proposal, file)
    name = name_of(write.subject, [proposal.compared.after.handbook])
    where = link(language.label("proposal.edit", path=file), address) if address else literal(file)
    yield f"**{literal(name)}**: {where}"
    if not write.is_declared:
        yield literal(language.label("proposal.to_declare"))
    for lines in write.lines:
        label = "to_write_line" if lines.first == lines.last else "to_write_lines"
        place = language.label(f"proposal.{label}", first=lines.first, last=lines.last)
        text = code_block(lines.text, "yaml")
        shown = text if lines.text else literal(language.label("proposal.to_remove"))
        yield f"{literal(place)}:\n\n{shown}"


def _approval(proposal: Proposal, found: Sequence[Thing], *, mention: bool) -> Iterator[str]:
    """Who has to approve each process that changed, its control record included."""
    language = proposal.compared.language
    handbook = proposal.compared.after.handbook
    lines = []
    for thing in found:
        process = handbook.find(thing.subject)
        if isinstance(process, Process) and not thing.is_about_the_source:
            roles = entitled(process, handbook.organisation)
            named = _roles(roles, proposal, mention=mention)
            lines.append(f"- {literal(thing.name)}: {named}")
    if lines:
        yield f"### {literal(language.label('proposal.approve'))}"
        yield _listed(lines, language)


def _roles(roles: Sequence[RoleId], proposal: Proposal, *, mention: bool) -> str:
    language = proposal.compared.language
    if not roles:
        return f"*{literal(language.label('proposal.open'))}*"
    either = f" {language.label('proposal.approve_or')} "
    return either.join(_role(role, proposal, mention=mention) for role in roles)


def _role(role: RoleId, proposal: Proposal, *, mention: bool) -> str:
    name = literal(name_of(f"role:{role}", [proposal.compared.after.handbook]))
    called = [item for item in proposal.accounts.get(role, ()) if _ACCOUNT.fullmatch(item)]
    return f"{name} ({', '.join(called)})" if mention and called else name


def _thing(thing: Thing, language: Language) -> Iterator[str]:
    """A thing in pieces that can be left out one by one: its heading, then each change."""
    version = version_line(thing, language)
    title = literal(heading(thing, language)) + (f", {literal(version)}" if version else "")
    first, *rest = [change_line(change, language) for change in thing.meant]
    yield f"#### {title}\n\n{first}"
    yield from rest
    if asked := demand_line(thing, language):
        yield f"- **{literal(asked)}.**"


def _affected(proposal: Proposal) -> Iterator[str]:
    language = proposal.compared.language
    found = affected(proposal.compared)
    lines = [
        f"- {literal(language.label(f'proposal.{key}'))}: {_row(names, language)}"
        for key, names in (
            ("roles", found.roles),
            ("neighbours", found.neighbours),
            ("owners", found.owners),
        )
        if names
    ]
    lines += _suspects(proposal)
    if lines:
        yield f"### {literal(language.label('proposal.affected'))}"
        yield "\n".join(lines)


def _suspects(proposal: Proposal) -> Iterator[str]:
    language, handbook = proposal.compared.language, proposal.compared.after.handbook
    if not proposal.suspects:
        return
    yield f"- {literal(language.label('proposal.suspects'))}:"
    for item in proposal.suspects[:_MOST]:
        owner = owner_of(item.subject, handbook)
        name = name_of(f"role:{owner}", [handbook]) if owner else language.label("proposal.open")
        subject, target = (name_of(part, [handbook]) for part in (item.subject, item.target))
        said = language.label("proposal.suspect", subject=subject, target=target, owner=name)
        yield f"  - {literal(said)}"
    if len(proposal.suspects) > _MOST:
        count = len(proposal.suspects) - _MOST
        yield f"  - {literal(counted('proposal.more', count, language))}"


def _signals(proposal: Proposal) -> Iterator[str]:
    language = proposal.compared.language
    if not proposal.new and not proposal.solved:
        yield literal(language.label("proposal.no_signals"))
        return
    yield f"### {literal(language.label('proposal.signals'))}"
    for key, found in (("new", proposal.new), ("solved", proposal.solved)):
        if found:
            yield f"**{literal(counted(f'proposal.{key}_signals', len(found), language))}**"
            errors_first = sorted(found, key=lambda item: item.severity is not Severity.ERROR)
            lines = [_signal(finding, language) for finding in errors_first]
            yield _listed(lines, language)


def _signal(finding: Finding, language: Language) -> str:
    severity = language.messages["report"][finding.severity.value]
    place = f"{finding.position.file}:{finding.position.line}"
    said = wording(finding, language)
    hints = " ".join(said.hints[:1])
    return f"- {finding.code} {literal(f'{severity}: {said.message} ({place})')}" + (
        f"<br>{literal(hints)}" if hints else ""
    )


def _diagrams(proposal: Proposal, links: Links) -> Iterator[str]:
    """The pictures that look different, each as a link to the two of it in the preview."""
    language = proposal.compared.language
    if not proposal.diagrams:
        return
    yield f"### {literal(language.label('proposal.diagrams'))}"
    lines = []
    for diagram in proposal.diagrams:
        page = links.page(proposal, diagram.anchor)
        lines.append(f"- {link(diagram.title, page) if page else literal(diagram.title)}")
    yield _listed(lines, language)


def _cut(proposal: Proposal, links: Links) -> str:
    """What stands in the place of what did not fit."""
    language = proposal.compared.language
    page = links.page(proposal) or links.download
    text = literal(language.label("proposal.cut"))
    return f"*{text}* {link(language.label('proposal.preview'), page)}" if page else f"*{text}*"


def _listed(lines: Sequence[str], language: Language) -> str:
    more = len(lines) - _MOST
    last = [f"- {literal(counted('proposal.more', more, language))}"] if more > 0 else []
    return "\n".join([*lines[:_MOST], *last])


def _row(names: Sequence[str], language: Language) -> str:
    more = len(names) - _MOST
    last = [counted("proposal.more", more, language)] if more > 0 else []
    return literal(", ".join([*names[:_MOST], *last]))
