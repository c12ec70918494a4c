"""Texts that mean something to one of the programs that a text of a file passes."""

from generator.load.text_file import forbidden_in

HOSTILE = (
    "<script>window.owned=alert(1)</script>",
    "<img src=x onerror=window.owned=alert(1)>",
    "<svg onload=window.owned=1><use href=https://evil.example/x.svg#y></svg>",
    "<iframe srcdoc='<script>parent.owned=1</script>' src=https://evil.example></iframe>",
    "<style>@import 'https://evil.example/x.css'</style> <base href=https://evil.example/>",
    "<meta http-equiv=refresh content=0;url=https://evil.example> <!-- <![CDATA[ ]]> -->",
    "</td></table></div></dd><p>",
    "\"></a><a href=javascript:owned=1 onclick=owned=1 x='",
    "[here](javascript:owned=1) ![x](y.png) <javascript:owned=1>",
    "javascript:owned=1 data:text/html,<script>owned=1</script> vbscript:owned=1",
    "https://evil.example/?a=b&c=d www.evil.example mail@evil.example",
    "*a* _b_ **c** `d` ~~e~~ # f == g",
    "{{ 7 * 7 }} {% raw %} {# x #} {{ config.__class__ }} {% include 'x' %}",
    "{ #own-anchor .class onclick=x }",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "\"quoted\" 'single' = >",
    "a\x00b\x07c\x1bd\x7fe\u202ef",
    "\x1b[31mred\x1b[0m\x1b]8;;https://evil.example\x07link",
    "| a | b | \\ ^ $ %s {0} {name}",
    ":smile: !!! note ??? x [^1] *[A]: b",
    "---\ntitle: x\n---".replace("\n", " "),
    "\u200b\u00ad\ufeff z\u0301 \U0001f512",
    "@enduml @startuml !include /etc/passwd !define x y %load_json(x) %getenv(HOME) $x",
    '//i// __u__ ""m"" --s-- ~~w~~ <b>b</b> <color:red>c <&star> <U+0041> [[x y]] <:sun:>',
    "=cmd|' /C calc'!A0 ; +1+1 ; -2+3 ; @SUM(A1:A2) ; \t=1",
    "::error file=x::owned ##[add-mask]x %0A::stop-commands::y",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200f\u061c א ب",
    "W" * 180,
    "👩\u200d👩\u200d👧🏽 🇳🇱 ☎\ufe0f 𝕏 日本語",
    "z\u0351\u036b\u0343a\u0334\u0369l\u0335g\u0337o\u0300",
)
"""Texts that mean something to HTML, Markdown, Jinja, YAML, PlantUML, a spreadsheet, a forge,
a browser or a terminal. Those that a browser would obey set ``window.owned`` or open a dialog."""


ALLOWED = tuple(text for text in HOSTILE if not forbidden_in(text))
"""Those that a file may hold; the others are refused with a finding."""
