import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Browser, chromium, type Page } from 'playwright-core'
import { electronRuntime } from '../../scripts/desktop-runtime.ts'

const root = join(import.meta.dirname, '../..')

export function buildApp(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-app-'))
  execFileSync(process.execPath, [join(import.meta.dirname, 'build-app.ts'), folder], { cwd: root, stdio: 'inherit' })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What the stand-in says it was asked to do outside itself. Real Electron says nothing. */
export type Fact = { kind: string; [detail: string]: unknown }

export interface RunningApp {
  page: Page
  facts: Fact[]
  /** The next dialog gets this answer. */
  answerDialog(answer: { canceled: boolean; filePath?: string }): Promise<void>
  /** Asks the app to end as a person would, and gives its exit code. */
  quit(): Promise<number>
}

interface Launch {
  appFolder: string
  dataFolder: string
  args?: string[]
}

export interface RunningStandIn extends RunningApp {
  /** Somebody started the app again, with this command line. */
  startAgain(argv: string[]): void
  ended: Promise<number>
}

export async function launchStandIn({ appFolder, dataFolder, args = [] }: Launch): Promise<RunningStandIn> {
  const facts: Fact[] = []
  const child = fork(join(import.meta.dirname, 'run.ts'), [appFolder, '--data', dataFolder, ...args], { execArgv: [] })
  child.on('message', (fact: Fact) => facts.push(fact))
  const ended = exitOf(child)
  const failed = ended.then((code) => Promise.reject(new Error(`the stand-in ended with ${code}`)))
  const browser = await Promise.race([joined(child), failed])
  failed.catch(() => {})
  const page = await shopPage(browser)
  return {
    page,
    facts,
    ended,
    startAgain: (argv) => void child.send({ kind: 'second instance', argv }),
    async answerDialog(answer) {
      child.send({ kind: 'dialog answer', answer })
    },
    async quit() {
      child.send({ kind: 'quit' })
      return ended
    },
  }
}

/** Starts the stand-in where it is to end without ever showing a window, answering whatever it says. */
export async function startInVain({ appFolder, dataFolder }: Launch): Promise<{ code: number; facts: Fact[] }> {
  const facts: Fact[] = []
  const child = fork(join(import.meta.dirname, 'run.ts'), [appFolder, '--data', dataFolder], { execArgv: [] })
  child.on('message', (fact: Fact) => facts.push(fact))
  child.send({ kind: 'dialog answer', answer: { canceled: false } })
  return { code: await exitOf(child), facts }
}

export async function launchElectron({ appFolder, dataFolder, args = [] }: Launch): Promise<RunningApp> {
  const executablePath = electronRuntime()
  if (!executablePath) throw new Error('no Electron runtime')
  const app = await _electron.launch({ executablePath, args: [appFolder, '--data', dataFolder, ...args] })
  const ended = exitOf(app.process())
  return {
    page: await app.firstWindow(),
    facts: [],
    answerDialog: (answer) =>
      app.evaluate(({ dialog }, given) => {
        dialog.showSaveDialog = async () => ({ filePath: '', ...given })
      }, answer),
    async quit() {
      await app.evaluate(({ app: running }) => running.quit()).catch(() => {})
      return ended
    },
  }
}

const exitOf = (child: ChildProcess) =>
  new Promise<number>((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0))))

const joined = (child: ChildProcess) =>
  new Promise<Browser>((resolve, reject) => {
    child.on('message', (fact: Fact) => {
      if (fact.kind === 'browser') chromium.connectOverCDP(String(fact.debuggingUrl)).then(resolve, reject)
    })
  })

async function shopPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('the stand-in has no browser context')
  for (;;) {
    const page = context.pages().find((open) => open.url().includes('.lumbung.test'))
    if (page) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
