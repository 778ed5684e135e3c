import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const scripts = join(import.meta.dirname, '../../scripts')

/** A checkout with nothing but the install script, an npm that notes its calls, and an apt-get that does as told. */
function aCheckout({ npmExit = 0, apt = (_bin: string): string => 'exit 100', known = '' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-install-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = (...path: string[]) => join(folder, ...path)
  for (const inner of ['scripts', 'bin']) mkdirSync(at(inner))
  for (const script of ['install.mjs', 'chromium.mjs']) cpSync(join(scripts, script), at('scripts', script))
  writeFileSync(at('package-lock.json'), '{}')
  writeFileSync(
    at('npm.js'),
    `const fs = require('node:fs')
     fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
     if (${npmExit}) process.exit(${npmExit})
     fs.mkdirSync('node_modules', { recursive: true })
     fs.writeFileSync('node_modules/.package-lock.json', '{}')`,
  )
  writeFileSync(at('bin', 'apt-get'), `#!/bin/sh\necho "$*" >> "${at('calls')}"\n${apt(at('bin'))}\n`, { mode: 0o755 })
  writeFileSync(at('bin', 'apt-cache'), `#!/bin/sh\n[ "$2" = "${known}" ]\n`, { mode: 0o755 })
  for (const command of ['sh', 'which', 'chmod']) {
    const real = ['/usr/bin', '/bin'].map((place) => join(place, command)).find((path) => existsSync(path))
    if (real) symlinkSync(real, at('bin', command))
  }
  return {
    at,
    install: (...choices: string[]) => {
      const { status, stderr } = spawnSync(process.execPath, [at('scripts', 'install.mjs'), ...choices], {
        env: { PATH: at('bin'), npm_execpath: at('npm.js') },
        encoding: 'utf8',
      })
      return { status, said: stderr }
    },
    calls: () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : []),
  }
}

test('packages are installed from the lock file once, and again when it has changed', () => {
  const { install, calls, at } = aCheckout()
  expect(install()).toMatchObject({ status: 0 })
  expect(install()).toEqual({ status: 0, said: '' })
  expect(calls()).toEqual(['ci'])
  const later = Date.now() / 1000 + 60
  utimesSync(at('package-lock.json'), later, later)
  install()
  expect(calls()).toEqual(['ci', 'ci'])
})

test('packages that cannot be installed stop the command with a reason', () => {
  const { status, said } = aCheckout({ npmExit: 1 }).install()
  expect(status).toBe(1)
  expect(said).toContain('The packages could not be installed')
})

test.skipIf(process.platform !== 'linux')(
  'without a browser the tests cannot run, and the way to get one is said',
  () => {
    const { status, said } = aCheckout().install('--with-tools')
    expect(status).toBe(1)
    expect(said).toContain(
      'Not found: Chromium, pdftoppm, hledger. Try: sudo apt-get install -y chromium poppler-utils hledger',
    )
    expect(said).toContain('LUMBUNG_CHROMIUM')
  },
)

const isDebianRoot =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /debian|ubuntu/.test(readFileSync('/etc/os-release', 'utf8'))

test.skipIf(!isDebianRoot).each(['chromium', 'chromium-headless-shell'])(
  'root on Debian gets the missing tools one by one, so that one that is missing keeps none away; its browser is %s',
  (browser) => {
    const apt = (bin: string) =>
      `case "$*" in *${browser}) echo > "${bin}/${browser}"; chmod +x "${bin}/${browser}";; *hledger) exit 100;; esac`
    const { install, calls, at } = aCheckout({ apt, known: browser })
    const { status, said } = install('--with-tools')
    expect(calls().map((call) => call.split(' ').at(-1))).toEqual(['ci', 'update', browser, 'poppler-utils', 'hledger'])
    expect(calls().every((call) => call === 'ci' || call.includes('DPkg::Lock::Timeout=400'))).toBe(true)
    expect(existsSync(at('bin', browser))).toBe(true)
    expect(said).toContain('Not found: pdftoppm, hledger.')
    expect(said).toContain('will be skipped')
    expect(status).toBe(0)
  },
)
