"""Every diagram of the invented library: its text, its words, and that PlantUML draws it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.addresses import Addresses
from generator.diagrams import Diagram, Item, diagrams_of, styled
from generator.diagrams.palette import COLOURS
from generator.diagrams.style import style
from generator.language import LANGUAGES, Language, language
from generator.model.handbook import Handbook
from generator.publish.plantuml import draw
from golden import Golden
from hostile import with_texts
from hostile_texts import HOSTILE

THEME = Path(__file__).parents[2] / "generator" / "theme" / "assets" / "handbook"


@pytest.fixture(scope="session")
def diagrams(
    library: Handbook, english: Language, library_addresses: Addresses
) -> dict[str, Diagram]:
    return diagrams_of(library, english, library_addresses)


def _lines(items: tuple[Item, ...], depth: int = 0) -> Iterator[str]:
    for item in items:
        yield "  " * depth + item.text
        yield from _lines(item.children, depth + 1)


@pytest.mark.parametrize(
    "key",
    [
        "use-case-lend-book",
        "process-lend-book",
        "activity-lend-book",
        "activity-buy-book",
        "use-case",
        "landscape",
        "strategy-map",
        "states-book",
        "legend-process",
    ],
)
def test_golden(key: str, diagrams: dict[str, Diagram], golden: Golden) -> None:
    diagram = diagrams[key]
    body = diagram.text.replace(style(), "<style/>\n")
    words = "\n".join(_lines(diagram.alternative))
    golden.check(f"{key}.puml", f"{body}\n{diagram.title}\n{words}\n")


def test_every_process_has_its_three_models(
    library: Handbook, diagrams: dict[str, Diagram]
) -> None:
    for process in library.processes:
        for kind in ("process", "activity"):
            assert diagrams[f"{kind}-{process}"].about == f"process:{process}"
    assert all(diagram.alternative for diagram in diagrams.values())
    assert all(diagram.key == key for key, diagram in diagrams.items())


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_all_are_drawn(library: Handbook, code: str, tmp_path: Path) -> None:
    words = language(code)
    made = diagrams_of(library, words, Addresses(library, words))
    assert set(draw({key: item.text for key, item in made.items()}, tmp_path)) == set(made)


@pytest.mark.slow
def test_hostile_names_are_drawn(library: Handbook, english: Language, tmp_path: Path) -> None:
    texts = {}
    for number, hostile in enumerate(HOSTILE):
        handbook = with_texts(library, lambda old, hostile=hostile: f"{hostile} {old}"[:300])
        made = diagrams_of(handbook, english, Addresses(handbook, english))
        texts |= {f"{number}-{key}": item.text for key, item in made.items()}
    assert set(draw(texts, tmp_path)) == set(texts)


def test_workers_are_never_actors(diagrams: dict[str, Diagram]) -> None:
    body = diagrams["use-case"].text.partition("</style>")[2]
    assert not re.findall(r"^actor ", body, re.MULTILINE)
    assert "librarian" not in body


def test_colours_are_distinct_and_in_the_theme() -> None:
    css = (THEME / "diagrams.css").read_text(encoding="utf-8")
    assert len({colour.light for colour in COLOURS.values()}) == len(COLOURS)
    for name, colour in COLOURS.items():
        assert f"--diagram-{name}: {colour.dark};" in css


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", ground)
        for ground in COLOURS
        if not ground.endswith("line") and ground not in {"ink", "muted", "frame"}
    ]
    + [("muted", "paper")],
)
def test_text_can_be_read(text: str, ground: str, scheme: str) -> None:
    one, other = (_luminance(getattr(COLOURS[name], scheme)) for name in (text, ground))
    assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_an_authors_text_gets_the_style() -> None:
    assert styled("@startuml\n:a;\n@enduml").startswith(f"@startuml\n{style()}:a;")
    assert styled("@startgantt\n@endgantt") == "@startgantt\n@endgantt"
