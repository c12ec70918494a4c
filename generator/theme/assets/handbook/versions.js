/*
 * Versions: the answer to "is this the version in force?", the ways to choose among changes,
 * and the groups of the review calendar. Every list is complete without this script.
 */
(() => {
  const filled = (words, blanks) => words.replace(/\{(\w+)\}/g, (whole, name) => blanks[name] ?? whole)
  const today = () => {
    const now = new Date()
    const two = number => String(number).padStart(2, "0")
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  }

  /* #document@version in the address is the question. */
  const box = document.querySelector("[data-versions]")
  if (box) {
    const { documents, words, standing } = JSON.parse(box.dataset.versions)

    /* The sentences that answer for one version, and whether the answer is yes. */
    const answer = (name, version) => {
      const found = Object.hasOwn(documents, name) ? documents[name] : undefined
      if (!found) return [false, [words.no, filled(words.unknown_document, { document: name })]]
      const { title, force, concept } = found
      const known = Object.hasOwn(found.versions, version)
      const say = key => filled(words[key], {
        title, version, force, concept, date: found.from, standing: standing[found.versions[version]],
      })
      if (known && force === version)
        return found.from > today() ? [false, [say("later")]] : [true, [say("yes")]]
      const other = known ? force ? ["other"] : [] : ["unknown_version"]
      if (found.withdrawn) return [false, [words.no, ...(known ? [] : other).map(say), say("withdrawn")]]
      if (force) return [false, [words.no, ...other.map(say), say("force")]]
      const rest = [found.certain ? "no_force" : "no_force_known"]
      if (known) rest.push("stands")
      if (concept && concept !== version) rest.push("newer")
      return [false, [words.no, ...[...other, ...rest].map(say)]]
    }

    const ask = () => {
      let question = location.hash.slice(1)
      try { question = decodeURIComponent(question) } catch { /* what was typed is shown as typed */ }
      const at = question.lastIndexOf("@")
      box.className = "answer-box"
      box.textContent = ""
      if (at < 1) return
      const [yes, sentences] = answer(question.slice(0, at), question.slice(at + 1))
      box.classList.add(`answer-box--${yes ? "yes" : "no"}`)
      box.textContent = sentences.join(" ")
      show()
    }
    /* The browser goes to the version in the list; the answer is what was asked for. */
    const show = () => setTimeout(() => box.textContent && box.scrollIntoView({ block: "center" }))
    addEventListener("hashchange", ask)
    addEventListener("load", show)
    ask()
  }

  /* Choosing among the changes: by process, role and period. */
  for (const form of document.querySelectorAll("form[data-filters]")) {
    const log = document.querySelector("[data-log]")
    const count = form.querySelector(".filters__count")
    if (!log) continue
    const entries = [...log.children]
    const choose = () => {
      const { process, role, from, until } = Object.fromEntries(new FormData(form))
      let shown = 0
      for (const entry of entries) {
        const { process: of, roles, date } = entry.dataset
        const fits = (!process || of === process)
          && (!role || roles.split(" ").includes(role))
          && (!from || date >= from)
          && (!until || (date && date <= until))
        entry.hidden = !fits
        shown += fits
      }
      const words = shown === 0 ? form.dataset.none : shown === 1 ? form.dataset.one : form.dataset.filters
      count.textContent = filled(words, { count: shown, all: entries.length })
    }
    form.addEventListener("submit", event => event.preventDefault())
    form.addEventListener("input", choose)
    form.addEventListener("reset", () => setTimeout(choose))
    choose()
  }

  /* The calendar: a heading before the first of what is overdue, due, soon and later. */
  for (const calendar of document.querySelectorAll(".calendar[data-days]")) {
    const [due, soon] = calendar.dataset.days.split(" ").map(Number)
    const term = date => {
      const left = (Date.parse(date) - Date.parse(today())) / (24 * 60 * 60 * 1000)
      return left < 0 ? "overdue" : left <= due ? "due" : left <= soon ? "soon" : "later"
    }
    let last = ""
    for (const row of calendar.querySelectorAll("tbody tr")) {
      const now = term(row.querySelector("time[data-due]").dateTime)
      row.dataset.term = now
      if (now === last) continue
      last = now
      const heading = document.createElement("tr")
      heading.setAttribute("role", "row")
      heading.className = "calendar__group"
      const cell = document.createElement("th")
      cell.setAttribute("role", "rowheader")
      cell.scope = "rowgroup"
      cell.colSpan = row.cells.length
      cell.textContent = calendar.dataset[now]
      heading.append(cell)
      row.before(heading)
    }
  }
})()
