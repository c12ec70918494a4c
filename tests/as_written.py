"""Writes what the rules see of the source as written as a page: ``python -m tests.as_written``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.language import language
from generator.load import load
from generator.model.handbook import Handbook
from generator.pages.markup import literal
from tests.seen_as_written import (
    ROOT,
    SOURCE,
    Account,
    Claim,
    Entry,
    Group,
    Judged,
    Sight,
    all_named,
    claims_of,
    findings,
    read_account,
)

PAGE = ROOT / "docs" / "documentbeheer" / "wat-de-regels-zien.md"


_FOUND = {
    "processes": "Tegenstrijdigheden en gaten in de processen",
    "organisation": "Tegenstrijdigheden en gaten elders in de bron",
    "bottlenecks": "Knelpunten",
}
"""What people found, as it is counted."""


def page(account: Account, handbook: Handbook) -> str:
    """The page for readers, as Markdown.

    Args:
        account: what sees what.
        handbook: the real one, for its contradictions and problems.
    """
    parts = (
        _opening(account),
        _reasons(account),
        _problems(account, handbook),
        _contradictions(account, handbook),
        _others(account),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _opening(account: Account) -> Iterator[str]:
    counts = account.counts
    told = counts["findings"]
    yield from (
        "---",
        'title: "Wat de regels zien"',
        'tab: "documentbeheer/index.md"',
        "---",
        "",
        "# Wat de regels zien",
        "",
        "Bij het lezen van de bron vonden mensen tegenstrijdigheden en gaten. Medewerkers meldden",
        "knelpunten. Zien de [controleregels](../controleregels/index.md) die ook?",
        "Om dat te meten is de bron een tweede keer overgenomen: letterlijk, met alle fouten.",
        "Deze pagina zegt wat de regels daarin zien, wat niet, en waarom niet.",
        "",
        "## Samengevat { #samengevat }",
        "",
    )
    yield from _table("Gevonden door mensen", "Aantal", "Gezien", "Voor een deel", "Niet gezien")
    for name, label in _FOUND.items():
        numbers = [counts[name][sight] for sight in Sight]
        yield _row(label, sum(numbers), *numbers)
    yield from (
        "",
        "*Gezien*: een regel wijst de plaats en de fout aan. *Voor een deel*: een regel wijst iets",
        "aan wat erbij hoort, maar niet alles. Wat bedoeld is, moet altijd een mens zeggen.",
        "",
    )
    first = sum(note.first_seen_by_a_rule for note in account.notes.values())
    yield from _table("Signaleringen op de letterlijke bron", "Aantal")
    yield _row("Hoort bij een tegenstrijdigheid of knelpunt", told["claimed"])
    yield _row("Klopt, en was niemand opgevallen", told["unnoticed"])
    yield _row("Leeg veld dat de organisatie nog moet invullen", told["empty_fields"])
    yield _row("Vals alarm", told["false_alarms"])
    yield _row("Samen", told["all"])
    yield from (
        "",
        f"Door de regels kwamen er tegenstrijdigheden bij: {first}. Zij staan verderop in de",
        "lijst, maar tellen in de eerste tabel niet mee.",
        "",
    )


def _reasons(account: Account) -> Iterator[str]:
    yield from ("## Waarom een regel iets niet ziet { #redenen }", "")
    yield from _reason_table(account, a_rule_could=False)
    yield from (
        "",
        "### Wat een regel wel zou kunnen zien { #nog-geen-regel }",
        "",
        "Hiervoor is er nog geen regel.",
        "",
    )
    yield from _reason_table(account, a_rule_could=True)
    yield ""


def _reason_table(account: Account, *, a_rule_could: bool) -> Iterator[str]:
    used = Counter((entry.reason, entry.sight) for entry in account.entries.values())
    yield from _table("Reden", "Uitleg", "Niet gezien", "Voor een deel")
    for identifier, reason in account.reasons.items():
        if reason.a_rule_could is a_rule_could:
            numbers = (used[identifier, sight] for sight in (Sight.UNSEEN, Sight.PARTLY))
            yield _row(reason.label, literal(reason.why), *numbers)


def _problems(account: Account, handbook: Handbook) -> Iterator[str]:
    yield from ("## Knelpunten { #knelpunten }", "")
    yield from (
        "Wat medewerkers meldden, en welke regel in de letterlijke bron hetzelfde ziet.",
        "",
    )
    for group in account.groups:
        own = [key for key in account.bottlenecks if group.holds(key)]
        if own:
            yield from (f"### {_title(group, handbook)} {{ #knelpunten-{group.prefixes[0]} }}", "")
            yield from _table("Nr.", "Gemeld", "Gezien door")
        for key in own:
            link = f"[{key}](../meten/knelpunten.md#bottleneck-{key})"
            text = literal(handbook.bottlenecks[key].text)
            yield _row(link, text, _seen_by(account.bottlenecks[key], account))
        yield from [""] * bool(own)


def _contradictions(account: Account, handbook: Handbook) -> Iterator[str]:
    yield from ("## Tegenstrijdigheden en gaten { #tegenstrijdigheden }", "")
    for group in account.groups:
        yield from (f"### {_title(group, handbook)} {{ #bron-{group.prefixes[0]} }}", "")
        yield from _table("Nr.", "Wat er in de bron niet klopt", "Gezien door")
        for key, entry in account.notes.items():
            if group.holds(key):
                link = f"[{key}](tegenstrijdigheden.md#note-{key})"
                yield _row(link, literal(handbook.notes[key].what), _seen_by(entry, account))
        yield ""


def _others(account: Account) -> Iterator[str]:
    yield from ("## Wat niemand was opgevallen { #niet-opgemerkt }", "")
    yield from _judged(account.unnoticed, SOURCE)
    yield from ("", "## Vals alarm op de letterlijke bron { #vals-alarm-bron }", "")
    yield from _judged(account.false_alarms, SOURCE)
    yield from (
        "",
        "## Vals alarm in het handboek { #vals-alarm-handboek }",
        "",
        "In dit handboek zijn de tegenstrijdigheden opgelost of liggen ze open. Wat de regels er",
        "nu nog in zien, staat bij de [signaleringen](../meten/signaleringen.md). Vals alarm is:",
        "",
    )
    yield from _judged(account.handbook.false_alarms, ROOT)
    yield from (
        "",
        "Deze pagina is gemaakt met `python -m tests.as_written`. De gegevens staan in",
        "`tests/data/as-written/seen.yml`; wijzig ze daar.",
    )


def _judged(judged: Sequence[Judged], root: Path) -> Iterator[str]:
    among = findings(root)
    if not judged:
        yield "Niets."
        return
    yield from _table("Wat", "Regel", "Aantal")
    for group in judged:
        number = len(all_named(group.findings, among))
        yield _row(literal(group.why), _rules(group.findings), number)
    yield _row("Samen", "", len(all_named(claims_of(judged), among)))


def _seen_by(entry: Entry, account: Account) -> str:
    reason = f"*{account.reasons[entry.reason].label}*" if entry.reason else ""
    if entry.sight is Sight.UNSEEN:
        return f"Niet gezien: {reason}"
    return _rules(entry.findings) + (f". Voor een deel; de rest: {reason}" if reason else "")


def _rules(claims: Iterable[Claim]) -> str:
    words = language("nl").messages
    codes = sorted({claim.split(" ")[0] for claim in claims})
    return ", ".join(
        f"[{code}](../controleregels/{code.lower()}.md) {literal(words[code]['name'])}"
        for code in codes
    )


def _title(group: Group, handbook: Handbook) -> str:
    name = handbook.processes[group.process].name if group.process else group.name
    return str(literal(name))


def _table(*titles: str) -> tuple[str, str]:
    return _row(*titles), "|" + "---|" * len(titles)


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def main() -> None:
    """Writes the page."""
    handbook = load(ROOT).readable
    PAGE.write_text(page(read_account(), handbook), encoding="utf-8")


if __name__ == "__main__":
    main()
