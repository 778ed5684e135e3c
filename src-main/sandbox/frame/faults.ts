import type { Dice } from '../../sample-shop/dice.ts'

/** Everything that can go wrong on demand, and what it looks like from outside. */
export const FAULTS = {
  tooMany: 'Ditolak karena terlalu sering (429) dengan Retry-After; tidak dikerjakan.',
  serverError: 'Galat 500; tidak dikerjakan.',
  unavailable: 'Galat 503; tidak dikerjakan.',
  html: 'Halaman HTML sebagai jawaban 200, seperti gerbang Wi-Fi; tidak dikerjakan.',
  timeout: 'Tidak pernah dijawab; tidak dikerjakan.',
  reset: 'Sambungan putus sebelum dikerjakan.',
  lostReply: 'Dikerjakan, lalu sambungan putus sebelum jawaban.',
  halfBody: 'Dikerjakan; jawaban putus di tengah.',
  wrongLength: 'Dikerjakan; Content-Length lebih besar daripada isinya.',
  slowDrip: 'Dikerjakan; jawaban menetes sedikit demi sedikit.',
  slow: 'Dikerjakan; jawaban terlambat.',
  tokenExpired: 'Token akses dianggap kedaluwarsa pada panggilan ini.',
  duplicateRows: 'Baris daftar muncul dua kali.',
  reorderedRows: 'Baris daftar berbeda urutan.',
  lateRows: 'Perubahan terbaru belum tampak dalam daftar perubahan.',
  missingRows: 'Sebagian pesanan tidak pernah tampak dalam daftar perubahan.',
  unknownStatus: 'Status yang tidak ada dalam dokumentasi.',
  unknownField: 'Isian tambahan yang tidak ada dalam dokumentasi.',
  duplicatePush: 'Pemberitahuan dikirim dua kali.',
  reorderedPush: 'Pemberitahuan menyusul yang sesudahnya.',
  latePush: 'Pemberitahuan terlambat beberapa menit.',
  missingPush: 'Pemberitahuan tidak pernah dikirim.',
} as const
export type FaultKind = keyof typeof FAULTS
export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[]

export interface Fault {
  kind: FaultKind
  /** How many of the chances it takes: 0.05 is one in twenty. */
  share: number
  /** Only calls whose path has this in it. */
  path?: string | undefined
  /** After so many strikes it is over. */
  times?: number | undefined
  /** Of slow, slowDrip, timeout, lateRows and latePush: how long, in milliseconds. */
  ms?: number | undefined
  /** Of tooMany: what Retry-After says. */
  retryAfterSeconds?: number | undefined
}

/** How long a fault lasts that does not say it. */
const USUAL_MS: Partial<Record<FaultKind, number>> = {
  slow: 3000,
  slowDrip: 50,
  timeout: 60_000,
  lateRows: 10 * 60_000,
  latePush: 5 * 60_000,
  reorderedPush: 2000,
}
export const lastsMs = (fault: Fault): number => fault.ms ?? USUAL_MS[fault.kind] ?? 0

export interface Faults {
  list(): Fault[]
  set(faults: readonly Fault[]): void
  /** The fault that strikes this chance, if one does. Each chance rolls the dice once for each fault of its kind. */
  strikes(kind: FaultKind, path: string): Fault | undefined
  /**
   * Rows of a list that is asked for what changed, as the faults leave them. Rows that are late or missing come back through
   * lists by creation, or once the fault is gone.
   */
  changedRows<Row>(path: string, rows: readonly Row[], of: { id(row: Row): string; changedAt(row: Row): number }): Row[]
  /** Rows of any list: perhaps twice, perhaps in another order. */
  rows<Row>(path: string, rows: readonly Row[]): Row[]
  status(path: string, status: string): string
  struck(): Partial<Record<FaultKind, number>>
}

export function createFaults(dice: Dice, now: () => number): Faults {
  let faults: Fault[] = []
  const struck: Partial<Record<FaultKind, number>> = {}

  function strikes(kind: FaultKind, path: string) {
    for (const fault of faults) {
      if (fault.kind !== kind || (fault.path && !path.includes(fault.path))) continue
      if (!dice.chance(fault.share)) continue
      if (fault.times !== undefined && --fault.times <= 0) faults = faults.filter((other) => other !== fault)
      struck[kind] = (struck[kind] ?? 0) + 1
      return fault
    }
    return undefined
  }

  return {
    list: () => faults,
    set(wanted) {
      faults = wanted.map((fault) => ({ ...fault }))
    },
    strikes,
    changedRows(path, rows, { id, changedAt }) {
      let left = [...rows]
      const late = strikes('lateRows', path)
      if (late) left = left.filter((row) => changedAt(row) < now() - lastsMs(late))
      const missing = faults.find((fault) => fault.kind === 'missingRows' && (!fault.path || path.includes(fault.path)))
      // the same orders each time: a row that is missing now and there in a minute is only late
      if (missing) left = left.filter((row) => shareOf(id(row)) >= missing.share)
      if (missing && left.length < rows.length) struck.missingRows = (struck.missingRows ?? 0) + 1
      return left
    },
    rows(path, rows) {
      const left = [...rows]
      if (left.length > 0 && strikes('duplicateRows', path))
        left.splice(dice.between(0, left.length), 0, dice.pick(left))
      if (strikes('reorderedRows', path))
        for (let last = left.length - 1; last > 0; last--) {
          const other = dice.between(0, last)
          ;[left[last], left[other]] = [left[other]!, left[last]!]
        }
      return left
    },
    status: (path, status) => (strikes('unknownStatus', path) ? 'SANDBOX_NEW_STATUS' : status),
    struck: () => ({ ...struck }),
  }
}

/** Where in 0..1 an id stands, the same each time (FNV-1a). */
function shareOf(id: string): number {
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0) / 4_294_967_296
}
