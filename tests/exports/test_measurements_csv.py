"""The exported tables: what was read comes back, and no cell is a formula."""

from dataclasses import replace

from generator.exports.measurements_csv import measurement_files, measurements_csv
from generator.load.csv_source import read_csv
from generator.load.parse import parse
from generator.model.handbook import Handbook
from generator.model.identifiers import KpiId
from generator.model.measurement import Series

LOANS = KpiId("lb-loans")


def test_a_file_for_each_measured_indicator(library: Handbook) -> None:
    files = measurement_files(library)
    assert list(files) == ["api/v1/measurements/lb-loans.csv"]
    assert files["api/v1/measurements/lb-loans.csv"].splitlines()[:3] == [
        "period,value,source,note",
        "2026-W01,96,count of slips,",
        "2026-W02,104,count of slips,a school came",
    ]


def test_an_empty_table_is_no_file(library: Handbook) -> None:
    assert measurement_files(replace(library, measurements={LOANS: Series(id=LOANS)})) == {}


def test_it_reads_back_as_it_was(library: Handbook) -> None:
    series = library.measurements[LOANS]
    node, findings = read_csv(measurements_csv(series), "x.csv")
    assert node is not None
    assert findings == []
    assert parse(Series, node, {"id": LOANS}) == (series, [])


def test_numbers_stay_numbers_and_texts_run_nothing() -> None:
    row = {"period": "2026", "value": "-0.000001", "source": "=1+1", "note": "a, b"}
    series = Series.model_validate({"id": "x", "values": [row]})
    assert measurements_csv(series).splitlines()[1] == '2026,-0.000001,\'=1+1,"a, b"'
