// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the preload, put in as text, uses them
/*
 * Runs inside the page, in two worlds as in Electron: the isolated one holds the preload, the main one the app. They
 * share the document, and only plain text passes between them.
 * The names in capitals are filled in by `page.ts`.
 */
;(() => {
  const EXPOSE = 'standin:expose'
  const HELLO = 'standin:hello'
  const ASK = 'standin:ask'
  const ANSWER = 'standin:answer'
  /** Bytes among the text, as `bytes-in-json.ts` writes and reads them. */
  const written = (message) =>
    JSON.stringify(message, (_key, value) => {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value
      if (!(bytes instanceof Uint8Array)) return value
      let text = ''
      for (let start = 0; start < bytes.length; start += 8192)
        text += String.fromCharCode(...bytes.subarray(start, start + 8192))
      return { $bytes: btoa(text) }
    })
  const read = (text) =>
    JSON.parse(text, (_key, value) =>
      typeof value?.$bytes === 'string' ? Uint8Array.from(atob(value.$bytes), (sign) => sign.charCodeAt(0)) : value,
    )
  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail: written(detail) }))
  const hear = (name, listener) => document.addEventListener(name, (event) => listener(read(event.detail)))

  if (__WORLD__ === 'main') {
    const waiting = new Map()
    let next = 1
    hear(EXPOSE, ({ name, values, functions }) => {
      if (name in window) return
      const api = { ...values }
      for (const key of functions)
        api[key] = (...args) =>
          new Promise((resolve, reject) => {
            waiting.set(next, { resolve, reject })
            tell(ASK, { id: next++, name, key, args })
          })
      Object.defineProperty(window, name, { value: Object.freeze(api), writable: false, configurable: false })
    })
    hear(ANSWER, ({ id, ok, value }) => {
      const { resolve, reject } = waiting.get(id)
      waiting.delete(id)
      if (ok) resolve(value)
      else reject(new Error(value))
    })
    tell(HELLO, null)
    return
  }

  const say = (message) => standinSay(written(message))
  const listeners = new Map()
  const answers = new Map()
  const ports = new Map()
  const exposed = new Map()
  let next = 1

  /** The page's end of a port that lives elsewhere. oRPC speaks text, and bytes where files travel. */
  const portOf = (id) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      say({ kind: 'post', port: id, data })
    }
    port1.addEventListener('close', () => say({ kind: 'close', port: id }))
    ports.set(id, port1)
    return port2
  }

  const electron = {
    ipcRenderer: {
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      send: (channel, ...args) => say({ kind: 'send', channel, args }),
      invoke: (channel, ...args) =>
        new Promise((resolve, reject) => {
          answers.set(next, { resolve, reject })
          say({ kind: 'invoke', id: next++, channel, args })
        }),
    },
    contextBridge: {
      exposeInMainWorld(name, api) {
        exposed.set(name, api)
        show(name)
      },
    },
  }
  const show = (name) => {
    const entries = Object.entries(exposed.get(name))
    tell(EXPOSE, {
      name,
      values: Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function')),
      functions: entries.filter(([, value]) => typeof value === 'function').map(([key]) => key),
    })
  }
  hear(HELLO, () => {
    for (const name of exposed.keys()) show(name)
  })
  hear(ASK, async ({ id, name, key, args }) => {
    try {
      tell(ANSWER, { id, ok: true, value: await exposed.get(name)[key](...args) })
    } catch (problem) {
      tell(ANSWER, { id, ok: false, value: problem.message })
    }
  })

  globalThis.standinHear = (text) => {
    const message = read(text)
    if (message.kind === 'event')
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ ports: message.ports.map(portOf) }, ...message.args)
    else if (message.kind === 'answer') {
      const { resolve, reject } = answers.get(message.id)
      answers.delete(message.id)
      if (message.ok) resolve(message.value)
      else reject(new Error(message.value))
    } else if (message.kind === 'deliver') ports.get(message.port)?.postMessage(message.data)
    else ports.get(message.port)?.close()
  }

  const only = (name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  }
  const module = { exports: {} }
  ;((require, module, exports, process) => {
    __PRELOAD__
  })(only, module, module.exports, { platform: __PLATFORM__ })
})()
