/* The list of releases closes as a menu does: on Escape, and on a click elsewhere. */
(() => {
  const list = document.querySelector("details.release-choose")
  if (!list) return
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || !list.open) return
    list.open = false
    list.querySelector("summary").focus()
  })
  addEventListener("click", event => {
    if (list.open && !list.contains(event.target)) list.open = false
  })
})()
