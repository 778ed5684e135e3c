import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from 'playwright-core'
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs'
import { serveFolder } from '../../scripts/serve-folder.ts'
import { projectFolder } from '../../src-main/hosting/project-folder.ts'
import { mediansOf, timed } from './timing.ts'

/** A program says what processor time it took when it ends: on a shared machine the one figure that stays. */
const SAY_CPU =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("\\nCPU "+(user+system))})'
const bundled = join(projectFolder, 'scripts/bundled.mjs')
/**
 * What `npm start` gives Node: how large its young heap may be is a choice of the command line alone, and without the middle
 * one of its three compilers it holds 15 MB less at the same speed.
 */
export const NODE_CHOICES: string[] = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
  .scripts['start:here'].split(' ')
  .filter((word: string) => word.startsWith('--'))

function cpuMsOf(...args: string[]): number {
  const { stderr, status } = spawnSync(process.execPath, ['--import', SAY_CPU, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return Number(/CPU (\d+)$/.exec(stderr)?.[1]) / 1000
}

/** Processor time of a command that only looks, beside that of a Node that does nothing. Milliseconds. */
export async function commandAgainstNode(
  folder: string,
  rounds: number,
): Promise<{ commandMs: number; nodeMs: number }> {
  const [commandMs = 0, nodeMs = 0] = await mediansOf(
    rounds,
    () => cpuMsOf(bundled, 'lumbung', 'report', 'neraca', '--data', folder),
    () => cpuMsOf('--eval', '0'),
  )
  return { commandMs, nodeMs }
}

export interface StartedHost {
  url: string
  /** `name=value`, as a browser that was let in sends it. */
  cookie: string
  pid: number
  stop(): Promise<void>
}

/** `npm start -- --browser` for this shop, from birth until it has answered. */
export async function startedHost(folder: string, ...choices: string[]): Promise<StartedHost> {
  const child = spawn(
    process.execPath,
    [...NODE_CHOICES, bundled, 'start', '--browser', '--no-open', '--port', '0', '--data', folder, ...choices],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const address = await addressSaidBy(child)
  const { headers } = await fetch(address, { redirect: 'manual' })
  return {
    url: new URL(address).origin,
    cookie: headers.getSetCookie()[0]!.split(';')[0]!,
    pid: child.pid!,
    async stop() {
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}

async function addressSaidBy(child: ChildProcess): Promise<string> {
  for await (const line of createInterface(child.stdout!)) {
    const address = /^Lumbung: (http:\S+)$/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('the host ended before it said its address')
}

/** From birth until it answers, beside a Node that does nothing. Milliseconds of the wall clock. */
export async function hostAgainstNode(folder: string, rounds: number): Promise<{ hostMs: number; nodeMs: number }> {
  const [hostMs = 0, nodeMs = 0] = await mediansOf(
    rounds,
    async () => {
      const born = performance.now()
      const host = await startedHost(folder)
      const ms = performance.now() - born
      await host.stop()
      return ms
    },
    () => timed(() => spawnSync(process.execPath, ['--eval', '0'])),
  )
  return { hostMs, nodeMs }
}

/** What Beranda shows last: its figures, not its frame. Patterns: in the evening the day's own profit comes first. */
const FIGURES = ['Kerjakan sekarang', 'Laba (kemarin|hari ini)', 'Omzet Kotor 14 hari']

/** From asking for the address until Beranda shows its figures, beside a page of one word. Null without a Chromium. */
export async function berandaAgainstEmptyPage(
  host: StartedHost,
  rounds: number,
): Promise<{ berandaMs: number; emptyMs: number } | null> {
  const executablePath = findChromium()
  if (!executablePath) return null
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-empty-'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="id"><title>Kosong</title><h1>Kosong</h1></html>',
  )
  const empty = await serveFolder(folder)
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  try {
    const [berandaMs = 0, emptyMs = 0] = await mediansOf(
      rounds,
      () => shownAfter(browser, host.url, FIGURES, host.cookie),
      () => shownAfter(browser, empty.address, ['Kosong']),
    )
    return { berandaMs, emptyMs }
  } finally {
    await browser.close()
    await empty.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds from the beginning of the visit until all the words are painted, in a browser that has seen nothing yet. */
async function shownAfter(browser: Browser, address: string, words: readonly string[], cookie = ''): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const [name, value] = cookie.split('=')
  if (name && value) await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  await page.addInitScript((words) => {
    const look = () => {
      const text = document.body?.textContent ?? ''
      if (!words.every((word) => new RegExp(word).test(text))) return
      watching.disconnect()
      requestAnimationFrame(() => setTimeout(() => performance.mark('shown')))
    }
    const watching = new MutationObserver(look)
    watching.observe(document, { subtree: true, childList: true, characterData: true })
  }, words)
  await page.goto(address, { waitUntil: 'commit' })
  const shown = await page.waitForFunction(() => performance.getEntriesByName('shown')[0]?.startTime)
  const ms = Number(await shown.jsonValue())
  await context.close()
  return ms
}

/** Megabytes of memory that the process holds now; null where `ps` does not tell. */
export function memoryMbOf(pid: number): number | null {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout?.trim() ? Number(stdout) / 1024 : null
}
