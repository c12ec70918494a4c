"""What a code means, for the terminal: the text of the rule's page."""

import textwrap
from collections.abc import Iterator, Mapping

from generator.language import Language
from generator.model.guess import nearest
from generator.model.usage import UsageError
from generator.rules.cases import Case, example_of
from generator.rules.registry import RULES
from generator.rules.rule import Rule
from generator.wording import codes

_WIDTH = 88
_RULES = {rule.CODE: rule for rule in RULES}


class UnknownCodeError(UsageError):
    """There is no such code; its text names the nearest one."""


def explanation(code: str, language: Language) -> str:
    """Explains a code.

    Args:
        code: of a rule, or of something wrong with a file (``S203``).
        language: the language of the explanation.

    Returns:
        Paragraphs of text, with a line break at the end.

    Raises:
        UnknownCodeError: when nothing has the code.
    """
    if code not in codes():
        guess = nearest(code, codes()).get("guess")
        message = f"no code {code}" + (f"; did you mean {guess}?" if guess else "")
        raise UnknownCodeError(message)
    rule, entry = _RULES.get(code), language.messages[code]
    lines = _rule(rule, entry, language) if rule else _reading(code, entry, language)
    return "\n".join(lines) + "\n"


def _reading(code: str, entry: Mapping[str, str], language: Language) -> Iterator[str]:
    """What is wrong with a file; its message and hint have blanks, so they are not shown."""
    yield f"{code} {entry['name']}"
    yield ""
    yield from _wrapped(entry["what"])
    yield from _part(language.label("rules.fix"), entry["fix"])


def _rule(rule: Rule, entry: Mapping[str, str], language: Language) -> Iterator[str]:
    severity = language.label(f"rules.severities.{rule.SEVERITY.value}")
    group = language.label(f"rules.groups.{rule.GROUP.value}.name")
    yield f"{rule.CODE} {rule.NAME}: {entry['name']} ({severity}; {group})"
    for key in ("what", "why"):
        yield from _part(language.label(f"rules.{key}"), entry[key])
    for key, bad in (("bad", True), ("good", False)):
        yield ""
        yield language.label(f"rules.{key}")
        yield from _example(example_of(rule, language.code, bad=bad))
    yield from _part(language.label("rules.fix"), entry["fix"])
    if rule.CLAUSES:
        yield ""
        yield language.label("rules.clauses_lead", clauses=", ".join(rule.CLAUSES))


def _part(heading: str, text: str) -> Iterator[str]:
    yield ""
    yield heading
    yield from _wrapped(text)


def _wrapped(text: str) -> Iterator[str]:
    margin = "  "
    yield from textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _example(case: Case) -> Iterator[str]:
    yield from _wrapped(case.name)
    for file, text in case.files.items():
        yield f"    # {file}"
        yield from (f"    {line}".rstrip() for line in (text or "").splitlines())
    for place in case.expect:
        yield f"  -> {place}" + (f": {case.says}" if case.says else "")
