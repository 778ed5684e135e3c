import { writeFile } from 'node:fs/promises'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { statementNames } from '../../src-shared/ledger/statement.words.ts'
import { whyClosed } from '../hosting/why-closed.ts'
import { exportAll, isOfBackups, ofBackups } from './backup-command.ts'
import { choicesOf } from './choices.ts'
import { type ImportReport, importFiles, importText, type SkippedReport } from './import-command.ts'
import { labaRugiOf, labaRugiText, neracaOf, neracaText } from './report-command.ts'
import { isSandbox, openSandboxCommand } from './sandbox-command.ts'
import { ensureSetUp, openCommandShop, openCopyOfShop } from './shop.ts'

const HELP = `lumbung: satu toko dari baris perintah. Perintah memakai data yang sama dengan aplikasinya.

  lumbung import BERKAS|FOLDER|ZIP… [--dry-run] [--shop NAMA] [--wallet KODE] [--despite NAMA] [--start-day YYYY-MM-DD]
  lumbung report neraca [--at YYYY-MM-DD] [--compare YYYY-MM-DD]
  lumbung report laba-rugi [--month YYYY-MM | --from YYYY-MM-DD --to YYYY-MM-DD]
  lumbung export journal [--format hledger|csv|excel] [--book usaha|rumah] [--out BERKAS]
  lumbung export semua --out FOLDER
  lumbung verify
  lumbung backup [--place FOLDER]
  lumbung backups [FOLDER]
  lumbung restore BERKAS.cadangan [--code KODE | --passphrase KATA]
  lumbung restore FOLDER (hasil export semua, ke tempat yang belum ada tokonya)
  lumbung sandbox shopee|tiktok [--port N] [--seed N] [--skus N] [--stock N] [--keep BERKAS]

  --data FOLDER   folder data toko (bawaan: folder aplikasi Lumbung)
  --practice      Toko Latihan
  --json          jawaban sebagai JSON
  --shop NAMA     toko tujuan; tanpa ini satu-satunya toko di kanal berkasnya
  --wallet KODE   dompet tujuan mutasi rekening, misalnya 1111
  --despite NAMA  masukkan walau pesanannya sudah ada di toko itu
  --place FOLDER  tempat kedua untuk cadangan ini, misalnya disk USB
  --code KODE     kode pemulihan, untuk cadangan dari laptop lain (atau LUMBUNG_KODE)
  --port N        alamat sandbox di komputer ini; tanpa ini alamat yang bebas
  --seed N        satu benih, satu toko dan satu hari pembeli; bawaan 1
  --skus N        sedikitnya sekian varian di rak sandbox; --stock N potong dari masing-masing
  --keep BERKAS   sandbox melanjutkan dari berkas ini dan menyimpan ke sana waktu dihentikan

report, export, verify, backups, dan import --dry-run tidak menulis apa pun. restore menyimpan data sebelumnya di folder yang sama.
sandbox membuka kanal tiruan di komputer ini sampai dihentikan (Ctrl+C); alamat, kunci aplikasi dan tokonya ditulis sebagai JSON.

Status keluar: 0 berhasil; 1 ditolak, alasannya satu kalimat; 2 perintah atau pilihan tidak dikenal; 3 pemeriksaan menemukan selisih.`

const read = choicesOf(process.argv.slice(2))
if ('wrong' in read) {
  console.error(read.wrong)
  process.exit(2)
}
const { values, positionals } = read.choices
const [command, subject, ...rest] = positionals
const say = (text: string, json: unknown) => console.info(values.json ? JSON.stringify(json, null, 2) : text)

const notWritten = (file: string) => (): never => {
  throw new DomainError('OUT_NOT_WRITABLE', { file })
}

/** What an import has done so far; a file that is refused does not undo the ones before it. */
const done: { files: (ImportReport | SkippedReport)[] } = { files: [] }

/** Runs one command; the answer is the exit status. */
async function run(): Promise<number> {
  const known =
    command === 'import'
      ? subject !== undefined
      : command === 'restore'
        ? subject !== undefined
        : command === 'verify' ||
          isOfBackups(command) ||
          (command === 'report' && ['neraca', 'laba-rugi'].includes(subject ?? '')) ||
          (command === 'export' && (subject === 'journal' || (subject === 'semua' && values.out !== undefined))) ||
          (command === 'sandbox' && isSandbox(subject))
  if (values.help || !known) {
    console.info(HELP)
    return values.help ? 0 : 2
  }
  if (command === 'export' && subject === 'semua') return exportAll(values, say)
  if (isOfBackups(command)) return ofBackups(command, subject, { ...values, say })
  if (command === 'sandbox' && isSandbox(subject)) {
    const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
    const { port, seed, skus, stock, keep } = values
    const options = { port: number(port), seed: number(seed), skus: number(skus), stock: number(stock), keep }
    console.info(JSON.stringify(await openSandboxCommand(subject, options), null, 2))
    return 0
  }
  const isDryRun = command === 'import' && values['dry-run']
  const writes = command === 'import' && !isDryRun
  const { client, core, close } = writes
    ? await openCommandShop(values.data, { isPractice: values.practice })
    : await openCopyOfShop(values.data, { isPractice: values.practice, mayBeNew: isDryRun })
  try {
    const waiting = writes ? [] : await client.work.underWay()
    if (waiting.length > 0)
      console.error(
        'Ada pekerjaan yang belum selesai di toko ini; angka di bawah belum memuat semuanya. Buka Lumbung untuk menyelesaikannya.',
      )
    if (command === 'import') await ensureSetUp(client, values['start-day'], Date.now())
    const settings = await client.settings.get()
    const { businessName } = settings
    if (command === 'import') {
      const reports = importFiles(client, {
        files: [subject!, ...rest],
        shopName: values.shop,
        wallet: values.wallet,
        despite: values.despite,
        dryRun: values['dry-run'],
      })
      for await (const report of reports) {
        done.files.push(report)
        if (!values.json) console.info(importText(report))
      }
      if (values.json) console.info(JSON.stringify(done, null, 2))
      return 0
    }
    if (command === 'verify') {
      const report = await client.ledger.verify()
      say(
        report.findings
          .map(
            ({ ok, check, counted, detail }) =>
              `${ok ? 'cocok ' : 'SELISIH'}  ${check} (${counted})${detail ? `: ${detail}` : ''}`,
          )
          .join('\n'),
        report,
      )
      return report.ok ? 0 : 3
    }
    if (command === 'report') {
      const options = { at: values.at, compared: values.compare, month: values.month, from: values.from, to: values.to }
      if (subject === 'neraca') {
        const neraca = await neracaOf(client, options, Date.now())
        say(neracaText(businessName, neraca, statementNames(settings)), neraca)
      } else {
        const report = await labaRugiOf(client, options, Date.now())
        say(labaRugiText(businessName, report, statementNames(settings)), report)
      }
      return 0
    }
    const journal = await client.ledger.exportJournal({
      format: values.format as 'hledger',
      ...(values.book ? { book: values.book as 'usaha' } : {}),
    })
    if (values.out) await writeFile(values.out, journal.text).catch(notWritten(values.out))
    else if (values.json) say('', journal)
    else process.stdout.write(journal.text)
    return 0
  } finally {
    await core.work.idle()
    close()
  }
}

try {
  process.exitCode = await run()
} catch (problem) {
  const { code, data, message } = problem as { code?: string; data?: unknown; message: string }
  const sentence = data === undefined ? whyClosed(problem) : message
  if (values.json)
    console.info(
      JSON.stringify(
        {
          refused: { code: code ?? 'DEFECT', message: sentence, data: data ?? null },
          ...(done.files.length > 0 ? done : {}),
        },
        null,
        2,
      ),
    )
  console.error(sentence)
  process.exitCode = 1
}
