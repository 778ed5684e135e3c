import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { type AppWindow, aWindow, chooseByKeyboard, complaints } from './a-window.ts'
import { whatOverlaps } from './what-overlaps.ts'

const open = async (wishes: Parameters<typeof aWindow>[0]): Promise<AppWindow> => {
  const shop = await aWindow(wishes)
  onTestFinished(() => shop.close())
  return shop
}

const heading = ({ page }: AppWindow, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
/** Types as a person does; faster would be a scanner. */
const type = ({ page }: AppWindow, text: string) => page.keyboard.type(text, { delay: 70 })

/** The first four questions, by keyboard alone. */
async function answerFour(shop: AppWindow) {
  const press = (key: string) => shop.page.keyboard.press(key)
  await heading(shop, 'Apa nama usaha Anda?')
  await type(shop, 'Batik Ratna')
  await press('Tab')
  await type(shop, 'Jepara')
  await press('Enter')
  await heading(shop, 'Siapa pemiliknya?')
  await type(shop, 'Ratna')
  await press('Enter')
  await heading(shop, 'Jam toko Anda yang mana?')
  await press('2')
  await press('1')
  await press('Enter')
  await heading(shop, 'Uang rumah dicatat juga?')
  await press('1')
  await press('Enter')
  await heading(shop, 'Mau mulai dari mana?')
}

test('five questions by keyboard, none stored before the last, and the importer opens', async () => {
  const shop = await open({})
  await heading(shop, 'Apa nama usaha Anda?')
  expect(await complaints(shop.page)).toEqual([])
  await answerFour(shop)
  expect(await complaints(shop.page)).toEqual([])
  expect(await shop.client.settings.get()).toMatchObject({ isSetUp: false })
  await shop.page.keyboard.press('1')
  await shop.page.waitForURL(/#\/impor$/)
  await heading(shop, 'Impor berkas')
  expect(await shop.client.settings.get()).toMatchObject({
    isSetUp: true,
    businessName: 'Batik Ratna',
    city: 'Jepara',
    ownerName: 'Ratna',
    zone: 'WIB',
    startDay: '2026-11-01',
    keepsHousehold: true,
  })
  expect(shop.broken).toEqual([])
})

test('a name is needed, Esc goes back without losing anything, and direct sales begin at Beranda', async () => {
  const shop = await open({ width: 1280, height: 650 })
  await heading(shop, 'Apa nama usaha Anda?')
  await shop.page.keyboard.press('Enter')
  await shop.page.getByText('Isi dulu supaya bisa lanjut.').first().waitFor()
  await answerFour(shop)
  expect(await complaints(shop.page)).toEqual([])
  await shop.page.keyboard.press('Escape')
  await heading(shop, 'Uang rumah dicatat juga?')
  await shop.page.keyboard.press('2')
  await shop.page.getByRole('button', { name: 'Tidak, toko saja', pressed: true }).waitFor()
  await shop.page.keyboard.press('Enter')
  await heading(shop, 'Mau mulai dari mana?')
  await shop.page.getByText('Batik Ratna, Jepara').waitFor()
  await shop.page.keyboard.press('4')
  await heading(shop, 'Selamat pagi, Ratna')
  expect(await shop.client.settings.get()).toMatchObject({ isSetUp: true, keepsHousehold: false })
})

test('closed in the middle, the questions go on where they stopped, and are forgotten once the shop stands', async () => {
  const shop = await open({})
  await answerFour(shop)
  await shop.page.reload()
  await heading(shop, 'Mau mulai dari mana?')
  await shop.page.getByText('Batik Ratna, Jepara').waitFor()
  await shop.page.keyboard.press('Escape')
  await heading(shop, 'Uang rumah dicatat juga?')
  await shop.page.keyboard.press('Enter')
  await shop.page.keyboard.press('4')
  await heading(shop, 'Selamat pagi, Ratna')
  expect(await shop.page.evaluate(() => localStorage.getItem('lumbung.mulai'))).toBeNull()
})

test('connecting is a beginning too: the shop stands, and its connections are open', async () => {
  const shop = await open({ width: 1093, height: 614 })
  await answerFour(shop)
  expect(await whatOverlaps(shop.page)).toEqual([])
  await shop.page.keyboard.press('3')
  await shop.page.waitForURL(/#\/toko\/sambungan$/)
  await shop.page.getByRole('button', { name: 'Sambungkan toko' }).waitFor()
  expect(await shop.client.settings.get()).toMatchObject({ isSetUp: true, businessName: 'Batik Ratna' })
  expect(shop.broken).toEqual([])
})

/** Carries a file over the window and lets go, as the file manager of the system does: whatever lies on top takes it. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    async ([name, text]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], name))
      const tell = async (type: string) => {
        const under = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!
        under.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
        await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
      }
      for (const type of ['dragenter', 'dragover', 'drop']) await tell(type)
    },
    [name, text] as const,
  )

test('a file dropped anywhere waits for the names, and on the last question is the answer', async () => {
  const shop = await open({ width: 1280, height: 650 })
  const { page } = shop
  await heading(shop, 'Apa nama usaha Anda?')
  await drop(page, 'foto.png', 'x')
  await page.getByText('Berkas ini bukan jenis').waitFor()
  await drop(page, 'Order.all.csv', 'bukan;pesanan')
  await page.getByText('Order.all.csv menunggu.').waitFor()
  await answerFour(shop)
  await drop(page, 'Order.all.csv', 'bukan;pesanan')
  await page.waitForURL(/#\/impor/)
  await page.getByText('Order.all.csv').first().waitFor()
  expect(await shop.client.settings.get()).toMatchObject({ isSetUp: true, businessName: 'Batik Ratna' })
  expect(shop.broken).toEqual([])
})

test('practising first: the practice shop opens beside this one, which stays without answers', async () => {
  const shop = await open({})
  await answerFour(shop)
  const asked = shop.page.waitForRequest(/startPractice/)
  await shop.page.keyboard.press('2')
  await asked
  expect(await shop.client.settings.get()).toMatchObject({ isSetUp: false })
})

test('Pengaturan: language to English and back, dark scheme, and a typed field is kept when left', async () => {
  const shop = await open({ sample: true })
  const { page } = shop
  const choose = (label: string, option: string) => chooseByKeyboard(page, label, option)
  await shop.visit('/pengaturan')
  await heading(shop, 'Pengaturan')
  expect(await complaints(page)).toEqual([])
  await choose('Bahasa', 'English')
  await heading(shop, 'Settings')
  expect((await shop.client.settings.get()).language).toBe('en')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await choose('Language', 'Bahasa Indonesia')
  await heading(shop, 'Pengaturan')

  await choose('Tampilan', 'Gelap')
  await page.locator('[data-mantine-color-scheme="dark"]').waitFor()
  expect((await shop.client.settings.get()).scheme).toBe('dark')
  expect(await complaints(page)).toEqual([])

  await page.getByLabel('Kota', { exact: true }).fill('Kudus')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await shop.client.settings.get()).city).toBe('Kudus')
  expect(shop.broken).toEqual([])
})

test('Toko Latihan fills itself and wears its stripes on every page', async () => {
  const shop = await open({ practice: true })
  const { page } = shop
  await page.getByRole('navigation').first().waitFor({ timeout: 200_000 })
  expect(await page.locator('[data-practice]').count()).toBe(1)
  await page.getByText('LATIHAN').first().waitFor()
  const { rows } = await shop.client.orders.list({ tab: 'to_ship', limit: 1 })
  expect(rows).toHaveLength(1)
  expect(shop.broken).toEqual([])
})
