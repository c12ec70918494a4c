"""The ratchet: counts go down and never up."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.finding import Finding, Position, Severity
from generator.rules.counts import counts_of, lowered

CODES = ("F103", "N106", "P105")
COUNTS = st.fixed_dictionaries(
    {code: st.dictionaries(st.sampled_from("abc"), st.integers(1, 5)) for code in CODES}
)


def finding(code: str, subject: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(code, Position("x.yml"), severity, subject=subject)


def test_counts_are_by_rule_and_process() -> None:
    found = [
        finding("N106", "process:a#step"),
        finding("N106", "process:a"),
        finding("N106", ""),
        finding("F103", "process:b"),
        finding("O201", "process:b"),
        finding("F103", "process:b", Severity.INFO),
    ]
    assert counts_of(found, CODES) == {
        "F103": {"process:b": 1},
        "N106": {"process:a": 2, "x.yml": 1},
        "P105": {},
    }


@given(COUNTS, COUNTS)
def test_a_baseline_never_goes_up(before: dict[str, dict[str, int]], now: object) -> None:
    after = lowered(before, now)  # type: ignore[arg-type]
    for code in CODES:
        for subject, count in after[code].items():
            assert 0 < count <= before[code][subject]
            assert count <= now[code][subject]  # type: ignore[index]


@given(COUNTS)
def test_the_first_baseline_is_what_there_is(now: dict[str, dict[str, int]]) -> None:
    assert lowered(None, now) == now
    assert lowered(now, now) == now


def test_a_new_rule_comes_in_with_what_it_sees() -> None:
    now = {"F103": {"a": 1}, "N106": {"a": 3}}
    assert lowered({"F103": {}}, now) == {"F103": {}, "N106": {"a": 3}}
