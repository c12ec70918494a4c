import json
from dataclasses import replace

from generator.addresses import Addresses
from generator.exports.versions_json import versions_json
from generator.history import Commit, History, HistoryState, IssuedVersion
from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.model.identifiers import Version


def test_without_a_history_it_holds_what_the_files_say(
    library: Handbook, library_addresses: Addresses
) -> None:
    data = json.loads(versions_json(library, History(), library_addresses))
    assert (data["schema"], data["commit"], data["history"]) == ("versions/v1", None, "none")
    found = {item["id"]: item for item in data["processes"]}
    lend = found["lend-book"]
    assert (lend["in_force"], lend["concept"], lend["is_certain"]) == ("1.1", None, True)
    assert lend["url"] == "processes/lend-book.html"
    assert lend["versions"] == [
        {
            "version": "1.0",
            "status": None,
            "standing": "unknown",
            "date": "2025-06-01",
            "effective": None,
            "commit": None,
        },
        {
            "version": "1.1",
            "status": "approved",
            "standing": "in-force",
            "date": "2026-01-30",
            "effective": "2026-02-03",
            "commit": None,
        },
    ]
    assert (found["buy-book"]["in_force"], found["buy-book"]["concept"]) == (None, "0.3")
    assert (found["weed-shelves"]["in_force"], found["weed-shelves"]["concept"]) == (None, None)


def test_with_a_history_it_names_the_commits(
    library: Handbook, library_addresses: Addresses
) -> None:
    commit = Commit("e" * 40, library.processes["lend-book"].changes[0].date)  # type: ignore[index]
    issued = (IssuedVersion(Version("1.0"), Status.APPROVED, commit),)
    history = History(HistoryState.WHOLE, commit, is_changed=True, versions={"lend-book": issued})
    data = json.loads(versions_json(library, history, library_addresses))
    assert (data["commit"], data["changed_since_commit"]) == (commit.sha, True)
    lend = next(item for item in data["processes"] if item["id"] == "lend-book")
    assert [item["commit"] for item in lend["versions"]] == [commit.sha, None]
    assert [item["standing"] for item in lend["versions"]] == ["replaced", "in-force"]


def test_no_process_is_an_empty_list(library: Handbook, library_addresses: Addresses) -> None:
    text = versions_json(replace(library, processes={}), History(), library_addresses)
    assert json.loads(text)["processes"] == []
    assert text.endswith("}\n")
