import type {
  ImportOutcome,
  ImportProgress,
  ReadingProgress,
  StagedFile,
} from '../../../src-shared/channels/channels.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Tx } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { withProgress } from '../with-progress.ts'
import {
  importedBefore,
  importedName,
  importProblems,
  importRuns,
  recordRun,
  saveShop,
  shops,
} from './channels.repository.ts'
import { kindOf } from './files/kinds.ts'
import { readChannelFile } from './files/read-channel-file.ts'
import { problemsFile } from './problems-file.ts'
import { createStagedFiles, sha256, type WaitingFile } from './staged-files.ts'
import { asWaitingFile, type ToldFile } from './told-file.ts'

/** A file as a door hands it over. */
export interface FileInHand {
  name: string
  bytes: Uint8Array
  /** When it was last changed, as far as the door knows. */
  modifiedAt: Instant | null
}

const TOUCHED: Parameters<RoomNeeds['write']>[0] = [
  'channels',
  'catalog',
  'orders',
  'inventory',
  'ledger',
  'fulfilment',
  'reports',
  'settings',
]

export const createChannels = ({ read, write, rehearse, now, settle }: RoomNeeds & { settle: Settle }) => {
  const staged = createStagedFiles(now)

  const waiting = (importId: string): WaitingFile => {
    const file = staged.get(importId)
    if (!file) throw new DomainError('IMPORT_NOT_FOUND', { importId })
    if (file.file.orders.length === 0) throw new DomainError('NOTHING_TO_IMPORT', { problems: file.file.problemCount })
    return file
  }

  const shopNamed = async (shopId: string) => {
    if (!(await shops(read)).some(({ id }) => id === shopId)) throw new DomainError('SHOP_NOT_FOUND', { shopId })
  }

  /** The same work for preview and import; only the transaction around it differs. */
  const run = async (
    tx: Tx,
    { id, shopId, at }: { id: string; shopId: string; at: Instant },
    file: WaitingFile,
    onProgress: (done: number, total: number) => void = () => {},
    signal?: AbortSignal,
  ) => {
    const calendar = await settingsOf(tx)
    const outcome = await kindOf(file.file.kind).takeIn(
      tx,
      file.file,
      { importId: id, shopId, fileName: file.name },
      { settle, calendar, now: now(), onProgress, signal },
    )
    await recordRun(tx, { id, shopId, fileName: file.name, sha256: file.sha256, at }, file.file, outcome)
    return outcome
  }

  /** @throws the refusals of files.refusals.ts; nothing is written either way. */
  const stage = async (
    { name, bytes, modifiedAt }: FileInHand,
    signal: AbortSignal | undefined,
    onProgress?: (done: number, total: number | null) => void,
  ): Promise<StagedFile> => {
    const { zone } = await settingsOf(read)
    // a file from the future was dated by a wrong clock
    const madeAt = modifiedAt !== null && modifiedAt <= now() ? modifiedAt : null
    const file = await readChannelFile({ name, bytes, zone, modifiedAt: madeAt, onProgress, signal })
    signal?.throwIfAborted()
    const importId = newId(now())
    const digest = sha256(bytes)
    staged.add(importId, { name, sha256: digest, bytes: bytes.length, file, modifiedAt: madeAt, stagedAt: now() })
    const known = await shops(read)
    const { channel, preview } = kindOf(file.kind)
    return {
      importId,
      fileName: name,
      kilobytes: Math.ceil(bytes.length / 1024),
      channel,
      modifiedAt: madeAt,
      ...preview(file, zone),
      suggestedShopId: known.find((shop) => shop.channel === channel)?.id ?? null,
      importedBefore: await importedBefore(read, digest),
    }
  }

  const problemsOf = async (importId: string) =>
    staged.get(importId)?.file.problems ?? (await importProblems(read, importId))

  return {
    shops: () => shops(read),

    async saveShop(shop: { id: string; channel: Channel; name: string }) {
      const known = await shops(read)
      if (known.some(({ id, name }) => id !== shop.id && name.toLowerCase() === shop.name.toLowerCase()))
        throw new DomainError('SHOP_NAME_TAKEN', { name: shop.name })
      await write(['channels', 'settings'], (tx) => saveShop(tx, shop, now()))
      return (await shops(read)).find(({ id }) => id === shop.id)!
    },

    stage,

    async *read(file: FileInHand, signal: AbortSignal | undefined): AsyncGenerator<ReadingProgress> {
      yield* withProgress<StagedFile, number | null>(signal, (onProgress, signal) => stage(file, signal, onProgress))
    },

    async *preview(importId: string, shopId: string, signal: AbortSignal | undefined): AsyncGenerator<ImportProgress> {
      const file = waiting(importId)
      await shopNamed(shopId)
      yield* withProgress(signal, (onProgress, signal) =>
        rehearse((tx) => run(tx, { id: importId, shopId, at: now() }, file, onProgress, signal)),
      )
    },

    async *confirm(importId: string, shopId: string, signal: AbortSignal | undefined): AsyncGenerator<ImportProgress> {
      const file = waiting(importId)
      await shopNamed(shopId)
      yield* withProgress(signal, async (onProgress, signal): Promise<ImportOutcome> => {
        const outcome = await write(TOUCHED, (tx) =>
          run(tx, { id: importId, shopId, at: now() }, file, onProgress, signal),
        )
        staged.remove(importId)
        return outcome
      })
    },

    /** Takes in orders as a file of some earlier day told them, and notes it in the history. */
    takeInFile: (shopId: string, told: ToldFile): Promise<ImportOutcome> =>
      write(TOUCHED, (tx) => run(tx, { id: newId(told.at), shopId, at: told.at }, asWaitingFile(told))),

    discard(importId: string) {
      staged.remove(importId)
      return { importId }
    },

    history: (page: { cursor?: string | undefined; limit: number }) => importRuns(read, page),
    problems: problemsOf,

    async problemsFile(importId: string) {
      const fileName = staged.get(importId)?.name ?? (await importedName(read, importId))
      if (fileName === null) throw new DomainError('IMPORT_NOT_FOUND', { importId })
      return problemsFile(fileName, await problemsOf(importId), (await settingsOf(read)).language)
    },
  }
}
export type ChannelsService = ReturnType<typeof createChannels>
