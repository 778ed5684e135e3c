import type { Instant } from '../../src-shared/kernel/business-day.ts'
import type { AccessNeeds } from './access/access.service.ts'
import type { Connectors } from './channels/connectors/connectors.ts'
import type { Outside } from './outside.ts'
import type { HostFacts, Practice } from './settings/settings.service.ts'
import type { PracticeMarkets } from './sync/practice/practice-markets.ts'

/** What a host gives the core. Nothing here knows of Electron. */
export interface CoreNeeds {
  /** The shop's SQLite file; made when absent. */
  file: string
  now: () => Instant
  host: HostFacts
  /** Fonts and templates: `resources` of the checkout or of the packaged app. */
  resourcesFolder: string
  /** Absent where nobody practises: tests, the command line. */
  practice?: Practice
  /** Marketplaces to practise on; of Toko Latihan alone. */
  practiceMarkets?: PracticeMarkets | null
  /** What the host lends of the world outside: a key, the network, time. */
  outside: Outside
  /** The shop's printed recovery code, where it is not the one of its backups: in tests. */
  recovery?: AccessNeeds['recovery']
  /** Closes this core and opens the shop's file anew, after another one was put in its place; null where nobody can. */
  reopen?: (() => void) | null
  /** The marketplaces that can be connected; all there are where nothing is said. */
  connectors?: Connectors
  /**
   * What becomes of long work that a kill cut off: it is finished before the shop is served, and the host may show how far
   * that is; or, for whoever only looks at a copy, it is left alone.
   */
  unfinished?: 'left alone' | UnfinishedWork
  /** As long as the first write of long work may last, when not as long as nobody notices. */
  atOnceMs?: number
  /** Bytes of a file whose pages are compared before it is opened, when not as many as nobody notices. */
  comparedAtOnce?: number
}

export interface UnfinishedWork {
  onProgress(about: string, done: number, total: number): void
  /** It could not go on (a full disk), and waits for the next opening. */
  onHalt(problem: unknown): void
}
