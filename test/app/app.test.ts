import { ORPCError } from '@orpc/client'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { bestMatches } from '../../src-renderer/app/palette-match.ts'
import { followChanges } from '../../src-renderer/base/changes.ts'
import { refusalSentence, troubleOf } from '../../src-renderer/base/refusal-sentence.ts'

test('a refusal is told in its own sentence, in the language of the shop', () => {
  const refused = new ORPCError('FILE_EMPTY', { defined: true, data: { name: 'Order.all.xlsx' } })
  expect(refusalSentence(refused, 'id')).toContain('Berkas Order.all.xlsx kosong.')
  expect(refusalSentence(refused, 'en')).toContain('The file Order.all.xlsx is empty.')
})

test('a core that is away is an outage and not a defect', () => {
  expect(troubleOf(new TypeError('Failed to fetch'), 'id').kind).toBe('outage')
})

test('input that does not fit is said without a code', () => {
  expect(troubleOf(new ORPCError('BAD_REQUEST'), 'id')).toMatchObject({ kind: 'refusal' })
})

test('anything else has a code, the one of the core when it gave one', () => {
  const defect = { code: 'LB-4F2A', details: 'LB-4F2A: orders.list' }
  expect(troubleOf(new ORPCError('INTERNAL_SERVER_ERROR', { data: defect }), 'id')).toMatchObject({
    kind: 'defect',
    defect,
  })
  expect(refusalSentence(new Error('x is undefined'), 'id')).toMatch(/^Ada yang tidak beres\. Kode LB-[0-9A-F]{4}\./)
})

test('announcements refresh the answers they name; after a broken stream everything is asked again', async () => {
  const queries = new QueryClient()
  queries.setQueryData([['orders', 'list'], {}], 'old')
  queries.setQueryData([['orders', 'tabs'], {}], 'old')
  queries.setQueryData([['settings', 'get'], {}], 'old')
  const isStale = (...path: string[]) => queries.getQueryState([path, {}])?.isInvalidated
  const leaving = new AbortController()
  let connections = 0
  const gate = Promise.withResolvers<void>()
  const watch = async () => {
    connections += 1
    if (connections === 2)
      return (async function* () {
        await waitUntil(() => isStale('settings', 'get') === true)
        leaving.abort()
        gate.resolve()
      })()
    return (async function* () {
      yield { answers: ['orders.list'] }
      await waitUntil(() => isStale('orders', 'list') === true)
      expect([isStale('settings', 'get'), isStale('orders', 'tabs')]).toEqual([false, false])
      throw new Error('the laptop slept')
    })()
  }
  const following = followChanges(watch, queries, leaving.signal)
  await gate.promise
  await following
  expect([isStale('settings', 'get'), isStale('orders', 'tabs')]).toEqual([true, true])
})

async function waitUntil(isSo: () => boolean) {
  while (!isSo()) await new Promise((waited) => setTimeout(waited, 5))
}

test('the palette finds by beginnings of words, the earlier word first', () => {
  const items = ['Uang Rumah Tangga', 'Toko Terhubung', 'Impor berkas', 'Rumah'].map((label) => ({ label }))
  expect(bestMatches(items, 'ru').map(({ label }) => label)).toEqual(['Rumah', 'Uang Rumah Tangga'])
  expect(bestMatches(items, 'ber im').map(({ label }) => label)).toEqual(['Impor berkas'])
  expect(bestMatches(items, 'xyz')).toEqual([])
})
