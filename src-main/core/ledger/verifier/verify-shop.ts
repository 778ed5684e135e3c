import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { Naming } from '../../../../src-shared/ledger/account-name.ts'
import type { VerifierReport } from '../../../../src-shared/ledger/ledger.ts'
import { verifierWords } from '../../../../src-shared/ledger/verifier.words.ts'
import type { Doors, Reader } from '../../database/open.ts'
import { walkJournal } from '../journal-walk.ts'
import { accountsIn } from '../ledger.repository.ts'
import { actsRemembered } from './acts-remembered.ts'
import { balancedEntries } from './balanced-entries.ts'
import { bordersHold } from './borders-hold.ts'
import { endStateDigest } from './end-state.ts'
import { fileIntegrity } from './file-integrity.ts'
import { type CheckName, Finding } from './finding.ts'
import { hashChain } from './hash-chain.ts'
import { maintainedBalances } from './maintained-balances.ts'
import { orderTotals } from './order-totals.ts'
import { sealedRows } from './sealed-rows.ts'
import { seals } from './seals.ts'
import { stockLevels } from './stock-levels.ts'
import { stockValue } from './stock-value.ts'
import { trailChain } from './trail-chain.ts'
import { type Outsiders, witnessed } from './witnesses.ts'

/** What rooms that stand on the ledger keep beside it, recounted by themselves. */
export interface RoomChecks {
  costs(reader: Reader, averages: Finding, uncosted: Finding): Promise<void>
  expectedReturns(reader: Reader, finding: Finding): Promise<void>
  channelBalances(reader: Reader, finding: Finding): Promise<void>
  settlements(reader: Reader, finding: Finding): Promise<void>
}

/** What is asked beyond the file itself, where that is possible. */
export interface BeyondTheFile {
  /** Settles every document on a copy and tells what would be appended. */
  documents?: ((finding: Finding) => Promise<void>) | undefined
  /** What is known outside of how far the file once reached, and the ids of acts that were acknowledged. */
  outside?: Outsiders | undefined
  /** Pages that changed while nobody had the file open, by their sums. */
  changedPages?: number | undefined
  /** Somebody else wrote how its key is wrapped. */
  areWrapsRewritten?: boolean | undefined
}

type Check = [Finding[], () => Promise<void>]

/**
 * Compares both ledgers with every sum kept beside them, the journal with its hashes, the two books with each other and
 * the file with itself. Reads one snapshot and changes nothing; what it finds wrong it names.
 */
export function verifyShop(
  snapshot: Doors['snapshot'],
  { costs, expectedReturns, channelBalances, settlements }: RoomChecks,
  now: Instant,
  naming: Naming,
  { documents, outside, changedPages = 0, areWrapsRewritten = false }: BeyondTheFile = {},
): Promise<VerifierReport> {
  const say = verifierWords[naming.language]
  const finding = (check: CheckName) => new Finding(check, say)
  const journal = {
    entries: finding('balanced entries'),
    chain: finding('hash chain'),
    balances: finding('maintained balances'),
    wall: finding('wall'),
  }
  const movements = finding('stock chain')
  const levels = finding('stock levels')
  const value = finding('stock value')
  const averages = finding('moving average')
  const uncosted = finding('uncosted goods')
  const orders = finding('order totals')
  const returns = finding('expected returns')
  const wallets = finding('channel balances')
  const released = finding('settlements')
  const papers = finding('documents')
  const trail = finding('trail')
  const remembered = finding('acts')
  const sealed = finding('sealed')
  const schema = finding('seals')
  const beyond = finding('witnesses')
  const pages = finding('file')
  if (areWrapsRewritten) sealed.fault(say.wrapsRewritten)
  if (changedPages > 0) pages.fault(say.pagesChanged(changedPages))

  return snapshot(async (reader) => {
    const checks: Check[] = [
      [Object.values(journal), () => checkJournal(reader, naming, journal)],
      [[movements, levels], () => stockLevels(reader, levels, movements)],
      [[value], () => stockValue(reader, value)],
      [[averages, uncosted], () => costs(reader, averages, uncosted)],
      [[orders], () => orderTotals(reader, orders)],
      [[returns], () => expectedReturns(reader, returns)],
      [[wallets], () => channelBalances(reader, wallets)],
      [[released], () => settlements(reader, released)],
      ...(documents ? [[[papers], () => documents(papers)] as Check] : []),
      [[trail], () => trailChain(reader, trail)],
      [[remembered], () => actsRemembered(reader, remembered)],
      [[sealed], () => sealedRows(reader, sealed)],
      [[schema], () => seals(reader, schema)],
      ...(outside ? [[[beyond], () => witnessed(reader, beyond, outside)] as Check] : []),
      [[pages], () => fileIntegrity(reader, pages)],
    ]
    for (const [findings, check] of checks) {
      const damage = await damageDuring(check)
      if (damage) for (const damaged of findings) damaged.fault(say.unreadable(damage))
    }
    let digest = ''
    await damageDuring(async () => {
      digest = await endStateDigest(reader)
    })
    const findings = checks.flatMap(([checked]) => checked.map((each) => each.reported()))
    return { at: now, ok: findings.every(({ ok }) => ok), findings, digest }
  })
}

type JournalFindings = Record<'entries' | 'chain' | 'balances' | 'wall', Finding>

/** One walk over the journal for everything that is told by its entries. */
async function checkJournal(reader: Reader, naming: Naming, findings: JournalFindings): Promise<void> {
  const accounts = await accountsIn(reader, naming)
  const balances = maintainedBalances(findings.balances)
  const wall = bordersHold(findings.wall)
  const visitors = [balancedEntries(accounts, findings.entries), hashChain(findings.chain), balances, wall]
  await walkJournal(reader, (some) => {
    for (const entry of some) for (const visitor of visitors) visitor.visit(entry)
  })
  await balances.finish(reader)
  wall.finish()
}

/** SQLite's own words when a part of the file cannot be read; anything else that goes wrong is a defect and stays one. */
async function damageDuring(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (problem) {
    const { code = '', message = '' } = problem as { code?: string; message?: string }
    if (!code.startsWith('SQLITE_CORRUPT') && !code.startsWith('SQLITE_IOERR')) throw problem
    return message
  }
}
