import type { ImportOutcome, ImportProgress, StagedFile } from '../../src-shared/channels/channels.ts'
import { problemSentence } from '../../src-shared/channels/channels.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { refused } from '../core/refused.ts'
import { fileInHand } from './file-bytes.ts'
import type { Client } from './shop.ts'
import { isCalled, type ShopForFile, shopForFile } from './shop-for-file.ts'

export interface ImportOptions {
  files: string[]
  /** Absent: the only shop of the file's channel. */
  shopName: string | undefined
  /** Other shops that know the file's orders too; it is taken in all the same. */
  despite: readonly string[]
  dryRun: boolean
}

export interface ImportReport {
  file: string
  dryRun: boolean
  kind: StagedFile['kind']
  report: StagedFile['report']
  columns: number
  /** What the file itself says. */
  totals: StagedFile['totals']
  problems: (StagedFile['problems'][number] & { sentence: string })[]
  /** How many there are; the first of them are listed. */
  problemCount: number
  /** What importing did, or would do. Null when every order of the file is held back. */
  outcome: ImportOutcome | null
}

/**
 * Takes files in through the same contract as the screen: stage, then preview or confirm. The first file that is refused
 * ends it; what was said of the files before it still holds, so each report is handed over as it comes.
 * @throws the refusal of that file; NOTHING_TO_IMPORT when every order of it is held back.
 */
export async function* importFiles(
  client: Client,
  { files, shopName, despite, dryRun }: ImportOptions,
): AsyncGenerator<ImportReport> {
  for (const path of files) {
    const inHand = await fileInHand(path)
    const staged = await client.channels.files.stage(inHand)
    const report = {
      file: staged.fileName,
      dryRun,
      kind: staged.kind,
      report: staged.report,
      columns: staged.columns,
      totals: staged.totals,
      problemCount: staged.problemCount,
      problems: staged.problems.map((problem) => ({ ...problem, sentence: problemSentence(problem, 'id') })),
    }
    if (staged.totals.orders === 0) {
      yield { ...report, outcome: null }
      throw refused('NOTHING_TO_IMPORT', { problems: staged.problemCount })
    }
    const shop = await shopForFile(client, staged, shopName)
    yield { ...report, outcome: await run(client, staged, shop, { dryRun, despite }) }
  }
}

async function run(
  client: Client,
  { importId }: StagedFile,
  { id, newName }: ShopForFile,
  { dryRun, despite }: Pick<ImportOptions, 'dryRun' | 'despite'>,
): Promise<ImportOutcome | null> {
  const into = { importId, shopId: id, ...(newName === null ? {} : { newShop: newName }) }
  if (dryRun) return outcomeOf(await client.channels.files.preview(into))
  const others = (await client.channels.shops.list()).filter((shop) => despite.some((name) => isCalled(name)(shop)))
  return outcomeOf(await client.channels.files.confirm({ ...into, despite: others.map(({ id }) => id) }))
}

async function outcomeOf(stream: AsyncIterable<ImportProgress>): Promise<ImportOutcome | null> {
  let outcome: ImportOutcome | null = null
  for await (const event of stream) if (event.type === 'result') outcome = event.outcome
  return outcome
}

/** The report of one file as people read it. */
export function importText({ file, dryRun, totals, problems, problemCount, outcome }: ImportReport): string {
  const lines = [
    `${file}: ${formatNumber(totals.orders)} pesanan, ${formatNumber(totals.rows)} baris, ${formatNumber(totals.pieces)} pcs, nilai barang ${formatRupiah(totals.goodsValue)}, dibayar pembeli ${formatRupiah(totals.buyerPayment)}`,
    ...Object.entries(totals.ordersByStatus).map(([status, orders]) => `  ${status}: ${formatNumber(orders)}`),
    ...problems.map(({ sentence }) => `  ! ${sentence}`),
    ...(problemCount > problems.length ? [`  ! dan ${formatNumber(problemCount - problems.length)} masalah lagi`] : []),
    ...(outcome?.doubts ?? []).map(({ why, known, of, shopName }) =>
      why === 'strange'
        ? `  ? tidak satu pun dari ${formatNumber(of)} nama barang dikenal di ${shopName}`
        : `  ? ${formatNumber(known)} dari ${formatNumber(of)} ${why === 'numbers' ? 'nomor pesanan' : 'nama barang'} sudah ada di ${shopName}`,
    ),
  ]
  if (outcome)
    lines.push(
      `  ${dryRun ? 'Akan terjadi' : 'Tersimpan'}: ${formatNumber(outcome.added.orders)} baru, ${formatNumber(outcome.changed.orders)} berubah, ${formatNumber(outcome.unchanged.orders)} sama, ${formatNumber(outcome.problems.orders)} bermasalah; ${formatNumber(outcome.entries)} jurnal, penjualan ${formatRupiah(outcome.sales)}`,
    )
  return lines.join('\n')
}
