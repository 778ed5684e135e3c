import { ORPCError } from '@orpc/client'
import { useSyncExternalStore } from 'react'
import type { ImportOutcome, StagedFile } from '../../src-shared/channels/channels.ts'
import type { Instant } from '../../src-shared/kernel/business-day.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { client } from '../base/api.ts'
import { fileContents } from '../base/file-contents.ts'

/** Where an import stands. It lives outside the page, so that work goes on while other pages are open. */
export type ImportState =
  | { step: 'choose'; error: unknown; wasStopped: boolean }
  | { step: 'reading'; fileName: string; rows: number }
  /** Read and recognised; a shop may still have to be named. */
  | { step: 'shop'; file: StagedFile; error: unknown }
  /** Read, and every order of it is held back: there is nothing to go on with. */
  | { step: 'barred'; file: StagedFile; error: unknown }
  | { step: 'counting'; file: StagedFile; shopId: Id; done: number; total: number }
  | { step: 'preview'; file: StagedFile; shopId: Id; outcome: ImportOutcome; error: unknown }
  | { step: 'taking'; file: StagedFile; shopId: Id; done: number; total: number }
  | { step: 'done'; file: StagedFile; shopId: Id; outcome: ImportOutcome }

const BEGIN = { step: 'choose', error: null, wasStopped: false } as const

type News<Outcome, Total> = { type: 'progress'; done: number; total: Total } | { type: 'result'; outcome: Outcome }

/** What the work needs of the core; tests hand in a stand-in. */
type Files = Pick<typeof client.channels.files, 'read' | 'preview' | 'confirm' | 'discard'>

/** A file somebody chose; its contents are fetched when they are needed. */
export interface ChosenFile {
  name: string
  /** When it was last changed, as the system keeps it. */
  modifiedAt: Instant
  base64: () => Promise<string>
}

export const asChosen = (file: File): ChosenFile => ({
  name: file.name,
  modifiedAt: file.lastModified,
  base64: () => fileContents(file),
})

export function createImportWork(files: Files) {
  let state: ImportState = BEGIN as ImportState
  let stop = new AbortController()
  const listeners = new Set<() => void>()
  const to = (next: ImportState) => {
    state = next
    for (const listener of listeners) listener()
  }
  /** Ends what is under way; whatever it still answers is no longer listened to. */
  const begin = () => {
    stop.abort()
    stop = new AbortController()
    return stop.signal
  }

  /** Follows a stream to its result; null when it was stopped. */
  async function follow<Outcome, Total>(
    stream: AsyncIterable<News<Outcome, Total>>,
    signal: AbortSignal,
    onProgress: (done: number, total: Total) => void,
  ): Promise<Outcome | null> {
    for await (const news of stream) {
      if (signal.aborted) return null
      if (news.type === 'result') return news.outcome
      onProgress(news.done, news.total)
    }
    return null
  }

  async function count(file: StagedFile, shopId: Id) {
    const signal = begin()
    to({ step: 'counting', file, shopId, done: 0, total: file.totals.orders })
    try {
      const stream = await files.preview({ importId: file.importId, shopId }, { signal })
      const outcome = await follow(stream, signal, (done, total) => to({ step: 'counting', file, shopId, done, total }))
      if (outcome) to({ step: 'preview', file, shopId, outcome, error: null })
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

    /** Reads a file and counts what it would do. Stopping it forgets the file. */
    async takeFile({ name, modifiedAt, base64 }: ChosenFile) {
      const signal = begin()
      const reading = (rows: number) => to({ step: 'reading', fileName: name, rows })
      reading(0)
      try {
        const contents = { name, modifiedAt, base64: await base64() }
        if (signal.aborted) return
        const staged = await follow(await files.read(contents, { signal }), signal, reading)
        if (staged === null) return
        if (staged.totals.orders === 0) {
          const data = { problems: staged.problemCount }
          to({ step: 'barred', file: staged, error: new ORPCError('NOTHING_TO_IMPORT', { defined: true, data }) })
        } else if (staged.suggestedShopId) await count(staged, staged.suggestedShopId)
        else to({ step: 'shop', file: staged, error: null })
      } catch (error) {
        if (!signal.aborted) to({ step: 'choose', error, wasStopped: false })
      }
    },

    count,

    /**
     * Takes the file in. Stopping it leaves everything as it was. Called where doubts were shown it means that the person
     * has seen the other shops.
     */
    async confirm() {
      if (state.step !== 'preview') return
      const { file, shopId, outcome: counted } = state
      const signal = begin()
      to({ step: 'taking', file, shopId, done: 0, total: file.totals.orders })
      try {
        const despite = counted.doubts.map((doubt) => doubt.shopId)
        const stream = await files.confirm({ importId: file.importId, shopId, despite }, { signal })
        const outcome = await follow(stream, signal, (done, total) => to({ step: 'taking', file, shopId, done, total }))
        if (outcome) to({ step: 'done', file, shopId, outcome })
      } catch (error) {
        if (!signal.aborted) to({ step: 'preview', file, shopId, outcome: counted, error })
      }
    },

    /** Steps back to the beginning; work under way is stopped and an unfinished file forgotten. */
    startOver() {
      const wasStopped = state.step === 'taking' || state.step === 'reading'
      const unfinished = 'file' in state && state.step !== 'done' && state.step !== 'taking' ? state.file : null
      begin()
      to({ ...BEGIN, wasStopped })
      if (unfinished) void files.discard({ importId: unfinished.importId }).catch(() => undefined)
    },

    /** An import that was taken back or moved is no longer shown as done. */
    forget(importId: Id) {
      if (state.step === 'done' && state.file.importId === importId) to(BEGIN)
    },

    /** Back to choosing a shop for the file that was read. */
    changeShop() {
      if ('file' in state && state.step !== 'done') {
        const { file } = state
        begin()
        to({ step: 'shop', file, error: null })
      }
    },
  }
}

/** Files an order export may come in. */
export const ORDER_FILE_ENDINGS = ['.xlsx', '.xls', '.csv'] as const

/** The one import of this window. */
export const importWork = createImportWork(client.channels.files)

export const useImportWork = (): ImportState => useSyncExternalStore(importWork.subscribe, importWork.read)
