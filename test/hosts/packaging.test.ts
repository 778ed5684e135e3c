import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWhenOld } from '../../scripts/build-app.ts'
import { apartInWorkers } from '../../src-main/hosting/apart-in-workers.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const root = join(import.meta.dirname, '../..')
const tool = (path: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: root, encoding: 'utf8' })

/**
 * A folder that electron-builder takes for Electron, so that packing runs without the 110 MB. Its "binary" is the one thing
 * the fuses need: the marker they are written behind (version 1, eight fuses, all as Electron ships them).
 */
function anEmptyElectron(folder: string): string {
  for (const inner of ['resources', 'locales']) mkdirSync(join(folder, inner), { recursive: true })
  const fuses = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810110001', 'latin1')
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(1024), fuses, Buffer.alloc(64)]), { mode: 0o755 })
  for (const file of ['locales/en-US.pak', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, file), '')
  return folder
}

describe.skipIf(process.platform !== 'linux')('the packaged app', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'lumbung-package-'))
  const packed = join(scratch, 'release', process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked')
  const resources = join(packed, 'resources')
  let listed: string[] = []

  beforeAll(() => {
    buildWhenOld()
    const electron = anEmptyElectron(join(scratch, 'electron'))
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/electron-builder/cli.js'),
        ...['--dir', '--linux', '--publish', 'never'],
        ...[`-c.electronDist=${electron}`, `-c.directories.output=${join(scratch, 'release')}`],
      ],
      { cwd: root, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`electron-builder: ${stdout}${stderr}`)
    listed = tool('@electron/asar/bin/asar.js', 'list', join(resources, 'app.asar')).trim().split('\n')
  }, 180_000)
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  test('it holds the host, the core process, the preload and the page', () => {
    expect(listed).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/index.js',
        '/out/main/core-process.js',
        '/out/main/heavy-worker.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
      ]),
    )
  })

  test('every package the host requires at run time is in it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const name of Object.keys(dependencies)) expect(listed, name).toContain(`/node_modules/${name}/package.json`)
  })

  test('it holds nothing it does not need: no Node, no sources, no tests, no binaries of other systems', () => {
    const needless =
      /node-(linux|win)-|\/better-sqlite3\/(deps|src)\/|^\/(src-|test|scripts|resources|shared)|^\/out\/(programs|built-from)|gallery\.html$/
    expect(listed.filter((path) => needless.test(path))).toEqual([])
    expect(listed.filter((path) => path.endsWith('.node'))).toEqual([
      `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
    ])
  })

  test('the one native file lies outside the archive, where the system can load it', () => {
    const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
    expect(unpacked.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([`linux-${process.arch}.node`])
  })

  test('fonts are beside it, under the name the host looks for', () => {
    expect(existsSync(join(resources, 'lumbung', 'fonts', 'plus-jakarta-sans-latin-400-normal.woff'))).toBe(true)
    expect(existsSync(join(resources, 'lumbung', 'icons'))).toBe(false)
    expect(readFileSync(join(root, 'src-main/electron/main.ts'), 'utf8')).toContain(
      "join(process.resourcesPath, 'lumbung')",
    )
  })

  test('its fuses are set: no Node by flag, by environment or by debugger, only from its own checked archive', () => {
    const checked = () =>
      spawnSync(process.execPath, ['scripts/check-fuses.ts', join(scratch, 'release')], { cwd: root, encoding: 'utf8' })
    const { status, stdout } = checked()
    const found = Object.fromEntries(
      [...stdout.matchAll(/^right {2}(\w+) is ([01])/gm)].map(([, name, is]) => [name, is]),
    )
    expect(found).toEqual({
      RunAsNode: '0',
      EnableCookieEncryption: '1',
      EnableNodeOptionsEnvironmentVariable: '0',
      EnableNodeCliInspectArguments: '0',
      EnableEmbeddedAsarIntegrityValidation: '1',
      OnlyLoadAppFromAsar: '1',
      GrantFileProtocolExtraPrivileges: '0',
    })
    expect(status).toBe(0)

    // the first fuse after the marker, its version and length
    const binary = readFileSync(join(packed, 'lumbung'))
    const first = binary.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34
    writeFileSync(
      join(packed, 'lumbung'),
      Buffer.concat([binary.subarray(0, first), Buffer.from('1'), binary.subarray(first + 1)]),
    )
    expect(checked()).toMatchObject({ status: 1, stdout: expect.stringContaining('WRONG  RunAsNode is 1') })
    writeFileSync(join(packed, 'lumbung'), binary)
  })

  test('the hosted workflow reads the fuses back from what it packaged, before it hands anything out', () => {
    const steps = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8')
    const at = (text: string) => steps.indexOf(text)
    expect(at('npm run package')).toBeGreaterThan(0)
    expect(at('scripts/check-fuses.ts release')).toBeGreaterThan(at('npm run package'))
    expect(at('upload-artifact')).toBeGreaterThan(at('scripts/check-fuses.ts release'))
  })

  test('it knows where updates would be, and that place is still a placeholder', () => {
    expect(readFileSync(join(resources, 'app-update.yml'), 'utf8')).toContain('updates.example.invalid')
  })

  test('files are read by the packed worker, from the packed files alone', async () => {
    const alone = join(scratch, 'alone for files')
    tool('@electron/asar/bin/asar.js', 'extract', join(resources, 'app.asar'), alone)
    cpSync(join(resources, 'app.asar.unpacked'), alone, { recursive: true })
    const doApart = apartInWorkers(join(alone, 'out/main/heavy-worker.js'))
    const bytes = anOrderFile().withOrder('261104HN3T8WQA').xlsx()
    const read = await doApart('channel file', { name: 'pesanan.xlsx', bytes, zone: 'WIB' })
    expect(read.said.totals).toMatchObject({ orders: 1 })
  })

  test('the core opens a shop from the packed files alone, with nothing of the checkout in reach', () => {
    const alone = join(scratch, 'alone')
    tool('@electron/asar/bin/asar.js', 'extract', join(resources, 'app.asar'), alone)
    cpSync(join(resources, 'app.asar.unpacked'), alone, { recursive: true })
    const script = join(scratch, 'open.mjs')
    writeFileSync(
      script,
      `import { EventEmitter } from 'node:events'
       const port = new EventEmitter()
       port.postMessage = (message) => { console.log(JSON.stringify(message)); if (message.kind === 'opened') port.emit('message', { data: { kind: 'close' }, ports: [] })
         if (message.kind === 'secret') port.emit('message', { data: { kind: 'secret', asked: message.asked, text: message.text }, ports: [] }) }
       process.parentPort = port
       await import(${JSON.stringify(join(alone, 'out/main/core-process.js'))})
       port.emit('message', { data: { kind: 'open', language: 'id', openedKeys: [], shop: { folder: ${JSON.stringify(join(scratch, 'shop'))}, isPractice: false, version: '0', host: 'electron', resourcesFolder: ${JSON.stringify(join(resources, 'lumbung'))} } }, ports: [] })`,
    )
    const said = execFileSync(process.execPath, [script], { cwd: scratch, encoding: 'utf8' })
    // the key store of the system is asked for the shop's key first
    expect(said.trim().split('\n').at(-1)).toBe('{"kind":"opened"}')
    expect(existsSync(join(scratch, 'shop', 'lumbung.sqlite'))).toBe(true)
  })
})

test('icons are there in the format of each system', () => {
  const icon = (name: string) => readFileSync(join(root, 'resources/icons', name))
  expect(icon('icon.png').subarray(1, 4).toString()).toBe('PNG')
  expect(icon('icon.png').readUInt32BE(16), 'AppImage wants 512').toBe(512)
  expect([...icon('icon.ico').subarray(0, 4)]).toEqual([0, 0, 1, 0])
  expect(icon('icon.icns').subarray(0, 4).toString()).toBe('icns')
  expect(icon('icon.icns').readUInt32BE(4)).toBe(icon('icon.icns').length)
})
