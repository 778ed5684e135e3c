import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fullMoment, type Instant, type Zone } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { headOf } from '../core/backup/backup-file.ts'
import { createBackupKeeper } from '../core/backup/backup-keeper.ts'
import { createBackupKeys, keyFileOf } from '../core/backup/backup-keys.ts'
import { exportEverything, importEverything } from '../core/backup/everything.ts'
import { copyProven } from '../core/backup/kept-file.ts'
import { knowKeysBeside } from '../core/backup/shop-key.ts'
import { stageRestore } from '../core/backup/stage-restore.ts'
import { createCore } from '../core/core.ts'
import { onSnapshot } from '../core/database/connection.ts'
import { putReadyInPlace } from '../core/database/put-in-place.ts'
import { isShopThere } from '../core/database/shop-file.ts'
import { settingsOf } from '../core/settings/settings.repository.ts'
import { dataFolder, shopFile } from '../hosting/data-folder.ts'
import { nodeOutside } from '../hosting/node-outside.ts'
import { keepPrivate } from '../hosting/private-folder.ts'
import { projectFolder } from '../hosting/project-folder.ts'
import { lockShop } from '../hosting/shop-lock.ts'
import { version } from './shop.ts'

const COMMANDS = ['backup', 'backups', 'restore'] as const
type BackupCommand = (typeof COMMANDS)[number]

export const isOfBackups = (command: string | undefined): command is BackupCommand =>
  COMMANDS.some((known) => known === command)

interface Choices {
  data?: string | undefined
  practice: boolean
  place?: string | undefined
  code?: string | undefined
  passphrase?: string | undefined
  say(text: string, json: unknown): void
}

/** `lumbung export semua`: every table as JSON lines; also while the app has the shop open. */
export async function exportAll(
  choices: Pick<Choices, 'data' | 'practice'> & { out?: string | undefined },
  say: Choices['say'],
): Promise<number> {
  const folder = choices.data ?? dataFolder()
  const file = shopFile(folder, choices.practice)
  if (!isShopThere(file)) throw new DomainError('NO_SHOP_HERE', { folder })
  const target = resolve(choices.out!)
  await knowKeysBeside(createBackupKeys({ file: keyFileOf(file), secrets: nodeOutside(folder).secrets }))
  const { tables } = await exportEverything(file, target)
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
  say(
    `Semua data toko ditulis ke ${target}: ${formatNumber(rows)} baris, satu berkas JSON per tabel. Berisi data pribadi pembeli: simpan baik-baik.`,
    { folder: target, tables },
  )
  return 0
}

/** `lumbung backup`, `backups` and `restore`; the answer is the exit status. */
export async function ofBackups(
  command: BackupCommand,
  subject: string | undefined,
  choices: Choices,
): Promise<number> {
  const folder = choices.data ?? dataFolder()
  const file = shopFile(folder, choices.practice)
  const outside = nodeOutside(folder)
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
    choices.say(
      `Toko dibuat di ${folder}: ${formatNumber(tables.sales_order ?? 0)} pesanan, ${formatNumber(tables.entry ?? 0)} jurnal. Angkanya sama dengan yang diekspor.`,
      { folder, tables },
    )
    return 0
  }

  /** Also while the app has the shop open: a backup only reads it. */
  async function backup(): Promise<number> {
    if (!isShopThere(file)) throw new DomainError('NO_SHOP_HERE', { folder })
    const zone = await zoneOf(file)
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
        `Cadangan selesai dan diperiksa: ${made.file} (${inMegabytes(made.bytes)}).`,
        ...copies.slice(1).map((copy) => `Disalin ke ${copy}.`),
        `Isinya ${formatNumber(counts.orders)} pesanan, ${formatNumber(counts.entries)} jurnal, ${formatNumber(counts.movements)} gerak stok.`,
        ...(faults.length > 0 ? [`Pemeriksaan menemukan selisih: ${faults.join('; ')}.`] : []),
        ...(keeper.keys.codeConfirmedAt() === null
          ? [
              'Kode pemulihan belum dicetak; lihat Pengaturan → Cadangan. Tanpa kode, cadangan hanya terbuka di laptop ini.',
            ]
          : []),
      ].join('\n'),
      { files: copies, bytes: made.bytes, manifest: made.manifest },
    )
    return 0
  }

  async function backups(): Promise<number> {
    const found = subject ? keeper.foundIn(resolve(subject)) : [...keeper.here(), ...keeper.second()]
    const zone = existsSync(file) ? await zoneOf(file) : 'WIB'
    choices.say(
      found.length === 0
        ? 'Belum ada cadangan di sini.'
        : found
            .map(({ file, at, bytes }) => `${fullMoment(at, zone)}  ${inMegabytes(bytes).padStart(10)}  ${file}`)
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
      const zone = await zoneOf(file)
      choices.say(
        [
          `${manifest.businessName} dipulihkan ke ${fullMoment(manifest.at, zone)}: ${formatNumber(manifest.counts.orders)} pesanan, ${formatNumber(manifest.counts.entries)} jurnal.`,
          ...(replayed > 0 ? [`${formatNumber(replayed)} catatan sesudah itu diulang dari tanda terima.`] : []),
          ...(keptFile ? [`Data sebelumnya disimpan di ${keptFile}.`] : []),
        ].join('\n'),
        { manifest, keptFile, replayed },
      )
      return 0
    } finally {
      lock.release()
    }
  }
}

const zoneOf = async (file: string): Promise<Zone> => (await onSnapshot(file, (reader) => settingsOf(reader))).zone

const inMegabytes = (bytes: number): string => `${formatNumber(Math.max(1, Math.round(bytes / 1_000_000)))} MB`
