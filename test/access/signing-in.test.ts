import { createRouterClient } from '@orpc/server'
import { describe, expect, test } from 'vitest'
import { createAccess } from '../../src-main/core/access/access.service.ts'
import { countTry } from '../../src-main/core/access/tries.ts'
import { WAITS, waitAfter } from '../../src-shared/access/waits.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { anOrder } from '../builders/an-order.ts'

const PASSWORD = 'kain jarik sogan'
const PIN = '482913'
const MINUTE = 60_000
const CODE = 'ABCD'

/** A shop whose owner has a password, with a packer; and what somebody at its laptop may do. */
async function aGuardedShop() {
  const { core, clock, doors } = await aCore({
    recovery: { isReady: async () => true, isCode: async (typed) => typed === CODE },
  })
  const at = (place: string) => createRouterClient(core.router, { context: { gate: core.gateAt(place) } })
  const client = at('here')
  const packer = newId()
  await client.access.people.save({ id: packer, name: 'Dewi', role: 'packer', isActive: true })
  await client.access.people.setPin({ id: packer, pin: PIN })
  await client.access.protect({ password: PASSWORD })
  await client.access.lock()
  /** Counted as the door counts them, without the tenth of a second that each looks at its secret. */
  const countTries = async (count: number, id = packer) => {
    for (let tries = 0; tries < count; tries++) await doors.write(['settings'], (tx) => countTry(tx, id, clock.now))
  }
  const wrongTries = async (count: number, id = packer) => {
    for (let tries = 0; tries < count; tries++)
      await expect(client.access.signIn({ personId: id, secret: '000000' })).rejects.toMatchObject({
        code: 'WRONG_SECRET',
      })
  }
  return { core, clock, doors, client, at, packer, wrongTries, countTries }
}

describe('who sits here', () => {
  test('without a password of the owner nobody signs in, and everything may be done', async () => {
    const { core } = await aCore()
    const client = createRouterClient(core.router, { context: { gate: core.gateAt('here') } })
    expect(await client.access.me()).toMatchObject({ isGuarded: false, person: { id: 'owner', role: 'owner' } })
    expect(await client.ledger.neraca({ day: '2026-11-22' })).toBeDefined()
  })

  test('a guarded shop is locked until somebody signs in, each at their own place', async () => {
    const { client, at, packer } = await aGuardedShop()
    expect(await client.access.me()).toMatchObject({ isGuarded: true, person: null })
    await expect(client.fulfilment.queue({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(await client.access.signIn({ personId: packer, secret: PIN })).toMatchObject({ person: { name: 'Dewi' } })
    expect(await client.fulfilment.queue({})).toBeDefined()
    await expect(at('elsewhere').fulfilment.queue({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  })

  test('what a packer does stands under her name', async () => {
    const { client, packer, doors } = await aGuardedShop()
    await client.access.signIn({ personId: packer, secret: PIN })
    await expect(client.ledger.neraca({ day: '2026-11-22' })).rejects.toMatchObject({ code: 'NOT_FOR_THIS_ROLE' })
    const rows = doors.raw.prepare('SELECT name FROM actor WHERE id = ?').pluck().all(packer)
    expect(rows).toEqual(['Dewi'])
  })

  test('a badge lets in, and the badge before it does not any more', async () => {
    const { client, packer } = await aGuardedShop()
    await client.access.signIn({ personId: 'owner', secret: PASSWORD })
    const first = await client.access.people.makeBadge({ id: packer })
    const second = await client.access.people.makeBadge({ id: packer })
    await client.access.lock()
    await expect(client.access.signInByBadge(first)).rejects.toMatchObject({ code: 'BADGE_UNKNOWN' })
    expect(await client.access.signInByBadge(second)).toMatchObject({ person: { id: packer } })
  })

  test('who is no longer active, or gets another role, is asked again', async () => {
    const { client, at, packer } = await aGuardedShop()
    const desk = at('desk')
    await desk.access.signIn({ personId: packer, secret: PIN })
    await client.access.signIn({ personId: 'owner', secret: PASSWORD })
    await client.access.people.save({ id: packer, name: 'Dewi', role: 'live', isActive: false })
    await expect(desk.fulfilment.queue({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    await expect(desk.access.signIn({ personId: packer, secret: PIN })).rejects.toMatchObject({ code: 'WRONG_SECRET' })
  })
})

describe('guessing', () => {
  test('five wrong tries wait a minute, then twice as long each', () => {
    expect([1, 4, 5, 6, 7, 19].map((failures) => waitAfter(failures) / MINUTE)).toEqual([0, 0, 1, 2, 4, 16_384])
  })

  test('the wait holds the right PIN, too, and is told in minutes', async () => {
    const { client, clock, packer, wrongTries, countTries } = await aGuardedShop()
    await wrongTries(1)
    await countTries(WAITS.free - 1)
    const right = () => client.access.signIn({ personId: packer, secret: PIN })
    await expect(right()).rejects.toMatchObject({ code: 'SIGN_IN_WAITS', data: { minutes: 1 } })
    clock.now += MINUTE
    expect(await right()).toMatchObject({ person: { id: packer } })
    await client.access.lock()
    await countTries(WAITS.free - 1)
    expect(await right()).toMatchObject({ person: { id: packer } })
  })

  test('it outlives a restart', async () => {
    const { core, client, clock, packer, countTries } = await aGuardedShop()
    await countTries(WAITS.free)
    const { read, write, rehearse, tell } = core.doors
    const again = createAccess({
      read,
      write,
      rehearse,
      tell,
      now: () => clock.now,
      recovery: { isReady: async () => true, isCode: async () => false },
    })
    await again.learn()
    await expect(again.signIn('here', packer, PIN)).rejects.toMatchObject({ code: 'SIGN_IN_WAITS' })
    expect((await client.access.me()).person).toBeNull()
  })

  test('at twenty a name is locked until the owner opens it', async () => {
    const { client, clock, packer, countTries } = await aGuardedShop()
    for (let tries = 0; tries < WAITS.lockedAt; tries++) {
      await countTries(1)
      clock.now += waitAfter(tries + 1)
    }
    await expect(client.access.signIn({ personId: packer, secret: PIN })).rejects.toMatchObject({
      code: 'SIGN_IN_LOCKED',
    })
    await client.access.signIn({ personId: 'owner', secret: PASSWORD })
    const [, locked] = await client.access.people.list()
    expect(locked).toMatchObject({ name: 'Dewi', isLockedOut: true })
    expect(await client.access.people.unlock({ id: packer })).toMatchObject({ isLockedOut: false, waitsUntil: null })
  })

  test('a name that does not exist is answered like a wrong PIN', async () => {
    const { client } = await aGuardedShop()
    await expect(client.access.signIn({ personId: newId(), secret: PIN })).rejects.toMatchObject({
      code: 'WRONG_SECRET',
    })
  })

  test('going from name to name waits as well', async () => {
    const { client, countTries } = await aGuardedShop()
    for (let names = 0; names < 3 * WAITS.free; names++) await countTries(1, newId())
    await expect(client.access.signIn({ personId: newId(), secret: PIN })).rejects.toMatchObject({
      code: 'SIGN_IN_WAITS',
    })
  })

  test('PINs that everybody tries first are not taken', async () => {
    const { client, packer } = await aGuardedShop()
    await client.access.signIn({ personId: 'owner', secret: PASSWORD })
    for (const pin of ['111111', '123456', '987654', '121212', '482482', '112233'])
      await expect(client.access.people.setPin({ id: packer, pin })).rejects.toMatchObject({ code: 'PIN_GUESSABLE' })
    await expect(client.access.people.setPin({ id: packer, pin: '4829' })).rejects.toMatchObject({
      code: 'SECRET_TOO_SHORT',
    })
  })

  test('neither PIN nor password nor badge stands in the file, nor a fast digest of what was typed', async () => {
    const { client, packer, doors } = await aGuardedShop()
    await client.access.signIn({ personId: 'owner', secret: PASSWORD })
    const { badge } = await client.access.people.makeBadge({ id: packer })
    const bytes = doors.raw.serialize().toString('latin1')
    for (const secret of [PASSWORD, badge]) expect(bytes.includes(secret)).toBe(false)
    const acts = doors.raw.prepare("SELECT procedure FROM act WHERE procedure LIKE 'access.%'").pluck().all()
    expect(acts.filter((procedure) => procedure !== 'access.people.save')).toEqual([])
  })
})

describe('the owner', () => {
  test('without a recovery code a password is not stored: forgotten, it could not be replaced', async () => {
    const { client } = await aCore({ recovery: { isReady: async () => false, isCode: async () => false } })
    await expect(client.access.protect({ password: PASSWORD })).rejects.toMatchObject({ code: 'RECOVERY_CODE_FIRST' })
    expect((await client.access.me()).isGuarded).toBe(false)
  })

  test('a forgotten password is replaced by the printed code alone', async () => {
    const { client } = await aGuardedShop()
    const recover = (recoveryCode: string) => client.access.recover({ recoveryCode, password: 'batik tulis lasem' })
    await expect(recover('WXYZ')).rejects.toMatchObject({ code: 'OWNERS_CODE_DIFFERS' })
    expect(await recover(CODE)).toMatchObject({ person: { role: 'owner' } })
    await client.access.lock()
    await expect(client.access.signIn({ personId: 'owner', secret: PASSWORD })).rejects.toMatchObject({
      code: 'WRONG_SECRET',
    })
  })

  test('another password asks for the one before', async () => {
    const { client } = await aGuardedShop()
    await client.access.signIn({ personId: 'owner', secret: PASSWORD })
    await expect(
      client.access.protect({ current: 'salah sama sekali', password: 'batik tulis lasem' }),
    ).rejects.toMatchObject({
      code: 'WRONG_SECRET',
    })
    await client.access.protect({ current: PASSWORD, password: 'batik tulis lasem' })
    expect(await client.access.unprotect({ current: 'batik tulis lasem' })).toMatchObject({ isGuarded: false })
  })
})

test('restoring, handing out a buyer and forgetting one ask the owner’s password again, however long the owner sits here', async () => {
  const { client, core } = await aGuardedShop()
  await client.access.signIn({ personId: 'owner', secret: PASSWORD })
  await client.backup.make()
  const [{ name } = { name: '' }] = await client.backup.list()
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  const order = anOrder().withLine('KMJ-LUK-L')
  await core.takeIn(shopId, [order.cancelled().snapshot()], 'kanal')
  const orderId = (await client.orders.list({ query: order.number })).rows[0]!.id
  const restore = async (password?: string) => {
    for await (const _ of await client.backup.restore({ file: name, ...(password ? { password } : {}) }));
  }
  await expect(restore()).rejects.toMatchObject({ code: 'WRONG_SECRET' })
  await expect(restore('bukan kata sandi')).rejects.toMatchObject({ code: 'WRONG_SECRET' })
  for (const act of [client.privacy.export, client.privacy.forget])
    await expect(act({ orderId, why: 'buyer asked' })).rejects.toMatchObject({ code: 'WRONG_SECRET' })
  expect(await client.privacy.forget({ orderId, why: 'buyer asked', password: PASSWORD })).toMatchObject({ orders: 1 })
})
