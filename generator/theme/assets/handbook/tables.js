/*
 * Tables: a click on a heading sorts (data-sortable holds the button's words), and only a
 * table that does scroll sideways is a stop of the Tab key.
 */
(() => {
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true })

  function sort(table, column, button) {
    const down = button.parentElement.getAttribute("aria-sort") === "ascending"
    for (const heading of table.querySelectorAll("thead [aria-sort]")) heading.removeAttribute("aria-sort")
    button.parentElement.setAttribute("aria-sort", down ? "descending" : "ascending")
    const body = table.tBodies[0]
    const rows = [...body.rows].sort((one, other) =>
      order.compare(one.cells[column].textContent.trim(), other.cells[column].textContent.trim()))
    body.append(...(down ? rows.reverse() : rows))
  }

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const words = table.dataset.sortable
    table.querySelectorAll("thead th").forEach((heading, column) => {
      const name = heading.textContent.trim()
      if (!name) return
      const button = document.createElement("button")
      button.type = "button"
      button.className = "sort"
      button.title = words.replace("{column}", name)
      button.append(...heading.childNodes)
      button.addEventListener("click", () => sort(table, column, button))
      heading.append(button)
    })
  }

  /* A table from a hand-written chapter gets the labels that it needs as cards on a phone. */
  for (const table of document.querySelectorAll("article table:not([class])")) {
    if (!table.tHead) continue
    const names = [...table.tHead.rows[0].cells].map(heading => heading.textContent.trim())
    table.toggleAttribute("data-labelled", true)
    for (const row of table.tBodies[0]?.rows ?? [])
      [...row.cells].forEach((cell, column) => { if (column) cell.dataset.label = names[column] })
  }

  const scrolls = new ResizeObserver(entries => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
      else target.removeAttribute("tabindex")
    }
  })
  for (const region of document.querySelectorAll("[role=region][tabindex]")) scrolls.observe(region)

  /* Tables from hand-written chapters get their wrapper from Material, without a name. */
  addEventListener("load", () => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      const headings = [...wrap.closest("article")?.querySelectorAll("h1, h2, h3") ?? []]
      const before = one => one.compareDocumentPosition(wrap) & Node.DOCUMENT_POSITION_FOLLOWING
      const heading = headings.filter(before).at(-1)
      wrap.setAttribute("role", "region")
      wrap.setAttribute("aria-label", heading?.firstChild?.textContent.trim() || document.title)
      wrap.tabIndex = 0
      scrolls.observe(wrap)
    }
  })
})()
