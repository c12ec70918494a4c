"""What many tests share: the invented library, read once."""

from pathlib import Path

import pytest
from hypothesis import settings

from generator.addresses import Addresses
from generator.language import Language, language
from generator.load import load
from generator.model.handbook import Handbook
from golden import Golden

settings.register_profile("handbook", deadline=None)  # a busy machine is no fault
settings.load_profile("handbook")

LIBRARY = Path(__file__).parent / "data" / "harbour-library"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; then read them"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """The golden files of the test module at hand."""
    folder = Path(request.path).parent / "golden"
    return Golden(folder, update=request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def library_root() -> Path:
    """The folder of the fixture organisation."""
    return LIBRARY


@pytest.fixture(scope="session")
def library() -> Handbook:
    """The handbook of the fixture organisation."""
    loaded = load(LIBRARY)
    assert loaded.handbook is not None, loaded.findings
    return loaded.handbook


@pytest.fixture(scope="session")
def english() -> Language:
    """The words of the fixture organisation."""
    return language("en")


@pytest.fixture(scope="session")
def library_addresses(library: Handbook, english: Language) -> Addresses:
    """The addresses of the fixture organisation's pages."""
    return Addresses(library, english)
