"""The invented library and the smallest handbook, as what pages are made from."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.addresses import Addresses
from generator.diagrams import diagrams_of
from generator.language import Language, language
from generator.load import load
from generator.model.handbook import Handbook
from generator.pages.page import Site
from small_handbook import write


@pytest.fixture(scope="session")
def site(library: Handbook, english: Language, library_addresses: Addresses) -> Site:
    """What the library's pages are made from."""
    diagrams = diagrams_of(library, english, library_addresses)
    return Site(library, english, library_addresses, diagrams)


@pytest.fixture(scope="session")
def bakery_pages(tmp_path_factory: pytest.TempPathFactory, english: Language) -> Site:
    """What the bakery's pages are made from: two steps, one of everything, no diagrams."""
    root: Path = write(tmp_path_factory.mktemp("bakery"))
    handbook = load(root).handbook
    assert handbook is not None
    return Site(handbook, english, Addresses(handbook, english), {})


@pytest.fixture(scope="session")
def dutch_site(library: Handbook) -> Site:
    """The same library with everything around its own words in Dutch, without diagrams."""
    organisation = library.organisation.model_copy(update={"language": "nl"})
    handbook = replace(library, organisation=organisation)
    words = language("nl")
    return Site(handbook, words, Addresses(handbook, words), {})
