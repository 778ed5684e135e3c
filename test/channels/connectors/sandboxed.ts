import type { AppAtChannel, Connector, ShopAtChannel } from '../../../src-main/core/channels/connectors/connector.ts'
import { ChannelTrouble } from '../../../src-main/core/channels/connectors/trouble.ts'
import { CALM_FATE } from '../../../src-main/sandbox/frame/buyer-robot.ts'
import type { FaultKind } from '../../../src-main/sandbox/frame/faults.ts'
import { openSandbox, type Sandbox } from '../../../src-main/sandbox/frame/sandbox.ts'
import { type Marketplace, NotPossible, type Step } from '../../../src-main/sandbox/frame/world.ts'
import type { ChannelWorld } from './conformance.ts'

/** What only one marketplace knows about its sandbox. */
export interface SandboxOf {
  marketplace: Marketplace
  connector: Connector
  app(sandbox: Sandbox): AppAtChannel
  /** The seller's code of a listing, by the ids that the wire gives it. */
  sku(sandbox: Sandbox, listing: { itemId: string; modelId: string }): string
  /** Where the consent page sends the browser, when that is not said in its own address. */
  leadBack?(sandbox: Sandbox, address: string): Promise<void>
  /** How long after its completion the money of an order is released. */
  releasedAfterMs: number
  paths: Record<'orders' | 'set stock' | 'create item' | 'any order', string>
}

const FAULTS: Record<Parameters<ChannelWorld['fault']>[0], FaultKind> = {
  rate: 'tooMany',
  ill: 'serverError',
  'no answer': 'reset',
  'half answer': 'halfBody',
  'lost answer': 'lostReply',
  portal: 'html',
  'expired token': 'tokenExpired',
}
const BACK = 'http://127.0.0.1:1/selesai'

/** Answers a consent page as a person would, without running its scripts: it is one form. */
export async function answered(page: string, answer: 'yes' | 'no'): Promise<string> {
  const html = await (await fetch(page)).text()
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1]
  if (action === undefined) throw new Error(`no form on the page: ${html.slice(-300)}`)
  const form = new URLSearchParams({ answer: answer === 'yes' ? 'allow' : 'deny', days: '365' })
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    form.set(plain(name!), plain(value!))
  const ended = await fetch(new URL(plain(action), page), { method: 'POST', body: form, redirect: 'manual' })
  const location = ended.headers.get('location')
  if (!location) throw new Error(`the page leads nowhere: ${ended.status} ${(await ended.text()).slice(-300)}`)
  return location
}

/** The world with the sandbox behind it, for tests that need more than a channel's buyers and seller. */
export interface SandboxWorld extends ChannelWorld {
  sandbox: Sandbox
}

/** A world for `conforms`, out of a sandbox that speaks the channel's wire over HTTP. Its clock stands still until it is moved. */
export async function sandboxed(of: SandboxOf): Promise<SandboxWorld> {
  // no moment of a laptop is a whole second
  const startAt = Date.parse('2026-11-11T03:00:00.417Z')
  const sandbox = await openSandbox(of.marketplace, { seed: 5, startAt, isRunning: false, limit: null })
  const { time, faults } = sandbox.ground
  const app = of.app(sandbox)
  /** The seller's hands: the shop that a test opened last, since a consent of one's own would end the test's. */
  let hands: ShopAtChannel | null = null
  const connector: Connector = {
    ...of.connector,
    shop(session) {
      hands = of.connector.shop(session)
      return hands
    },
  }

  const consent = async (page: string, answer: 'yes' | 'no') => {
    await of.leadBack?.(sandbox, BACK)
    return answered(page, answer)
  }
  async function arrange(orderNumber: string) {
    const parcel = { orderNumber, packageId: '' }
    try {
      const [first] = (await hands!.shipmentChoices(parcel)).pickup
      await hands!.arrangeShipment(
        parcel,
        first
          ? { way: 'pickup', addressId: first.addressId, slotId: first.slots[0]?.id ?? '' }
          : { way: 'drop-off', branchId: '' },
      )
    } catch (problem) {
      if (!(problem instanceof ChannelTrouble) || problem.trouble.code !== 'ALREADY_ARRANGED') throw problem
    }
  }
  /** What is already behind the order is passed over. */
  function step(order: string, ...steps: Step[]) {
    for (const each of steps)
      try {
        sandbox.world.step(order, each)
      } catch (problem) {
        if (!(problem instanceof NotPossible)) throw problem
      }
  }

  return {
    sandbox,
    connector,
    app,
    now: () => time.now(),
    async move(ms) {
      time.move(ms)
    },
    consent,
    async buy(lines) {
      time.move(1000)
      const id = sandbox.world.buy({
        at: time.now(),
        buyer: {
          username: 'siti01',
          name: 'Siti Rahmawati',
          phone: '628123456789',
          address: 'Jl. Melati No. 3, KOTA BANDUNG, JAWA BARAT',
          city: 'KOTA BANDUNG',
          province: 'JAWA BARAT',
        },
        lines: lines.map(({ pieces, ...listing }) => ({ pick: 0, sku: of.sku(sandbox, listing), quantity: pieces })),
        isCod: false,
        courier: 0,
        promotion: 0.4,
        note: '',
        isFromLive: false,
        fate: CALM_FATE,
      })
      if (id === null) throw new Error('sold out')
      step(id, 'pay')
      return id
    },
    async bring(order, to) {
      time.move(1000)
      if (to === 'cancel asked') return step(order, 'askCancel')
      if (to === 'cancelled') return step(order, 'cancel')
      await arrange(order)
      step(order, 'pickUp')
      if (to !== 'shipped') step(order, 'deliver')
      if (to === 'completed') step(order, 'complete')
      if (to === 'return asked') step(order, 'askReturn')
    },
    async release() {
      time.move(of.releasedAfterMs)
    },
    async revoke() {
      sandbox.world.revoke()
    },
    async fault(kind, call) {
      faults.set([...faults.list(), { kind: FAULTS[kind], share: 1, times: 1, path: of.paths[call] }])
    },
    async drift() {
      const path = of.paths['any order']
      faults.set([
        { kind: 'unknownStatus', share: 1, path },
        { kind: 'unknownField', share: 1, path },
      ])
    },
    close: () => sandbox.close(),
  }
}
