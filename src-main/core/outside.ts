import type { DoApart } from './apart.ts'

/** Seals short texts (marketplace tokens, data keys) so that a copy of the shop's file does not give them away. */
export interface Secrets {
  /**
   * `keychain`: the operating system keeps the key and gives it to this user only.
   * `file`: the key lies in a file readable by this user; it stops a copied database, not a thief with the whole disk. So it is on Linux without a
   * store of its own, where Electron would seal with a password that everybody knows.
   */
  protection(): Promise<'keychain' | 'file'>
  seal(text: string): Promise<string>
  /** @throws when the seal is broken or was made with another key. */
  open(sealed: string): Promise<string>
}

/** The laptop's secrets as one shop uses them: it may seal under its data key, too. */
export interface ShopSecrets extends Secrets {
  /** Whether this is sealed as the owner wishes it now. */
  isUpToDate(sealed: string): boolean
}

/**
 * Data keys that somebody opened since the program was started, by their id: of a shop whose passphrase is asked then. They are nowhere on a disk.
 * A host keeps them while it runs, so that nobody is asked again after a restore.
 */
export interface OpenedKeys {
  get(keyId: string): Uint8Array | undefined
  set(keyId: string, key: Uint8Array): unknown
}

/** The network, as far as a connector needs it. Never inside a write. */
export type Transport = (request: Request) => Promise<Response>

/** Time that passes while nobody asks anything; not the shop's clock, which may jump. */
export interface Scheduler {
  /** Does the work once after so long, unless it is called off before. */
  after(ms: number, work: () => void): { callOff(): void }
}

/** What a host lends the core of the world outside: keys, the network, time, and a place for heavy work. */
export interface Outside {
  secrets: Secrets
  openedKeys: OpenedKeys
  transport: Transport
  scheduler: Scheduler
  doApart: DoApart
}

/** A timer never keeps a process alive that is done otherwise. */
export const nodeScheduler: Scheduler = {
  after(ms, work) {
    const timer = setTimeout(work, ms)
    timer.unref()
    return { callOff: () => clearTimeout(timer) }
  },
}

export const nodeTransport: Transport = (request) => fetch(request)
