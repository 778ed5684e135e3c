import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Instant } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { copyDatabase } from '../core/database/copy.ts'
import { isShopThere } from '../core/database/shop-file.ts'
import { dataFolder, shopFile } from '../hosting/data-folder.ts'
import { asHostRefusal } from '../hosting/host-refusal.ts'

export interface CopyOfShop {
  /** The shop's own file. */
  original: string
  /** Whether a shop lies there; if not, nothing was copied. */
  isThere: boolean
  /** The folder of the copy, and the copy in it. */
  copies: string
  file: string
  /** When it was copied. */
  at: Instant
  forget(): void
}

/**
 * Copies the shop for a command that only looks: nothing that it does reaches the shop, which may be open elsewhere meanwhile.
 * @param mayBeNew whether there may be no shop yet.
 * @throws NO_SHOP_HERE, and what `isShopThere` refuses
 */
export async function copyOfShop(
  folder: string | undefined,
  { isPractice, mayBeNew = false }: { isPractice: boolean; mayBeNew?: boolean },
): Promise<CopyOfShop> {
  const original = shopFile(folder ?? dataFolder(), isPractice)
  const isThere = isShopThere(original)
  if (!isThere && !mayBeNew) throw new DomainError('NO_SHOP_HERE', { folder: dirname(original) })
  const copies = mkdtempSync(join(tmpdir(), 'lumbung-'))
  const file = shopFile(copies, isPractice)
  const forget = () => rmSync(copies, { recursive: true, force: true })
  const at = Date.now()
  try {
    if (isThere) await copyDatabase(original, file)
    return { original, isThere, copies, file, at, forget }
  } catch (problem) {
    forget()
    throw asHostRefusal(problem, dirname(original), original)
  }
}
