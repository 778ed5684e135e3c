import { z } from 'zod'

/** UUIDv7, made by whoever starts the action, so that a retry is the same action and not a second one. */
export const Id = z.uuid()
export type Id = string

/** The last id's moment and random part: ids of one millisecond count up, so that indexes grow at their end. */
let last = { at: -1, random: new Uint8Array(10) }

/**
 * A new UUIDv7 (RFC 9562 5.7): 48 bits of milliseconds, then random. Ids made in one millisecond ascend (RFC 9562 6.2,
 * method 2): 100,000 orders in one import then fill their indexes in order instead of all over the file.
 */
export function newId(at: number = Date.now(), random?: Uint8Array): Id {
  return random ? idOf(at, random) : through(() => idOf(at, ascending(at)))
}

/** What every new id passes through: in the core, which notes those of an act and gives them again when it is done again. */
let through = (make: () => Id): Id => make()
export const idsThrough = (noting: typeof through): void => {
  through = noting
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function idOf(at: number, random: Uint8Array): Id {
  const time = Math.trunc(at).toString(16).padStart(12, '0')
  const hex = (from: number, to: number) => {
    let text = ''
    for (let index = from; index < to; index++) text += HEX[random[index]!]
    return text
  }
  const version = HEX[(random[0]! & 0x0f) | 0x70]! + hex(1, 2)
  const variant = HEX[(random[2]! & 0x3f) | 0x80]! + hex(3, 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex(4, 10)}`
}

/** Fresh random bytes for a new moment; for the same moment the last ones plus a random step, in the free 62 bits. */
function ascending(at: number): Uint8Array {
  if (at === last.at) {
    const bytes = new Uint8Array(last.random)
    const view = new DataView(bytes.buffer)
    const low = view.getUint32(6) + randomStep() + 1
    // the top bit was left at zero, so there is room for 2^29 steps of this size
    view.setUint32(2, (view.getUint32(2) & 0x3fff_ffff) + (low > 0xffff_ffff ? 1 : 0))
    view.setUint32(6, low >>> 0)
    last = { at, random: bytes }
    return bytes
  }
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  bytes[2] = bytes[2]! & 0x1f
  last = { at, random: bytes }
  return bytes
}

/** Random numbers drawn many at a time: one draw costs as much as all the rest of an id. */
const steps = new Uint32Array(1024)
let stepsLeft = 0
function randomStep(): number {
  if (stepsLeft === 0) stepsLeft = crypto.getRandomValues(steps).length
  return steps[--stepsLeft]!
}
