/* Folding on a phone, everything unfolded on paper, and dates that are near or past. */
(() => {
  for (const button of document.querySelectorAll("button[data-unfolds]")) {
    const part = document.getElementById(button.dataset.unfolds)
    const { all, less } = button.dataset
    const show = open => {
      part.classList.toggle("unfolded", open)
      button.setAttribute("aria-expanded", String(open))
      button.textContent = open ? less : all
    }
    button.addEventListener("click", () => show(!part.classList.contains("unfolded")))
    /* A link into the folded part has to lead to something that can be seen. */
    const reveal = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      if (!target || !part.contains(target) || target === part) return
      show(true)
      target.scrollIntoView()
    }
    addEventListener("hashchange", reveal)
    reveal()
  }

  /* Material names its folded lists after an arrow without words. */
  for (const list of document.querySelectorAll("nav[aria-labelledby]")) {
    const title = list.querySelector(".md-nav__title")?.textContent.trim()
    if (!title || document.getElementById(list.getAttribute("aria-labelledby"))?.textContent.trim()) continue
    list.removeAttribute("aria-labelledby")
    list.setAttribute("aria-label", title)
  }

  let opened = []
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open]):not(.as-text)")]
    for (const part of opened) part.open = true
  })
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false
  })

  const day = 24 * 60 * 60 * 1000
  for (const mark of document.querySelectorAll("time[data-due]")) {
    const left = Date.parse(mark.dateTime) - Date.now()
    const word = left < 0 ? mark.dataset.overdue : left < 60 * day ? mark.dataset.soon : ""
    if (!word) continue
    const note = document.createElement("span")
    note.className = "due"
    note.textContent = word
    mark.after(" ", note)
  }
})()
