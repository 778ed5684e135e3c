import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import type {
  BackupFound,
  BackupPlace,
  BackupReason,
  BackupShown,
  BackupStatus,
  Manifest,
} from '../../../src-shared/backup/backup.ts'
import { CODE_GROUPS, groupsOf, plainCode } from '../../../src-shared/backup/recovery-code.ts'
import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError, type Refusal } from '../../../src-shared/kernel/refusal.ts'
import type { Naming } from '../../../src-shared/ledger/account-name.ts'
import { verifierWords } from '../../../src-shared/ledger/verifier.words.ts'
import { refusals } from '../../../src-shared/refusals.ts'
import { headsOf } from '../database/heads.ts'
import type { Doors } from '../database/open.ts'
import type { Outside } from '../outside.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { ShopToVerify } from '../verifying/verify-apart.ts'
import { withProgress } from '../with-progress.ts'
import { anchorIn, keepAnchor } from './anchor.ts'
import { lastRecorded, lastRestore } from './backup.repository.ts'
import { headOf } from './backup-file.ts'
import { createBackupKeeper } from './backup-keeper.ts'
import type { Opener, PassphraseChoice } from './backup-keys.ts'
import { isSameDisk } from './backup-places.ts'
import { copiedAway } from './copied-away.ts'
import type { OpenCore } from './do-again.ts'
import { likelyPlaces, syncedBy } from './likely-places.ts'
import { createReceiptJournal } from './receipt-journal.ts'
import { stageRestore } from './stage-restore.ts'

const MINUTE_MS = 60_000
/** After something was recorded, as often as this. */
const EVERY_MS = 15 * MINUTE_MS
const TESTED_EVERY_MS = 30 * 24 * 60 * MINUTE_MS
/** A restored shop opens once its answer has been heard. */
const HEARD_MS = 400
/** In a folder that somebody chose, backups have one of their own. */
const FOLDER_NAME = 'Cadangan Lumbung'

interface BackupNeeds
  extends Pick<Doors, 'read' | 'onCommitted' | 'tell' | 'keepReceipts' | 'sealWith' | 'strangeLog'> {
  file: string
  appVersion: string
  resourcesFolder: string
  now: () => Instant
  outside: Pick<Outside, 'secrets' | 'doApart' | 'scheduler'> & Partial<Pick<Outside, 'openedKeys'>>
  /** The file cannot be opened, and this core stands in its place: it can only be restored, or copied away. */
  isInPlaceOf: boolean
  /** Where it is a copy, as it stood then: what was witnessed later says nothing of it. */
  copiedAt?: Instant | undefined
  /** Whether they are made without being asked. */
  isAutomatic: boolean
  /** Whether long work is under way, which a restore would cut off. */
  isWorking: () => Promise<boolean>
  /** Closes the shop and opens it again; null where nobody serves it. */
  reopen: (() => void) | null
  openCore: OpenCore
  /** Secrets of channels are sealed as the passphrase asks it now. */
  sealSecretsAgain: () => Promise<void>
  /** @throws WRONG_SECRET where the owner has a password and this is not it. */
  requireOwner: (password: string | undefined) => Promise<void>
}

export type BackupAsked = Opener & { file: string }

export function createBackup(needs: BackupNeeds) {
  const { read, onCommitted, tell, file, now, outside, isAutomatic, isWorking, reopen } = needs
  const keeper = createBackupKeeper({ file, appVersion: needs.appVersion, now, outside })
  let underWay = 0
  let hasChanged = false
  let isReopening = false
  let asked: [number, number] = [1, CODE_GROUPS]

  const told = () => tell(['backup'], ['restore'])
  const zone = async () => (await settingsOf(read)).zone

  const isBehind = async (): Promise<boolean> => {
    const recorded = await lastRecorded(read)
    const last = keeper.here()[0]
    if (recorded === null) return false
    return last === undefined || hasChanged || recorded > last.at
  }

  /** Notes how an attempt ended, so that it can be told until the next one ends better. */
  const noted = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay++
    told()
    try {
      const answer = await work()
      if (keeper.memory().problem) keeper.remember({ problem: null })
      return answer
    } catch (problem) {
      const { code = 'DEFECT', facts = {} } = problem as Partial<DomainError>
      keeper.remember({ problem: { at: now(), code, facts } })
      throw problem
    } finally {
      underWay--
      told()
    }
  }

  const make = (reason: BackupReason, onCopied = () => {}) =>
    noted(async () => {
      const made = await keeper.make(reason, {
        zone: await zone(),
        onCopied() {
          hasChanged = false
          onCopied()
        },
      })
      let isInSecond = false
      if (keeper.memory().second) {
        isInSecond = await keeper.bringToSecond(await zone()).then(
          () => true,
          // the backup stands; that it lies in one place only is told by the place itself
          () => false,
        )
      }
      return { at: made.manifest.at, bytes: made.bytes, faults: made.manifest.faults, isInSecond }
    })

  const status = async (): Promise<BackupStatus> => {
    const memory = keeper.memory()
    const last = keeper.here()[0] ?? null
    const restored = await lastRestore(read)
    return {
      isAutomatic,
      syncedBy: syncedBy(dirname(file)),
      folder: keeper.folder,
      last: last && { at: last.at, bytes: last.bytes },
      second: memory.second && {
        ...memory.second,
        isSameDisk: isSameDisk(memory.second.folder, keeper.folder),
      },
      codeConfirmedAt: keeper.keys.codeConfirmedAt(),
      hasPassphrase: keeper.keys.hasPassphrase(),
      isAskedAtStart: keeper.keys.isAskedAtStart(),
      keyKeeper: await outside.secrets.protection(),
      isKeyLocked: keeper.keys.wraps() !== null && (await keeper.keys.current().catch(() => null)) === null,
      tested: memory.tested,
      problem: memory.problem && {
        at: memory.problem.at,
        code: memory.problem.code,
        sentence: await sentenceOf(memory.problem),
      },
      isUnderWay: underWay > 0,
      isBehind: await isBehind(),
      strangeLog: needs.strangeLog,
      restored: restored
        ? {
            epoch: restored.epoch,
            at: restored.at,
            backupAt: restored.backup_at,
            keptFile: restored.kept_file,
            replayed: restored.replayed,
            notReplayed: (JSON.parse(restored.not_replayed) as unknown[]).length,
          }
        : null,
    }
  }

  const sentenceOf = async ({ code, facts }: { code: string; facts: Record<string, unknown> }): Promise<string> => {
    const { language } = await settingsOf(read)
    const known: Refusal | undefined = (refusals as Record<string, Refusal>)[code]
    if (known) return known.sentence[language](facts as never)
    return language === 'id'
      ? 'Cadangan terakhir tidak jadi. Data toko dan cadangan lama aman; dicoba lagi sendiri.'
      : 'The last backup came to nothing. The shop and older backups are safe; it is tried again by itself.'
  }

  const test = () =>
    noted(async () => {
      const [newest] = keeper.here()
      if (!newest) throw new DomainError('BACKUP_NOT_FOUND', { file: keeper.folder })
      const { ok } = await keeper.test(newest)
      return { ok, of: newest.at }
    })

  /** What is due now; each at most once, and a failure waits for the next time. */
  const tend = async (): Promise<void> => {
    const [last] = keeper.here()
    if (await isBehind()) {
      const isNewDay = last !== undefined && last.at < startOfDay(businessDay(now(), await zone()), await zone())
      // a clock that was put back must not stop them
      if (last === undefined || Math.abs(now() - last.at) >= EVERY_MS) {
        await make(isNewDay ? 'day end' : 'change')
        return
      }
    }
    const { second, tested } = keeper.memory()
    if (second && last && second.lastAt !== last.at) {
      await keeper.bringToSecond(await zone()).catch(() => {})
      told()
    }
    await anchor().catch(() => {})
    await keeper.bringReceipts().catch(() => {})
    if (last && now() - (tested?.at ?? keeper.here().at(-1)!.at) >= TESTED_EVERY_MS) await test()
  }

  /** What is known outside the file: the anchor beside it, the newest backup, and the receipts of this life. */
  const witnesses = async (language: Naming['language']): Promise<ShopToVerify['outside']> => {
    const say = verifierWords[language]
    // a shop whose backups were never begun has no key to ask
    const known = existsSync(keeper.anchor) ? await keeper.keys.current().catch(() => null) : null
    if (!known) return undefined
    const until = needs.copiedAt
    const kept = anchorIn(keeper.anchor, known.key)
    const anchor = kept && until !== undefined && kept.at > until ? undefined : kept
    const newest = keeper.here().find(({ at }) => at <= (until ?? at))
    const manifest = newest && (await keeper.manifest(newest.file).catch(() => null))
    return {
      witnesses: [
        ...(anchor === undefined ? [] : [{ name: say.anchor, heads: anchor }]),
        ...(manifest?.heads ? [{ name: say.backupFile, heads: manifest.heads }] : []),
      ],
      receipts: {
        folder: keeper.receipts,
        key: known.key,
        epoch: (await lastRestore(read))?.epoch ?? 0,
        ...(until === undefined ? {} : { until }),
      },
    }
  }

  /** Keeps outside the file how far it reaches. */
  const anchor = async (): Promise<void> => {
    const { key } = await keeper.keys.current()
    keepAnchor(keeper.anchor, await headsOf(read, now()), key)
  }

  const start = () => {
    if (!isAutomatic) return { stop() {} }
    let isStopped = false
    const journal = createReceiptJournal({
      folder: keeper.receipts,
      now,
      key: async () => (await keeper.keys.current()).key,
      epoch: async () => (await lastRestore(read))?.epoch ?? 0,
    })
    needs.keepReceipts(journal.keep)
    const stopListening = onCommitted(({ rooms }) => {
      if (rooms.some((room) => room !== 'backup' && room !== 'work')) hasChanged = true
    })
    let next = outside.scheduler.after(MINUTE_MS, round)
    function round() {
      void tend()
        .catch(() => {})
        .finally(() => {
          if (!isStopped) next = outside.scheduler.after(MINUTE_MS, round)
        })
    }
    return {
      stop() {
        isStopped = true
        next.callOff()
        stopListening()
        void journal.close()
      },
    }
  }

  /** Asked twice, by two windows, it is opened once. */
  const reopenSoon = (): { isOpening: boolean } => {
    if (reopen && !isReopening) outside.scheduler.after(HEARD_MS, reopen)
    isReopening = true
    return { isOpening: reopen !== null }
  }

  const sealSecretsAgain = async (): Promise<void> => {
    await keeper.keys.sealEarlierAgain()
    await needs.sealSecretsAgain()
  }

  const fileOf = (named: string): string => {
    const path = isAbsolute(named) ? named : keeper.named(named)
    if (!existsSync(path)) throw new DomainError('BACKUP_NOT_FOUND', { file: named })
    return path
  }

  return {
    status,
    make: (reason: BackupReason = 'by hand') => make(reason),
    test,

    /** Before much comes in at once the shop is backed up as it stands; what comes waits only until that is copied. */
    async beforeImport(): Promise<void> {
      if (!isAutomatic || underWay > 0 || !(await isBehind())) return
      const copied = Promise.withResolvers<void>()
      // one that fails is told by the status, and keeps nobody from their work
      void make('import', copied.resolve).catch(() => copied.resolve())
      await copied.promise
    },

    start,
    tend,
    witnesses,

    list(): BackupShown[] {
      const shown = new Map<string, BackupShown>()
      const places: [BackupPlace, ReturnType<typeof keeper.here>][] = [
        ['here', keeper.here()],
        ['second', keeper.second()],
      ]
      for (const [place, there] of places)
        for (const { name, at, reason, bytes } of there) {
          const known = shown.get(name)
          shown.set(name, { name, at, reason, bytes, places: [...(known?.places ?? []), place] })
        }
      return [...shown.values()].sort((a, b) => b.at - a.at)
    },

    /** The code on paper also lets in an owner who forgot the password; it counts once it is known to be on paper. */
    recovery: {
      isReady: async (): Promise<boolean> => keeper.keys.codeConfirmedAt() !== null,
      isCode: async (typed: string): Promise<boolean> => keeper.keys.isCode(typed),
    },

    likelyPlaces,

    async choosePlace(folder: string | null): Promise<BackupStatus> {
      if (folder !== null && (!isAbsolute(folder) || !existsSync(folder)))
        throw new DomainError('BACKUP_PLACE_NOT_USABLE', { folder })
      const isNamed = folder?.endsWith(FOLDER_NAME)
      keeper.choosePlace(folder === null || isNamed ? folder : join(folder, FOLDER_NAME))
      if (folder !== null) await keeper.bringToSecond(await zone()).catch(() => {})
      told()
      return status()
    },

    async showCode(): Promise<{ code: string; asked: number[] }> {
      const { code } = await keeper.keys.current()
      const first = randomInt(1, CODE_GROUPS)
      asked = [first, randomInt(first + 1, CODE_GROUPS + 1)]
      return { code, asked }
    },

    async codeSheet() {
      const { code } = await keeper.keys.current()
      const { businessName, language, zone } = await settingsOf(read)
      // what draws PDFs is megabytes of code that most starts never need
      const { codeSheet } = await import('./code-sheet.ts')
      return codeSheet(needs.resourcesFolder, { code, businessName, language, zone, printedAt: now() })
    },

    /** @throws CODE_GROUPS_DIFFER */
    async confirmCode(typed: readonly { group: number; typed: string }[]): Promise<{ codeConfirmedAt: Instant }> {
      const groups = groupsOf((await keeper.keys.current()).code)
      const wrong = asked.filter(
        (each) => plainCode(typed.find(({ group }) => group === each)?.typed ?? '') !== groups[each - 1],
      )
      if (wrong.length > 0) throw new DomainError('CODE_GROUPS_DIFFER', { groups: wrong })
      const codeConfirmedAt = now()
      await keeper.keys.confirmed(codeConfirmedAt)
      told()
      return { codeConfirmedAt }
    },

    async unlock(code: string): Promise<BackupStatus> {
      await keeper.keys.unlock(code)
      const { key, wraps } = await keeper.keys.current()
      needs.sealWith({ key, keyId: wraps.keyId })
      keeper.remember({ problem: null })
      told()
      return status()
    },

    /** @throws WRONG_SECRET, CODE_NOT_ON_PAPER, PASSPHRASE_WAITS, PASSPHRASE_DIFFERS */
    async setPassphrase({
      password,
      ...choice
    }: PassphraseChoice & { password?: string | undefined }): Promise<BackupStatus> {
      await needs.requireOwner(password)
      await keeper.keys.setPassphrase(choice)
      await sealSecretsAgain()
      told()
      return status()
    },

    /** Newest first; one that lies in two places is told once, from the nearer one. */
    find(folder?: string): BackupFound[] {
      const own = keeper.here()
      const second = keeper.memory().second
      const places = folder
        ? [folder, join(folder, FOLDER_NAME)]
        : [...(second ? [second.folder] : []), ...likelyPlaces().map((place) => join(place.folder, FOLDER_NAME))]
      const there = places.flatMap((place) => keeper.foundIn(place))
      const byName = new Map([...there, ...(folder ? [] : own)].map((each) => [each.name, each]))
      const ours = new Set(own.map(({ name }) => name))
      return [...byName.values()]
        .map(({ file, name, at, bytes }) => ({ file, at, bytes, isOurs: ours.has(name) }))
        .sort((a, b) => b.at - a.at)
    },

    /** The key is opened, and the shop that waited for it. @throws NOTHING_TO_RESCUE, and what `keys.open` refuses */
    async openWithKey(opener: Opener): Promise<{ isOpening: boolean }> {
      if (!needs.isInPlaceOf) throw new DomainError('NOTHING_TO_RESCUE')
      await keeper.keys.open(opener)
      return reopenSoon()
    },
    sealSecretsAgain,

    rescue: {
      /** @throws NOTHING_TO_RESCUE, BACKUP_PLACE_NOT_USABLE, BACKUP_NO_ROOM */
      async saveCopy(folder: string): Promise<{ file: string }> {
        if (!needs.isInPlaceOf) throw new DomainError('NOTHING_TO_RESCUE')
        return { file: await copiedAway(file, folder, now()) }
      },
      /** Closes this and opens the shop, which may be well again. @throws NOTHING_TO_RESCUE */
      tryAgain(): { isOpening: boolean } {
        if (!needs.isInPlaceOf) throw new DomainError('NOTHING_TO_RESCUE')
        return reopenSoon()
      },
    },

    async look({ file: named, ...opener }: BackupAsked): Promise<Manifest & { newer: number }> {
      const backup = fileOf(named)
      const manifest = await keeper.manifest(backup, opener)
      const key = await keeper.keys.keyFor(backup, opener)
      return { ...manifest, newer: keeper.receiptsAfter(backup, key, manifest).length }
    },

    async *restore({
      file: named,
      again,
      password,
      ...opener
    }: BackupAsked & { again: boolean; password?: string | undefined }) {
      await needs.requireOwner(password)
      const backup = fileOf(named)
      const key = await keeper.keys.keyFor(backup, opener)
      if (await isWorking()) throw new DomainError('WORK_UNDER_WAY')
      yield* withProgress(undefined, async (onProgress) => {
        const at = now()
        const { manifest, keptFile, epoch, replayed } = await stageRestore({
          file,
          isShopThere: existsSync(file),
          backup,
          key,
          at,
          doApart: outside.doApart,
          receiptsFor: (manifest) => (again ? keeper.receiptsAfter(backup, key, manifest) : []),
          openCore: needs.openCore,
          onProgress,
        })
        await keeper.keys.adopt(headOf(backup), key, opener, at)
        reopenSoon()
        return { epoch, backupAt: manifest.at, keptFile, replayed }
      })
    },
  }
}
export type BackupService = ReturnType<typeof createBackup>
