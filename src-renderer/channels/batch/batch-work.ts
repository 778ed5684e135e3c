import { ORPCError } from '@orpc/client'
import { useSyncExternalStore } from 'react'
import type { z } from 'zod'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { isBankWallet } from '../../../src-shared/bank/bank.ts'
import { channelsRefusals } from '../../../src-shared/channels/channels.refusals.ts'
import type { ImportEnd, ImportOutcome, Shop, StagedFile } from '../../../src-shared/channels/channels.ts'
import {
  ARCHIVE_ENDING,
  MOST_FILES_AT_ONCE,
  ORDER_OF_USE,
  type WhySkipped,
  whySkipped,
} from '../../../src-shared/channels/many-files.ts'
import { type BusinessDay, firstOfMonth, monthOf } from '../../../src-shared/kernel/business-day.ts'
import { type Id, newId } from '../../../src-shared/kernel/ids.ts'
import { client } from '../../base/api.ts'
import { clockNow } from '../../design/clock.ts'
import type { ChosenFile } from '../import-work.ts'
import { accountOf, type Choice, choiceOf, placeKeyOf, spokenOf, type Wallet } from './places.ts'

type OfAnotherShop = z.infer<typeof channelsRefusals.FILE_OF_ANOTHER_SHOP.data>

/** One file of several, and how far it is. */
export interface BatchFile {
  id: number
  name: string
  state:
    | { is: 'waiting' }
    | { is: 'reading'; rows: number }
    | { is: 'read' }
    | { is: 'skipped'; why: WhySkipped }
    /** It cannot be read, or not be taken in; the others go on. */
    | { is: 'refused'; error: unknown }
    /** The core thinks that it belongs elsewhere; only a person may say where it goes. */
    | { is: 'doubted'; error: unknown; doubt: OfAnotherShop; other: Shop | null }
    | { is: 'taking'; done: number; total: number }
    | { is: 'done'; outcome: ImportOutcome }
    /** Batal came first, or while it was on its way. */
    | { is: 'stopped' }
  /** What it said when it was read. */
  file: StagedFile | null
}

export interface Batch {
  step: 'reading' | 'check' | 'taking' | 'done'
  files: BatchFile[]
  shops: readonly Shop[]
  wallets: readonly Wallet[]
  /** Where the files of a channel, or one bank account, go; by `placeKeyOf`. */
  choices: Readonly<Record<string, Choice>>
  /** The books could begin with the first of these orders; null where they begin early enough. */
  earlierStart: BusinessDay | null
  beginsEarlier: boolean
  isStopping: boolean
  error: unknown
}

type Source = { chosen: ChosenFile; entry?: string }

/** Shorter than the core holds it. */
const ARCHIVE_HELD_MS = 20 * 60_000
type OpenArchive = Awaited<ReturnType<typeof client.channels.archives.open>>

/** Several files, a folder or a ZIP: each is recognised first, then all are taken in by one act. It lives outside the page. */
function createBatchWork() {
  let batch: Batch | null = null
  let sources = new Map<number, Source>()
  let stop = new AbortController()
  const listeners = new Set<() => void>()
  const to = (next: Batch | null) => {
    batch = next
    for (const listener of listeners) listener()
  }
  const change = (with_: Partial<Batch>) => {
    if (batch) to({ ...batch, ...with_ })
  }
  const changeFile = (id: number, with_: Partial<BatchFile>) => {
    if (batch) change({ files: batch.files.map((file) => (file.id === id ? { ...file, ...with_ } : file)) })
  }
  const begin = () => {
    stop.abort()
    stop = new AbortController()
    return stop.signal
  }

  /** The core holds the archive that was opened last, and not for ever: it is opened again for its files when another one was. */
  async function openedArchive(chosen: ChosenFile, signal: AbortSignal) {
    if (archive?.chosen !== chosen || clockNow() - archive.at > ARCHIVE_HELD_MS) {
      const inside = await client.channels.archives.open({ file: await chosen.contents() }, { signal })
      archive = { chosen, inside, at: clockNow() }
    }
    return archive.inside
  }
  let archive: { chosen: ChosenFile; inside: OpenArchive; at: number } | null = null

  /** Reads a file in the core, where it then waits. */
  async function read(id: number, signal: AbortSignal): Promise<StagedFile | null> {
    const source = sources.get(id)!
    const { chosen, entry } = source
    const input =
      entry === undefined
        ? { file: await chosen.contents(), modifiedAt: chosen.modifiedAt }
        : { archiveId: (await openedArchive(chosen, signal)).archiveId, entry }
    let staged: StagedFile | null = null
    for await (const news of await client.channels.files.read(input, { signal })) {
      if (signal.aborted) return null
      if (news.type === 'result') staged = news.outcome
      else if (batch?.step === 'reading') changeFile(id, { state: { is: 'reading', rows: news.done } })
    }
    return staged
  }

  async function look(id: number, signal: AbortSignal) {
    changeFile(id, { state: { is: 'reading', rows: 0 } })
    try {
      const file = await read(id, signal)
      if (!file || !batch) return
      // what was read is read again when its turn comes: many files at once would not wait in little room
      void client.channels.files.discard({ importId: file.importId }).catch(() => undefined)
      const isTwice = batch.files.some((other) => other.id !== id && other.file?.sha256 === file.sha256)
      const why = isTwice ? 'twice' : file.importedBefore !== null ? 'imported' : null
      const error = why ? null : barredBy(file)
      changeFile(id, {
        file,
        state: why ? { is: 'skipped', why } : error ? { is: 'refused', error } : { is: 'read' },
      })
    } catch (error) {
      if (!signal.aborted) changeFile(id, { state: { is: 'refused', error } })
    }
  }

  /** A ZIP is the files it holds. */
  async function unpacked(chosen: readonly ChosenFile[], signal: AbortSignal): Promise<BatchFile[]> {
    const files: BatchFile[] = []
    const add = (name: string, state: BatchFile['state'], source?: Source) => {
      const id = files.length
      const isOneTooMany = source && sources.size >= MOST_FILES_AT_ONCE
      if (source && !isOneTooMany) sources.set(id, source)
      files.push({ id, name, state: isOneTooMany ? { is: 'skipped', why: 'too many' } : state, file: null })
    }
    for (const each of chosen) {
      if (signal.aborted) return files
      if (!each.name.toLowerCase().endsWith(ARCHIVE_ENDING)) {
        const why = whySkipped(each.name)
        if (why) add(each.name, { is: 'skipped', why })
        else add(each.name, { is: 'waiting' }, { chosen: each })
        continue
      }
      try {
        const inside = await openedArchive(each, signal)
        for (const { entry, name } of inside.files) add(name, { is: 'waiting' }, { chosen: each, entry })
        for (const { name, why } of inside.skipped) add(name, { is: 'skipped', why })
      } catch (error) {
        add(each.name, { is: 'refused', error })
      }
    }
    return files
  }

  /** When all are read: where they go, and whether the books begin early enough for them. */
  async function settleChoices(signal: AbortSignal) {
    const [shops, accounts, settings] = await Promise.all([
      client.channels.shops.list({}, { signal }),
      client.ledger.accounts({}, { signal }),
      client.settings.get({}, { signal }),
    ])
    if (!batch || signal.aborted) return
    const wallets = accounts.filter(isBankWallet)
    const read = batch.files.flatMap(({ state, file }) => (state.is === 'read' && file ? [file] : []))
    const choices = Object.fromEntries(
      [...Map.groupBy(read, placeKeyOf)].map(([key, files]) => [
        key,
        files[0]!.channel === null
          ? accountOf(files[0]!, wallets)
          : choiceOf(files, shops, channelWords[settings.language][files[0]!.channel]),
      ]),
    )
    const days = read.flatMap((file) => (file.about === 'orders' && file.from ? [file.from as BusinessDay] : []))
    const first = days.toSorted()[0]
    const begins = first === undefined ? null : firstOfMonth(monthOf(first))
    const earlierStart = begins !== null && begins < settings.startDay ? begins : null
    const isEmptyShop = shops.every(({ orders }) => orders === 0)
    const files = inOrderOfUse(batch.files)
    change({
      step: 'check',
      files,
      shops,
      wallets,
      choices,
      earlierStart,
      beginsEarlier: earlierStart !== null && isEmptyShop,
    })
  }

  /** Follows one import to its end, and takes a broken line up again. */
  async function follow(id: number, staged: StagedFile, into: Into, signal: AbortSignal): Promise<ImportEnd> {
    for (;;)
      try {
        const stream = await client.channels.files.confirm({ importId: staged.importId, ...into }, { signal })
        for await (const news of stream) {
          if (news.type !== 'progress') return news
          changeFile(id, { state: { is: 'taking', done: news.done, total: news.total } })
        }
      } catch (error) {
        if (signal.aborted || error instanceof ORPCError) throw error
        await new Promise((waited) => setTimeout(waited, TAKEN_UP_AFTER_MS))
      }
  }

  async function takeOne({ id, file }: BatchFile, into: Into, signal: AbortSignal) {
    if (!file || !batch) return
    changeFile(id, { state: { is: 'taking', done: 0, total: file.records } })
    try {
      const staged = await read(id, signal)
      if (!staged) return
      now = staged.importId
      const end = await follow(id, staged, into, signal)
      changeFile(id, { state: end.type === 'result' ? { is: 'done', outcome: end.outcome } : { is: 'stopped' } })
    } catch (error) {
      if (!signal.aborted) changeFile(id, { state: doubted(error) ?? { is: 'refused', error } })
    } finally {
      now = null
    }
  }
  let now: Id | null = null

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (): Batch | null => batch,

    /** Recognises every file, one after the other. */
    async begin(chosen: readonly ChosenFile[]) {
      const signal = begin()
      sources = new Map()
      archive = null
      to({ ...NOTHING_READ, files: chosen.map(({ name }, id) => ({ id, name, state: { is: 'waiting' }, file: null })) })
      const files = await unpacked(chosen, signal)
      if (signal.aborted) return
      change({ files })
      for (const { id } of files) if (sources.has(id) && !signal.aborted) await look(id, signal)
      if (signal.aborted) return
      await settleChoices(signal).catch((error) => {
        if (!signal.aborted) change({ step: 'check', error })
      })
    },

    choose(key: string, choice: Choice) {
      if (batch?.step === 'check') change({ choices: { ...batch.choices, [key]: choice } })
    },

    beginEarlier(beginsEarlier: boolean) {
      if (batch?.step === 'check') change({ beginsEarlier })
    },

    /** All of them, in the order that explains most. */
    async takeAll() {
      if (batch?.step !== 'check') return
      const signal = begin()
      change({ step: 'taking', isStopping: false, error: null })
      try {
        await makeNewShops()
      } catch (error) {
        if (!signal.aborted) change({ step: 'check', error })
        return
      }
      let startDay = batch.beginsEarlier ? batch.earlierStart : null
      for (const file of batch.files.filter(({ state }) => state.is === 'read')) {
        if (signal.aborted) return
        if (batch.isStopping) changeFile(file.id, { state: { is: 'stopped' } })
        else await takeOne(file, { ...intoOf(file.file!, batch.choices), ...(startDay ? { startDay } : {}) }, signal)
        startDay = null
      }
      change({ step: 'done', isStopping: false })
    },

    /** A file that the core doubted goes where a person says: into the shop it named, or all the same into the one that was chosen. */
    async takeDoubted(id: number, where: 'chosen' | 'other') {
      const file = batch?.files.find((each) => each.id === id)
      if (batch?.step !== 'done' || file?.state.is !== 'doubted' || !file.file) return
      const signal = begin()
      const into = intoOf(file.file, batch.choices)
      const { other } = file.state
      change({ step: 'taking', isStopping: false })
      // somebody decided: other files of this batch may by now speak against either shop
      const despite = batch.shops.map((shop) => shop.id)
      await takeOne(file, { ...into, despite, ...(where === 'other' && other ? { shopId: other.id } : {}) }, signal)
      if (!signal.aborted) change({ step: 'done', isStopping: false })
    },

    /** Batal: the one on its way is taken back, those after it are left; what came in before stays. */
    async stop() {
      if (batch?.step !== 'taking' || batch.isStopping) return
      change({ isStopping: true })
      if (now) await client.work.stop({ id: now }).catch(() => change({ isStopping: false }))
    },

    /** Back to choosing files. What is being taken in goes on. */
    close() {
      if (batch?.step === 'taking') return
      begin()
      to(null)
    },
  }

  /** What is asked about instead of refused: the file of another shop. */
  function doubted(error: unknown): BatchFile['state'] | null {
    if (!(error instanceof ORPCError) || error.code !== 'FILE_OF_ANOTHER_SHOP') return null
    const doubt = channelsRefusals.FILE_OF_ANOTHER_SHOP.data.parse(error.data)
    return { is: 'doubted', error, doubt, other: batch?.shops.find(({ name }) => name === doubt.other) ?? null }
  }

  /** A shop that a choice names and that is not there yet. */
  async function makeNewShops() {
    for (const [key, choice] of Object.entries(batch?.choices ?? {})) {
      if (choice.is !== 'new shop') continue
      const { id } = await client.channels.shops.save({ id: newId(), channel: choice.channel, name: choice.name })
      if (batch) change({ choices: { ...batch.choices, [key]: { is: 'shop', id } } })
    }
  }
}

interface Into {
  shopId?: Id
  account?: string
  startDay?: BusinessDay
  /** Shops that speak against this place, and somebody knows it. */
  despite?: Id[]
}

function intoOf(file: StagedFile, choices: Batch['choices']): Into {
  const choice = choices[placeKeyOf(file)]
  if (choice?.is === 'account') return { account: choice.code }
  if (choice?.is === 'shop') return { shopId: choice.id }
  const spoken = spokenOf(file)
  return spoken === null ? {} : { shopId: spoken }
}

/** As they are taken in: orders first, by their days; what is not taken in stands below them. */
function inOrderOfUse(files: readonly BatchFile[]): BatchFile[] {
  const rank = ({ state, file }: BatchFile) =>
    state.is === 'read' && file ? ORDER_OF_USE.indexOf(file.about) : ORDER_OF_USE.length
  return files.toSorted((a, b) => rank(a) - rank(b) || firstDay(a).localeCompare(firstDay(b)))
}

const firstDay = ({ file }: BatchFile): string =>
  (file && (file.about === 'orders' ? file.from : file.totals.from)) ?? ''

/** Read, and nothing of it can be taken in. */
function barredBy({ records, problemCount }: StagedFile): unknown {
  if (records === 0) return new ORPCError('NOTHING_TO_IMPORT', { defined: true, data: { problems: problemCount } })
  return null
}

const TAKEN_UP_AFTER_MS = 1_000

const NOTHING_READ: Omit<Batch, 'files'> = {
  step: 'reading',
  shops: [],
  wallets: [],
  choices: {},
  earlierStart: null,
  beginsEarlier: false,
  isStopping: false,
  error: null,
}

/** The one batch of this window. */
export const batchWork = createBatchWork()

export const useBatch = (): Batch | null => useSyncExternalStore(batchWork.subscribe, batchWork.read)
