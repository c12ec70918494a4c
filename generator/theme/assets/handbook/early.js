/* Before the first paint: only with a script may things start folded. */
document.documentElement.classList.add("scripted")
