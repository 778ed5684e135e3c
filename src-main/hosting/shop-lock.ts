import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { becomeSoleOwner } from '../core/database/sole-owner.ts'

export interface ShopLock {
  release(): void
}

/**
 * Makes this process the only one that may write the shop's file.
 *
 * The lock itself is held by the operating system (`becomeSoleOwner`), so nothing is ever stale and no reused process
 * number can fool us; a plain file with a process number would need both guesses. Who holds it stands in a second file,
 * only to say so in a sentence.
 *
 * @throws SHOP_IS_OPEN, LOCK_NOT_WRITABLE
 */
export function lockShop(shopFile: string): ShopLock {
  mkdirSync(dirname(shopFile), { recursive: true })
  const holderFile = `${shopFile}.holder.json`
  const owner = becomeSoleOwner(`${shopFile}.lock`)
  if (!owner) throw new DomainError('SHOP_IS_OPEN', { ...holder(holderFile) })
  try {
    writeFileSync(holderFile, JSON.stringify({ process: process.pid, since: startedAt() }))
  } catch (problem) {
    owner.release()
    throw problem
  }
  let isHeld = true
  return {
    release() {
      if (!isHeld) return
      isHeld = false
      rmSync(holderFile, { force: true })
      owner.release()
    },
  }
}

/**
 * Start of this process in local time, to the minute: enough for a person to tell two windows apart. `toLocaleString` would first load
 * the words of a language, which a start has no time for.
 */
function startedAt(): string {
  const started = new Date(Date.now() - process.uptime() * 1000)
  return new Date(started.getTime() - started.getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}

function holder(file: string): { process: number | null; since: string | null } {
  try {
    const { process, since } = JSON.parse(readFileSync(file, 'utf8')) as { process: number; since: string }
    return { process, since }
  } catch {
    return { process: null, since: null }
  }
}
