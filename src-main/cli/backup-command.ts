import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fullMoment, type Instant, type Language } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { Settings } from '../../src-shared/settings/settings.ts'
import { headOf } from '../core/backup/backup-file.ts'
import { createBackupKeeper } from '../core/backup/backup-keeper.ts'
import { createBackupKeys } from '../core/backup/backup-keys.ts'
import { exportEverything, importEverything } from '../core/backup/everything.ts'
import { copyProven } from '../core/backup/kept-file.ts'
import { keyFileOf } from '../core/backup/key-file.ts'
import { knowKeysBeside } from '../core/backup/shop-key.ts'
import { stageRestore } from '../core/backup/stage-restore.ts'
import { createCore } from '../core/core.ts'
import { atAGlance } from '../core/database/glance.ts'
import { putReadyInPlace } from '../core/database/put-in-place.ts'
import { isShopThere } from '../core/database/shop-file.ts'
import { settingsOf } from '../core/settings/settings.repository.ts'
import { dataFolder, shopFile } from '../hosting/data-folder.ts'
import { asHostRefusal } from '../hosting/host-refusal.ts'
import { nodeOutside } from '../hosting/node-outside.ts'
import { keepPrivate } from '../hosting/private-folder.ts'
import { projectFolder } from '../hosting/project-folder.ts'
import { lockShop } from '../hosting/shop-lock.ts'
import { answerWords } from './answers.words.ts'
import { keysOpenedFor } from './opened-keys.ts'
import { version } from './shop.ts'

type BackupCommand = 'backup' | 'backups' | 'restore'

interface Choices {
  data?: string | undefined
  practice: boolean
  place?: string | undefined
  code?: string | undefined
  passphrase?: string | undefined
  say(text: string, json: unknown): void
  /** The shop's language, as soon as it is known. */
  speak(language: Language): void
}

/** `lumbung export semua`: every table as JSON lines; also while the app has the shop open. */
export async function exportAll({
  data,
  practice,
  out,
  say,
  speak,
}: Pick<Choices, 'data' | 'practice' | 'say' | 'speak'> & { out?: string | undefined }): Promise<number> {
  const folder = data ?? dataFolder()
  const file = shopFile(folder, practice)
  if (!isShopThere(file)) throw new DomainError('NO_SHOP_HERE', { folder })
  const { language } = await settingsIn(file)
  speak(language)
  const target = resolve(out!)
  const { secrets } = nodeOutside(folder)
  const openedKeys = await keysOpenedFor(file, { secrets })
  await knowKeysBeside(createBackupKeys({ file: keyFileOf(file), secrets, openedKeys }))
  const { tables } = await exportEverything(file, target).catch((problem: unknown) => {
    throw asHostRefusal(problem, target, file)
  })
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
  say(answerWords[language].exported(target, formatNumber(rows)), { folder: target, tables })
  return 0
}

/** `lumbung backup`, `backups` and `restore`; the answer is the exit status. */
export async function ofBackups(
  command: BackupCommand,
  subject: string | undefined,
  choices: Choices,
): Promise<number> {
  const folder = choices.data ?? dataFolder()
  try {
    return await doneWithBackups(command, subject, choices)
  } catch (problem) {
    throw asHostRefusal(problem, folder, shopFile(folder, choices.practice))
  }
}

async function doneWithBackups(command: BackupCommand, subject: string | undefined, choices: Choices): Promise<number> {
  const folder = choices.data ?? dataFolder()
  const file = shopFile(folder, choices.practice)
  const isOpenedByItself = Boolean(choices.code ?? choices.passphrase ?? process.env.LUMBUNG_KODE)
  const asksNothing = command === 'backups' || (command === 'restore' && isOpenedByItself)
  const there = nodeOutside(folder)
  const outside = asksNothing ? there : { ...there, openedKeys: await keysOpenedFor(file, there) }
  const keeper = createBackupKeeper({ file, appVersion: version, now: Date.now, outside })
  switch (command) {
    case 'backup':
      return backup()
    case 'backups':
      return backups()
    case 'restore':
      return statSync(resolve(subject!), { throwIfNoEntry: false })?.isDirectory()
        ? restoreEverything(resolve(subject!))
        : restore(resolve(subject!))
  }

  /** What `export semua` wrote becomes a shop, where none is. */
  async function restoreEverything(from: string): Promise<number> {
    if (isShopThere(file)) throw new DomainError('BACKUP_PLACE_NOT_USABLE', { folder })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { tables } = await importEverything(from, file, Date.now())
    const { language } = await settingsIn(file)
    const [orders, entries] = [formatNumber(tables.sales_order ?? 0), formatNumber(tables.entry ?? 0)]
    choices.say(answerWords[language].madeFrom(folder, orders, entries), { folder, tables })
    return 0
  }

  /** Also while the app has the shop open: a backup only reads it. */
  async function backup(): Promise<number> {
    if (!isShopThere(file)) throw new DomainError('NO_SHOP_HERE', { folder })
    const { zone, language } = await settingsIn(file)
    choices.speak(language)
    const say = answerWords[language]
    const made = await keeper.make('by hand', { zone })
    const copies = [made.file]
    if (choices.place) {
      const copy = join(resolve(choices.place), basename(made.file))
      await copyProven(made.file, copy).catch(() => {
        throw new DomainError('BACKUP_PLACE_NOT_USABLE', { folder: choices.place! })
      })
      copies.push(copy)
    } else if (keeper.memory().second) await keeper.bringToSecond(zone)
    const { counts, faults } = made.manifest
    choices.say(
      [
        say.backedUp(made.file, inMegabytes(made.bytes)),
        ...copies.slice(1).map(say.copied),
        say.holds(formatNumber(counts.orders), formatNumber(counts.entries), formatNumber(counts.movements)),
        ...(faults.length > 0 ? [say.faults(faults.join('; '))] : []),
        ...(keeper.keys.codeConfirmedAt() === null ? [say.noCode] : []),
      ].join('\n'),
      { files: copies, bytes: made.bytes, manifest: made.manifest },
    )
    return 0
  }

  async function backups(): Promise<number> {
    const found = subject ? keeper.foundIn(resolve(subject)) : [...keeper.here(), ...keeper.second()]
    const { zone, language } = existsSync(file) ? await settingsIn(file) : NO_SHOP_YET
    choices.say(
      found.length === 0
        ? answerWords[language].noBackups
        : found
            .map(
              ({ file, at, bytes }) => `${fullMoment(at, zone, language)}  ${inMegabytes(bytes).padStart(10)}  ${file}`,
            )
            .join('\n'),
      { backups: found.map(({ file, at, reason, bytes }) => ({ file, at, reason, bytes })) },
    )
    return 0
  }

  async function restore(backupFile: string): Promise<number> {
    if (!existsSync(backupFile)) throw new DomainError('BACKUP_NOT_FOUND', { file: backupFile })
    const opener = { code: choices.code ?? process.env.LUMBUNG_KODE, passphrase: choices.passphrase }
    const key = await keeper.keys.keyFor(backupFile, opener)
    keepPrivate(folder)
    const lock = lockShop(file)
    try {
      const at: Instant = Date.now()
      const { manifest, keptFile, replayed } = await stageRestore({
        file,
        isShopThere: existsSync(file),
        backup: backupFile,
        key,
        at,
        doApart: outside.doApart,
        receiptsFor: (manifest) => keeper.receiptsAfter(backupFile, key, manifest),
        openCore: (grown, now) =>
          createCore({
            file: grown,
            now,
            host: { version, host: 'process', dataFolder: folder, isPractice: choices.practice },
            resourcesFolder: join(projectFolder, 'resources'),
            outside,
          }),
        onProgress: () => {},
      })
      putReadyInPlace(file)
      await keeper.keys.adopt(headOf(backupFile), key, opener, at)
      const { zone, language } = await settingsIn(file)
      const say = answerWords[language]
      const { counts, businessName } = manifest
      const moment = fullMoment(manifest.at, zone, language)
      choices.say(
        [
          say.restored(businessName, moment, formatNumber(counts.orders), formatNumber(counts.entries)),
          ...(replayed > 0 ? [say.replayed(formatNumber(replayed))] : []),
          ...(keptFile ? [say.kept(keptFile)] : []),
        ].join('\n'),
        { manifest, keptFile, replayed },
      )
      return 0
    } finally {
      lock.release()
    }
  }
}

type Speaking = Pick<Settings, 'zone' | 'language'>
const NO_SHOP_YET: Speaking = { zone: 'WIB', language: 'id' }
const settingsIn = async (file: string): Promise<Speaking> => (await atAGlance(file, settingsOf)) ?? NO_SHOP_YET

const inMegabytes = (bytes: number): string => `${formatNumber(Math.max(1, Math.round(bytes / 1_000_000)))} MB`
