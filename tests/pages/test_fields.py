import pytest

from generator.model.process import Process, Step
from generator.pages.fields import FILES, field_pages, keys_of, parts_of
from generator.pages.page import Page, Site
from reading import head, read, rows_of


@pytest.fixture
def page(site: Site) -> Page:
    return next(iter(field_pages(site)))


def test_every_key_with_its_label_meaning_and_example(page: Page) -> None:
    assert (page.path, head(page)["title"]) == ("document-control/fields.md", "List of fields")
    rows = rows_of(page, "processes/<group>/<process>.yml")
    assert [row[0] for row in rows] == keys_of(Process)
    assert all(len(row) == 4 and all(row[:3]) for row in rows)


def test_what_the_path_says_is_no_key() -> None:
    assert not {"id", "group"} & set(keys_of(Process))
    assert "id" in keys_of(Step)


def test_parts_inside_parts_each_once() -> None:
    names = [part.__name__ for part in parts_of(Process)]
    assert names[:2] == ["Process", "Origin"]
    assert {"Step", "Activity", "Approval", "ObjectState"} <= set(names)
    assert len(set(names)) == len(names)


def test_every_part_of_every_file_is_explained_once(page: Page) -> None:
    parts = {part for _, model in FILES for part in parts_of(model)}
    ids = [name for name in read(page).ids if name != "list-of-fields"]
    assert len(ids) == len(parts) == len(set(ids))
    assert "In several files: Origin of a value#" in read(page).text.splitlines()
