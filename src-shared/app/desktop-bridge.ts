import type { Language } from '../kernel/business-day.ts'

/**
 * What the desktop app gives its window as `window.lumbung`. In a browser it is absent, and the page speaks HTTP with
 * the session cookie of a browser that was let in.
 *
 * A line to the core is a MessagePort, which cannot pass through `window.lumbung`; it arrives as a window message:
 *
 *     window.addEventListener('message', (event) => {
 *       if (event.source !== window) return
 *       if (event.data === CORE_LINE) useLine(event.ports[0])   // a new line; the one before it is dead
 *       if (event.data?.kind === CORE_UNFINISHED) show(event.data)  // before the first line, while cut-off work is finished
 *       if (event.data === CORE_LOST) showReconnecting()        // a new line follows within seconds, unasked
 *     })
 *     window.lumbung.connect()                                  // once, after the listener stands
 */
export interface DesktopBridge {
  kind: 'electron'
  platform: 'win32' | 'darwin' | 'linux'
  /** Asks for the line to the core. */
  connect(): void
  /** Lets the person choose where to keep a file. `saved` is false when they changed their mind. */
  saveFile(file: FileToSave): Promise<{ saved: boolean }>
  printers(): Promise<Printer[]>
  /** Prints a PDF as it is, at 100 %. Without a printer the system's viewer opens it and the person prints from there. */
  printPdf(pdf: FileToSave & { printer: string | null; copies: number }): Promise<PrintOutcome>
  /** Colours of the 44 px title bar (`#rrggbb`) and the language of the menu; remembered for the next start. */
  setLook(look: Look): Promise<void>
  /** Opens Toko Latihan in a window of its own, beside the real shop. */
  openPractice(): Promise<void>
  /** Opens an https address in the system's browser; only hosts we know. */
  openLink(address: string): Promise<{ opened: boolean }>
  checkForUpdate(): Promise<UpdateState>
  /** Downloads the offered version and restarts into it. */
  installUpdate(): Promise<UpdateState>
}

export interface FileToSave {
  name: string
  bytes: Uint8Array
}

export interface Printer {
  /** As the operating system knows it. */
  name: string
  label: string
}

/** `opened`: the system's viewer shows it; whether it was printed we cannot know. */
export type PrintOutcome = { outcome: 'printed' | 'opened' } | { outcome: 'failed'; reason: string }

export interface Look {
  language: Language
  titleBar: string
  symbols: string
}

/** `unavailable`: not a packaged app, offline, or nobody publishes for it; never a fault of the shop's. */
export type UpdateState = { state: 'unavailable' | 'current' | 'installing' } | { state: 'offered'; version: string }

export const CORE_LINE = 'lumbung:core-line'
export const CORE_LOST = 'lumbung:core-lost'
export const CORE_UNFINISHED = 'lumbung:core-unfinished'

/** Long work that a kill cut off and that is finished before the shop is served: how far it is. */
export interface UnfinishedNews {
  /** What it is about, as people call it: a file's name; empty where there is nothing to name. */
  about: string
  done: number
  total: number
}
