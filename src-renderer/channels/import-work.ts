import { ORPCError } from '@orpc/client'
import { useSyncExternalStore } from 'react'
import type { EarlierStart, ImportEnd, ImportOutcome, StagedFile } from '../../src-shared/channels/channels.ts'
import type { Instant } from '../../src-shared/kernel/business-day.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { client } from '../base/api.ts'
import { desktop } from '../base/bridge.ts'
import { fileContents } from '../base/file-contents.ts'

/** Where an import stands. It lives outside the page, so that work goes on while other pages are open. */
export type ImportState =
  | { step: 'choose'; error: unknown; wasStopped: false | Stopped }
  | { step: 'reading'; fileName: string; rows: number }
  /** Read and recognised; a shop or an account may still have to be named. */
  | { step: 'shop'; file: StagedFile; error: unknown }
  /** Read, and every order of it is held back: there is nothing to go on with. */
  | { step: 'barred'; file: StagedFile; error: unknown }
  | { step: 'counting'; file: StagedFile; placeId: string; done: number; total: number }
  | ({ step: 'preview'; file: StagedFile; placeId: string; error: unknown } & Foretold)
  /** Batal asks; the core's answer ends it either way. */
  | { step: 'taking'; file: StagedFile; placeId: string; done: number; total: number; isStopping: boolean }
  | { step: 'done'; file: StagedFile; placeId: string; outcome: ImportOutcome }

/** What taking the file in would do, and the other thing it could do where its orders are older than the books. */
export interface Foretold {
  /** Of the choice that is marked. */
  outcome: ImportOutcome
  /** Null where the books stay as they are in any case. */
  start: {
    earlier: EarlierStart
    asItIs: ImportOutcome
    isEarlier: boolean
  } | null
}

const foretoldOf = (asItIs: ImportOutcome, earlier: EarlierStart | null, isEarlier: boolean): Foretold =>
  earlier
    ? { outcome: isEarlier ? earlier.outcome : asItIs, start: { earlier, asItIs, isEarlier } }
    : { outcome: asItIs, start: null }

/** How Batal ended: what had come in and was taken back again, in the core's words; null where nothing had been stored. */
export interface Stopped {
  fileName: string
  takenBack: Extract<ImportEnd, { type: 'stopped' }>['takenBack']
}

/** A file of a channel goes into a shop of it, one of a bank into an account. */
const placeOf = ({ channel }: StagedFile, placeId: string) =>
  channel === null ? { account: placeId as AccountCode } : { shopId: placeId }

const BEGIN = { step: 'choose', error: null, wasStopped: false } as const

type News<Total> = { type: 'progress'; done: number; total: Total } | { type: 'result' }
type Result<Each> = Extract<Each, { type: 'result' }>

/** What the work needs of the core; tests hand in a stand-in. */
type Files = Pick<typeof client.channels.files, 'read' | 'preview' | 'confirm' | 'discard'>
type Stop = typeof client.work.stop

/** A file somebody chose; its contents are fetched when they are needed. */
export interface ChosenFile {
  name: string
  /** When it was last changed, as the system keeps it. */
  modifiedAt: Instant
  contents: () => Promise<File>
}

export const asChosen = (file: File): ChosenFile => ({
  name: file.name,
  modifiedAt: file.lastModified,
  contents: () => fileContents(file),
})

export function createImportWork(files: Files, stopWork: Stop) {
  let state: ImportState = BEGIN as ImportState
  let stop = new AbortController()
  let chosen: ChosenFile | null = null
  const listeners = new Set<() => void>()
  const to = (next: ImportState) => {
    state = next
    for (const listener of listeners) listener()
  }
  /** The file that was read and waits for an answer. */
  const waiting = (): Id | null =>
    'file' in state && state.step !== 'done' && state.step !== 'taking' ? state.file.importId : null
  const isStopping = () => state.step === 'taking' && state.isStopping
  /** Ends what is under way; whatever it still answers is no longer listened to. */
  const begin = () => {
    stop.abort()
    stop = new AbortController()
    return stop.signal
  }

  /** Follows a stream to its end, so that the core knows its result was heard; null when it was stopped. */
  async function follow<Each extends News<Total>, Total>(
    stream: AsyncIterable<Each>,
    signal: AbortSignal,
    onProgress: (done: number, total: Total) => void,
  ): Promise<Result<Each> | null> {
    let result: Result<Each> | null = null
    for await (const news of stream) {
      if (signal.aborted) return null
      if (news.type === 'result') result = news as Result<Each>
      else onProgress(news.done, news.total)
    }
    return result
  }

  async function count(file: StagedFile, placeId: string) {
    const signal = begin()
    to({ step: 'counting', file, placeId, done: 0, total: file.records })
    try {
      const stream = await files.preview({ importId: file.importId, ...placeOf(file, placeId) }, { signal })
      const result = await follow(stream, signal, (done: number, total: number) =>
        to({ step: 'counting', file, placeId, done, total }),
      )
      if (!result) return
      const { outcome, earlierStart } = result
      // what the owner said of her first day would be said of another one: then it is hers to choose
      const isEarlier = earlierStart !== null && !earlierStart.movesOpening && outcome.doubts.length === 0
      to({ step: 'preview', file, placeId, ...foretoldOf(outcome, earlierStart, isEarlier), error: null })
    } catch (error) {
      if (!signal.aborted) to({ step: 'shop', file, error })
    }
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (): ImportState => state,
    /** The file chosen last: one that was not recognised may be explained. */
    chosen: (): ChosenFile | null => chosen,

    /** Reads a file and counts what it would do. Stopping it forgets the file. */
    async takeFile(file: ChosenFile) {
      const { name, modifiedAt, contents } = file
      chosen = file
      const signal = begin()
      const reading = (rows: number) => to({ step: 'reading', fileName: name, rows })
      reading(0)
      try {
        const file = await contents()
        if (signal.aborted) return
        const read = await follow(await files.read({ file, modifiedAt }, { signal }), signal, reading)
        if (read === null) return
        const staged = read.outcome
        if (staged.records === 0) {
          const data = { problems: staged.problemCount }
          to({ step: 'barred', file: staged, error: new ORPCError('NOTHING_TO_IMPORT', { defined: true, data }) })
          return
        }
        const placeId = staged.channel === null ? staged.suggestedAccount : staged.suggestedShopId
        if (placeId) await count(staged, placeId)
        else to({ step: 'shop', file: staged, error: null })
      } catch (error) {
        if (!signal.aborted) to({ step: 'choose', error, wasStopped: false })
      }
    },

    count,

    /** The books begin with the file's first orders, or stay as they are. */
    chooseStart(isEarlier: boolean) {
      if (state.step === 'preview' && state.start)
        to({ ...state, ...foretoldOf(state.start.asItIs, state.start.earlier, isEarlier) })
    },

    /**
     * Takes the file in. Called where doubts were shown it means that the person has seen the other shops. The core goes on
     * with it whoever listens: a line that breaks is taken up again, and the same import answers.
     */
    async confirm() {
      if (state.step !== 'preview') return
      const { file, placeId, outcome: counted, start } = state
      const signal = begin()
      to({ step: 'taking', file, placeId, done: 0, total: file.records, isStopping: false })
      const despite = counted.doubts.map((doubt) => doubt.shopId)
      const begins = start?.isEarlier ? { startDay: start.earlier.startDay } : {}
      while (!signal.aborted)
        try {
          const stream = await files.confirm(
            { importId: file.importId, ...placeOf(file, placeId), despite, ...begins },
            { signal },
          )
          for await (const news of stream) {
            if (signal.aborted) return
            if (news.type === 'result') return to({ step: 'done', file, placeId, outcome: news.outcome })
            if (news.type === 'stopped')
              return to({ ...BEGIN, wasStopped: { fileName: file.fileName, takenBack: news.takenBack } })
            const { done, total } = news
            to({ step: 'taking', file, placeId, done, total, isStopping: isStopping() })
          }
        } catch (error) {
          if (signal.aborted) return
          if (error instanceof ORPCError) return to({ step: 'preview', file, placeId, outcome: counted, start, error })
          await new Promise((waited) => setTimeout(waited, TAKEN_UP_AFTER_MS))
        }
    },

    /** Batal while it is taken in: the core decides what becomes of it, and the stream tells. */
    async stopTaking() {
      if (state.step !== 'taking' || state.isStopping) return
      const { importId } = state.file
      to({ ...state, isStopping: true })
      await stopWork({ id: importId }).catch(() => {
        if (state.step === 'taking' && state.file.importId === importId) to({ ...state, isStopping: false })
      })
    },

    /** Steps back to the beginning; a file that waits is forgotten. What is being taken in goes on. */
    startOver() {
      if (state.step === 'taking') return
      const unfinished = waiting()
      const wasReading = state.step === 'reading' ? { fileName: state.fileName, takenBack: null } : false
      begin()
      to({ ...BEGIN, wasStopped: wasReading })
      if (unfinished) void files.discard({ importId: unfinished }).catch(() => undefined)
    },

    waiting,

    /** This window takes that import in. */
    isTaking: (importId: Id): boolean => state.step === 'taking' && state.file.importId === importId,

    /** An import that was taken back or moved is no longer shown as done. */
    forget(importId: Id) {
      if (state.step === 'done' && state.file.importId === importId) to(BEGIN)
    },

    /** Back to choosing a shop for the file that was read. */
    changeShop() {
      if ('file' in state && state.step !== 'done' && state.step !== 'taking') {
        const { file } = state
        begin()
        to({ step: 'shop', file, error: null })
      }
    },
  }
}

const TAKEN_UP_AFTER_MS = 1_000

/** The one import of this window. */
export const importWork = createImportWork(client.channels.files, client.work.stop)

const asJson = (input: object) => new Blob([JSON.stringify({ json: input })], { type: 'application/json' })

// the window goes, and a file that waits for its answer need not wait for the clock
window.addEventListener('pagehide', () => {
  const importId = importWork.waiting()
  if (!importId) return
  if (desktop()) void client.channels.files.discard({ importId }).catch(() => undefined)
  // a browser sends it on when the page is gone
  else navigator.sendBeacon('/rpc/channels/files/discard', asJson({ importId }))
})

export const useImportWork = (): ImportState => useSyncExternalStore(importWork.subscribe, importWork.read)
