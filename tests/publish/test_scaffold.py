import shutil
from pathlib import Path

import pytest

from generator.addresses import Addresses
from generator.language import LANGUAGES, language
from generator.load import load
from generator.model.control import Status
from generator.model.finding import Severity
from generator.pages.assessment import assessment_pages
from generator.pages.page import Site
from generator.publish.scaffold import new_process
from generator.publish.scaffold_assessment import new_assessment
from generator.rules import check
from reading import rows_of


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
    assert here == {"K304"} | ({"N107"} if code == loaded.handbook.organisation.language else set())
    assessment = loaded.handbook.assessments[identifier]  # type: ignore[index]
    assert assessment.name == identifier.replace("-", " ").capitalize()
    assert assessment.date
    assert assessment.date.isoformat() == "2026-05-04"
    assert [grade.value for grade in assessment.scale] == [1, 2, 3]


def repeated(root: Path, other: str, identifier: str, code: str = "en") -> tuple[Path, str]:
    """Next year's file, written beside the one that it repeats."""
    handbook = load(root).handbook
    assert handbook
    earlier = handbook.assessments[other]  # type: ignore[index]
    text = new_assessment(identifier, "2027-05-04", language(code), like=earlier)
    file = root / "quality" / "assessments" / f"{identifier}.yml"
    file.write_text(text, encoding="utf-8")
    return file, text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("other", ["growth", "reading-room-scan", "reading-room-scan-again"])
def test_a_repeated_assessment_asks_the_same_and_is_not_filled_in(
    library_root: Path, tmp_path: Path, other: str, code: str
) -> None:
    root = tmp_path / "library"
    shutil.copytree(library_root, root)
    file, text = repeated(root, other, "scan-2027", code)
    assert text.splitlines()[1].startswith("# ")
    loaded = load(root)
    assert loaded.findings == ()
    assert loaded.handbook
    found = check(loaded.handbook, loaded.positions).findings
    assert {item.code for item in found if item.position.file.endswith(f"/{file.name}")} == {"K304"}
    earlier, new = (loaded.handbook.assessments[item] for item in (other, "scan-2027"))  # type: ignore[index]
    for field in ("method", "about", "scale", "phases"):
        assert getattr(new, field) == getattr(earlier, field)
    assert [(area.id, area.name, area.explanation, area.touches) for area in new.areas] == [
        (area.id, area.name, area.explanation, area.touches) for area in earlier.areas
    ]
    assert [[(item.id, item.text) for item in area.questions] for area in new.areas] == [
        [(item.id, item.text) for item in area.questions] for area in earlier.areas
    ]
    assert not any(area.is_filled_in for area in new.areas)
    assert (new.lines, new.shares, new.explanation) == ((), (), None)
    assert all((area.lines, area.notes, area.stated) == ((), (), None) for area in new.areas)


ORIGINS = """\
origins:
  name: proposal
  method: {origin: derived, why: From the cover., lines: [L1]}
  explanation: proposal
  areas: {origin: derived, why: From the order of the answers.}
  areas.desk: proposal
  areas.desk.stated: {origin: derived, why: From the column.}
  areas.desk.questions: {origin: derived, why: From the column.}
  areas.desk.questions.open-daily.text: {origin: derived, why: In other words.}
  areas.desk.questions.open-daily.score: proposal
  areas.desk.touches: {origin: proposal, why: The scan names no process.}
"""


def test_a_repeated_assessment_keeps_the_origins_that_are_still_true(
    library_root: Path, tmp_path: Path
) -> None:
    root = tmp_path / "library"
    shutil.copytree(library_root, root)
    file = root / "quality" / "assessments" / "reading-room-scan.yml"
    kept = file.read_text(encoding="utf-8").partition("origins:")[0]
    file.write_text(kept + ORIGINS, encoding="utf-8")
    repeated(root, "reading-room-scan", "scan-2027")
    handbook = load(root).handbook
    assert handbook
    origins = handbook.assessments["scan-2027"].origins  # type: ignore[index]
    assert list(origins) == [
        "method",
        "areas.desk",
        "areas.desk.questions.open-daily.text",
        "areas.desk.touches",
    ]
    assert origins["method"].why == "From the cover."


def test_a_repeated_assessment_shows_the_difference_once_it_is_filled_in(
    library_root: Path, tmp_path: Path
) -> None:
    root = tmp_path / "library"
    shutil.copytree(library_root, root)
    file, text = repeated(root, "reading-room-scan-again", "scan-2027")
    file.write_text(text.replace("score: null", "score: 2"), encoding="utf-8")
    handbook = load(root).handbook
    assert handbook
    words = language("en")
    site = Site(handbook, words, Addresses(handbook, words), {})
    page = next(item for item in assessment_pages(site) if item.path.endswith("scan-2027.md"))
    assert rows_of(page, "Difference from the one before")[0] == (
        "The desk", "7 of 9 (78 percent)", "6 of 9 (67 percent)", "\u22121",
    )  # fmt: skip


def test_the_parts_of_a_whole_are_ready_in_a_comment(library_root: Path, tmp_path: Path) -> None:
    root = tmp_path / "library"
    shutil.copytree(library_root, root)
    file, text = repeated(root, "growth", "growth-2027")
    head, line, rest = text.partition("# shares:\n")
    lines = [item.removeprefix("# ") for item in rest.splitlines(keepends=True)]
    filled = head + line.removeprefix("# ") + "".join(lines).replace("percent: null", "percent: 50")
    file.write_text(filled, encoding="utf-8")
    handbook = load(root).handbook
    assert handbook
    shares = handbook.assessments["growth-2027"].shares  # type: ignore[index]
    assert [(share.of, [item.name for item in share.slices]) for share in shares] == [
        ("The library", ["Roles", "Tasks"])
    ]
