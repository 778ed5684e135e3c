import { writeFile } from 'node:fs/promises'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { answerWords } from './answers.words.ts'
import { exportAll, ofBackups } from './backup-command.ts'
import { choicesOf, givenOptions } from './choices.ts'
import { type CommandName, commandOf } from './command-table.ts'
import { helpOn } from './help.ts'
import { type ImportReport, importFiles, type SkippedReport } from './import-command.ts'
import { importText } from './import-text.ts'
import { labaRugiOf, labaRugiText, neracaOf, neracaText } from './report-command.ts'
import { openSandboxCommand } from './sandbox-command.ts'
import { sentenceOf } from './sentence-of.ts'
import { type Client, type CommandShop, ensureSetUp, openCommandShop, openCopyOfShop } from './shop.ts'

const read = choicesOf(process.argv.slice(2))
if ('wrong' in read) stop(read.wrong)
const { choices } = read
const { values, positionals } = choices

if (values.help || positionals.length === 0) {
  const help = helpOn(positionals, values.english ? 'en' : 'id')
  if (help !== null) {
    console.info(help)
    process.exit(values.help ? 0 : 2)
  }
}
const asked = commandOf(positionals, givenOptions(choices))
if ('wrong' in asked) stop(asked.wrong)
const { name, operands } = asked

/** Nothing was begun: what stands on the command line cannot be understood. */
function stop(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

const say = (text: string, json: unknown) => console.info(values.json ? JSON.stringify(json, null, 2) : text)

/** What an import has done so far; a file that is refused does not undo the ones before it. */
const done: { files: (ImportReport | SkippedReport)[] } = { files: [] }
/** The shop's, as soon as it is open. */
let language: Language = 'id'
const speak = (theirs: Language) => {
  language = theirs
}

type Settings = Awaited<ReturnType<Client['settings']['get']>>

/** Runs one command; the answer is the exit status. */
function run(name: CommandName): Promise<number> {
  switch (name) {
    case 'import':
      return values['dry-run'] ? onCopy({ mayBeNew: true }, importing) : onShop(importing)
    case 'report neraca':
      return onCopy({}, reportNeraca)
    case 'report laba-rugi':
      return onCopy({}, reportLabaRugi)
    case 'export journal':
      return onCopy({}, exportJournal)
    case 'export semua':
      return exportAll({ ...values, say, speak })
    case 'verify':
      return onCopy({}, verify)
    case 'backup':
    case 'backups':
    case 'restore':
      return ofBackups(name, operands[0], { ...values, say, speak })
    case 'sandbox shopee':
      return sandbox('shopee')
    case 'sandbox tiktok':
      return sandbox('tiktok')
  }
}

async function onShop(work: (client: Client) => Promise<number>): Promise<number> {
  return closing(await openCommandShop(values.data, { isPractice: values.practice }), work)
}

async function onCopy(
  { mayBeNew = false }: { mayBeNew?: boolean },
  work: (client: Client, settings: Settings) => Promise<number>,
): Promise<number> {
  const shop = await openCopyOfShop(values.data, { isPractice: values.practice, mayBeNew })
  return closing(shop, async (client) => {
    const settings = await client.settings.get()
    speak(settings.language)
    if ((await client.work.underWay()).length > 0) console.error(answerWords[language].unfinished)
    return work(client, settings)
  })
}

async function closing({ client, core, close }: CommandShop, work: (client: Client) => Promise<number>) {
  try {
    return await work(client)
  } finally {
    await core.work.idle()
    close()
  }
}

async function importing(client: Client): Promise<number> {
  await ensureSetUp(client, values['start-day'], Date.now())
  speak((await client.settings.get()).language)
  const { shop, wallet, despite, 'dry-run': dryRun } = values
  for await (const report of importFiles(client, {
    files: operands,
    shopName: shop,
    wallet,
    despite,
    dryRun,
    language,
  })) {
    done.files.push(report)
    if (!values.json) console.info(importText(report, language))
  }
  if (values.json) console.info(JSON.stringify(done, null, 2))
  return 0
}

async function reportNeraca(client: Client, settings: Settings): Promise<number> {
  const neraca = await neracaOf(client, { at: values.at, compared: values.compare }, Date.now())
  say(neracaText(settings, neraca, { isCompared: values.compare !== undefined }), neraca)
  return 0
}

async function reportLabaRugi(client: Client, settings: Settings): Promise<number> {
  const report = await labaRugiOf(client, { month: values.month, from: values.from, to: values.to }, Date.now())
  say(labaRugiText(settings, report), report)
  return 0
}

async function verify(client: Client): Promise<number> {
  const report = await client.ledger.verify()
  const { fits, differs } = answerWords[language]
  const lines = report.findings.map(
    ({ ok, check, counted, detail }) => `${ok ? fits : differs} ${check} (${counted})${detail ? `: ${detail}` : ''}`,
  )
  say(lines.join('\n'), report)
  return report.ok ? 0 : 3
}

async function exportJournal(client: Client): Promise<number> {
  const { out } = values
  const journal = await client.ledger.exportJournal({
    format: values.format as 'hledger',
    ...(values.book ? { book: values.book as 'usaha' } : {}),
  })
  if (out !== undefined)
    await writeFile(out, journal.text).catch(() => {
      throw new DomainError('OUT_NOT_WRITABLE', { file: out })
    })
  else if (values.json) say('', journal)
  else process.stdout.write(journal.text)
  return 0
}

async function sandbox(marketplace: 'shopee' | 'tiktok'): Promise<number> {
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  const { port, seed, skus, stock, keep } = values
  const options = { port: number(port), seed: number(seed), skus: number(skus), stock: number(stock), keep }
  console.info(JSON.stringify(await openSandboxCommand(marketplace, options), null, 2))
  return 0
}

try {
  process.exitCode = await run(name)
} catch (problem) {
  const { code = 'DEFECT', data = null } = problem as { code?: string; data?: unknown }
  const sentence = sentenceOf(problem, language)
  if (values.json) say('', { refused: { code, message: sentence, data }, ...(done.files.length > 0 ? done : {}) })
  console.error(sentence)
  process.exitCode = 1
}
