"""The rules of the check: an index by group, and a page for each with its examples."""

from collections import Counter
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from generator.diagrams.examples import example_key
from generator.model.finding import Severity
from generator.model.settings import Options
from generator.pages.clauses_of import rule_clauses
from generator.pages.links import Links, relative
from generator.pages.markup import html, literal, literal_piece, typed_line
from generator.pages.page import Page, Site
from generator.pages.sections import Section, facts, sections_page
from generator.pages.tables import Row, table
from generator.pages.text_alternative import figure
from generator.rules.cases import Case, example_of
from generator.rules.registry import RULES
from generator.rules.rule import Group, Rule

_NO_RULES = "SCGX"
"""The letters of what is no rule: files, chapters, diagrams; and a rule that failed."""


def rule_pages(site: Site) -> Iterator[Page]:
    """The index, and one page for every rule."""
    yield _index(site)
    for rule in RULES:
        yield _page(site, rule)


def rule_link(code: str, links: Links, text: object = None) -> Markup:
    """A link to the page of a rule, or to the line about a code that is no rule's."""
    address = links.site.addresses.rule(code, own_page=code in _RULES)
    words = text if isinstance(text, Markup) else literal(text or code)
    if not links.linked:
        return words
    return html(f'<a href="{escape(relative(address, links.here))}">{words}</a>')


_RULES = {rule.CODE: rule for rule in RULES}


def coded(text: str) -> Markup:
    """Text of a catalogue: escaped, with what stands between backticks as code."""
    parts = (
        Markup("<code>{}</code>").format(literal(part)) if number % 2 else literal_piece(part)
        for number, part in enumerate(text.split("`"))
    )
    return Markup("").join(parts)


def _index(site: Site) -> Page:
    here = site.addresses.page("rules")
    links = Links(site, here)
    seen = Counter(finding.code for finding in site.findings)
    sections = [
        Section(
            site.label(f"rules.groups.{group.value}.name"),
            literal(site.label(f"rules.groups.{group.value}.lead")) + _group(group, links, seen),
            f"group-{group.value}",
        )
        for group in Group
    ]
    more = [
        Section(site.label("rules.suppressing"), _suppressing(site), "suppressing"),
        Section(site.label("rules.options"), _options(links), "options"),
        Section(site.label("rules.reading"), _reading(links), "reading"),
    ]
    return sections_page(
        site,
        here,
        site.label("rules.title"),
        lead=literal(site.label("rules.lead")),
        sections=[*sections, *more],
    )


def _group(group: Group, links: Links, seen: Mapping[str, int]) -> Markup:
    site = links.site
    rows = [
        (
            Markup("{} {}").format(
                rule_link(rule.CODE, links), literal(_words(rule.CODE, site)["name"])
            ),
            coded(_words(rule.CODE, site)["what"]),
            site.label(f"rules.severities.{rule.SEVERITY.value}"),
            rule_clauses(rule.CLAUSES, links),
            seen[rule.CODE] or None,
        )
        for rule in RULES
        if rule.GROUP is group
    ]
    columns = site.labels("rules", "rule", "what", "severity", "clauses", "seen")
    caption = site.label(f"rules.groups.{group.value}.name")
    return table(site, columns, rows, caption=caption, sortable=True)


def _words(code: str, site: Site) -> Mapping[str, str]:
    found: Mapping[str, str] = site.language.messages[code]
    return found


def _suppressing(site: Site) -> Markup:
    example = site.label("rules.suppressing_example")
    return Markup("<p>{}</p><pre><code>{}</code></pre><p>{}</p>").format(
        literal(site.label("rules.suppressing_lead")),
        escape(example),
        literal(site.label("rules.severity_lead")),
    )


def _options(links: Links) -> Markup:
    site = links.site
    rows = [
        (
            Markup("<code>{}</code>").format(literal(field.alias)),
            coded(site.label(f"rules.option_text.{name}")),
            ", ".join(field.default) or site.label("rules.nothing")
            if isinstance(field.default, tuple)
            else field.default,
        )
        for name, field in Options.model_fields.items()
    ]
    columns = site.labels("rules", "option", "meaning", "default")
    lead = Markup("<p>{}</p>").format(literal(site.label("rules.options_lead")))
    return lead + table(site, columns, rows, caption=site.label("rules.options"))


def _reading(links: Links) -> Markup:
    site = links.site
    rows = [
        Row(
            (f"{code} {entry['name']}", coded(entry["what"]), coded(entry["fix"])),
            id=f"code-{code.lower()}",
        )
        for code, entry in sorted(site.language.messages.items())
        if code[0] in _NO_RULES and code[1:].isdecimal() and code not in _RULES
    ]
    columns = site.labels("rules", "message", "meaning", "todo")
    lead = Markup("<p>{}</p>").format(literal(site.label("rules.reading_lead")))
    return lead + table(site, columns, rows, caption=site.label("rules.reading"))


def _page(site: Site, rule: Rule) -> Page:
    path = site.addresses.rule_file(rule.CODE)
    links = Links(site, path)
    words = _words(rule.CODE, site)
    sections = [
        Section(site.label("rules.what"), coded(words["what"]) + _card(rule, links), "what"),
        Section(site.label("rules.why"), coded(words["why"]), "why"),
        Section(site.label("rules.bad"), _example(rule, links, bad=True), "bad", searched=False),
        Section(site.label("rules.good"), _example(rule, links, bad=False), "good", searched=False),
        Section(site.label("rules.fix"), coded(words["fix"]), "fix"),
        Section(site.label("rules.seen"), _seen(rule, links), "seen"),
    ]
    title = f"{rule.CODE} {words['name']}"
    return sections_page(site, path, title, sections=sections)


def _card(rule: Rule, links: Links) -> Markup:
    site = links.site
    return facts(
        [
            (site.label("rules.severity"), site.label(f"rules.severities.{rule.SEVERITY.value}")),
            (site.label("rules.rule"), Markup("<code>{}</code>").format(literal(rule.NAME))),
            (site.label("rules.clauses"), rule_clauses(rule.CLAUSES, links)),
        ]
    )


def _example(rule: Rule, links: Links, *, bad: bool) -> Markup:
    site = links.site
    case = example_of(rule, site.language.code, bad=bad)
    said = Markup("<p>{}</p>").format(literal(f"{case.name}."))
    shown = Markup("").join(_file(file, case) for file in case.files)
    picture = figure(example_key(rule.CODE, bad=bad), site)
    return said + shown + _verdict(case, site) + Markup("\n\n") + picture


def _file(file: str, case: Case) -> Markup:
    """The text of one file with the lines marked at which the rule sees something."""
    lines = (case.files[file] or "").splitlines()
    marked = {int(place.split(":")[1]) for place in case.expect if place.startswith(f"{file}:")}
    shown = [
        Markup("<mark>{}</mark>").format(typed_line(line)) if number in marked else typed_line(line)
        for number, line in enumerate(lines, start=1)
    ]
    # No line of the block may be empty: Markdown would end the HTML there.
    body = Markup("\n").join(line or Markup(" ") for line in shown)
    return Markup('<p class="aside">{}</p><pre class="example"><code>{}</code></pre>').format(
        literal(file), body
    )


def _verdict(case: Case, site: Site) -> Markup:
    if not case.expect:
        return Markup("<p>{}</p>").format(literal(site.label("rules.nothing_seen")))
    said = literal(case.says or "")
    return Markup('<p>{}: <strong>{}</strong> <span class="aside">({})</span></p>').format(
        literal(site.label("rules.says")), said, literal(", ".join(case.expect))
    )


def _seen(rule: Rule, links: Links) -> Markup:
    """How often the rule sees something now, with the way to where it is listed."""
    site = links.site
    found = [finding for finding in site.findings if finding.code == rule.CODE]
    if not found:
        return Markup("<p>{}</p>").format(literal(site.label("rules.seen_none")))
    key = "rules.seen_one" if len(found) == 1 else "rules.seen_lead"
    said = literal(site.label(key, count=len(found)))
    if all(finding.severity is Severity.INFO for finding in found):
        return Markup("<p>{}</p>").format(said)
    address = links.page("signals", f"rule-{rule.CODE.lower()}")
    return html(f'<p><a href="{escape(address)}">{said}</a></p>')
