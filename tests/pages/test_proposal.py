"""The page of a proposal: each diagram that looks different, before and after."""

from collections.abc import Mapping

from generator.diff import compare
from generator.load import load_texts
from generator.pages import site_of
from generator.pages.proposal import ChangedDiagram, changed_diagrams, with_proposal
from shown import Seen
from small_handbook import FILES, PROCESS

OTHER = "processes/baking/make-bread.yml"


def changed(
    before: Mapping[str, str | None], after: Mapping[str, str | None]
) -> tuple[tuple[ChangedDiagram, ...], str, frozenset[str]]:
    """The changed diagrams, the page that shows them, and the keys of the site's diagrams."""
    one, other = (
        load_texts({file: text for file, text in {**FILES, **files}.items() if text}).readable
        for files in (before, after)
    )
    site, changes = site_of(other), compare(one, other)
    diagrams = changed_diagrams(one, site, changes)
    with_earlier, page = with_proposal(site, changes, diagrams, base="main")
    return diagrams, page.content, frozenset(with_earlier.diagrams)


def edited(old: str, new: str) -> dict[str, str | None]:
    assert old in FILES[PROCESS]
    return {PROCESS: FILES[PROCESS].replace(old, new, 1)}


def keys(diagrams: tuple[ChangedDiagram, ...]) -> list[str]:
    return [diagram.key for diagram in diagrams]


def test_nothing_changed() -> None:
    diagrams, page, _ = changed({}, {})
    assert diagrams == ()
    assert "No diagram looks different" in page
    assert "changes nothing" in page


def test_what_is_not_drawn_changes_no_diagram() -> None:
    diagrams, page, _ = changed({}, edited('version: "0.1"', 'version: "0.2"'))
    assert diagrams == ()
    assert "&#39;0&#46;2&#39;" in page


def test_a_step_of_another_name() -> None:
    diagrams, page, known = changed({}, edited("name: Mix dough", "name: Knead dough"))
    assert keys(diagrams) == ["activity-bake-bread", "states-dough"]
    diagram = diagrams[0]
    assert diagram.before
    assert diagram.after
    assert "Mix" in diagram.before.text
    assert "Knead" in diagram.after.text
    assert diagram.before.key == "before-activity-bake-bread"
    assert diagram.before.key in known
    found = Seen(page)
    for key in ("before-activity-bake-bread", "activity-bake-bread"):
        assert f'data-diagram="{key}"' in page
    assert found.text.count("Read as text") == 4
    assert f'id="{diagram.anchor}"' in page
    assert diagram.before.title == "Before the proposal: Business activity diagram: Bake bread"


def test_a_process_that_is_new_and_one_that_is_gone() -> None:
    new = {OTHER: FILES[PROCESS].replace("Bake", "Make").replace("bread", "cake")}
    diagrams, page, _ = changed({}, new)
    fresh = [diagram for diagram in diagrams if diagram.before is None]
    assert "activity-make-bread" in keys(tuple(fresh))
    assert "This diagram is new" in page
    diagrams, page, known = changed(new, {})
    gone = [diagram for diagram in diagrams if diagram.after is None]
    assert "activity-make-bread" in keys(tuple(gone))
    assert "This diagram is removed" in page
    assert "before-activity-make-bread" in known


def test_an_earlier_diagram_leads_only_to_what_is_there_now() -> None:
    new = {OTHER: FILES[PROCESS].replace("Bake", "Make").replace("dough", "paste")}
    diagrams, _, _ = changed(new, {})
    texts = [diagram.before.text for diagram in diagrams if diagram.before]
    assert texts
    assert not any("make-bread.html" in text or "paste.html" in text for text in texts)
    assert any("roles/baker.html" in text for text in texts)


def test_a_process_of_another_identifier_is_compared_with_itself() -> None:
    moved = {PROCESS: None, OTHER: FILES[PROCESS].replace("name: Bake bread", "name: Make bread")}
    diagrams, _, _ = changed({}, moved)
    activity = [diagram for diagram in diagrams if diagram.key.startswith("activity-")]
    assert keys(tuple(activity)) == []
    assert not any(diagram.after is None for diagram in diagrams)


def test_a_name_that_is_drawn_in_a_process_changes_its_diagrams() -> None:
    file = "organisation/roles.yml"
    diagrams, _, _ = changed({}, {file: FILES[file].replace("name: baker", "name: cook")})
    assert "activity-bake-bread" in keys(diagrams)


def test_long_texts_are_shown_whole() -> None:
    long = "The baker looks into the oven every ten minutes, and turns the tray when needed; rest. "
    text = f"goal: {long * 2}"
    _, page, _ = changed({}, edited("goal: Bread on the shelf", text))
    assert "the whole text" in page
    assert (long * 2).strip() in Seen(page).text
