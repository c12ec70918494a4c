"""The sentences that every format of a difference shares, as plain text."""

from generator.language import Language
from generator.model.finding import Finding
from generator.reports.changes.compared import Compared, Side, Thing
from generator.wording import visible, wording


def opening(compared: Compared) -> str:
    """What was compared with what."""
    language = compared.language
    if compared.before is None:
        return language.label("compared.since_issued")
    before, after = (side_name(side, language) for side in (compared.before, compared.after))
    return language.label("compared.between", before=before, after=after)


def side_name(side: Side, language: Language) -> str:
    """What a side is called: what it was asked for by, or the files at hand."""
    return visible(side.name) if side.name else language.label("compared.at_hand")


def heading(thing: Thing, language: Language) -> str:
    """What kind of thing it is, and its name."""
    return f"{language.label(f'diff.subject.{thing.kind}')} '{thing.name}'"


def version_line(thing: Thing, language: Language) -> str:
    """The versions before and after; empty for what carries none."""
    before, after = thing.versions
    if before == after:
        return language.label("compared.same_version", version=after) if after else ""
    if before and after:
        return language.label("compared.versions", before=before, after=after)
    label, version = ("new_version", after) if after else ("old_version", before)
    return language.label(f"compared.{label}", version=version)


def demand_line(thing: Thing, language: Language) -> str:
    """What the version policy asks; empty when it asks nothing."""
    demand = thing.demand
    if demand is None:
        return ""
    if demand.case is None:
        blanks = {"language": demand.version, "small": demand.other_version}
        return language.label("compared.undeclared", **blanks)
    said = language.label(f"compared.case.{demand.case}")
    label, version = ("met", thing.versions[1]) if demand.is_met else ("asks", demand.version)
    return language.label(f"compared.{label}", said=said, version=version)


def fault_line(side: Side, finding: Finding, language: Language) -> str:
    """What could not be read on a side, and where."""
    place = finding.position
    file = visible(place.file, longest=None)
    message = wording(finding, language).message
    name = side_name(side, language)
    return f"{file}:{place.line} ({name}): {finding.code} {message}"


def counted(path: str, count: int, language: Language) -> str:
    """A label that counts: ``one`` or ``other`` below a path."""
    return language.label(f"{path}.{'one' if count == 1 else 'other'}", count=count)
