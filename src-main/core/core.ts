import type { ImportOutcome } from '../../src-shared/channels/channels.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import type { Gate } from './access/gate.ts'
import { createBackupKeys } from './backup/backup-keys.ts'
import { keyFileOf } from './backup/key-file.ts'
import { giveKey, knowKeysBeside } from './backup/shop-key.ts'
import type { SettlementsInHand, StatementsInHand } from './channels/channels.service.ts'
import type { CoreNeeds, UnfinishedWork } from './core-needs.ts'
import { type Doors, openDatabase } from './database/open.ts'
import { insertChart } from './ledger/ledger.repository.ts'
import type { TakenIn } from './orders/take-in.ts'
import type { PrivacyService } from './privacy/privacy.service.ts'
import { createRooms } from './rooms.ts'
import type { HostFacts } from './settings/settings.service.ts'
import type { Settle } from './settling/settle.ts'
import type { SettlingEverything } from './settling/settle-everything.ts'
import type { PractisingService } from './sync/practice/practising.service.ts'
import type { SyncService } from './sync/sync.service.ts'
import type { LongWork } from './work/long-work.ts'

export interface Core {
  router: ReturnType<typeof createRooms>['router']
  /** Stands before every call of one place: a laptop's windows and browser are one. A host hands it to each call. */
  gateAt(place: string): Gate
  doors: Doors
  /** Takes in what a channel says about some orders; connectors, files and the sample shop all come through here. */
  takeIn(shopId: string, snapshots: readonly OrderSnapshot[], source: string): Promise<TakenIn[]>
  /** Takes in orders as they were stated on some earlier day, and notes it in the import history: the sample shop's year. */
  takeInStatements(shopId: string, statements: StatementsInHand): Promise<ImportOutcome>
  /** The same with what a channel released. */
  takeInSettlements(shopId: string, settlements: SettlementsInHand): Promise<ImportOutcome>
  /** Appends to the ledgers what documents ask for; for the benchmark, which runs an import step by step. */
  settle: Settle
  settlingEverything: SettlingEverything
  work: LongWork
  /** Rounds with the channels; a host that serves a shop starts them. */
  sync: SyncService['engine']
  /** Marketplaces to practise on; a host opens those again that were open. */
  practising: Pick<PractisingService, 'resume'>
  /** Buyers are forgotten in time by this, while a host serves the shop. */
  privacy: Pick<PrivacyService, 'forgetDue'>
  close(): void
}

/** A disk reads so many bytes while nobody notices. */
const COMPARED_AT_ONCE = 32 * 1024 * 1024

const UNWATCHED: UnfinishedWork = { onProgress() {}, onHalt() {} }

/**
 * Opens a shop's file, or makes it, with all that works on it; long work that a kill cut off is finished first.
 * @throws START_PASSPHRASE_NEEDED, before anything is touched
 */
export async function createCore({
  file,
  unfinished = UNWATCHED,
  comparedAtOnce = COMPARED_AT_ONCE,
  ...needs
}: CoreNeeds): Promise<Core> {
  const { now, host, resourcesFolder, outside } = needs
  const keys = createBackupKeys({ ...outside, file: keyFileOf(host.rescue?.file ?? host.copyOf?.file ?? file), now })
  const isItself = !host.rescue && !host.copyOf
  if (isItself && keys.isWaiting()) throw new DomainError('START_PASSPHRASE_NEEDED')
  const doors = openDatabase(file, now, isAutomatic(host) ? { comparedAtOnce } : {})
  if (isItself) await giveKey(doors, keys)
  else if (host.copyOf) await knowKeysBeside(keys, file)
  // the chart is part of the program: nothing is dated by it
  await doors.write([], (tx) => insertChart(tx))
  const rooms = createRooms({
    ...needs,
    doors,
    secrets: keys.secrets,
    isAutomatic: isAutomatic(host),
    openCopy: (file, now, recovery) =>
      createCore({ file, now, host: { ...host, host: 'process' }, resourcesFolder, outside, recovery }),
  })
  await rooms.access.learn()
  // a kill in the middle of changing what is asked at the start leaves some sealed as before
  if (isItself) await rooms.backup.sealSecretsAgain()
  if (unfinished !== 'left alone') {
    const onHalt = (problem: unknown) => unfinished.onHalt(problem)
    await rooms.work.finishUnfinished(({ about }, done, total) => unfinished.onProgress(about, done, total), onHalt)
    await rooms.costs.finish().catch(onHalt)
  }
  const backups = rooms.backup.start()
  await rooms.privacy.forgetAgain()
  if (isAutomatic(host)) doors.keepPageSums()
  const verifying = isAutomatic(host) ? rooms.verifying.start() : null
  const privacy = isAutomatic(host) ? rooms.privacy.start() : null
  return {
    doors,
    ...rooms,
    close() {
      backups.stop()
      verifying?.stop()
      privacy?.stop()
      rooms.sync.stop()
      rooms.practising.stop()
      doors.close()
    },
  }
}

/** Whether anything is done unasked: not by a command, not in Toko Latihan, not in place of a shop that cannot be opened. */
const isAutomatic = ({ host, isPractice, rescue }: HostFacts): boolean => host !== 'process' && !isPractice && !rescue
