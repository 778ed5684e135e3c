import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { cookieFrom } from './a-web-host.ts'

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
    const { origin } = new URL(url)
    expect(await (await fetch(origin)).text()).toContain('src="./main.tsx"')
    const answer = await fetch(`${origin}/api/status`, { headers: { cookie: await cookieFrom(url), origin } })
    expect(await answer.json()).toMatchObject({ host: 'browser', dataFolder: folder })
  },
)
