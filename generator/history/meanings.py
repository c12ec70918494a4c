"""The meanings that things had on the main line, and the links that a new one makes suspect."""

from collections.abc import Mapping
from functools import cache

from generator.control.fingerprint import fingerprint
from generator.control.suspect import Meaning, Meanings, Suspect, links, suspects
from generator.diff import Change, compare
from generator.history.comparing import earlier
from generator.history.contents import MEANT, Contents, things_of
from generator.history.main_line import MainLine
from generator.model.handbook import Handbook


def meanings_of(
    handbook: Handbook,
    line: MainLine,
    contents: Contents,
    *,
    names: Mapping[str, str],
    same: Mapping[str, str],
) -> Meanings:
    """Every meaning that each thing at hand had.

    Args:
        handbook: the files at hand.
        line: the main line.
        contents: what reads files.
        names: the identifier that each process has at its end, by the one at hand.
        same: the files at hand that are as at its end.
    """
    past = _on_the_line(line, contents)
    found: dict[str, tuple[Meaning, ...]] = {}
    for reference, entity in things_of(handbook):
        kind, _, identifier = reference.partition(":")
        if kind not in MEANT:
            continue
        then = f"process:{names.get(identifier, '')}" if kind == "process" else reference
        had = tuple(past.get(then, ()))
        if handbook.files[reference] not in same:
            meaning = fingerprint(entity)
            if not had or had[-1].fingerprint != meaning:
                had += (Meaning(len(line.landings), meaning),)
        found[reference] = had
    return found


def _on_the_line(line: MainLine, contents: Contents) -> dict[str, list[Meaning]]:
    """Every meaning that each thing had, by the reference that it has at the end."""
    found: dict[str, list[Meaning]] = {}
    for position, landing in enumerate(line.landings):
        moved = {
            f"process:{new}": found.pop(f"process:{old}", [])
            for new, old in landing.renamed.items()
        }
        found |= moved
        for path, blob in sorted(landing.files.items()):
            meanings = contents.facts(path, blob).meanings if blob else {}
            for reference, meaning in meanings.items():
                had = found.setdefault(reference, [])
                if not had or had[-1].fingerprint != meaning:
                    had.append(Meaning(position, meaning))
    return found


def suspects_of(
    handbook: Handbook,
    line: MainLine,
    contents: Contents,
    meanings: Meanings,
    *,
    same: Mapping[str, str],
) -> tuple[Suspect, ...]:
    """The links of the files at hand that have to be confirmed."""
    targets = sorted({target for found in links(handbook).values() for target in found})

    @cache
    def changes_from(state: tuple[str, ...], position: int) -> tuple[Change, ...]:
        files = line.files_at(position)
        unchanged = [path for path, blob in files.items() if same.get(path) == blob]
        wanted = {
            target.removeprefix("process:")
            for target, meaning in zip(targets, state, strict=True)
            if target.startswith("process:") and meaning != meanings[target][-1].fingerprint
        }
        before = earlier(contents, files, handbook, same=unchanged, wanted=wanted)
        return compare(before, handbook)

    first: dict[tuple[str, ...], int] = {}

    def changes_since(position: int) -> tuple[Change, ...]:
        if position >= len(line.landings):
            return ()
        state = tuple(_meaning_at(position, meanings.get(target, ())) for target in targets)
        return changes_from(state, first.setdefault(state, position))

    return suspects(handbook, meanings, changes_since)


def _meaning_at(position: int, meanings: tuple[Meaning, ...]) -> str:
    """What something meant at a position; empty when it was not there yet.

    When all that is referred to means the same at two positions, one comparison will do.
    """
    known = (item.fingerprint for item in reversed(meanings) if item.position <= position)
    return next(known, "")
