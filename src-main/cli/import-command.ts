import type { ImportOutcome, StagedFile } from '../../src-shared/channels/channels.ts'
import { problemSentence } from '../../src-shared/channels/channels.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { refused } from '../core/refused.ts'
import { fileInHand } from './file-bytes.ts'
import type { Client } from './shop.ts'

export interface ImportOptions {
  files: string[]
  shopName: string
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
  { files, shopName, dryRun }: ImportOptions,
): AsyncGenerator<ImportReport> {
  for (const path of files) {
    const file = await fileInHand(path)
    const staged = await client.channels.files.stage(file)
    const report = {
      file: file.name,
      dryRun,
      kind: staged.kind,
      report: staged.report,
      columns: staged.columns,
      totals: staged.totals,
      problems: staged.problems.map((problem) => ({ ...problem, sentence: problemSentence(problem, 'id') })),
    }
    if (staged.totals.orders === 0) {
      yield { ...report, outcome: null }
      throw refused('NOTHING_TO_IMPORT', { problems: staged.problemCount })
    }
    yield { ...report, outcome: await run(client, staged.importId, await shopCalled(client, shopName), dryRun) }
  }
}

async function shopCalled(client: Client, name: string): Promise<string> {
  const known = (await client.channels.shops.list()).find((shop) => shop.name === name && shop.channel === 'shopee')
  if (known) return known.id
  const id = newId()
  await client.channels.shops.save({ id, channel: 'shopee', name })
  return id
}

async function run(client: Client, importId: string, shopId: string, dryRun: boolean): Promise<ImportOutcome | null> {
  const stream = dryRun
    ? await client.channels.files.preview({ importId, shopId })
    : await client.channels.files.confirm({ importId, shopId })
  let outcome: ImportOutcome | null = null
  for await (const event of stream) if (event.type === 'result') outcome = event.outcome
  return outcome
}

/** The report of one file as people read it. */
export function importText({ file, dryRun, totals, problems, outcome }: ImportReport): string {
  const lines = [
    `${file}: ${formatNumber(totals.orders)} pesanan, ${formatNumber(totals.rows)} baris, ${formatNumber(totals.pieces)} pcs, nilai barang ${formatRupiah(totals.goodsValue)}, dibayar pembeli ${formatRupiah(totals.buyerPayment)}`,
    ...Object.entries(totals.ordersByStatus).map(([status, orders]) => `  ${status}: ${formatNumber(orders)}`),
    ...problems.map(({ sentence }) => `  ! ${sentence}`),
  ]
  if (outcome)
    lines.push(
      `  ${dryRun ? 'Akan terjadi' : 'Tersimpan'}: ${formatNumber(outcome.added.orders)} baru, ${formatNumber(outcome.changed.orders)} berubah, ${formatNumber(outcome.unchanged.orders)} sama, ${formatNumber(outcome.problems.orders)} bermasalah; ${formatNumber(outcome.entries)} jurnal, penjualan ${formatRupiah(outcome.sales)}`,
    )
  return lines.join('\n')
}
