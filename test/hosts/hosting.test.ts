import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dataFolder, shopFile, syncedPart } from '../../src-main/hosting/data-folder.ts'
import { terminalDialogs } from '../../src-main/hosting/dialogs.ts'
import { openerOf } from '../../src-main/hosting/opener.ts'
import { removePrints, safeFileName, systemPrinting, withPdfFile } from '../../src-main/hosting/printing.ts'
import { rendererFiles } from '../../src-main/hosting/renderer-files.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import type { PrintOutcome } from '../../src-shared/app/desktop-bridge.ts'
import { aBuiltPage } from './a-web-host.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-host-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('the shop lives where each operating system keeps the data of applications', () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string>) =>
    dataFolder({ platform, env, home: '/home/ratna' }).replaceAll('\\', '/')
  expect(at('win32', { APPDATA: 'C:/Users/ratna/AppData/Roaming' })).toBe('C:/Users/ratna/AppData/Roaming/Lumbung')
  expect(at('darwin', {})).toBe('/home/ratna/Library/Application Support/Lumbung')
  expect(at('linux', {})).toBe('/home/ratna/.local/share/Lumbung')
  expect(at('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/Lumbung')
})

test('Toko Latihan never shares a file with the shop', () => {
  expect(shopFile('/toko', true)).not.toBe(shopFile('/toko', false))
})

test('a folder that a cloud service copies is recognised by its name', () => {
  expect(syncedPart('C:\\Users\\ratna\\OneDrive - Batik\\Toko')).toBe('OneDrive - Batik')
  expect(syncedPart('/home/ratna/Dropbox/toko')).toBe('Dropbox')
  expect(syncedPart('/Users/ratna/Google Drive/toko')).toBe('Google Drive')
  expect(syncedPart('/home/ratna/.local/share/Lumbung')).toBeNull()
})

test('a secret comes back only through the same key file, which is for this user alone', async () => {
  const folder = aFolder()
  const keyFile = join(folder, 'inside', 'key')
  const secrets = fileSecrets(keyFile)
  const sealed = await secrets.seal('token-rahasia')
  expect(sealed).not.toContain('token')
  expect(await secrets.seal('token-rahasia'), 'never twice the same').not.toBe(sealed)
  expect(await fileSecrets(keyFile).open(sealed)).toBe('token-rahasia')
  if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600)

  const bytes = Buffer.from(sealed, 'base64')
  bytes[bytes.length - 1]! ^= 1
  await expect(secrets.open(bytes.toString('base64'))).rejects.toThrow()
  await expect(fileSecrets(join(folder, 'other')).open(sealed)).rejects.toThrow()
})

test('a file is kept under its name, and an earlier one of that name stays', async () => {
  const folder = join(aFolder(), 'Downloads')
  const dialogs = terminalDialogs(folder)
  const first = await dialogs.saveFile({ name: 'Neraca.pdf', bytes: Buffer.from('satu') })
  const second = await dialogs.saveFile({ name: 'Neraca.pdf', bytes: Buffer.from('dua') })
  expect([first, second]).toEqual([join(folder, 'Neraca.pdf'), join(folder, 'Neraca (2).pdf')])
  expect(readFileSync(first!, 'utf8')).toBe('satu')
})

test.for([
  ['../../etc/passwd', '-..-etc-passwd.pdf'],
  ['C:\\Windows\\x', 'C--Windows-x.pdf'],
  ['label\u0000.exe', 'label-.exe.pdf'],
  ['Label 22 Nov 2026.PDF', 'Label 22 Nov 2026.PDF'],
  ['...', 'Lumbung.pdf'],
  ['nama. . ', 'nama.pdf'],
  ['x'.repeat(300), `${'x'.repeat(120)}.pdf`],
])('a file name holds no folder and nothing a file system refuses: %s', ([given, kept]) => {
  expect(safeFileName(given!, 'pdf')).toBe(kept)
})

/** CUPS as a shell script that notes what it was called with. */
function aCups(): { calls(): string[] } {
  const folder = aFolder()
  const script = (name: string, body: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  script('lpstat', 'echo Zebra_ZD220\necho Epson_L3210')
  script('lp', `printf '%s\\n' "$*" >> "${folder}/calls"; for file; do :; done; wc -c < "$file" >> "${folder}/calls"`)
  const path = process.env.PATH
  process.env.PATH = `${folder}${delimiter}${path}`
  onTestFinished(() => {
    process.env.PATH = path
  })
  return { calls: () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') }
}

test.skipIf(process.platform === 'win32')('a PDF goes to the named printer untouched and unscaled', async () => {
  const cups = aCups()
  const printing = systemPrinting()
  expect(await printing.printers()).toEqual([
    { name: 'Zebra_ZD220', label: 'Zebra ZD220' },
    { name: 'Epson_L3210', label: 'Epson L3210' },
  ])
  const pdf = Buffer.alloc(1234, '%')
  expect(await printing.print({ name: 'Label', pdf, printer: 'Zebra_ZD220', copies: 2 })).toEqual({
    outcome: 'printed',
  })
  const [call, bytes] = cups.calls()
  expect(call).toMatch(/^-d Zebra_ZD220 -n 2 -o print-scaling=none -t Label -- .*lumbung-cetak-.*Label\.pdf$/)
  expect(Number(bytes)).toBe(1234)
  expect(existsSync(dirname(call!.split(' -- ')[1]!)), 'nothing of the buyer stays in the temporary folder').toBe(false)
})

test.skipIf(process.platform === 'win32')(
  'without CUPS there are no printers, and printing says why it failed',
  async () => {
    const empty = aFolder()
    const path = process.env.PATH
    process.env.PATH = empty
    onTestFinished(() => {
      process.env.PATH = path
    })
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('lumbung-cetak-'))
    expect(await systemPrinting().printers()).toEqual([])
    expect(await systemPrinting().print({ name: 'Label', pdf: Buffer.from('%'), printer: 'Zebra', copies: 1 })).toEqual(
      {
        outcome: 'failed',
        reason: expect.stringContaining('lp'),
      },
    )
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('lumbung-cetak-'))).toEqual(before)
  },
)

describe('what a viewer was given to read', () => {
  const opened = async () => {
    let file = ''
    await withPdfFile({ name: 'Label Ratna', pdf: Buffer.from('%PDF') }, async (given) => {
      file = given
      return { outcome: 'opened' }
    })
    return file
  }

  test('stays while Lumbung runs, and goes when it ends', async () => {
    const files = [await opened(), await opened()]
    expect(files.map((file) => existsSync(file))).toEqual([true, true])
    removePrints(0)
    expect(files.map((file) => existsSync(dirname(file)))).toEqual([false, false])
  })

  test('of a run that was killed it goes at a start a day later; what another Lumbung prints now stays', async () => {
    const killed = mkdtempSync(join(tmpdir(), 'lumbung-cetak-'))
    const now = mkdtempSync(join(tmpdir(), 'lumbung-cetak-'))
    onTestFinished(() => rmSync(now, { recursive: true, force: true }))
    utimesSync(killed, Date.now() / 1000 - 90_000, Date.now() / 1000 - 90_000)
    removePrints(24 * 3_600_000)
    expect([existsSync(killed), existsSync(now)]).toEqual([false, true])
  })

  test('a printed one goes at once, and one that could not be printed too', async () => {
    const left = async (work: () => Promise<PrintOutcome>) => {
      let file = ''
      await withPdfFile({ name: 'x', pdf: Buffer.from('%PDF') }, (given) => {
        file = given
        return work()
      })
      return existsSync(dirname(file))
    }
    expect(await left(async () => ({ outcome: 'printed' }))).toBe(false)
    expect(await left(() => Promise.reject(new Error('no paper')))).toBe(false)
  })
})

test('a file or address is opened without a shell reading it', () => {
  const target = 'http://127.0.0.1:1/?a=1&calc.exe'
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const { command, args } = openerOf(target, platform)
    expect(args.at(-1)).toBe(target)
    expect(['xdg-open', 'open', 'rundll32']).toContain(command)
  }
})

test.skipIf(process.platform === 'win32')(
  'the page folder is drawn up once: links and unknown kinds are not in it',
  () => {
    const folder = aFolder()
    const page = aBuiltPage(folder)
    symlinkSync(join(folder, 'secret.json'), join(page, 'linked.json'))
    writeFileSync(join(page, 'assets', 'notes.map'), '{}')
    mkdirSync(join(page, 'node.js'))
    const fileAt = rendererFiles(page)
    expect(fileAt('/assets/index-a1b2c3.js')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      isImmutable: true,
    })
    for (const path of ['/linked.json', '/assets/notes.map', '/node.js', '/../secret.json', '/constructor.js', ''])
      expect(fileAt(path), path).toBeNull()
  },
)
