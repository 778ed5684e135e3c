import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test.skipIf(process.platform !== 'linux')(
  'npm run dev without a display serves the sources to a browser, with a core behind them',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lumbung-dev-'))
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
    const child = spawn(process.execPath, ['scripts/dev.ts', '--data', folder, '--port', '0'], { cwd: root, env })
    onTestFinished(() => {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    })
    let url = ''
    for await (const line of createInterface(child.stdout)) {
      url = /^Lumbung: (http:\S+)$/.exec(line)?.[1] ?? ''
      if (url) break
    }
    const page = await (await fetch(url)).text()
    expect(page).toContain('src="./main.tsx"')

    const session = /name="lumbung-session" content="([^"]+)"/.exec(page)?.[1] ?? ''
    const answer = await fetch(`${url}api/status`, {
      headers: { 'x-lumbung-session': session, origin: new URL(url).origin },
    })
    expect(await answer.json()).toMatchObject({ host: 'browser', dataFolder: folder })
  },
)
