import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { buildWhenOld } from '../../scripts/build-app.ts'
import { electronRuntime } from '../../scripts/desktop-runtime.ts'
import { lockShop } from '../../src-main/hosting/shop-lock.ts'
import type { DesktopBridge } from '../../src-shared/app/desktop-bridge.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { ANSWERS, aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { buildApp, launchElectron, launchStandIn, startInVain } from '../standin/launch.ts'
import type { Probe } from '../standin/probe/probe.ts'

/*
 * The same walk through the desktop host, twice: on the stand-in (our real bundles on Node and Chromium, everywhere) and
 * on Electron itself (where its runtime is installed). What only Electron can show stands in test/standin/README.md.
 */
const root = join(import.meta.dirname, '../..')
const hasElectron = electronRuntime() !== null
const hosts = [
  { name: 'standin', launch: launchStandIn, isSkipped: false },
  { name: 'electron', launch: launchElectron, isSkipped: !hasElectron },
] as const

let app: ReturnType<typeof buildApp>
beforeAll(() => {
  if (!hasElectron)
    process.stdout.write('NOTE: no Electron runtime here, so the [electron] half is skipped (npx install-electron).\n')
  app = buildApp()
})
afterAll(() => app?.remove())

declare const window: { probe: Probe }
type Desktop = { lumbung: DesktopBridge }

/** The process that holds the shop's file: the core's. */
const holderOf = (dataFolder: string) =>
  (JSON.parse(readFileSync(join(dataFolder, 'lumbung.sqlite.holder.json'), 'utf8')) as { process: number }).process

describe.each(hosts)('[$name]', ({ launch, isSkipped }) => {
  const aDesktop = async (dataFolder = mkdtempSync(join(tmpdir(), 'lumbung-data-')), args: string[] = []) => {
    const running = await launch({ appFolder: app.folder, dataFolder, args })
    let ended: Promise<number> | null = null
    const quit = () => {
      ended ??= running.quit()
      return ended
    }
    onTestFinished(async () => {
      await quit()
      rmSync(dataFolder, { recursive: true, force: true })
    })
    const { page } = running
    await page.waitForFunction(() => window.probe?.lines > 0)
    return {
      ...running,
      dataFolder,
      quit,
      settings: () => page.evaluate(async () => (await window.probe.client()).settings.get()),
      setUp: (answers = ANSWERS) =>
        page.evaluate(async (given) => (await window.probe.client()).settings.setUp(given), answers),
      corePid: () => holderOf(dataFolder),
    }
  }

  test.skipIf(isSkipped)('a new shop opens, answers, and keeps the first answers over a restart', async () => {
    const first = await aDesktop()
    expect(await first.settings()).toMatchObject({ isSetUp: false, isPractice: false })
    await first.setUp()
    const status = await first.page.evaluate(async () => (await window.probe.client()).settings.status())
    expect(status).toMatchObject({ host: 'electron', dataFolder: first.dataFolder })
    expect(await first.quit()).toBe(0)

    const second = await aDesktop(first.dataFolder)
    expect(await second.settings()).toMatchObject({ ...ANSWERS, isSetUp: true })
  })

  test.skipIf(isSkipped)('quitting leaves one whole file: nothing waits in the log, the lock is free', async () => {
    const desktop = await aDesktop()
    await desktop.setUp()
    await desktop.quit()
    expect(existsSync(join(desktop.dataFolder, 'lumbung.sqlite'))).toBe(true)
    expect(existsSync(join(desktop.dataFolder, 'lumbung.sqlite-wal'))).toBe(false)
    expect(existsSync(join(desktop.dataFolder, 'lumbung.sqlite.holder.json'))).toBe(false)
  })

  test.skipIf(isSkipped)(
    'a file goes to the core as bytes, is read there, and its problem list comes back',
    async () => {
      const { page, setUp } = await aDesktop()
      await setUp()
      const csv = anOrderFile()
        .withOrder('261104HN3T8WQA', { cells: { Jumlah: 'banyak' } })
        .csv()
      const read = await page.evaluate(async (text) => {
        const { files } = (await window.probe.client()).channels
        const { importId, fileName, problemCount } = await files.stage({ file: new File([text], 'pesanan.csv') })
        const list = await files.problemsFile({ importId })
        return { fileName, problemCount, list: { name: list.name, text: await list.text() } }
      }, Buffer.from(csv).toString('utf8'))
      expect(read).toMatchObject({ fileName: 'pesanan.csv', problemCount: 1, list: { name: 'masalah-pesanan.csv' } })
      expect(read.list.text).toContain('261104HN3T8WQA')
    },
  )

  test.skipIf(isSkipped)('a change arrives in the window as it is committed', async () => {
    const { page, setUp } = await aDesktop()
    await setUp()
    await page.waitForFunction(() => window.probe.changes.includes('settings'))
  })

  test.skipIf(isSkipped)('when the core dies the window hears it, and the same shop answers again', async () => {
    const { page, setUp, settings, corePid } = await aDesktop()
    await setUp()
    const dead = corePid()
    process.kill(dead, 'SIGKILL')
    await page.waitForFunction(() => window.probe.losses === 1 && window.probe.lines === 2)
    expect(await settings()).toMatchObject({ businessName: ANSWERS.businessName, isSetUp: true })
    expect(corePid()).not.toBe(dead)

    const seen = await page.evaluate(async () => {
      window.probe.changes = []
      await (await window.probe.client()).settings.change({ language: 'en' })
    })
    expect(seen).toBeUndefined()
    await page.waitForFunction(() => window.probe.changes.includes('settings'))
  })

  test.skipIf(isSkipped)(
    'a passphrase is asked once for each start: not again when the core dies, but when the app is opened anew',
    async () => {
      const first = await aDesktop()
      await first.setUp()
      await first.page.evaluate(async () => {
        const { backup } = await window.probe.client()
        const { code, asked } = await backup.code.show()
        const groups = asked.map((group) => ({ group, typed: code.split('-')[group - 1]! }))
        await backup.code.confirm({ groups })
        await backup.setPassphrase({ passphrase: 'parang rusak barong', atStart: true })
      })
      await first.quit()

      const { page, corePid, settings } = await aDesktop(first.dataFolder)
      expect(await settings()).toMatchObject({ isSetUp: false })
      const isOpening = await page.evaluate(async () =>
        (await window.probe.client()).backup.openWithKey({ passphrase: 'parang rusak barong' }),
      )
      expect(isOpening).toEqual({ isOpening: true })
      await page.waitForFunction(() => window.probe.losses === 1 && window.probe.lines === 2)
      expect(await settings()).toMatchObject({ isSetUp: true })
      process.kill(corePid(), 'SIGKILL')
      await page.waitForFunction(() => window.probe.losses === 2 && window.probe.lines === 3)
      const status = await page.evaluate(async () => (await window.probe.client()).backup.status())
      expect(status).toMatchObject({ isAskedAtStart: true, isKeyLocked: false })
    },
  )

  test.skipIf(isSkipped)('reloading the page gives it a new line to the same core', async () => {
    const { page, setUp, settings, corePid } = await aDesktop()
    await setUp()
    const core = corePid()
    await page.reload()
    await page.waitForFunction(() => window.probe?.lines === 1)
    expect(await settings()).toMatchObject({ isSetUp: true })
    expect(corePid()).toBe(core)
  })

  test.skipIf(isSkipped)('Toko Latihan has a file of its own', async () => {
    const { settings, dataFolder } = await aDesktop(undefined, ['--practice'])
    expect(await settings()).toMatchObject({ isPractice: true })
    expect(existsSync(join(dataFolder, 'latihan.sqlite'))).toBe(true)
    expect(existsSync(join(dataFolder, 'lumbung.sqlite'))).toBe(false)
  })

  test.skipIf(isSkipped)('the page can reach neither Node nor Electron, only the functions it was given', async () => {
    const { page } = await aDesktop()
    const seen = await page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>
      const lumbung = world.lumbung as Record<string, unknown>
      return {
        node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in world),
        bridge: Object.keys(lumbung).sort(),
        isFrozen: Object.isFrozen(lumbung),
      }
    })
    expect(seen).toEqual({
      node: [],
      isFrozen: true,
      bridge: [
        'canVerifyUpdates',
        'checkForUpdate',
        'connect',
        'goBackToVersion',
        'installUpdate',
        'kind',
        'openLink',
        'openOtherFolder',
        'openPractice',
        'platform',
        'printPdf',
        'printers',
        'saveFile',
        'setLook',
        'updateFromFile',
        'versionBefore',
      ],
    })
  })

  test.skipIf(isSkipped)('the page stays: no other address, no inline script, no word to anyone outside', async () => {
    const { page, facts } = await aDesktop()
    const before = page.url()
    const tried = await page.evaluate(async () => {
      const script = document.createElement('script')
      // not `textContent`, which trusted types refuse outright
      script.append('globalThis.wasRun = true')
      document.head.append(script)
      const fetched = await fetch('https://evil.example/').then(
        () => 'fetched',
        () => 'refused',
      )
      return { fetched, wasRun: 'wasRun' in globalThis }
    })
    expect(tried).toEqual({ fetched: 'refused', wasRun: false })
    await page.evaluate(() => {
      location.href = 'https://evil.example/'
    })
    await vi.waitFor(async () => expect(await page.evaluate(() => document.readyState)).toBe('complete'))
    expect(page.url()).toBe(before)
    // the stand-in tells who said no: the window to the navigation, the policy to the rest, which never left the page
    if (facts.length > 0) {
      await vi.waitFor(() => expect(facts).toContainEqual({ kind: 'prevented', address: 'https://evil.example/' }))
      expect(facts.filter(({ kind }) => kind === 'refused')).toEqual([])
    }
  })

  test.skipIf(isSkipped)(
    'a PDF is saved where the person says, byte for byte; changing their mind saves nothing',
    async () => {
      const { page, dataFolder, answerDialog } = await aDesktop()
      const save = () =>
        page.evaluate(() => {
          const { lumbung } = globalThis as unknown as Desktop
          return lumbung.saveFile({ name: 'Neraca.pdf', bytes: new TextEncoder().encode('%PDF-1.7 neraca') })
        })
      const filePath = join(dataFolder, 'Neraca.pdf')
      await answerDialog({ canceled: false, filePath })
      expect(await save()).toEqual({ saved: true })
      expect(readFileSync(filePath, 'latin1')).toBe('%PDF-1.7 neraca')
      await answerDialog({ canceled: true })
      expect(await save()).toEqual({ saved: false })
    },
  )
})

/** Only the stand-in tells what the host was asked to do outside itself. */
async function aStandIn(appFolder = app.folder, dataFolder = mkdtempSync(join(tmpdir(), 'lumbung-data-'))) {
  const running = await launchStandIn({ appFolder, dataFolder })
  onTestFinished(async () => {
    if (running.page.context().browser()?.isConnected()) await running.quit()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  return { ...running, dataFolder, corePid: () => holderOf(dataFolder) }
}

test('[standin] a core that keeps ending is given up with a sentence, and the app ends instead of spinning', async () => {
  const { facts, answerDialog, corePid, ended } = await aStandIn()
  await answerDialog({ canceled: false })
  const killed = new Set<number>()
  const killNext = () => {
    const core = corePid()
    expect(killed).not.toContain(core)
    process.kill(core, 'SIGKILL')
    killed.add(core)
  }
  while (killed.size < 5) await vi.waitFor(killNext, { timeout: 30_000, interval: 20 })
  expect(await ended).toBe(0)
  const told = facts
    .filter(({ kind }) => kind === 'dialog')
    .map(({ options }) => (options as { message: string }).message)
  expect(told).toEqual(['Mesin Lumbung berulang kali berhenti. Data aman. Tutup lalu buka lagi Lumbung.'])
})

test('[standin] a shop that is open elsewhere is said in a sentence, and the app ends', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lumbung-data-'))
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }))
  const elsewhere = lockShop(join(dataFolder, 'lumbung.sqlite'))
  onTestFinished(() => elsewhere.release())
  const { facts, answerDialog, ended } = await launchStandIn({ appFolder: app.folder, dataFolder })
  await answerDialog({ canceled: false })
  expect(await ended).toBe(0)
  expect(JSON.stringify(facts)).toContain(`Toko ini sedang dibuka oleh Lumbung lain (proses ${process.pid}`)
})

test('[standin] a folder that cannot be written is said in a sentence of ours, and the app ends', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'lumbung-data-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  // nothing can be made inside a file, not even by root
  writeFileSync(join(scratch, 'berkas'), '')
  const dataFolder = join(scratch, 'berkas', 'toko')
  const { facts, code } = await startInVain({ appFolder: app.folder, dataFolder })
  expect(code).toBe(1)
  const [dialog, ...more] = facts.filter(({ kind }) => kind === 'dialog')
  expect(more).toEqual([])
  expect(JSON.stringify(dialog)).toContain(`Lumbung tidak bisa menulis di ${dataFolder}.`)
})

test('[standin] started again, the app opens no second window; asked for Toko Latihan, it opens one beside', async () => {
  const { page, startAgain, dataFolder } = await aStandIn()
  const windows = () =>
    page
      .context()
      .pages()
      .filter((open) => open.url().includes('.lumbung.test')).length
  startAgain(['lumbung', '--practice'])
  await vi.waitFor(() => expect(existsSync(join(dataFolder, 'latihan.sqlite'))).toBe(true), { timeout: 30_000 })
  startAgain(['lumbung'])
  startAgain(['lumbung', '--practice'])
  await vi.waitFor(() => expect(windows()).toBe(2), { timeout: 30_000 })
})

test('[standin] the page of the app itself opens, and the policy has nothing to object to', async () => {
  buildWhenOld()
  const { page, facts } = await aStandIn(root)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (problem) => complaints.push(problem.message))
  await page.reload()
  await page.getByRole('textbox').first().waitFor()
  expect(await page.title()).toBe('Lumbung')
  expect(complaints).toEqual([])
  expect(facts.filter(({ kind }) => kind === 'refused')).toEqual([])
})

/** A shop whose import of many orders was cut off after its first step. */
async function aShopCutOff(dataFolder: string, orders: number): Promise<void> {
  const { client, core, clock, folder } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const file = anOrderFile()
  for (let index = 0; index < orders; index++)
    file.withOrder(`261105${String(index).padStart(8, '0')}`, {
      status: 'Perlu Dikirim',
      items: [{ product: 'Kemeja', sku: 'KMJ', pieces: 1, price: 100_000 }],
    })
  const { importId } = await client.channels.files.stage({ file: aFile('Order.all.csv', file.csv()) })
  const stream = await client.channels.files.confirm({ importId, shopId })
  await stream.next()
  // the file of orders that is read on lies in the shop sealed: its key goes with it
  for (const part of ['lumbung.sqlite', 'lumbung.sqlite-wal', 'lumbung.kunci.json', 'lumbung.key'])
    copyFileSync(join(folder, part), join(dataFolder, part))
  await client.work.stop({ id: importId })
  await core.work.idle()
}

test('[standin] an import that was cut off is finished while the window says how far it is, and then the shop is there', async () => {
  buildWhenOld()
  const dataFolder = mkdtempSync(join(tmpdir(), 'lumbung-data-'))
  await aShopCutOff(dataFolder, 12_000)
  const { page } = await aStandIn(root, dataFolder)
  await page.getByText('Menyelesaikan pekerjaan yang terputus: Order.all.csv').waitFor()
  await vi.waitFor(async () => expect(await page.getByText(/^\d[\d.]* dari 12\.000$/).count()).toBe(1))
  await page.getByRole('navigation').first().waitFor({ timeout: 120_000 })
})

test('[standin] what the host is asked to do outside is only what it allows', async () => {
  const { page, facts } = await aStandIn()
  await page.waitForFunction(() => window.probe?.lines > 0)
  const answers = await page.evaluate(async () => {
    const { lumbung } = globalThis as unknown as Desktop
    const outcome = (promise: Promise<unknown>) => promise.catch(() => 'refused')
    return {
      known: await lumbung.openLink('https://seller.shopee.co.id/portal'),
      unknown: await lumbung.openLink('https://seller.shopee.co.id.evil.example/'),
      file: await lumbung.openLink('file:///etc/passwd'),
      named: await lumbung.openLink('https://a:b@seller.shopee.co.id/'),
      printed: await lumbung.printPdf({
        name: '../Label',
        bytes: new TextEncoder().encode('%PDF-1.7'),
        printer: null,
        copies: 1,
      }),
      tooMany: await outcome(lumbung.printPdf({ name: 'a', bytes: new Uint8Array(), printer: null, copies: 1e6 })),
      colour: await outcome(lumbung.setLook({ language: 'en', titleBar: 'red', symbols: '#000000' })),
      look: await lumbung.setLook({ language: 'en', titleBar: '#12141D', symbols: '#EFEAE0' }),
      update: await lumbung.checkForUpdate(),
    }
  })
  expect(answers).toMatchObject({
    known: { opened: true },
    unknown: { opened: false },
    file: { opened: false },
    named: { opened: false },
    printed: { outcome: 'opened' },
    tooMany: 'refused',
    colour: 'refused',
    update: { state: 'unavailable' },
  })
  const outside = facts.filter(({ kind }) => kind !== 'browser')
  expect(outside).toEqual([
    { kind: 'menu', labels: ['Berkas', 'Sunting', 'Tampilan', 'Jendela'] },
    { kind: 'opened outside', address: 'https://seller.shopee.co.id/portal' },
    { kind: 'opened file', path: expect.stringMatching(/lumbung-cetak-[^/\\]+[/\\]-Label\.pdf$/), bytes: 8 },
    { kind: 'menu', labels: ['File', 'Edit', 'View', 'Window'] },
  ])
})
