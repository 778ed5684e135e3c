import type { Language } from '../../src-shared/kernel/business-day.ts'
import { choicesOf, givenOptions } from './choices.ts'
import { type CommandName, commandOf } from './command-table.ts'
import type { ImportReport, SkippedReport } from './import-command.ts'

const read = choicesOf(process.argv.slice(2))
if ('wrong' in read) stop(read.wrong)
const { choices } = read
const { values, positionals } = choices

if (values.help || positionals.length === 0) {
  const { helpOn } = await import('./help.ts')
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

/** Runs one command; the answer is the exit status. Each loads what it needs alone: most of a short command is reading code. */
async function run(name: CommandName): Promise<number> {
  switch (name) {
    case 'report neraca':
    case 'report laba-rugi': {
      const { ofReports } = await import('./report-command.ts')
      return ofReports(name, { ...values, say, speak }, Date.now())
    }
    case 'import':
    case 'export journal':
    case 'verify': {
      const { ofTheShop } = await import('./shop-commands.ts')
      const status = await ofTheShop(name, { values, operands, say, speak, onFile: (file) => done.files.push(file) })
      if (name === 'import' && values.json) say('', done)
      return status
    }
    case 'export semua':
    case 'backup':
    case 'backups':
    case 'restore': {
      const { exportAll, ofBackups } = await import('./backup-command.ts')
      const choices = { ...values, say, speak }
      return name === 'export semua' ? exportAll(choices) : ofBackups(name, operands[0], choices)
    }
    case 'sandbox shopee':
      return sandbox('shopee')
    case 'sandbox tiktok':
      return sandbox('tiktok')
  }
}

async function sandbox(marketplace: 'shopee' | 'tiktok'): Promise<number> {
  const { openSandboxCommand } = await import('./sandbox-command.ts')
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  const { port, seed, skus, stock, keep } = values
  const options = { port: number(port), seed: number(seed), skus: number(skus), stock: number(stock), keep }
  console.info(JSON.stringify(await openSandboxCommand(marketplace, options), null, 2))
  return 0
}

try {
  process.exitCode = await run(name)
} catch (problem) {
  const { sentenceOf } = await import('./sentence-of.ts')
  const { code = 'DEFECT', data = null } = problem as { code?: string; data?: unknown }
  const sentence = sentenceOf(problem, language)
  if (values.json) say('', { refused: { code, message: sentence, data }, ...(done.files.length > 0 ? done : {}) })
  console.error(sentence)
  process.exitCode = 1
}
