"""*Signaleringen*: what the rules see, beside the problems that people reported.

A signal is no verdict, and no finding of an audit: that word is kept for audits.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.model.finding import Finding, Severity
from generator.model.ignore import Ignore
from generator.model.process import Process
from generator.model.quality import Bottleneck, Kpi
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.page import Page, Site
from generator.pages.rules import rule_link
from generator.pages.sections import Section, sections_page
from generator.pages.tables import Row, table
from generator.pages.terms import running
from generator.rules.counts import about
from generator.rules.registry import RULES
from generator.wording import wording


def signal_pages(site: Site) -> Iterator[Page]:
    """The one page of what the rules see now."""
    here = site.addresses.page("signals")
    links = Links(site, here)
    signals = [item for item in site.findings if item.severity is not Severity.INFO]
    sections = [
        Section(site.label("signals.per_rule"), _per_rule(signals, links), "rules"),
        *(
            Section(
                process.name,
                _process(process, signals, links),
                f"process-{process.id}",
                searched=False,
            )
            for process in site.handbook.processes.values()
        ),
        Section(
            site.label("signals.elsewhere"), _elsewhere(signals, links), "elsewhere", searched=False
        ),
        Section(
            site.label("signals.suppressed"), _suppressed(site.suppressed, links), "suppressed"
        ),
    ]
    yield sections_page(
        site,
        here,
        site.label("signals.title"),
        lead=literal(site.label("signals.lead")),
        sections=sections,
    )


def _per_rule(signals: Sequence[Finding], links: Links) -> Markup:
    """Rule by rule how many signals there are, and in which processes."""
    site = links.site
    rows = []
    for rule in RULES:
        found = [item for item in signals if item.code == rule.CODE]
        if found:
            counted = Counter(_under(item, site) for item in found)
            places = (_place(subject, links, count) for subject, count in counted.items())
            name = literal(site.language.messages[rule.CODE]["name"])
            named = Markup("{} {}").format(rule_link(rule.CODE, links), name)
            cells = (named, len(found), joined(places))
            rows.append(Row(cells, id=f"rule-{rule.CODE.lower()}"))
    columns = site.labels("signals", "rule", "count", "place")
    if not rows:
        return Markup("<p>{}</p>").format(literal(site.label("signals.none")))
    return table(site, columns, rows, caption=site.label("signals.per_rule"), sortable=True)


def _place(subject: str, links: Links, count: int) -> Markup:
    kind, _, identifier = subject.partition(":")
    text = literal(links.name(subject) if identifier else subject)
    if kind == "process" and subject.partition("#")[0] == subject:
        text = Markup('<a href="#process-{}">{}</a>').format(identifier, text)
    return Markup("{} ({})").format(text, count)


def _under(finding: Finding, site: Site) -> str:
    """The process or register under which a signal is listed; an indicator's under its process."""
    subject = about(finding)
    found = site.handbook.find(subject) if ":" in subject else None
    return f"process:{found.process}" if isinstance(found, Kpi) else subject


def _process(process: Process, signals: Sequence[Finding], links: Links) -> Markup:
    site = links.site
    found = [item for item in signals if _under(item, site) == f"process:{process.id}"]
    caption = f"{site.label('signals.title')}: {process.name}"
    shown = (
        table(
            site,
            site.labels("signals", "place", "signal", "rule"),
            _rows(found, links),
            caption=caption,
        )
        if found
        else Markup("<p>{}</p>").format(literal(site.label("signals.none")))
    )
    reported = _reported(site.handbook.bottlenecks_of(process.id), links, process.name)
    heading = Markup("<h3>{}</h3>").format(literal(site.label("signals.reported")))
    return shown + heading + reported


def _rows(found: Sequence[Finding], links: Links) -> list[tuple[object, ...]]:
    return [
        (
            _subject(finding, links),
            wording(finding, links.site.language).message,
            rule_link(finding.code, links),
        )
        for finding in found
    ]


def _subject(finding: Finding, links: Links) -> Markup:
    """What a signal is about, as a link, and where that stands in the files."""
    site, subject = links.site, finding.subject
    place = f"{finding.position.file}:{finding.position.line}"
    process = site.handbook.find(subject.partition("#")[0]) if "#" in subject else None
    step = site.handbook.find(subject) if process else None
    if isinstance(process, Process) and step in process.steps:
        named = links.step(process, step)
    else:
        named = links.to(subject) if "/" not in subject else literal(subject)
    return Markup('{} <span class="aside">{}</span>').format(named, literal(place))


def _reported(bottlenecks: Sequence[Bottleneck], links: Links, name: str) -> Markup:
    site = links.site
    if not bottlenecks:
        return Markup("<p>{}</p>").format(literal(site.label("signals.no_bottlenecks")))
    rows = [
        (
            links.to(f"bottleneck:{item.id}", item.id),
            running(item.text, links),
            seen_by(item, links),
        )
        for item in bottlenecks
    ]
    columns = site.labels("signals", "place", "reported", "seen_by")
    return table(site, columns, rows, caption=f"{site.label('signals.reported')}: {name}")


def seen_by(item: Bottleneck, links: Links) -> Markup:
    """The rules that see in the structure what people reported, as links to their pages."""
    if not item.seen_by:
        return Markup('<span class="aside">{}</span>').format(
            literal(links.site.label("signals.not_seen"))
        )
    return joined(rule_link(code, links, _named(code, links.site)) for code in item.seen_by)


def _named(code: str, site: Site) -> str:
    """A code with the name of its rule; a code that no rule has, alone."""
    entry = site.language.messages.get(code)
    return f"{code} {entry['name']}" if entry else code


def _elsewhere(signals: Sequence[Finding], links: Links) -> Markup:
    site = links.site
    found = [item for item in signals if not _under(item, site).startswith("process:")]
    if not found:
        return Markup("")
    columns = site.labels("signals", "place", "signal", "rule")
    caption = site.label("signals.elsewhere")
    return table(site, columns, _rows(found, links), caption=caption)


def _suppressed(suppressed: Sequence[tuple[Finding, Ignore]], links: Links) -> Markup:
    site = links.site
    rows = [
        (
            _subject(finding, links),
            wording(finding, site.language).message,
            rule_link(finding.code, links),
            ignore.reason,
            ignore.until.isoformat() if ignore.until else None,
        )
        for finding, ignore in suppressed
    ]
    if not rows:
        return Markup("")
    columns = site.labels("signals", "place", "signal", "rule", "reason", "until")
    return table(site, columns, rows, caption=site.label("signals.suppressed"))
