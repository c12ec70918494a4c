"""How findings read: one wording per code, in Dutch; the two formats; hostile text."""

import json

import pytest

from generator.language import LANGUAGES, Language, language
from generator.model.finding import Finding, Position, Severity
from generator.reports import json_report, text_report
from generator.rules import RULES
from generator.wording import visible, wording

DUTCH = language("nl")
PLACE = Position("processes/sales/offerte.yml", 42, 7)

WORDINGS = {
    "S101": ({}, "dit bestand of deze map kan niet worden gelezen"),
    "S102": ({"file": "x.yml"}, "'x.yml' is een map of iets anders dan een bestand"),
    "S103": (
        {"file": "x.yml"},
        "'x.yml' is een koppeling (symbolic link) naar een map of naar iets buiten het handboek",
    ),
    "S104": ({"size": "10.0"}, "het bestand is 10.0 MB groot; meer dan 1 MB wordt niet gelezen"),
    "S105": (
        {},
        "het bestand is niet als UTF-8 opgeslagen; vanaf hier zijn letters niet te lezen",
    ),
    "S106": ({}, "het bestand begint met een onzichtbaar teken (een BOM)"),
    "S107": ({"character": "U+0000"}, "hier staat een teken dat niet in het handboek kan (U+0000)"),
    "S108": ({}, "deze regel begint met een tab"),
    "S109": (
        {"layout": "could not find expected ':'"},
        "achter dit veld ontbreekt een dubbele punt",
    ),
    "S110": ({}, "het bestand is leeg"),
    "S111": ({}, "hier begint een tweede document; alleen het eerste wordt gelezen"),
    "S112": (
        {"key": "goal", "first": "3"},
        "het veld 'goal' staat hier voor de tweede keer; het staat ook op regel 3",
    ),
    "S113": (
        {"name": "a"},
        "een tekst kan niet met & of * beginnen; hier staat 'a' erachter",
    ),
    "S114": (
        {"tag": "!x"},
        "een tekst kan niet met een uitroepteken beginnen; hier staat '!x'",
    ),
    "S115": ({}, "de naam van een veld moet een woord zijn"),
    "S116": ({"limit": "50"}, "hier staan meer dan 50 niveaus in elkaar"),
    "S117": (
        {"file": "organisation/x.yml", "known": "roles.yml"},
        "'organisation/x.yml' is geen bestand van het handboek en wordt niet gelezen",
    ),
    "S118": ({}, "dit bestand moet er zijn en ontbreekt"),
    "S119": ({"value": "A b", "guess": "a-b"}, "'A b' kan niet als naam van een map of bestand"),
    "S120": ({"limit": "100"}, "dit bestand heeft meer dan 100 fouten; de rest is weggelaten"),
    "S121": ({"limit": "50000"}, "dit bestand bevat meer dan 50000 waarden"),
    "S122": ({"quote": "'"}, "hier begint een aanhalingsteken (') dat niet wordt afgesloten"),
    "S123": (
        {"quote": '"'},
        'bij dit aanhalingsteken (") is de tekst uit, maar er staat nog iets achter',
    ),
    "S124": (
        {"bracket": "[", "closing": "]"},
        "hier begint een haak ([) die niet wordt gesloten",
    ),
    "S125": ({"bracket": "]"}, "deze haak (]) kan hier niet staan"),
    "S126": ({}, "in deze tekst staat een dubbele punt; daardoor lijkt het een veld"),
    "S127": (
        {"side": "right", "than": "same", "mark": "name", "first": "4"},
        "deze regel begint te ver naar rechts",
    ),
    "S128": ({}, "achter dit streepje ontbreekt een spatie"),
    "S129": (
        {"key": "id", "first": "4"},
        "hier begint een onderdeel van een lijst, maar er staat geen streepje voor 'id'",
    ),
    "S130": ({"key": "name"}, "achter 'name' hoort een dubbele punt met een spatie"),
    "S131": ({"character": "@"}, "met '@' kan een tekst niet beginnen"),
    "S132": (
        {"known": "period,value"},
        "de eerste regel van deze tabel noemt de kolommen niet",
    ),
    "S133": ({"key": "x", "known": "period"}, "de kolom 'x' bestaat niet"),
    "S134": ({"key": "value"}, "de kolom 'value' ontbreekt in deze tabel"),
    "S135": (
        {"count": "4"},
        "deze regel heeft meer cellen dan de 4 kolommen van de eerste regel",
    ),
    "S136": (
        {},
        "hier begint een tekst met een dubbel aanhalingsteken dat niet wordt afgesloten",
    ),
    "S137": ({}, "voor deze tekst is de cel al afgesloten met een dubbel aanhalingsteken"),
    "S138": ({"value": "1.234"}, "'1.234' is op twee manieren te lezen"),
    "S401": ({"problem": "x"}, "dit bestand is niet te lezen: x"),
    "S402": ({"key": "tool.handbook.x"}, "de instelling 'tool.handbook.x' bestaat niet"),
    "S403": (
        {"key": "tool.handbook.fail-on", "value": "x"},
        "'x' kan niet bij de instelling 'tool.handbook.fail-on'",
    ),
    "S404": ({}, "dit bestand met de beginstand is niet te lezen"),
    "S406": ({"rule": "F103"}, "de regel 'F103' meldt fouten; die kan niet milder of uit"),
    "S405": ({"rule": "F999"}, "de regel 'F999' bestaat niet"),
    "S201": ({"key": "doel"}, "het veld 'doel' bestaat hier niet"),
    "S202": ({"key": "goal"}, "het veld 'goal' ontbreekt of is leeg"),
    "S203": (
        {"expected": "list"},
        "hier hoort een lijst (elke regel begint met een streepje en een spatie)",
    ),
    "S204": ({"value": "a [b] [c]"}, "'a [b] [c]' is geen object met een toestand"),
    "S205": ({"value": "x", "allowed": "a, b"}, "'x' kan hier niet"),
    "S206": (
        {"value": "A", "form": "identifier", "example": "identifier"},
        "hier hoort een id in kleine letters, cijfers en koppeltekens, en 'A' is dat niet",
    ),
    "S207": ({"key": "name", "limit": "300"}, "de tekst bij 'name' is langer dan 300 tekens"),
    "S208": ({"key": "name"}, "'name' is leeg"),
    "S209": (
        {"key": "id", "value": "x"},
        "het veld 'id' volgt uit de naam van de map of het bestand ('x')",
    ),
    "S210": ({"key": "last_line", "limit": "1"}, "'last_line' moet ten minste 1 zijn"),
    "S211": ({"value": "2026-11-31"}, "de datum '2026-11-31' bestaat niet"),
    "S301": (
        {"kind": "role", "id": "klant", "first": "organisation/roles.yml"},
        "de functie 'klant' staat er twee keer; de eerste staat in organisation/roles.yml",
    ),
    "R101": ({"kind": "role", "where": "role", "id": "klant"}, "de functie 'klant' bestaat niet"),
    "R102": ({"process": "offerte", "id": "x"}, "het proces 'offerte' heeft geen stap 'x'"),
    "R103": ({"id": "x"}, "de map 'x' is geen groep van de waardeketen"),
    "R104": ({"id": "x"}, "dit bestand heet naar het proces 'x', en dat bestaat niet"),
    "R201": (
        {"id": "x", "first": "Bellen", "name": "Mailen"},
        "de id 'x' is al van de stap 'Bellen'",
    ),
    "F101": (
        {"name": "Bellen", "first": "next", "second": "end"},
        "bij 'Bellen' staan zowel 'next' als 'end'",
    ),
    "F102": ({"name": "ja"}, "bij 'ja' staat niet hoe het werk verdergaat"),
    "F103": ({"name": "Bellen"}, "bij de stap 'Bellen' komt het werk nooit"),
    "F104": ({"names": "'A', 'B'"}, "uit deze stappen komt niemand meer weg: 'A', 'B'"),
    "D101": (
        {"version": "0.2", "newest": "0.1"},
        "de versie is 0.2, de nieuwste regel bij 'changes' is 0.1",
    ),
    "D201": ({"id": "n"}, "'n' is een besluit van de organisatie, maar heeft een oplossing"),
    "D202": (
        {"id": "n", "notekind": "derivable"},
        "de notitie 'n' is afleidbaar, maar zegt niet hoe het is opgelost",
    ),
    "D203": (
        {"first": "3", "last": "5"},
        "de regels 3 tot en met 5 van de bron zijn niet verantwoord",
    ),
    "D204": (
        {"first": "3", "last": "5"},
        "de regels 3 tot en met 5 van de bron zijn twee keer verantwoord",
    ),
    "D205": (
        {"last": "9", "expected": "10"},
        "de verantwoording eindigt bij regel 9, de bron bij regel 10",
    ),
    "D206": ({"lines": "L3-5"}, "bij L3-5 staat niet wat ervan geworden is"),
    "O101": ({"field": "doel"}, "'doel' is hier geen veld, stap of onderdeel"),
    "O102": ({"field": "goal"}, "'goal' heet afgeleid, maar er staat niet waaruit"),
    "O103": ({"field": "goal"}, "'goal' heet open, maar is ingevuld"),
    "O201": ({"field": "owner"}, "'owner' is nog vast te stellen"),
    "M101": ({"code": "Q", "codes": "R"}, "'Q' staat niet in de legenda van de matrix"),
    "M102": ({"role": "klant"}, "de matrix heeft geen kolom 'klant'"),
    "G101": (
        {"title": "Incident", "problem": "Syntax Error?"},
        "het diagram 'Incident' is niet te tekenen: Syntax Error?",
    ),
    "G102": ({"problem": "No diagram"}, "dit PlantUML-blok is niet te tekenen: No diagram"),
    "G103": (
        {"page": "a.html", "address": "b.html"},
        "de pagina 'a.html' verwijst naar 'b.html', maar dat bestaat niet",
    ),
    "X901": (
        {"rule": "F104", "error": "KeyError: 'x'"},
        "de controle F104 is zelf mislukt (KeyError: 'x')",
    ),
}


@pytest.mark.parametrize(("code", "case"), WORDINGS.items(), ids=WORDINGS)
def test_message(code: str, case: tuple[dict[str, str], str]) -> None:
    details, expected = case
    said = wording(Finding(code, PLACE, details=details), DUTCH)
    assert said.message == expected
    assert said.hints
    assert "{" not in "".join(said.hints)


def test_every_code_has_its_wording_asserted() -> None:
    """Those of the rules in their cases, those of the chapters in the tests of the chapters."""
    chapters = {"C102", "C103", "C104", "C105"}
    elsewhere = {"words", "report"} | chapters | {rule.CODE for rule in RULES}
    assert set(WORDINGS) - elsewhere == set(DUTCH.messages) - elsewhere


def test_text_report() -> None:
    findings = [
        Finding("S201", PLACE, details={"key": "gaol", "guess": "goal"}),
        Finding("F103", PLACE, Severity.WARNING, {"name": "Bellen"}),
        Finding("O201", PLACE, Severity.INFO, {"field": "owner"}),
    ]
    assert text_report(findings, DUTCH) == (
        "processes/sales/offerte.yml:42:7: S201 fout: het veld 'gaol' bestaat hier niet\n"
        "  hint: Bedoelt u 'goal'?\n"
        "  hint: Kies een veld uit de Veldenlijst, of haal de regel weg.\n"
        "  zie: handbook explain S201\n"
        "processes/sales/offerte.yml:42:7: F103 waarschuwing: "
        "bij de stap 'Bellen' komt het werk nooit\n"
        "  hint: Laat een stap of antwoord er met 'next' heen gaan, of haal de stap weg.\n"
        "  zie: handbook explain F103\n"
        "1 fout, 1 waarschuwing, 1 punt ter informatie.\n"
    )
    assert "O201 ter informatie: 'owner'" in text_report(findings, DUTCH, everything=True)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "Geen fouten.\n"),
        (2, "2 fouten.\n"),
    ],
)
def test_summary(count: int, expected: str) -> None:
    assert text_report([Finding("S110", PLACE)] * count, DUTCH).endswith(expected)


def test_english_report() -> None:
    finding = Finding("R101", PLACE, details={"kind": "system", "where": "system", "id": "x"})
    assert text_report([finding], language("en")) == (
        "processes/sales/offerte.yml:42:7: R101 error: the system 'x' does not exist\n"
        "  hint: Correct the name, or add it to organisation/systems.yml.\n"
        "  see: handbook explain R101\n"
        "1 error.\n"
    )


def test_json_report() -> None:
    finding = Finding("S208", PLACE, details={"key": "name"})
    assert json.loads(json_report([finding], DUTCH)) == {
        "schema": "findings/v1",
        "base": None,
        "counts": {"error": 1, "warning": 0, "info": 0},
        "findings": [
            {
                "file": "processes/sales/offerte.yml",
                "line": 42,
                "column": 7,
                "code": "S208",
                "name": "leeg",
                "severity": "error",
                "message": "'name' is leeg",
                "hints": ["Vul de waarde in, of haal de regel weg."],
                "subject": "",
                "see": "handbook explain S208",
                "status": "new",
            }
        ],
    }


@pytest.mark.parametrize(
    "text", ["\x1b[31mred", "a\rb", "a\nb", "\u202eabc", "\x00", "\u2028", "\udc80"]
)
def test_nothing_controls_the_terminal(text: str) -> None:
    place = Position(f"processes/{text}/x.yml")
    finding = Finding("S201", place, details={"key": text, "guess": text})
    for report in (text_report, json_report):
        shown = report([finding], DUTCH)
        assert text not in shown
        shown.encode("utf-8")


def test_long_text_is_cut() -> None:
    assert len(visible("x" * 100_000)) == 300
    assert visible("é 漢 🙂") == "é 漢 🙂"


@pytest.mark.parametrize("code", LANGUAGES)
def test_braces_in_a_value_are_not_blanks(code: str) -> None:
    words: Language = language(code)
    finding = Finding("S201", PLACE, details={"key": "{x} {0} %s"})
    assert "{x} {0} %s" in wording(finding, words).message
