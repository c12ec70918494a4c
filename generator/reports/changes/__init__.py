"""What changed between two handbooks -> text, Markdown, a page, or data: one module a format."""
