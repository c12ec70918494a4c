"""Texts for made-up handbooks: sentences the rules react to, and characters nobody expects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from generator.language import language
from generator.load.text_file import without_forbidden
from tests.hostile_texts import HOSTILE

ROLES = {
    "nl": ("System Engineer", "salesmedewerker", "klant", "kwaliteitscoördinator", "directeur"),
    "en": ("system engineer", "sales clerk", "customer", "quality officer", "director"),
}
SYSTEMS = {
    "nl": ("ticketsysteem", "CRM", "Server Administratie", "telefoon", "voorraadlijst"),
    "en": ("ticket system", "CRM", "server register", "phone", "stock list"),
}
OBJECTS = {
    "nl": ("ticket", "offerte", "klantomgeving", "back-up", "sla-rapport", "tickets", "Offerte"),
    "en": ("ticket", "quote", "customer environment", "back-up", "SLA report", "tickets", "Quote"),
}
STATES = {
    "nl": ("aangevraagd", "goedgekeurd", "opgelost", "niet goedgekeurd", "gereed", "beheerd"),
    "en": ("requested", "approved", "solved", "not approved", "ready", "managed"),
}
_PATTERNS = {
    "nl": (
        "zie stap {n}",
        "ga terug naar processtap {n} en {n}",
        "binnen {n} {unit}",
        "uiterlijk om {n}:{n}0 uur",
        "voor {n},5 werkdagen",
        "De {role} zal het {object} {verb} in {system}.",
        "De {role} of de {role} beoordeelt of het {object} {state} is",
        "{object} {verb}",
        "{verb} en {verb}",
        "volgens het formulier {object}, zie {system}",
        "zo spoedig mogelijk, indien nodig, etc.",
        "n.t.b. ({vague})",
        "TODO ??? ___",
        "Is het {object} {state}?",
        "escaleren naar de {role} na {n} dagen",
        "{n} soorten: {object}, {object} en {object}",
        "{word} {word} {vague} {word}",
    ),
    "en": (
        "see step {n}",
        "go back to step {n} and {n}",
        "within {n} {unit}",
        "no later than {n}:{n}0 am",
        "before {n}.5 working days",
        "The {role} will {verb} the {object} in the {system}.",
        "The {role} or the {role} judges whether the {object} is {state}",
        "{verb} {object}",
        "{verb} and {verb}",
        "according to the form {object}, see {system}",
        "as soon as possible, if necessary, etc.",
        "to be determined ({vague})",
        "TODO ??? ___",
        "Is the {object} {state}?",
        "escalate to the {role} after {n} days",
        "{n} kinds: {object}, {object} and {object}",
        "{word} {word} {vague} {word}",
    ),
}
_NUMBERS = ("1", "2", "3", "12", "0", "99", "1e9", "-1", "½", "²", "٣", "09")
_ALIKE = {"s": "ſ", "k": "\u212a", "i": "ıİ", "a": "аÅ", "e": "éє", "n": "ŉ", "o": "оº", "1": "١¹"}
"""Letters that a comparison without regard to case may or may not take for the plain ones."""

_NO_BRACKETS = str.maketrans("[]", "()")

_ODD = (
    "ß ſ İ ı ﬁ Ǆ ΐ ŉ Å ǆ",
    "\u200b\u200d\u00ad\u2060",
    "\u202eomgekeerd\u202c \u2066x\u2069",
    "א ב ا ل ه 日本語 ไทย",
    "👩\u200d👩\u200d👧 🏽 🇳🇱 ☎\ufe0f",
    "Z͑ͫ̓a̴͍l̵͔g̷ò",
    "a\u00a0b\u2009c\u3000d",
    "\x00\x07\x1b[31m\x7f\x85\u2028",
    "\ufeff\ufffe\uffff",
    "?", "-", "...", "[]", "[", "]", "()", "#", ":", "'", '"', "\\", "~", "null", "yes", "0",
    "[a] [b]", "x [y", "x ] y", "[state only]", "a[b][c]", "<<>>", "{0}", "{", "}", "%s", "$1",
)  # fmt: skip


@cache
def _lists(code: str) -> tuple[tuple[str, ...], ...]:
    return tuple(words for _, words in sorted(language(code).words.items()) if words)


@cache
def _listed(code: str, name: str) -> tuple[str, ...]:
    """A word list, or some of all words when there is no list of that name."""
    return language(code).words.get(name) or tuple(words[0] for words in _lists(code))


@dataclass(frozen=True)
class Writer:
    """Somebody who writes in a language, a share of it strange; ``allowed`` if all of it may be."""

    random: Random
    language: str
    strange: float = 0.0
    allowed: bool = False

    def line(self) -> str:
        """A name or a label."""
        made = self._strange() if self.random.random() < self.strange else self._short()
        return self._made_allowed(" ".join(made.split()), 300) if self.allowed else made

    def text(self) -> str:
        """A few sentences."""
        made = self._text()
        return self._made_allowed(made, 8000) if self.allowed else made

    def _made_allowed(self, text: str, longest: int) -> str:
        return without_forbidden(text)[:longest].strip() or "x"

    def _text(self) -> str:
        if self.random.random() < self.strange:
            return self._strange() * self.random.choice((1, 1, 1, 50))
        parts = [self._sentence() for _ in range(self.random.choice((1, 1, 2, 3, 6)))]
        return self.random.choice((" ", ". ", "\n", ".\n\n", "; ")).join(parts)

    def object(self) -> str:
        """A business object, mostly in a state."""
        if self.random.random() < self.strange:
            odd = self.line()
            return odd.translate(_NO_BRACKETS) if self.allowed else odd
        state = self.random.choice(STATES[self.language])
        name = self.random.choice(OBJECTS[self.language])
        return self.random.choice((name, f"{name} [{state}]", f"{name} [{state}]"))

    def role(self) -> str:
        """The name of a role."""
        return self.random.choice(ROLES[self.language])

    def system(self) -> str:
        """The name of a system."""
        return self.random.choice(SYSTEMS[self.language])

    def _short(self) -> str:
        choice = self.random.random()
        if choice < 0.5:
            return self._sentence()
        return f"{self._word()} {self._word()}" if choice < 0.9 else self.object()

    def _sentence(self) -> str:
        made = self.random.choice(_PATTERNS[self.language]).format_map(_Blanks(self))
        return self._altered(made) if self.random.random() < self.strange else made

    def _altered(self, text: str) -> str:
        """The text with one or two letters that only look the same."""
        for _ in range(self.random.choice((1, 1, 2))):
            place = self.random.randrange(len(text))
            other = self.random.choice(_ALIKE.get(text[place], text[place].upper()))
            text = text[:place] + other + text[place + 1 :]
        return text

    def _word(self) -> str:
        return self.random.choice(self.random.choice(_lists(self.language)))

    def blank(self, name: str) -> str:
        """A word for a blank in a sentence."""
        lists: Mapping[str, Sequence[str]] = {
            "verb": _listed(self.language, "step-verbs"),
            "vague": _listed(self.language, "vague-words"),
            "unit": _listed(self.language, "units-in-seconds"),
            "role": ROLES[self.language],
            "system": SYSTEMS[self.language],
            "object": OBJECTS[self.language],
            "state": STATES[self.language],
            "word": self.random.choice(_lists(self.language)),
            "n": self._numbers(),
        }
        word = self.random.choice(lists[name])
        return word.split()[0] if name == "unit" else word

    def _numbers(self) -> Sequence[str]:
        words = _listed(self.language, "number-words")
        odd = _NUMBERS if self.strange else words
        return self.random.choice((_NUMBERS[:4], words[:7], odd))

    def _strange(self) -> str:
        choice = self.random.random()
        if choice < 0.3:
            return self.random.choice(HOSTILE)
        if choice < 0.6:
            return self.random.choice(_ODD)
        if choice < 0.7:
            return self.random.choice(("w", "ab-", "é", "1")) * self.random.choice((90, 300, 3000))
        if choice < 0.8:
            return f"{self._sentence()} {self.random.choice(_ODD)}"
        return "".join(self._character() for _ in range(self.random.randint(1, 20)))

    def _character(self) -> str:
        top = self.random.choice((0x7F, 0x17F, 0x2FF, 0x2FFF, 0xFFFF, 0x10FFFF))
        code = self.random.randint(1, top)
        return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"


class _Blanks(dict[str, str]):
    """What fills the blanks of a sentence, another word each time."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self._writer = writer

    def __missing__(self, name: str) -> str:
        return self._writer.blank(name)
