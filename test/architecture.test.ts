import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Rooms of the core from top to bottom: a room may use the rooms above it, never one below. */
const ROOMS = [
  'database',
  'work',
  'settings',
  'access',
  'spreadsheet',
  'catalog',
  'ledger',
  'inventory',
  'settling',
  'cash',
  'household',
  'purchasing',
  'settlements',
  'orders',
  'fulfilment',
  'returns',
  'payouts',
  'bank',
  'channels',
  'listings',
  'sync',
  'reports',
  'backup',
  'privacy',
  'verifying',
]

/**
 * Floors of the window from bottom to top. `design` knows colours, keys and tables and nothing of the core; `base` joins it to
 * the core (questions, refusals, the page, files); rooms stand on both; `app` is the roof that knows every room.
 */
const FLOORS = ['design', 'base', 'room', 'app']

/** Above the floors: the entry, and the showcase of parts. */
const ABOVE_THE_ROOF = /^src-renderer\/(main\.tsx$|gallery\/)/

/** Rooms of the window, and the only other rooms each may use, with the reason. */
const ROOMS_OF_THE_WINDOW: Record<string, Record<string, string>> = {
  access: { fulfilment: 'a badge is printed as the papers of the desk are' },
  home: {},
  backup: { fulfilment: 'the recovery code is printed as other papers are' },
  help: {},
  privacy: {},
  catalog: {},
  ledger: {},
  fulfilment: { shipping: 'couriers are asked for at the desk, too' },
  returns: { shipping: 'a return that waits for the seller is answered where it is looked at' },
  payouts: { cash: 'a withdrawal that nobody saw arrive is written down in Catat Kas' },
  channels: { catalog: 'pictures of a listing are taken as those of products' },
  inventory: {
    catalog: 'stock is entered and counted by finding a variant',
    shipping: 'an order whose goods ran out is cancelled at its channel',
  },
  orders: {
    catalog: 'an own sale is written by finding a variant',
    shipping: 'orders are sent, and answered about, from their list and their panel',
  },
  shipping: {},
  purchasing: {
    catalog: 'goods received are found as variants',
    ledger: 'a purchase leads to its entries',
  },
  cash: { ledger: 'Catat Kas is a tab of the books' },
  bank: { cash: 'what a line was for is said in the words of Catat Kas' },
  household: {
    cash: 'household money is written as cash records',
    ledger: 'a household figure leads to its entries',
  },
  settings: {
    access: 'who may sign in is a part of the settings',
    backup: 'a laptop that is new to the shop begins with its backup',
    channels: 'the first run takes the first order file',
    fulfilment: 'the cards of the pack desk are printed where its rules are set',
  },
}

interface Import {
  from: string
  to: string
  isType: boolean
  /** Loaded only when it is asked for. */
  isLazy: boolean
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
        isLazy: lazy !== undefined,
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

  test('sandboxes and connectors share no code, and only hosts open a sandbox', () => {
    expect(breaking(/^src-main\/sandbox\//, /^src-main\/(?!sandbox\/|sample-shop\/)/)).toEqual([])
    expect(breaking(/^src-main\/(core|sample-shop)\//, /^src-main\/sandbox\//)).toEqual([])
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

  test('use cases and routers ask repositories; they speak no SQL themselves', () => {
    expect(breaking(/^src-main\/core\/.*\.(service|router)\.ts$/, /^kysely$/)).toEqual([])
    const queries = /\.(selectFrom|insertInto|updateTable|deleteFrom|replaceInto)\(|\bsql`/
    const speaking = globSync('src-main/core/**/*.{service,router}.ts', { cwd: root }).filter((file) =>
      queries.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(speaking).toEqual([])
  })

  test('what may be sold is worked out in one place', () => {
    const again = /on_hand[^\n]{0,20} - [^\n]{0,20}reserved|reserved - on_hand|reserved > on_hand/
    const files = globSync('src-main/core/**/*.ts', { cwd: root })
      .filter((file) => !/database\/|verifier\//.test(file) && again.test(readFileSync(join(root, file), 'utf8')))
      .map((file) => file.replaceAll('\\', '/'))
    expect(files).toEqual(['src-main/core/catalog/available.ts'])
  })

  test('SQL stays in the core', () => {
    expect(breaking(/^(?!src-main\/core\/)/, /^(kysely|better-sqlite3)$/)).toEqual([])
  })
})

describe('directions of the window', () => {
  const roomOf = (path: string) => /^src-renderer\/([a-z-]+)\//.exec(path)?.[1]
  const floorOf = (path: string) => {
    const name = roomOf(path) ?? ''
    return FLOORS.indexOf(FLOORS.includes(name) ? name : 'room')
  }
  const inside = imports.filter(
    ({ from, to }) => from.startsWith('src-renderer/') && to.startsWith('src-renderer/') && !ABOVE_THE_ROOF.test(from),
  )

  test('design ← base ← rooms ← app: no floor leans on one above it', () => {
    const upward = inside.filter(({ from, to }) => ABOVE_THE_ROOF.test(to) || floorOf(to) > floorOf(from))
    expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('a room uses another room only where the list says why', () => {
    const used = inside.flatMap(({ from, to }) => {
      const [user, other] = [roomOf(from), roomOf(to)]
      const isBetweenRooms =
        user && other && user !== other && [from, to].every((path) => FLOORS[floorOf(path)] === 'room')
      return isBetweenRooms ? [`${user} → ${other}`] : []
    })
    const allowed = Object.entries(ROOMS_OF_THE_WINDOW).flatMap(([room, others]) =>
      Object.keys(others).map((other) => `${room} → ${other}`),
    )
    expect([...new Set(used)].sort()).toEqual(allowed.sort())
  })

  test('every room of the window is known to this test', () => {
    const rooms = new Set(inside.map(({ from }) => roomOf(from) ?? ''))
    expect([...rooms].filter((name) => !FLOORS.includes(name) && !(name in ROOMS_OF_THE_WINDOW))).toEqual([])
  })

  test('no file of the window meets itself again, not even for a type', () => {
    expect(circlesOf(inside)).toEqual([])
  })
})

test('no file imports itself through others', () => {
  expect(circlesOf(imports.filter(({ isType }) => !isType))).toEqual([])
})

test('a report waits for none of the rooms of the core: most of a short command is reading code', () => {
  const loaded = new Set(['src-main/cli/commands.ts', 'src-main/cli/report-command.ts'])
  for (const file of loaded)
    for (const { from, to, isType, isLazy } of imports)
      if (from === file && !isType && !isLazy && to.startsWith('src-')) loaded.add(to)
  expect(loaded.size).toBeGreaterThan(20)
  expect([...loaded].filter((file) => /core\/(rooms|api|core)\.ts|contract\.ts|refusals\.ts/.test(file))).toEqual([])
})

function circlesOf(edges: readonly Import[]): string[] {
  const graph = new Map<string, string[]>()
  for (const { from, to } of edges) if (to.startsWith('src-')) graph.set(from, [...(graph.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
  }
  for (const file of graph.keys()) visit(file, [])
  return circles
}
