import { writeFile } from 'node:fs/promises'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { answerWords } from './answers.words.ts'
import type { Choices } from './choices.ts'
import { type ImportReport, importFiles, type SkippedReport } from './import-command.ts'
import { importText } from './import-text.ts'
import { type Client, type CommandShop, ensureSetUp, openCommandShop, openCopyOfShop } from './shop.ts'

type ShopCommand = 'import' | 'verify' | 'export journal'

interface Asked {
  values: Choices['values']
  operands: string[]
  say(text: string, json: unknown): void
  /** The shop's language, as soon as it is known. */
  speak(language: Language): void
  /** Hears of each file that an import has done; one that is refused does not undo those before it. */
  onFile(report: ImportReport | SkippedReport): void
}

/** Commands that the core of a shop answers; the answer is the exit status. */
export async function ofTheShop(command: ShopCommand, asked: Asked): Promise<number> {
  const { data, practice: isPractice, 'dry-run': dryRun } = asked.values
  if (command === 'import' && !dryRun) return closing(await openCommandShop(data, { isPractice }), importing)
  const shop = await openCopyOfShop(data, { isPractice, mayBeNew: command === 'import' })
  return closing(shop, async (client) => {
    const { language } = await client.settings.get()
    asked.speak(language)
    if ((await client.work.underWay()).length > 0) console.error(answerWords[language].unfinished)
    if (command === 'import') return importing(client)
    return command === 'verify' ? verify(client, language, asked) : exportJournal(client, asked)
  })

  async function importing(client: Client): Promise<number> {
    const { shop: shopName, wallet, despite, 'start-day': startDay, json } = asked.values
    await ensureSetUp(client, startDay, Date.now())
    const { language } = await client.settings.get()
    asked.speak(language)
    const files = importFiles(client, { files: asked.operands, shopName, wallet, despite, dryRun, language })
    for await (const report of files) {
      asked.onFile(report)
      if (!json) console.info(importText(report, language))
    }
    return 0
  }
}

async function closing({ client, core, close }: CommandShop, work: (client: Client) => Promise<number>) {
  try {
    return await work(client)
  } finally {
    await core.work.idle()
    close()
  }
}

async function verify(client: Client, language: Language, { say }: Asked): Promise<number> {
  const report = await client.ledger.verify()
  const { fits, differs } = answerWords[language]
  const lines = report.findings.map(
    ({ ok, check, counted, detail }) => `${ok ? fits : differs} ${check} (${counted})${detail ? `: ${detail}` : ''}`,
  )
  say(lines.join('\n'), report)
  return report.ok ? 0 : 3
}

async function exportJournal(client: Client, { values, say }: Asked): Promise<number> {
  const { out, format, book, json } = values
  const journal = await client.ledger.exportJournal({
    format: format as 'hledger',
    ...(book ? { book: book as 'usaha' } : {}),
  })
  if (out !== undefined)
    await writeFile(out, journal.text).catch(() => {
      throw new DomainError('OUT_NOT_WRITABLE', { file: out })
    })
  else if (json) say('', journal)
  else process.stdout.write(journal.text)
  return 0
}
