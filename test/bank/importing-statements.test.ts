import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { trialBalance } from '../builders/books.ts'

const statement = (...lines: string[]) =>
  aFile(
    'mutasi.csv',
    [
      'Informasi Rekening - Mutasi Rekening',
      'No. rekening : 0123456789',
      'Periode : 01/11/2026 - 20/11/2026',
      'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
      ...lines,
    ].join('\r\n'),
  )
const ADM = `'03/11,BIAYA ADM,'0000,"15,000.00",DB,"9,985,000.00"`
const SHOPEE = `'04/11,KR OTOMATIS SHOPEE,'0000,"5,000,000.00",CR,"14,985,000.00"`
const PLN = `'05/11,PLN PREPAID,'0000,"100,000.00",DB,"14,885,000.00"`

async function aShop() {
  const { client, doors } = await aCore()
  const last = async (stream: AsyncIterable<{ type: string }>) => {
    let end: unknown
    for await (const news of stream) if (news.type === 'result') end = news
    return (end as { outcome: Record<string, unknown> }).outcome
  }
  const stage = (file: File) => client.channels.files.stage({ file })
  const take = async (file: File) => {
    const { importId } = await stage(file)
    const foretold = await last(await client.channels.files.preview({ importId, account: '1110' }))
    const outcome = await last(await client.channels.files.confirm({ importId, account: '1110' }))
    expect(outcome).toEqual(foretold)
    return { importId, outcome }
  }
  const withdraw = async (importId: string) => last(await client.channels.files.withdraw({ importId }))
  return { client, stage, take, withdraw, trial: () => trialBalance(doors) }
}

test('a statement goes into an account, which its number is known by from then on; its lines wait once', async () => {
  const { client, stage, take } = await aShop()
  expect((await stage(statement(ADM))).suggestedAccount).toBeNull()
  const { outcome } = await take(statement(ADM, PLN))
  expect(outcome).toMatchObject({ kind: 'bank', account: '1110', added: 2, known: 0, certain: 1 })
  expect((await stage(statement(ADM))).suggestedAccount).toBe('1110')
  expect((await take(statement(ADM, SHOPEE, PLN))).outcome).toMatchObject({ added: 1, known: 2 })
  expect((await client.bank.lines({})).rows.map(({ description }) => description)).toEqual([
    'PLN PREPAID',
    'KR OTOMATIS SHOPEE',
    'BIAYA ADM',
  ])
})

test('lines from before the books are told once, and wait for nobody', async () => {
  const { client, take } = await aShop()
  const old = (day: string) => `'${day}/10,BIAYA ADM,'0000,"15,000.00",DB,"9,985,000.00"`
  const file = () =>
    aFile(
      'mutasi.csv',
      [
        'Informasi Rekening - Mutasi Rekening',
        'Periode : 01/10/2020 - 20/10/2020',
        'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
        old('03'),
      ].join('\r\n'),
    )
  expect((await take(file())).outcome).toMatchObject({ added: 1, known: 0, beforeTheBooks: 1 })
  expect((await take(file())).outcome).toMatchObject({ added: 0, known: 1, beforeTheBooks: 0 })
  expect((await client.bank.summary({})).waiting).toBe(0)
})

test('a withdrawal that was under way meets its line by itself, and goes back under way when the import is taken back', async () => {
  const { client, take, withdraw, trial } = await aShop()
  await client.cash.record(
    aCashRecord(
      { what: 'transfer', wallet: '1130', toWallet: '1142', amount: 5_000_000, fee: 0 },
      { day: '2026-11-03' },
    ),
  )
  const before = trial()
  const { importId, outcome } = await take(statement(ADM, SHOPEE, PLN))
  expect(outcome).toMatchObject({ added: 3, met: 1 })
  expect(trial()).toMatchObject({ 1110: 5_000_000, 1130: -5_000_000 })
  await client.bank.agreeCertain({ batch: newId() })
  expect(await withdraw(importId)).toMatchObject({ withdrawal: { kind: 'bank', removed: 3, kept: 0, answers: 2 } })
  expect(trial()).toEqual(before)
  expect((await client.bank.lines({})).rows).toEqual([])
  expect((await take(statement(ADM))).outcome).toMatchObject({ added: 1 })
  expect((await client.bank.lines({})).rows).toMatchObject([{ state: 'waiting' }])
})

test('a statement does not go into a till, nor into a balance that a channel keeps', async () => {
  const { client, stage } = await aShop()
  const { importId } = await stage(statement(ADM))
  for (const account of ['1101', '1130'] as const)
    await expect(
      (async () => {
        for await (const _ of await client.channels.files.preview({ importId, account }));
      })(),
    ).rejects.toMatchObject({ code: 'ACCOUNT_NOT_A_WALLET' })
})
