import shutil
from pathlib import Path

import pytest

from generator.language import LANGUAGES, language
from generator.load import load
from generator.model.control import Status
from generator.model.finding import Severity
from generator.publish.scaffold import new_process
from generator.publish.scaffold_assessment import new_assessment
from generator.rules import check


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("identifier", ["mend-book", "null", "no", "1-2", "x" * 80])
def test_a_new_process_loads_and_breaks_no_rule(
    library_root: Path, tmp_path: Path, identifier: str, code: str
) -> None:
    root = tmp_path / "library"
    shutil.copytree(library_root, root)
    file = root / "processes" / "lending" / f"{identifier}.yml"
    file.write_text(new_process(identifier, "2026-05-04", language(code)), encoding="utf-8")
    loaded = load(root)
    assert loaded.findings == ()
    assert loaded.handbook
    found = check(loaded.handbook, loaded.positions).findings
    wrong = [item for item in found if item.severity is Severity.ERROR]
    assert [item for item in wrong if item.position.file.endswith(file.name)] == []
    process = loaded.handbook.processes[identifier]  # type: ignore[index]
    assert process.name == identifier.replace("-", " ").capitalize()
    assert (process.document.version, process.document.status) == ("0.1", Status.DRAFT)
    assert process.changes[0].date.isoformat() == "2026-05-04"


def test_every_empty_key_is_there_to_be_filled_in() -> None:
    text = new_process("mend-book", "2026-05-04", language("en"))
    assert text.startswith("# yaml-language-server: $schema=../../schemas/process.json\nname: Mend")
    for key in ("goal", "owner", "triggers", "customers", "approved", "next_review"):
        assert f"{key}: " in text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("identifier", ["scan-2027", "null", "no", "1-2", "x" * 80])
def test_a_new_assessment_loads_and_is_not_filled_in(
    library_root: Path, tmp_path: Path, identifier: str, code: str
) -> None:
    root = tmp_path / "library"
    shutil.copytree(library_root, root)
    file = root / "quality" / "assessments" / f"{identifier}.yml"
    file.write_text(new_assessment(identifier, "2026-05-04", language(code)), encoding="utf-8")
    loaded = load(root)
    assert loaded.findings == ()
    assert loaded.handbook
    found = check(loaded.handbook, loaded.positions).findings
    here = {item.code for item in found if item.position.file.endswith(f"/{file.name}")}
    assert here == {"K304"}
    assessment = loaded.handbook.assessments[identifier]  # type: ignore[index]
    assert assessment.name == identifier.replace("-", " ").capitalize()
    assert assessment.date
    assert assessment.date.isoformat() == "2026-05-04"
    assert [grade.value for grade in assessment.scale] == [1, 2, 3]
