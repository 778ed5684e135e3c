import type { OrderStatements, SettlementStatements } from '../../../src-shared/channels/channel-file.ts'
import type {
  ImportEnd,
  ImportOutcome,
  ImportProgress,
  PreviewProgress,
  Shop,
  WithdrawalProgress,
} from '../../../src-shared/channels/channels.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Channel, OrderSnapshot } from '../../../src-shared/orders/order.ts'
import type { SettlementStatement } from '../../../src-shared/settlements/settlement-file.ts'
import type { Outside } from '../outside.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { withProgress } from '../with-progress.ts'
import type { LongWork } from '../work/long-work.ts'
import { allAtOnce } from '../work/stepwise.ts'
import type { ImportPlace } from './content-kind.ts'
import { orderStatementBytes, settlementStatementBytes } from './content-of.ts'
import { fileOf } from './files/unpacked-file.ts'
import { foretold } from './foretold.ts'
import { type RunToTakeIn, type Settling, takeRunIn } from './import-run.ts'
import { importRuns, runById } from './import-runs.repository.ts'
import { createImporting, endOf } from './importing.ts'
import { asStatements } from './orders-in.ts'
import { fittingPlace, makePlace, type PlaceChosen, requireFreeName } from './place-chosen.ts'
import { problemsFile } from './problems-file.ts'
import { packed } from './raw-documents.ts'
import { asSettlements } from './settlements-in.ts'
import { saveShop, shops } from './shops.repository.ts'
import type { WaitingFile } from './staged-files.ts'
import { createStaging } from './staging.ts'
import { TOUCHED_BY_IMPORTS } from './touched.ts'
import { runToWithdraw, takingRunBack, withdrawnBefore } from './withdraw-run.ts'
import { createWithdrawing } from './withdrawing.ts'

/** Orders as somebody else than a file states them, and when. */
export interface StatementsInHand {
  name: string
  at: Instant
  snapshots: readonly OrderSnapshot[]
}

/** What a channel released as somebody else than a file states it, and when. */
export interface SettlementsInHand extends Pick<StatementsInHand, 'name' | 'at'> {
  settlements: readonly SettlementStatement[]
}

interface ChannelsNeeds extends RoomNeeds, Settling {
  outside: Outside
  work: LongWork
  /** What is to be done before a file is taken in: a backup of what stands. */
  beforeImport: () => Promise<void>
}

export const createChannels = ({
  read,
  write,
  rehearse,
  now,
  settle,
  settlingEverything,
  outside,
  beforeImport,
  work,
}: ChannelsNeeds) => {
  const settling: Settling = { settle, settlingEverything }
  const staging = createStaging({ read, outside, now })
  const { waiting, problemsOf, everyProblem } = staging

  const runOf = async (importId: string, place: ImportPlace, { name, file, modifiedAt }: WaitingFile) => ({
    run: { id: importId, place, fileName: name, modifiedAt, at: now() },
    content: await fileOf(file),
    sha256: file.sha256,
  })

  const takeInStated = async (
    shopId: string,
    { name, at }: Pick<StatementsInHand, 'name' | 'at'>,
    content: OrderStatements | SettlementStatements,
    bytes: Uint8Array,
  ): Promise<ImportOutcome> => {
    const document = await packed(content.kind, bytes)
    const run = { id: newId(at), place: { shopId, account: null }, fileName: name, modifiedAt: at, at }
    return work.inTurn(() =>
      write(TOUCHED_BY_IMPORTS, (tx) =>
        takeRunIn(tx, { run, content, sha256: document.sha256, document, despite: 'any' }, settling, {
          onProgress: () => {},
          signal: undefined,
        }),
      ),
    )
  }

  const files = { read, doApart: outside.doApart }
  const importing = createImporting({ ...files, ...settling, work, now, waits: staging.waits })
  const withdrawing = createWithdrawing({ ...files, ...settling, work, now })

  return {
    shops: () => shops(read),

    saveShop: (shop: { id: string; channel: Channel; name: string }): Promise<Shop> =>
      write(['channels', 'settings'], async (tx) => {
        await requireFreeName(tx, shop.id, shop.name)
        await saveShop(tx, shop, now())
        return (await shops(tx)).find(({ id }) => id === shop.id)!
      }),

    openArchive: staging.openArchive,
    stage: staging.stage,
    read: staging.read,

    async *preview(
      importId: string,
      chosen: PlaceChosen,
      signal: AbortSignal | undefined,
    ): AsyncGenerator<PreviewProgress> {
      const file = waiting(importId)
      const place = await fittingPlace(read, chosen, file)
      if (await runById(read, importId)) throw new DomainError('IMPORT_NOT_FOUND', { importId })
      const foretelling = withProgress(signal, async (onProgress, signal) =>
        foretold(rehearse, {
          run: { ...(await runOf(importId, place, file)), despite: 'any', document: rehearsed(file) },
          before: (tx) => makePlace(tx, chosen, file, now()),
          settling,
          watched: { onProgress, signal },
        }),
      )
      for await (const news of foretelling) yield news.type === 'result' ? { type: 'result', ...news.outcome } : news
    },

    /** The same import asked again, or twice at once, is one import and answers what it did. */
    async *confirm(
      importId: string,
      chosen: PlaceChosen,
      { despite, startDay }: Pick<RunToTakeIn, 'startDay'> & { despite: readonly string[] },
    ): AsyncGenerator<ImportProgress> {
      const known = await runById(read, importId)
      const end = known && endOf(known)
      if (end) {
        yield end
        return
      }
      const joined =
        (await work.joined<ImportEnd>(importId)) ??
        importing.begin(waiting(importId).name, importId, async () => {
          await beforeImport()
          const file = waiting(importId)
          const place = await fittingPlace(read, chosen, file)
          const document = await packed(file.file.said.kind, file.bytes)
          return {
            asked: { ...(await runOf(importId, place, file)), document, despite, startDay },
            before: (tx) => makePlace(tx, chosen, file, now()),
          }
        })
      // read again from its kept document when it is needed again; after Batal in time it still waits
      void joined.outcome.then(() => staging.remove(importId)).catch(() => {})
      yield* importing.followed(joined)
    },

    /** Takes in orders as they were stated at some earlier moment, and notes it in the history. */
    takeInStatements: async (shopId: string, { snapshots, ...stated }: StatementsInHand): Promise<ImportOutcome> =>
      takeInStated(shopId, stated, asStatements(snapshots), orderStatementBytes(snapshots)),

    /** The same with what a channel released. */
    takeInSettlements: async (shopId: string, { settlements, ...stated }: SettlementsInHand): Promise<ImportOutcome> =>
      takeInStated(shopId, stated, asSettlements(settlements), settlementStatementBytes(settlements)),

    async *previewWithdrawal(
      importId: string,
      moveTo: string | undefined,
      signal: AbortSignal | undefined,
    ): AsyncGenerator<WithdrawalProgress> {
      yield* withProgress(signal, async (onProgress, signal) => {
        const prepared = await runToWithdraw(files, importId, moveTo, signal)
        const known = await withdrawnBefore(read, importId, prepared.move)
        return (
          known ??
          rehearse((tx) =>
            allAtOnce(tx, takingRunBack(prepared, { ...settling, at: now(), refusing: true }), { onProgress, signal }),
          )
        )
      })
    },

    /** Takes an import back; with `moveTo` it is taken in there. */
    withdraw: (importId: string, moveTo: string | undefined): AsyncGenerator<WithdrawalProgress> =>
      withdrawing.withdraw(importId, moveTo),

    discard(importId: string) {
      staging.remove(importId)
      return { importId }
    },

    history: (page: { cursor?: string | undefined; limit: number }) => importRuns(read, page),
    problems: problemsOf,

    async problemsFile(importId: string) {
      return problemsFile(outside.doApart, await everyProblem(importId), (await settingsOf(read)).language)
    },
  }
}
export type ChannelsService = ReturnType<typeof createChannels>

/** For a rehearsal the bytes need not be packed, but the history's line must have something to point at. */
const rehearsed = ({ file, bytes }: WaitingFile) => ({
  sha256: file.sha256,
  kind: file.said.kind,
  size: bytes.byteLength,
  packing: 'none' as const,
  bytes: Buffer.alloc(0),
})
