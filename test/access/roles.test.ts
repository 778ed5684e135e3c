import { createRouterClient, resolveContractProcedures } from '@orpc/server'
import { describe, expect, test } from 'vitest'
import { withoutMoney } from '../../src-main/core/access/without-money.ts'
import { type Role, SEES } from '../../src-shared/access/roles.ts'
import { ANYONE, may, type ProcedurePath, WHO_MAY } from '../../src-shared/access/who-may.ts'
import { contract } from '../../src-shared/contract.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct } from '../builders/a-product.ts'
import { anOrder } from '../builders/an-order.ts'
import { numbersIn } from './numbers-in.ts'

const PASSWORD = 'kain jarik sogan'
const PATHS = Object.keys(WHO_MAY) as ProcedurePath[]
const ROLES: readonly Role[] = ['manager', 'packer', 'live', 'bookkeeper']

/** What each role is for, in rooms: anything outside is refused, whatever the table says. */
const ROOMS: Record<Exclude<Role, 'owner'>, RegExp> = {
  manager:
    /^(settings|catalog|inventory|purchasing|settlements|orders|fulfilment|returns|payouts|channels|fileMappings|productFiles|reports|work|changes|sync|listings|orderActs|backup|access\.(me|signIn|lock|recover))/,
  packer:
    /^(fulfilment|orderActs\.(choices|arrange|toArrange|ofOrders|open|again|callOff)|returns\.(list|get|scan|receive|undoReceive|inspect|undoInspection|evidence\.(add|get))|inventory\.levels?$|catalog\.(variants|photos|products\.(list|get))|settings\.(get|status|clock|confirmClock|noteDefect|startPractice)|sync\.(practice\.state|stock\.marks)|work\.underWay|changes|access\.(me|signIn|lock|recover))/,
  live: /^(fulfilment\.(progress|queue|sticker)|inventory\.levels?$|catalog\.(variants\.(search|byCode)|photos\.get|products\.(list|get))|settings\.(get|status|clock|confirmClock|noteDefect|startPractice)|sync\.(practice\.state|stock\.marks)|work\.underWay|changes|access\.(me|signIn|lock|recover))/,
  bookkeeper:
    /^(settings\.(get|status|clock|confirmClock|noteDefect|startPractice)|catalog|inventory|purchasing|settlements|orders|returns|payouts|channels|fileMappings|ledger|cash|household|bank|reports|work|changes|sync|orderActs|access\.(me|signIn|lock|recover|trail))/,
}

async function aShopWith(role: Exclude<Role, 'owner'>) {
  const { core } = await aCore({ recovery: { isReady: async () => true, isCode: async () => false } })
  const client = createRouterClient(core.router, { context: { gate: core.gateAt('here') } })
  const id = newId()
  await client.catalog.products.save(aProduct())
  await client.access.people.save({ id, name: 'Dewi', role, isActive: true })
  const { badge } = await client.access.people.makeBadge({ id })
  await client.access.protect({ password: PASSWORD })
  await client.access.lock()
  return { client, badge, core, id }
}

/** What a call that asks for nothing comes to: its refusal's code, or none. */
async function codeOf(client: unknown, path: string): Promise<string | null> {
  const call = path.split('.').reduce((part, name) => (part as Record<string, unknown>)[name], client) as (
    input: unknown,
  ) => Promise<unknown>
  try {
    const answer = await call(undefined)
    await (answer as AsyncGenerator | undefined)?.return?.(undefined)
    return null
  } catch (problem) {
    return (problem as { code?: string }).code ?? String(problem)
  }
}

describe('roles', () => {
  test('the table knows every procedure of the contract and no other', async () => {
    const known: string[] = []
    await resolveContractProcedures({ router: contract, path: [] }, ({ path }) => void known.push(path.join('.')))
    expect(PATHS.toSorted()).toEqual(known.toSorted())
  })

  test('a locked screen calls nothing but what it is drawn from', async () => {
    const { client } = await aShopWith('packer')
    for (const path of PATHS.filter((each) => WHO_MAY[each] !== ANYONE))
      expect([path, await codeOf(client, path)]).toEqual([path, 'NOT_SIGNED_IN'])
    expect(PATHS.filter((path) => WHO_MAY[path] === ANYONE).toSorted()).toEqual([
      'access.lock',
      'access.me',
      'access.recover',
      'access.signIn',
      'access.signInByBadge',
      'changes.watch',
      'settings.clock',
      'settings.get',
      'settings.noteDefect',
      'settings.status',
    ])
  })

  test.each(ROLES as Exclude<Role, 'owner'>[])(
    '%s: each procedure is refused or not as the table says',
    async (role) => {
      const { client, badge } = await aShopWith(role)
      await client.access.signInByBadge({ badge })
      for (const path of PATHS) {
        if (may(role, path)) expect(path).toMatch(ROOMS[role])
        if (may(role, path)) continue
        expect([path, await codeOf(client, path)]).toEqual([path, 'NOT_FOR_THIS_ROLE'])
      }
    },
  )

  test('a packer inspects what came back, and pays nothing out with it', async () => {
    const { client, badge } = await aShopWith('packer')
    await client.access.signInByBadge({ badge })
    const inspection = {
      orderId: newId(),
      lines: [{ id: newId(), variantId: newId(), pieces: 1, condition: 'sellable' as const }],
      note: '',
    }
    const refund = { id: newId(), amount: 50_000, account: '1101' as const }
    await expect(client.returns.inspect({ ...inspection, refund })).rejects.toMatchObject({ code: 'NOT_FOR_THIS_ROLE' })
    await expect(client.returns.inspect({ ...inspection, refund: null })).rejects.toMatchObject({
      code: 'ORDER_NOT_FOUND',
    })
  })

  test.each([
    ['the screen is locked', 'NOT_SIGNED_IN'],
    ['somebody else signs in', 'NOT_FOR_THIS_ROLE'],
    ['the role becomes a smaller one', 'NOT_SIGNED_IN'],
  ])('an export that is under way tells nothing more once %s', async (what, code) => {
    const { client, badge, core, id } = await aShopWith('manager')
    const there = createRouterClient(core.router, { context: { gate: core.gateAt('there') } })
    await there.access.signIn({ personId: 'owner', secret: PASSWORD })
    const shopId = newId()
    await there.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Toko' })
    await core.takeIn(shopId, [anOrder().withLine('KMJ-LUK-L').toArrange().snapshot()], 'pesanan.xlsx')
    const packer = newId()
    await there.access.people.save({ id: packer, name: 'Sari', role: 'packer', isActive: true })
    const { badge: another } = await there.access.people.makeBadge({ id: packer })
    await client.access.signInByBadge({ badge })
    const asked: Parameters<typeof client.orders.exportFile>[0] = { format: 'csv', columns: ['number', 'buyer'] }
    const whole: string[] = []
    for await (const { kind } of await client.orders.exportFile(asked)) whole.push(kind)
    expect(whole).toEqual(['progress', 'file'])

    const stream = (await client.orders.exportFile(asked))[Symbol.asyncIterator]()
    expect((await stream.next()).value).toMatchObject({ kind: 'progress' })
    if (what === 'the screen is locked') await client.access.lock()
    else if (what === 'somebody else signs in') await client.access.signInByBadge({ badge: another })
    else await there.access.people.save({ id, name: 'Dewi', role: 'packer', isActive: true })
    await expect(stream.next()).rejects.toMatchObject({ code })
  })

  test('the owner may do everything', () => {
    for (const path of PATHS) expect([path, may('owner', path)]).toEqual([path, true])
  })
})

describe('money that is not shown is not in the answer', () => {
  test('a packer gets goods without price, cost and value; a live assistant gets the price', async () => {
    for (const [role, shown] of [
      ['packer', []],
      ['live', ['price']],
    ] as const) {
      const { client, badge } = await aShopWith(role)
      await client.access.signInByBadge({ badge })
      const [goods] = await client.catalog.variants.search({ query: 'kemeja' })
      expect(Object.keys(goods!).filter((name) => ['price', 'averageCost'].includes(name))).toEqual(shown)
      expect(goods).toMatchObject({ onHand: 0 })
    }
  })

  test('whatever number is left in their answers is known to be no money', async () => {
    const left = new Set<string>()
    await resolveContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
      const where = path.join('.') as ProcedurePath
      if (WHO_MAY[where] === ANYONE || may('packer', where) || may('live', where))
        for (const name of numbersIn(procedure['~orpc'].outputSchema)) left.add(name)
    })
    expect([...left].toSorted()).toEqual(NO_MONEY.toSorted())
  })

  test('amounts are found in every shape of an answer', async () => {
    const { Rupiah } = await import('../../src-shared/kernel/rupiah.ts')
    const { z } = await import('zod')
    const shape = z.object({
      cost: Rupiah.nullable(),
      rows: z.array(z.object({ value: Rupiah.optional(), pieces: z.number() })),
      either: z.union([z.object({ kind: z.literal('a'), paid: Rupiah }), z.object({ kind: z.literal('b') })]),
      costs: z.array(Rupiah),
      byName: z.record(z.string(), Rupiah),
    })
    const answer = {
      cost: 1,
      rows: [{ value: 2, pieces: 3 }],
      either: { kind: 'a' as const, paid: 4 },
      costs: [5],
      byName: { a: 6 },
    }
    expect(withoutMoney(shape, answer, 'no money')).toEqual({
      rows: [{ pieces: 3 }],
      either: { kind: 'a' },
      byName: {},
    })
    expect(withoutMoney(shape, answer, SEES.owner)).toEqual(answer)
  })
})

/** Pieces, moments, counts and sizes. */
const NO_MONEY =
  'all answersOf appealUntil asked at available calledOff claims clock consentUntil daysAhead deadline done endWaitMs endedAt expected from gapMs gone handedOver handedOverToday held inspected issued labels lastAct lastImportAt leftOut line lockAfterMinutes low madeAt moreLines now number onHand openClaims orders out over overdue packed packedAt packedToday pages parcels pieces printed receivedAt refused released reorderPoint reserved returnDays safetyStock scanned shipBy short since size skus soundVolume squares startedAt stickers to toShip total underWay undone waiting weightGrams withoutCost'.split(
    ' ',
  )
