/*
 * Search that knows word forms.
 *
 * Material puts a wildcard behind every word it looks for, and lunr does not stem a word
 * with a wildcard: "sleutels" then misses "sleutel". So every word is sent twice, once to
 * be stemmed (a boost keeps Material from adding the wildcard) and once as Material likes it.
 *
 * Words with a hyphen are indexed in parts. Whoever types them as one ("backup") gets
 * the parts added, for every such word that the handbook holds.
 */
(() => {
  const SETUP = 0, QUERY = 2, RESULT = 3
  const hyphenated = new Map()

  function learn(docs) {
    for (const { title, text } of docs)
      for (const [word] of `${title} ${text}`.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu))
        hyphenated.set(word.replaceAll("-", ""), word.split("-"))
  }

  function both(word) {
    if (/^[+\-~^*]|[~^*:"]/.test(word)) return [word]
    const parts = hyphenated.get(word.toLowerCase()) ?? []
    return [word, ...parts].flatMap(part => [`${part}^5`, part])
  }

  function widen(query) {
    if (query.includes('"')) return query
    return query.trim().split(/[\s\-]+/).filter(Boolean).flatMap(both).join(" ")
  }

  /* A long section is shown around its first match. */
  function excerpt(item) {
    const pieces = (item.text ?? "").replace(/<(?!\/?mark\b)[^>]+>/g, " ").match(/<mark[^>]*>.*?<\/mark>|[^\s<]+/g) ?? []
    if (pieces.length <= 60) return
    const first = Math.max(0, pieces.findIndex(piece => piece.startsWith("<mark")) - 15)
    item.text = (first ? "\u2026 " : "") + pieces.slice(first, first + 50).join(" ") + " \u2026"
  }

  /* A word that was found in another form is not missing. */
  function found(item) {
    const marked = [...`${item.title} ${item.text}`.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)]
      .map(match => match[1].toLowerCase())
    for (const word of Object.keys(item.terms ?? {})) {
      const stem = word.toLowerCase().slice(0, Math.max(3, word.length - 3))
      if (hyphenated.has(word) || marked.some(text => text.startsWith(stem))) item.terms[word] = true
    }
  }

  function patch(type) {
    const send = type.prototype.postMessage
    type.prototype.postMessage = function (message, ...rest) {
      if (message?.type === SETUP) learn(message.data.docs)
      if (message?.type === QUERY) message = { ...message, data: widen(message.data) }
      return send.call(this, message, ...rest)
    }
    const listen = type.prototype.addEventListener
    type.prototype.addEventListener = function (name, listener, ...rest) {
      if (name !== "message" || typeof listener !== "function")
        return listen.call(this, name, listener, ...rest)
      return listen.call(this, name, event => {
        if (event.data?.type === RESULT) for (const item of event.data.data.items.flat()) { found(item); excerpt(item) }
        return listener(event)
      }, ...rest)
    }
  }

  if (window.Worker) patch(window.Worker)
})()
