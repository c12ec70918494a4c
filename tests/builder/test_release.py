"""What the site of a release is made from."""

import datetime as dt
from pathlib import Path

import pytest

from generator.builder import release
from generator.exports.measurements_csv import measurement_files
from generator.history import History
from generator.model.control import Release
from generator.model.handbook import Handbook


@pytest.fixture(scope="module")
def files(library_root: Path) -> dict[str, str | bytes]:
    """The files beside the pages of a release of the library."""
    made = Release.model_validate(
        {"id": "first", "name": "First", "commit": "0" * 40, "date": dt.date(2026, 1, 1)}
    )
    order = release.Order(library_root, made, library_root / "build" / "first", "en", History())
    prepared, _ = release._prepared(library_root, order)
    return dict(prepared.files)


def test_every_download_of_a_page_is_in_a_release(
    library: Handbook, files: dict[str, str | bytes]
) -> None:
    measured = measurement_files(library)
    assert measured
    assert measured.items() <= files.items()


def test_the_registers_are_in_a_release(files: dict[str, str | bytes]) -> None:
    assert any(name.startswith("api/v1/registers/") for name in files)
