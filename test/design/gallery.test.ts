import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildRenderer } from '../../scripts/build-renderer.ts'
import { findChromium, LEAN_CHROMIUM_ARGS } from '../../scripts/chromium.mjs'
import { serveFolder } from '../../scripts/serve-folder.ts'
import { PAGE_IDS, type PageId } from '../../src-renderer/gallery/page-ids.ts'
import { scanInto } from '../builders/a-scanner.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let folder: string
let gallery: Awaited<ReturnType<typeof serveFolder>>
let browser: Browser
type Scheme = 'light' | 'dark'
const windows: Partial<Record<Scheme, Page>> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lumbung-gallery-'))
  gallery = await serveFolder(await buildRenderer({ outDir: folder, only: 'gallery' }))
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: LEAN_CHROMIUM_ARGS })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await gallery?.close()
  await rm(folder, { recursive: true, force: true })
})

async function aWindow(scheme: Scheme): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.addInitScript((chosen) => localStorage.setItem('lumbung.warna', chosen), scheme)
  return page
}

/** Another page, so that the one that is asked for begins anew. */
const otherThan = (id: PageId) =>
  id === 'warna' ? (['uang', 'Uang'] as const) : (['warna', 'Warna dan huruf'] as const)

/** A page of the gallery as one comes to it; one window a scheme, because a new window takes ten times as long. */
async function open(id: PageId, scheme: Scheme = 'light') {
  windows[scheme] ??= await aWindow(scheme)
  const page = windows[scheme]
  const [other, label] = otherThan(id)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`${gallery.address}/gallery.html#${other}`)
  await page.getByRole('main', { name: label, exact: true }).waitFor()
  await page.goto(`${gallery.address}/gallery.html#${id}`)
  await page.getByRole('main', { name: label, exact: true }).waitFor({ state: 'detached' })
  await page.locator('main').waitFor()
  await page.evaluate(() => document.fonts.ready)
  return page
}

/**
 * What axe finds on the page, as readable lines: rule, element, explanation. Names and roles are the same in light and
 * dark, so that in dark only the colours are asked about.
 */
async function violations(page: Page, except: string[] = [], scheme: Scheme = 'light'): Promise<string[]> {
  const options =
    scheme === 'dark'
      ? { runOnly: ['color-contrast'] }
      : { rules: Object.fromEntries(except.map((id) => [id, { enabled: false }])) }
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async (options) => {
    const axe = (
      window as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: Found[] }> } }
    ).axe
    interface Found {
      id: string
      nodes: { target: unknown[]; failureSummary?: string }[]
    }
    const { violations } = await axe.run(document, options)
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    )
  }, options)
}

const focused = (page: Page, attribute: string) =>
  page.evaluate((name) => document.activeElement?.getAttribute(name), attribute)
const scrollsSideways = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element)
        return element.scrollWidth > element.clientWidth + 1 && (overflowX === 'auto' || overflowX === 'scroll')
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
/** Types as a person does: a burst faster than this would be a scanner, and keys from outside never come faster than sent. */
const typeSlowly = (page: Page, text: string) => page.keyboard.type(text, { delay: 120 })

describe.each(['light', 'dark'] as const)('every part in every state, %s', (scheme) => {
  test.each(PAGE_IDS)('axe finds nothing on %s', async (id) => {
    const page = await open(id, scheme)
    expect(await violations(page, [], scheme)).toEqual([])
  })
})

test('pages are built as users get them, without what React tells its developers', () => {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(1)
  expect(scripts.filter((name) => readFileSync(join(folder, name), 'utf8').includes('jsxDEV'))).toEqual([])
})

test('nothing scrolls sideways at 1366 × 768 nor at 1280 × 650', async () => {
  for (const id of PAGE_IDS) {
    const page = await open(id)
    await expect.poll(() => scrollsSideways(page), { message: id }).toEqual([])
    await page.setViewportSize({ width: 1280, height: 650 })
    // a chart takes its new width a frame after the window has
    await expect.poll(() => scrollsSideways(page), { message: id }).toEqual([])
  }
})

test('nothing is loaded from anywhere else, and no policy is broken', async () => {
  const page = await open('warna')
  const elsewhere: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(gallery.address)) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })
  for (const id of PAGE_IDS) {
    await page.goto(`${gallery.address}/gallery.html?${id}#${id}`)
    await page.locator('main').waitFor()
  }
  const fonts = await page.evaluate(async () => {
    const names = ['Plus Jakarta Sans Variable', 'Source Serif 4 Variable', 'IBM Plex Mono']
    const loaded = await Promise.all(names.map((name) => document.fonts.load(`14px "${name}"`)))
    return loaded.map((faces) => faces.length > 0 && faces.every(({ status }) => status === 'loaded'))
  })
  expect({ elsewhere, complaints, fonts }).toEqual({ elsewhere: [], complaints: [], fonts: [true, true, true] })
})

describe('the table', () => {
  const row = (page: Page, index: number) => page.locator(`[data-row="order-${index}"]`)

  test('is one tab stop, and arrows, PgDn, End and Home move the cursor and the focus', async () => {
    const page = await open('tabel')
    const grid = page.getByRole('grid', { name: 'Pesanan', exact: true })
    await row(page, 0).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page, 'data-row')).toBe('order-2')
    await page.keyboard.press('PageDown')
    expect(await focused(page, 'data-row')).toBe('order-11')
    await page.keyboard.press('End')
    await expect.poll(() => focused(page, 'data-row')).toBe('order-99')
    await page.keyboard.press('Home')
    await expect.poll(() => focused(page, 'data-row')).toBe('order-0')
    expect(await grid.locator('[data-row][tabindex="0"]').count()).toBe(1)
  })

  test('tells how many rows there are in all and which one this is, however few are drawn', async () => {
    const page = await open('tabel')
    const grid = page.getByRole('grid', { name: 'Pesanan', exact: true })
    // 1,250 orders, the head and the totals.
    expect(await grid.getAttribute('aria-rowcount')).toBe('1252')
    expect(await row(page, 3).getAttribute('aria-rowindex')).toBe('5')
    expect(await grid.locator('[data-row]').count()).toBeLessThan(60)
  })

  test('asks for the next page when the end comes near', async () => {
    const page = await open('tabel')
    await row(page, 0).focus()
    await page.keyboard.press('End')
    await expect.poll(() => focused(page, 'data-row')).toBe('order-99')
    await expect.poll(() => row(page, 100).count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(page, 'data-row')).toBe('order-100')
  })

  test('chooses with Space, a range with Shift, all 1,250 with Ctrl+A, and lets go with Esc', async () => {
    const page = await open('tabel')
    const said = page.getByRole('status').filter({ hasText: 'dipilih' })
    await row(page, 0).focus()
    await page.keyboard.press('Space')
    expect(await said.textContent()).toBe('1 dipilih')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await said.textContent()).toBe('3 dipilih')
    await page.keyboard.press('Control+a')
    expect(await said.textContent()).toBe('1.250 dipilih')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    expect(await said.textContent()).toBe('1.249 dipilih')
    await page.keyboard.press('Escape')
    await expect.poll(() => said.count()).toBe(0)
  })

  test('Enter opens the row; Right goes to a figure in it and Enter there opens what it is made of', async () => {
    const page = await open('tabel')
    const said = page.getByTestId('said')
    await row(page, 0).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await said.textContent()).toBe('laba 261122X4VXZG5P')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await said.textContent()).toBe('dibuka order-1')
  })

  test('sorts what it holds by its heads and says so', async () => {
    const page = await open('tabel')
    const head = page.getByRole('columnheader', { name: 'Omzet Kotor' }).first()
    await head.getByRole('button').click()
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    const first = page.locator('[role="row"][aria-rowindex="2"]').first()
    await expect.poll(() => first.textContent()).toContain('Rp467.000')
  })

  test('a stock matrix is walked cell by cell', async () => {
    const page = await open('tabel')
    await page.getByRole('gridcell', { name: 'Lung Ukir', exact: true }).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page, 'data-column')).toBe('M')
    await page.keyboard.press('Enter')
    expect(await page.getByTestId('said').textContent()).toBe('Kawung Alit M')
  })

  test('a long number is shown short and copied whole', async () => {
    const page = await open('tabel')
    const code = page.getByTitle('578912343013655345')
    expect(await code.evaluate((element) => element.textContent)).toBe('578912343013655345')
    expect((await code.boundingBox())!.width).toBeLessThan(110)
  })
})

/** Calendars and lists belong to their field, but lie outside the landmarks so that Tab goes from field to field. */
const OUTSIDE = ['region']

test.each(['light', 'dark'] as const)('what floats holds up to axe: calendar, list and menu, %s', async (scheme) => {
  const page = await open('isian', scheme)
  await page.getByLabel('Tanggal').click()
  await page.getByRole('button', { name: '17 November 2026' }).waitFor()
  expect(await violations(page, OUTSIDE)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Jasa Kirim' }).click()
  await page.getByRole('option', { name: 'SiCepat REG' }).waitFor()
  expect(await violations(page, OUTSIDE)).toEqual([])
  await page.goto(`${gallery.address}/gallery.html?menu#bingkai`)
  await page.getByRole('button', { name: /Bu Ratna/ }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).waitFor()
  expect(await violations(page, OUTSIDE)).toEqual([])
})

describe('the money field', () => {
  test('shows the amount it understood while typing, and writes it properly afterwards', async () => {
    const page = await open('isian')
    const field = page.getByLabel('Harga Jual')
    await field.fill('1,25jt')
    expect(await page.getByText('= Rp1.250.000').count()).toBe(1)
    expect(await page.getByTestId('price').textContent()).toBe('1250000')
    await field.press('Tab')
    expect(await field.inputValue()).toBe('1.250.000')
  })

  test('keeps text that is no amount, says what to write, and hands on nothing', async () => {
    const page = await open('isian')
    const field = page.getByLabel('Harga Jual')
    await field.fill('sejuta')
    await field.press('Tab')
    expect(await field.inputValue()).toBe('sejuta')
    expect(await page.getByText('Belum terbaca').count()).toBe(1)
    expect(await page.getByTestId('price').textContent()).toBe('kosong')
  })

  test('arrows change it by a thousand', async () => {
    const page = await open('isian')
    const field = page.getByLabel('Harga Jual')
    await field.press('ArrowUp')
    await field.press('ArrowUp')
    await field.press('ArrowDown')
    expect(await field.inputValue()).toBe('1.251.000')
  })
})

describe('the scanner', () => {
  test('is heard while another field has focus, and leaves that field as it was', async () => {
    const page = await open('isian')
    const name = page.getByLabel('Nama produk')
    await name.focus()
    await page.keyboard.press('End')
    await typeSlowly(page, ' L')
    await scanInto(page, 'KMJ-LUK-L')
    await typeSlowly(page, ' x')
    expect(await page.getByTestId('scans').textContent()).toBe('KMJ-LUK-L')
    expect(await name.inputValue()).toBe('Kemeja Lung Ukir L x')
  })

  test('forty scans in a row all arrive, none in the money field that has focus', async () => {
    const page = await open('isian')
    await page.getByLabel('Harga Modal').focus()
    const codes = Array.from({ length: 40 }, (_, index) => `SPXID${String(index).padStart(6, '0')}`)
    for (const code of codes) await scanInto(page, code)
    await expect.poll(() => page.getByTestId('scans').textContent()).toBe(codes.join(' '))
    expect(await page.getByLabel('Harga Modal').inputValue()).toBe('')
  }, 120_000)

  test('a code that begins with a key of the screen does not press that key', async () => {
    const page = await open('isian')
    let isChooserOpen = false
    page.on('filechooser', () => {
      isChooserOpen = true
    })
    await page.getByRole('heading', { name: 'Galeri Lumbung' }).click()
    await scanInto(page, '2611219K3M7QXP')
    expect(await page.getByTestId('scans').textContent()).toBe('2611219K3M7QXP')
    expect(isChooserOpen).toBe(false)
  })

  test('a code scanned into a price or a number of pieces changes neither, and the field says which code it was', async () => {
    const page = await open('uang')
    for (const [label, held] of [
      ['Harga Jual', '175.000'],
      ['Jumlah', '3'],
    ] as const) {
      const field = page.getByLabel(label, { exact: true })
      await field.focus()
      await scanInto(page, '8991234567890')
      expect(await field.inputValue()).toBe(held)
      expect(await page.getByText(`Kode 8991234567890 terbaca di kolom ${label}. Isinya tidak berubah.`).count()).toBe(
        1,
      )
      await field.fill('7')
      expect(await page.getByText(`Kode 8991234567890 terbaca di kolom ${label}.`).count()).toBe(0)
    }
  })

  test('an unknown code is kept and offered for pairing', async () => {
    const page = await open('isian')
    await scanInto(page, '8991234567890')
    expect(await page.getByText('Barcode 8991234567890 belum dikenal.').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Pasangkan barcode' }).count()).toBe(1)
  })
})

describe('keys and dialogs', () => {
  test('a letter acts on the page and is text in a field', async () => {
    const page = await open('tombol')
    await page.keyboard.press('g')
    await expect.poll(() => page.getByTestId('presses').textContent()).toBe('1 kali ditekan')
    await page.keyboard.press('F4')
    await expect.poll(() => page.getByTestId('presses').textContent()).toBe('2 kali ditekan')
  })

  test('a button that cannot act says why instead of acting', async () => {
    const page = await open('tombol')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('tooltip').filter({ hasText: 'Masih ada 2 barang yang belum discan.' }).waitFor()
    expect(await page.getByTestId('presses').textContent()).toBe('0 kali ditekan')
  })

  test('a loss is named, its reason is asked for, and Esc steps back', async () => {
    const page = await open('kabar')
    await page.getByRole('button', { name: 'Hapus foto' }).click()
    const dialog = page.getByRole('dialog', { name: 'Hapus 3 foto Bukti Kemas?' })
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    expect((await dialog.boundingBox())?.width).toBe(480)
    expect(await dialog.textContent()).toContain('3 foto paket SPXID 0617 3482 915B')
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('Tulis alasannya dulu').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('answer').textContent()).toBe('tidak')
    await page.getByRole('button', { name: 'Hapus foto' }).click()
    await dialog.getByLabel('Alasan').fill('foto kabur')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.getByTestId('answer').textContent()).toBe('ya, foto kabur')
  })

  test('what was saved can be taken back with Ctrl+Z', async () => {
    const page = await open('kabar')
    await page.keyboard.press('Control+s')
    await page.getByText('Tersimpan. Laba hari ini diperbarui.').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByTestId('answer').textContent()).toBe('diurungkan')
  })

  test('a chart becomes a table with T', async () => {
    const page = await open('grafik')
    const picture = page.getByRole('img', { name: /Omzet Kotor 14 hari/ })
    await picture.focus()
    await page.keyboard.press('t')
    const table = page.getByRole('region', { name: 'Omzet Kotor 14 hari' }).getByRole('table')
    expect(await table.getByRole('row').filter({ hasText: '11 November 2026' }).textContent()).toContain('Rp21.600.000')
    expect(await violations(page)).toEqual([])
  })
})

describe('the frame', () => {
  test.each(['light', 'dark'] as const)('palette and key list hold up to axe, %s', async (scheme) => {
    const page = await open('bingkai', scheme)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    const palette = page.getByRole('dialog', { name: 'Cari apa saja' })
    expect(await palette.boundingBox()).toMatchObject({ width: 600, height: 440 })
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('combobox').waitFor({ state: 'detached' })
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'Daftar tombol' }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('Ctrl+K finds a page by a few letters and Enter goes there', async () => {
    const page = await open('bingkai')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('uang')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Uang Rumah Tangga' }).waitFor()
  })

  test('Ctrl+B narrows the menu to icons that still have their names and counts', async () => {
    const page = await open('bingkai')
    await page.keyboard.press('Control+b')
    const orders = page.getByRole('link', { name: 'Pesanan, 64 menunggu' })
    await expect.poll(async () => (await orders.boundingBox())?.width).toBeLessThan(40)
    expect(await violations(page)).toEqual([])
  })

  test('keys beneath a dialog rest until it is closed', async () => {
    const page = await open('bingkai')
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'Daftar tombol' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Daftar tombol' }).waitFor({ state: 'detached' })
    // The page's own Esc would have left the frame.
    expect(await page.getByRole('navigation', { name: 'Menu utama' }).count()).toBe(1)
  })
})
