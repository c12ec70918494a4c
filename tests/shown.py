"""What a reader sees of HTML, and of Markdown on a forge, as far as CommonMark goes."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class Seen(HTMLParser):
    """What a reader sees of HTML, in which tags, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)
        self.close()
        self.text = self.text.replace("\u200b", "")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


def rendered(markdown: str) -> Seen:
    """Markdown as a forge shows it, as far as CommonMark goes."""
    return Seen(MARKDOWN.render(markdown))
