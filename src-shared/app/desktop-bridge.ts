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
  /** Lets the person choose the folder of another shop, and starts again with that. False when they changed their mind. */
  openOtherFolder(): Promise<{ isOpening: boolean }>
  /** Opens an https address in the system's browser; only hosts we know. */
  openLink(address: string): Promise<{ opened: boolean }>
  /** False: this Lumbung carries no key by which an update could be told from a forgery, so none is looked for or taken. */
  canVerifyUpdates(): Promise<boolean>
  checkForUpdate(): Promise<UpdateState>
  /** Downloads the offered version and restarts into it. */
  installUpdate(): Promise<UpdateState>
  /** Lets the person choose an installer or its list, checks it, and restarts into it: for a shop without internet. */
  updateFromFile(): Promise<UpdateState>
  /** The version that can be gone back to; null where none is kept. */
  versionBefore(): Promise<VersionBefore | null>
  /** Restarts into it; the shop goes back to the copy from before its data was brought along, where that was. */
  goBackToVersion(): Promise<UpdateState>
}

export interface VersionBefore {
  version: string
  /** When the data was copied that goes back with it; null where the data of now stays. */
  dataAt: number | null
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
export type UpdateState =
  | { state: 'unavailable' | 'current' | 'installing' | 'cancelled' }
  | { state: 'offered'; version: string }
  | { state: 'refused'; why: UpdateRefused }

/** Why a file is not installed. */
export type UpdateRefused =
  | 'not signed by us'
  | 'unreadable'
  | 'expired'
  | 'not newer'
  | 'data too old'
  | 'no list beside it'
  | 'other bytes'

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
