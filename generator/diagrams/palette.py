"""The colours of all diagrams: what each is for, and its light and its dark value.

The light values double as sentinels: each stands for one purpose only, so that the finished
picture can follow the reader's palette (``publish/svg.py`` makes them CSS variables).
"""

from typing import NamedTuple


class Colour(NamedTuple):
    """One purpose's colour on a light and on a dark page."""

    light: str
    dark: str


COLOURS = {
    "ink": Colour("#1B1F24", "#E9ECEF"),
    "muted": Colour("#56616F", "#B4BDC9"),
    "line": Colour("#4A5567", "#A3AFBE"),
    "frame": Colour("#98A3B1", "#66727F"),
    "paper": Colour("#FEFEFE", "#252B35"),
    "action": Colour("#F4F7FB", "#2A3342"),
    "process": Colour("#DCE7F6", "#2B4468"),
    "people": Colour("#F2E8FC", "#3B2B50"),
    "people-line": Colour("#7A3EB1", "#C8A0F0"),
    "information": Colour("#E4F0FC", "#1E3853"),
    "information-line": Colour("#1D5FA9", "#85B8EC"),
    "physical": Colour("#FCECDD", "#4A321D"),
    "physical-line": Colour("#A0500D", "#F0AC70"),
    "abstract": Colour("#E2F4E9", "#1D4030"),
    "abstract-line": Colour("#22724B", "#7DD3A5"),
    "goal": Colour("#FFF5CC", "#453B12"),
    "goal-line": Colour("#876A00", "#E8CD60"),
    "note": Colour("#FFFBE7", "#37342A"),
    "note-line": Colour("#B5A252", "#8F8557"),
}
"""Purpose by purpose; the purpose names the CSS variable, ``--diagram-ink``."""
