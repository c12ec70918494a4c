import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.exports.json_schema import editor_schemas
from generator.language import LANGUAGES, language
from generator.pages.fields import FILES, keys_of, parts_of

ROOT = Path(__file__).parent.parent.parent
LIBRARY = ROOT / "tests" / "data" / "harbour-library"


def _schema(name: str) -> Any:
    return json.loads(editor_schemas(language("en"))[f"{name}.json"])


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("process", "processes/lending/lend-book.yml"),
        ("process", "processes/acquisition/buy-book.yml"),
        ("kpis", "kpis/lend-book.yml"),
        ("roles", "organisation/roles.yml"),
        ("systems", "organisation/systems.yml"),
        ("glossary", "organisation/glossary.yml"),
    ],
)
def test_editor_accepts_what_the_generator_accepts(name: str, file: str) -> None:
    found = yaml.safe_load((LIBRARY / file).read_text(encoding="utf-8"))
    data = json.loads(json.dumps(found, default=str))
    assert [
        error.json_path for error in Draft202012Validator(_schema(name)).iter_errors(data)
    ] == []


def test_editor_refuses_an_unknown_key() -> None:
    errors = list(Draft202012Validator(_schema("roles")).iter_errors([{"id": "a", "nmae": "b"}]))
    assert {error.validator for error in errors} == {"additionalProperties", "required"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_field_is_explained(code: str) -> None:
    words = language(code)
    for _, model in FILES:
        for part in parts_of(model):
            assert words.fields[part.__name__]["label"]
            for key in keys_of(part):
                assert set(words.field(part.__name__, key)) == {"label", "meaning", "example"}


def test_no_field_text_without_a_field() -> None:
    parts = [part for _, model in FILES for part in parts_of(model)]
    keys = {f"{part.__name__}.{key}" for part in parts for key in keys_of(part)}
    keys |= {f"*.{key}" for part in parts for key in keys_of(part)}
    keys |= {part.__name__ for part in parts}
    assert set(language("nl").fields) - keys == set()
