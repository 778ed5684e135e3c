import { execFile } from 'node:child_process'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Printer, PrintOutcome } from '../../src-shared/app/desktop-bridge.ts'
import { openerOf } from './opener.ts'

const run = promisify(execFile)

/** A PDF goes to paper as it is, at 100 %: a label's barcode is only right at its own size. */
export interface Printing {
  printers(): Promise<Printer[]>
  /** Without a printer the system's own viewer opens the PDF and the person prints from there. */
  print(job: PrintJob): Promise<PrintOutcome>
}

export interface PrintJob {
  name: string
  pdf: Uint8Array
  printer: string | null
  copies: number
}

/**
 * Printing without Electron. CUPS (Linux, macOS) takes PDF bytes untouched; Windows has no such command, there the
 * viewer opens. https://www.cups.org/doc/options.html
 */
export const systemPrinting = (platform: NodeJS.Platform = process.platform): Printing => ({
  async printers() {
    if (platform === 'win32') return []
    try {
      const { stdout } = await run('lpstat', ['-e'], { timeout: 5000 })
      return stdout
        .split('\n')
        .filter((line) => line.trim())
        .map((name) => ({ name: name.trim(), label: name.trim().replaceAll('_', ' ') }))
    } catch {
      return []
    }
  },

  print: (job) =>
    withPdfFile(job, async (file) => {
      if (!job.printer || platform === 'win32') return openInViewer(file, platform)
      const how = ['-d', job.printer, '-n', String(job.copies), '-o', 'print-scaling=none', '-t', job.name]
      await run('lp', [...how, '--', file], { timeout: 20_000 })
      return { outcome: 'printed' }
    }),
})

async function openInViewer(file: string, platform: NodeJS.Platform): Promise<PrintOutcome> {
  const { command, args } = openerOf(file, platform)
  await run(command, args, { timeout: 10_000 })
  return { outcome: 'opened' }
}

const PRINTS = 'lumbung-cetak-'
/** Folders that a viewer may still be reading from. */
const opened = new Set<string>()

/**
 * Removes what viewers were given to read: names and addresses of buyers do not stay behind. Of this run all of it; of runs
 * before, which may have been killed, what is older than `olderThanMs`, for another Lumbung may be printing now. A file that
 * the system holds (Windows, an open viewer) goes the next time.
 */
export function removePrints(olderThanMs: number, now: () => number = Date.now): void {
  const isOld = (folder: string) => now() - statSync(folder).mtimeMs > olderThanMs
  const found = readdirSync(tmpdir())
    .filter((name) => name.startsWith(PRINTS))
    .map((name) => join(tmpdir(), name))
  for (const folder of found)
    try {
      if (opened.has(folder) || (olderThanMs > 0 && isOld(folder))) rmSync(folder, { recursive: true, force: true })
    } catch {
      // of another user, or in use
    }
  opened.clear()
}

/**
 * Runs `work` with the PDF in a file of its own. A viewer reads the file in its own time, so an opened one stays in the
 * system's temporary folder until `removePrints`; a printed one is removed at once.
 */
export async function withPdfFile(
  { name, pdf }: Pick<PrintJob, 'name' | 'pdf'>,
  work: (file: string) => Promise<PrintOutcome>,
): Promise<PrintOutcome> {
  const folder = await mkdtemp(join(tmpdir(), PRINTS))
  const file = join(folder, safeFileName(name, 'pdf'))
  await writeFile(file, pdf, { mode: 0o600 })
  let outcome: PrintOutcome
  try {
    outcome = await work(file)
  } catch (problem) {
    outcome = { outcome: 'failed', reason: problem instanceof Error ? problem.message : String(problem) }
  }
  if (outcome.outcome === 'opened') opened.add(folder)
  else await rm(folder, { recursive: true, force: true })
  return outcome
}

/** A name that every file system takes and that names no folder. */
export function safeFileName(name: string, extension?: string): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, '-')
    .replace(/^\.+|[. ]+$/g, '')
    .slice(0, 120)
  const named = plain || 'Lumbung'
  return extension && !named.toLowerCase().endsWith(`.${extension}`) ? `${named}.${extension}` : named
}
