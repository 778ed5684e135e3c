import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Rooms of the core from top to bottom: a room may use the rooms above it, never one below. */
const ROOMS = [
  'database',
  'settings',
  'spreadsheet',
  'catalog',
  'ledger',
  'inventory',
  'settling',
  'cash',
  'household',
  'purchasing',
  'orders',
  'fulfilment',
  'channels',
  'reports',
]

interface Import {
  from: string
  to: string
  isType: boolean
}

const imports: Import[] = globSync('src-*/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.endsWith('.d.ts'))
  .flatMap((from) => {
    const code = readFileSync(join(root, from), 'utf8')
    return [
      ...code.matchAll(
        /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
      ),
    ].map(([, type, named, bare, lazy]) => {
      const target = named ?? bare ?? lazy ?? ''
      return {
        from,
        to: target.startsWith('.') ? relative(root, join(root, dirname(from), target)) : target,
        isType: Boolean(type),
      }
    })
  })

const breaking = (from: RegExp, to: RegExp) =>
  imports.filter((each) => from.test(each.from) && to.test(each.to)).map(({ from, to }) => `${from} → ${to}`)

test('there is something to look at', () => expect(imports.length).toBeGreaterThan(300))

describe('directions of the house', () => {
  test('shared words import zod, the contract builder and each other, nothing else', () => {
    const foreign = imports.filter(
      ({ from, to }) => from.startsWith('src-shared/') && !/^(src-shared\/|zod$|@orpc\/contract$)/.test(to),
    )
    expect(foreign).toEqual([])
  })

  test('the core knows nothing of Electron, of hosts or of screens', () => {
    expect(breaking(/^src-main\/core\//, /^(electron|src-renderer\/|src-main\/(?!core\/))/)).toEqual([])
  })

  test('electron is imported in its own folder only', () => {
    expect(breaking(/^(?!src-main\/electron\/)/, /^electron(-updater)?$/)).toEqual([])
  })

  test('screens talk to the core through the contract, never by import', () => {
    expect(breaking(/^src-renderer\//, /^src-main\//)).toEqual([])
  })

  test('a room uses rooms above it, so nothing points down', () => {
    const room = (path: string) => /^src-main\/core\/([a-z]+)\//.exec(path)?.[1]
    const down = imports.filter(({ from, to, isType }) => {
      const [below, above] = [room(from), room(to)]
      return !isType && below && above && below !== above && ROOMS.indexOf(above) > ROOMS.indexOf(below)
    })
    expect(down.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('every room of the core is known to this test', () => {
    const rooms = new Set(imports.map(({ from }) => /^src-main\/core\/([a-z]+)\//.exec(from)?.[1]).filter(Boolean))
    expect([...rooms].filter((name) => !ROOMS.includes(name!))).toEqual([])
  })

  test('SQL stays in the core', () => {
    expect(breaking(/^(?!src-main\/core\/)/, /^(kysely|better-sqlite3)$/)).toEqual([])
  })
})

test('no file imports itself through others', () => {
  const graph = new Map<string, string[]>()
  for (const { from, to, isType } of imports)
    if (!isType && to.startsWith('src-')) graph.set(from, [...(graph.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
  }
  for (const file of graph.keys()) visit(file, [])
  expect(circles).toEqual([])
})
