"""What the keys of origins mean."""

import pytest

from generator.model.process import Process
from generator.rules.origins.origin_paths import OriginPaths

PROCESS = Process.model_validate(
    {
        "id": "bake",
        "group": "baking",
        "name": "Bake",
        "steps": [{"id": "mix", "name": "Mix", "inputs": ["flour [dry]"]}],
        "objects": [
            {"name": "System Engineer sr.", "stereotype": "people"},
            {"name": "dough", "stereotype": "physical", "place": "input"},
            {"name": "dough", "stereotype": "physical", "place": "output"},
        ],
        "interfaces": [{"direction": "in", "kind": "informs", "party": "Mill", "object": "flour"}],
        "document": {"version": "0.1"},
    }
)


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("goal", 1),
        ("document.version", 1),
        ("steps.mix", 1),
        ("steps.mix.roles", 1),
        ("steps.mix.inputs.flour", 1),
        ("objects.dough", 2),
        ("objects.dough.place", 2),
        ("objects.System Engineer sr.", 1),
        ("objects.system-engineer-sr", 1),
        ("objects.System Engineer sr..stereotype", 1),
        ("interfaces.flour", 1),
        ("interfaces.mill.kind", 1),
        ("gaol", 0),
        ("steps.bake", 0),
        ("goal.x", 0),
        ("steps.mix.", 0),
        (".", 0),
    ],
)
def test_values_at(path: str, count: int) -> None:
    assert len(OriginPaths(PROCESS).values(path)) == count
