import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Shortcut } from '../../src-renderer/design/hotkeys/shortcuts.ts'
import { pressed, type SaidKey } from './every-key.ts'

const ROOT = join(import.meta.dirname, '../../src-renderer')

/** A shortcut of the app: `ordersShortcuts.panel.hold`, and its room. */
export interface Known {
  name: string
  room: string
  key: string
  label: string
}

const isShortcut = (value: object): value is Shortcut => 'keys' in value && 'label' in value
const namesIn = (path: string, value: object): [string, Shortcut][] =>
  isShortcut(value)
    ? [[path, value]]
    : Object.entries(value as Record<string, object>).flatMap(([name, each]) => namesIn(`${path}.${name}`, each))

/** Every shortcut that a room has; what stands in all of them alike (`design/`) is in no room. */
export async function everyShortcut(): Promise<Known[]> {
  const files = globSync('**/*.shortcuts.ts', { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'))
  const rooms = await Promise.all(
    files
      .filter((file) => !/^(design|gallery)\//.test(file))
      .map(async (file) => {
        const list = (await import(join(ROOT, file))) as Record<string, object>
        const room = file.split('/').at(-2)!
        return Object.entries(list)
          .flatMap(([name, value]) => namesIn(name, value))
          .map(([name, { keys, label }]) => ({ name, room, key: pressed(keys), label: label.id }))
      }),
  )
  return rooms.flat()
}

/** Where the keys of a room stand. */
const PLACES: Record<string, RegExp> = {
  home: /^\/($|\?)/,
  orders: /^\/pesanan/,
  shipping: /^\/(pesanan|kemas)/,
  fulfilment: /^\/(kemas|label|stiker)/,
  catalog: /^\/produk/,
  inventory: /^\/stok/,
  purchasing: /^\/pembelian/,
  returns: /^\/retur/,
  ledger: /^\/pembukuan/,
  cash: /^\/pembukuan\/kas/,
  payouts: /^\/saldo/,
  bank: /^\/bank/,
  household: /^\/rumah-tangga/,
  channels: /^\/(toko|impor)/,
  sync: /^\/toko\/(sambungan|sinkron)/,
  listings: /^\/toko\/induk/,
  backup: /^\/cadangan/,
}

/** The rooms of orders and goods; all others are of books, money and the shop. Each is a walk of its own. */
const GOODS_ROOMS = ['orders', 'fulfilment', 'catalog', 'inventory', 'purchasing', 'returns']
export const isOfGoods = (at: string): boolean => GOODS_ROOMS.some((room) => PLACES[room]!.test(at))
export const isForGoods = ({ room }: Known): boolean => GOODS_ROOMS.includes(room)

/** What only a shop with a channel at the other end has. */
export const needsChannel = ({ room, name }: Known): boolean =>
  ['shipping', 'sync', 'listings'].includes(room) || name === 'homeShortcuts.work.openConnections'

/** A button may say its key in words of its own, so that the key of its room answers for it as well. */
export const isAmong = ({ key, label, room }: Known, tried: readonly (SaidKey & { at: string })[]): boolean =>
  tried.some((each) => each.key === key && (each.label === label || PLACES[room]?.test(each.at)))
