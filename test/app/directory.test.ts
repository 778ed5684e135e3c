import { describe, expect, test } from 'vitest'
import { DIRECTORY, foundInDirectory, mayReach, SETTINGS } from '../../src-renderer/app/directory.ts'
import { placeAt } from '../../src-renderer/app/places.ts'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import { appWords } from '../../src-shared/app/app.words.ts'
import { type DirectoryName, directoryWords, synonyms } from '../../src-shared/app/directory.words.ts'
import { cashEventWords } from '../../src-shared/cash/cash.words.ts'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { shopsWords } from '../../src-shared/channels/import.words.ts'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../src-shared/ledger/books.words.ts'
import { listingsWords } from '../../src-shared/listings/listings.words.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { SettingsChange } from '../../src-shared/settings/settings.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { feesWords } from '../../src-shared/settlements/fees.words.ts'
import { syncWords } from '../../src-shared/sync/sync.words.ts'

const LANGUAGES: Language[] = ['id', 'en']
const NAMES = Object.keys(directoryWords.id) as DirectoryName[]
/** What a person sees of the list before looking further. */
const AT_A_GLANCE = 8

const namesFor = (typed: string, language: Language) => foundInDirectory(typed, language).map(({ entry }) => entry.name)

describe('what Ctrl+K knows', () => {
  test('is all that has a name, once', () => {
    expect(DIRECTORY.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted())
    for (const { path, change } of DIRECTORY) {
      expect(path === undefined).toBe(change !== undefined)
      if (path) expect(placeAt(path.split('?')[0]!)).toBeDefined()
    }
  })

  test.each(LANGUAGES)('is found by its own name (%s)', (language) => {
    for (const name of NAMES) expect(namesFor(directoryWords[language][name], language).slice(0, 3)).toContain(name)
  })

  test.each(LANGUAGES)('is found by every word that people use for it (%s), whichever language is on', (language) => {
    for (const [name, phrases] of Object.entries(synonyms[language]))
      for (const phrase of phrases.split(',')) {
        expect(namesFor(phrase, language).slice(0, AT_A_GLANCE), phrase).toContain(name)
        expect(namesFor(phrase, language === 'id' ? 'en' : 'id'), phrase).toContain(name)
      }
  })

  const SAID: [string, DirectoryName][] = [
    ['neraca', 'neraca'],
    ['laba rugi', 'labaRugi'],
    ['labarugi', 'labaRugi'],
    ['catat kas', 'cash'],
    ['kas', 'cash'],
    ['pengeluaran', 'spend'],
    ['biaya', 'spend'],
    ['pemasukan', 'earn'],
    ['tutup buku', 'closeBooks'],
    ['saldo awal', 'openingBalance'],
    ['stok opname', 'stockCount'],
    ['opname', 'stockCount'],
    ['terima barang', 'receiveGoods'],
    ['pesanan manual', 'newSale'],
    ['label', 'labels'],
    ['bahasa', 'language'],
    ['gelap', 'turnDark'],
    ['terang', 'turnLight'],
    ['printer', 'labels'],
    ['prive', 'takeHome'],
    ['modal', 'putInCapital'],
    ['retur', 'returns'],
    ['resi', 'labels'],
    ['cadangan', 'backup'],
    ['stok', 'stock'],
    ['hpp', 'openingStock'],
    ['serah', 'handover'],
    ['petakan', 'mapping'],
    ['balance sheet', 'neraca'],
    ['dark', 'turnDark'],
  ]
  test.each(SAID)('%s leads to %s among the first four', (typed, name) => {
    expect(namesFor(typed, 'id').slice(0, 4)).toContain(name)
  })

  /** Parts that are there for everybody who may open their page, whatever else they may. */
  const ALIKE = /^\/(kemas|pembukuan|pembelian|pengaturan)|\/toko\/(sambungan|sinkron)|[?](tab|state)=/
  test('offers nobody a part of a page that is not theirs: a packer neither Stok Awal nor Laris', () => {
    const parts = DIRECTORY.filter(({ path, needs }) => path && !needs && path !== placeAt(path.split('?')[0]!)?.path)
    expect(parts.filter(({ path }) => !ALIKE.test(path!)).map(({ name }) => name)).toEqual([])
    const offered = DIRECTORY.filter((entry) => mayReach('packer', entry)).map(({ name }) => name)
    expect(offered.toSorted()).toEqual(
      [
        ...['handover', 'handoverHistory', 'help', 'labels', 'packing', 'pickList'],
        ...['returns', 'stickers', 'stock', 'stockLow', 'stockOut'],
      ].toSorted(),
    )
  })

  test('signs alone find nothing', () => expect(foundInDirectory('?!', 'id')).toEqual([]))
})

describe('the names', () => {
  test.each(LANGUAGES)('are those on the screens (%s)', (language) => {
    const [d, books, cash, orders] = [directoryWords, booksWords, cashEventWords, ordersWords].map(
      (table) => table[language],
    ) as [
      (typeof directoryWords)['id'],
      (typeof booksWords)['id'],
      (typeof cashEventWords)['id'],
      (typeof ordersWords)['id'],
    ]
    const [app, stock, settings] = [appWords[language], stockWords[language], settingsWords[language]]
    const screens: Partial<Record<DirectoryName, string>> = {
      ...Object.fromEntries(
        DIRECTORY.flatMap(({ name }) => (name in app && !(name in settings) ? [[name, app[name as 'home']]] : [])),
      ),
      neraca: books.neraca,
      labaRugi: books.labaRugi,
      journal: books.journal,
      cash: books.cash,
      openingBalance: books.opening,
      closeBooks: books.closeBooks,
      stockCount: stock.count,
      openingStock: stock.opening,
      oversold: stock.shortTitle,
      stockHistory: stock.history,
      mapping: shopsWords[language].tabMapping,
      connections: syncWords[language].tab,
      masters: listingsWords[language].tab,
      rates: feesWords[language].rates,
      people: peopleWords[language].people,
      pickList: packWords[language].pick,
      handover: packWords[language].handover,
      handoverHistory: handoverWords[language].history,
      awaitingPickup: orders.awaiting_pickup,
      inTransit: orders.in_transit,
      delivered: orders.delivered,
      completed: orders.completed,
      cancelRequested: orders.cancel_requested,
      unpaid: orders.unpaid,
      onHold: orders.on_hold,
      failed: orders.failed,
      cancelled: orders.cancelled,
      newSale: orders.newSale,
      newProduct: productsWords[language].add,
      receiveGoods: purchasesWords[language].receive,
      spend: cash['business expense'],
      earn: cash['business income'],
      spendPrivately: cash['private expense'],
      splitBill: cash['mixed bill'],
      takeHome: cash['take home'],
      putInCapital: cash['put in capital'],
      moveMoney: cash.transfer,
      clearing: cash['clearing received'],
      paySupplier: cash['pay supplier'],
      loan: cash['loan received'],
      instalment: cash['loan instalment'],
      ...Object.fromEntries(
        SETTINGS.filter((name) => name !== 'people').map((name) => [
          name,
          settings[name === 'keepsHousehold' ? 'household' : name] as string,
        ]),
      ),
    }
    expect(d).toMatchObject(screens)
  })

  test('leave out no setting', () => {
    const named: Record<string, DirectoryName> = { soundVolume: 'sound' }
    const missing = Object.keys(SettingsChange.shape).filter(
      (key) => !SETTINGS.includes((named[key] ?? key) as (typeof SETTINGS)[number]),
    )
    expect(missing).toEqual([])
  })
})
