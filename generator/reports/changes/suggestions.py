"""The lines that a proposal lacks -> suggestions that are accepted with one click.

GitHub takes a review with a comment for each suggestion, and only on lines that the pull
request shows. GitLab takes a discussion each, on any line of a file that changed.
"""

import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from generator.language import Language
from generator.load.changed_lines import Changed, ChangedFile
from generator.load.in_place import LinesToWrite
from generator.reports.changes.proposal import Write
from generator.reports.changes.sentences import counted
from generator.reports.markdown import code_block, literal

MARK = "handbook-suggestion"
"""What begins the mark of a suggestion, by which CI knows one that it made before."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Suggestion(NamedTuple):
    write: Write
    lines: LinesToWrite
    file: ChangedFile


def github(writes: Sequence[Write], changed: Changed, language: Language) -> str:
    """The body of GitHub's "create a review", with a line break at the end.

    Without any suggestion ``comments`` is empty, and there is nothing to send.
    """
    found = [
        item
        for item in _suggestions(writes, changed)
        if item.file.is_shown(item.lines.first, item.lines.last)
    ]
    review = {
        "commit_id": changed.head,
        "event": "COMMENT",
        "body": literal(counted("proposal.suggestions", len(found), language)),
        "comments": [_github(item, language) for item in found],
    }
    return json.dumps(review, ensure_ascii=False, indent=2) + "\n"


def gitlab(writes: Sequence[Write], changed: Changed, language: Language) -> str:
    """The body of GitLab's "create a discussion" for each suggestion, a line each."""
    return "".join(
        json.dumps(_gitlab(item, changed, language), ensure_ascii=False) + "\n"
        for item in _suggestions(writes, changed)
    )


def _suggestions(writes: Sequence[Write], changed: Changed) -> Iterator[_Suggestion]:
    """Those in files that changed; what is to be written elsewhere is in the comment."""
    for write in writes:
        for lines in write.lines:
            if file := changed.files.get(lines.path):
                yield _Suggestion(write, lines, file)


def _github(item: _Suggestion, language: Language) -> dict[str, Any]:
    first, last = item.lines.first, item.lines.last
    place: dict[str, Any] = {"path": item.file.after, "line": last, "side": "RIGHT"}
    if first < last:
        place |= {"start_line": first, "start_side": "RIGHT"}
    return place | {"body": _body(item, "suggestion", language)}


def _gitlab(item: _Suggestion, changed: Changed, language: Language) -> dict[str, Any]:
    first, last = item.lines.first, item.lines.last
    position: dict[str, Any] = {
        "position_type": "text",
        "base_sha": changed.base,
        "start_sha": changed.base,
        "head_sha": changed.head,
        "old_path": item.file.before,
        "new_path": item.file.after,
        "new_line": first,
    }
    if before := item.file.line_before(first):
        position["old_line"] = before
    return {"body": _body(item, f"suggestion:-0+{last - first}", language), "position": position}


def _body(item: _Suggestion, name: str, language: Language) -> str:
    kind = "content" if item.write.is_declared else "language"
    why = language.label(f"proposal.suggestion_{kind}")
    said = literal(language.label("proposal.suggestion", why=why))
    return f"{said}\n\n{code_block(item.lines.text, name)}\n\n<!-- {MARK} {_digest(item)} -->"


def _digest(item: _Suggestion) -> str:
    """What stays the same when a suggestion is made again on another day or another line."""
    text = f"{item.file.after}\0{_DATE.sub('', item.lines.text)}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
