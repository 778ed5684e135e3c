import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Dice } from '../../../src-main/sample-shop/dice.ts'
import type { Deed } from './recorded.ts'

const SECTOR = 512

type Change = Pick<Deed, 'at' | 'data'> & { kind: 'write' | 'truncate' }

/** Contents of a file, whatever its name is: what was synced, and what was done since. */
interface Contents {
  synced: Buffer
  since: Change[]
}

/** One change of names; a journal of the file system keeps their order. */
type Naming =
  | { kind: 'named'; path: string; contents: Contents }
  | { kind: 'renamed'; from: string; to: string }
  | { kind: 'gone'; path: string }

/** What becomes of what was not synced when the power goes. */
const FATES = ['nothing', 'everything', 'some sectors', 'a beginning'] as const

/** A folder with its files as a program sees them, what of that is on the disk for sure, and what a power cut would leave of it. */
export function aDisk(folder: string) {
  const kept = new Map<string, Contents>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (statSync(path).isFile()) kept.set(path, { synced: readFileSync(path), since: [] })
  }
  const seen = new Map(kept)
  let names: Naming[] = []

  const apply = (to: Map<string, Contents>, naming: Naming) => {
    if (naming.kind === 'named') to.set(naming.path, naming.contents)
    if (naming.kind === 'gone') to.delete(naming.path)
    if (naming.kind !== 'renamed') return
    // a folder takes all that lies in it along
    for (const [path, contents] of [...to]) {
      if (path !== naming.from && !path.startsWith(`${naming.from}/`)) continue
      to.delete(path)
      to.set(naming.to + path.slice(naming.from.length), contents)
    }
  }
  const rename = (naming: Naming) => {
    names.push(naming)
    apply(seen, naming)
  }

  const sync = (contents: Contents | undefined) => {
    if (contents) {
      contents.synced = after(contents.synced, contents.since)
      contents.since = []
      return
    }
    // the folder's own: every change of names until now
    for (const naming of names) apply(kept, naming)
    names = []
  }

  return {
    does({ kind, path, at, data }: Deed): void {
      const contents = seen.get(path)
      if (kind === 'create') rename({ kind: 'named', path, contents: { synced: Buffer.alloc(0), since: [] } })
      else if (kind === 'rename') rename({ kind: 'renamed', from: path, to: data.toString() })
      else if (kind === 'unlink') rename({ kind: 'gone', path })
      else if (kind === 'write' || kind === 'truncate') contents?.since.push({ kind, at, data })
      else if (kind === 'sync') sync(contents)
    },

    /** The power goes now: what stands on the disk when it is back, written to another folder. */
    cut(die: Dice, target: string): void {
      const left = new Map(kept)
      for (const naming of names.slice(0, die.between(0, names.length))) apply(left, naming)
      for (const [path, { synced, since }] of left) {
        const to = join(target, path.slice(folder.length))
        mkdirSync(dirname(to), { recursive: true })
        writeFileSync(to, after(synced, survivors(since, die)))
      }
    },
  }
}

/** A disk keeps each sector whole or not at all, in any order; how long a file is goes with what was written to it. */
function survivors(since: Change[], die: Dice): Change[] {
  const fate = die.pick(FATES)
  if (fate === 'nothing' || since.length === 0) return []
  if (fate === 'everything') return since
  const pieces = since.flatMap((deed) => (deed.kind === 'write' ? inSectors(deed) : [deed]))
  if (fate === 'a beginning') return pieces.slice(0, die.between(0, pieces.length))
  return pieces.filter(() => die.between(0, 1) === 1)
}

function inSectors({ kind, at, data }: Change): Change[] {
  const pieces: Change[] = []
  for (let from = 0; from < data.length; ) {
    const until = Math.min(data.length, from + SECTOR - ((at + from) % SECTOR))
    pieces.push({ kind, at: at + from, data: data.subarray(from, until) })
    from = until
  }
  return pieces
}

function after(contents: Buffer, deeds: readonly Change[]): Buffer {
  if (deeds.length === 0) return contents
  let longest = contents.length
  for (const { kind, at, data } of deeds) longest = Math.max(longest, kind === 'write' ? at + data.length : at)
  const whole = Buffer.alloc(longest)
  contents.copy(whole)
  let length = contents.length
  for (const { kind, at, data } of deeds) {
    if (kind === 'write') {
      data.copy(whole, at)
      length = Math.max(length, at + data.length)
    } else {
      // what is cut off is zeros if the file grows again
      if (at < length) whole.fill(0, at, length)
      length = at
    }
  }
  return whole.subarray(0, length)
}
