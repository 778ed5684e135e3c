import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Doors } from '../database/open.ts'
import { onlyOurs } from './own-listing.ts'
import { ask } from './own-listings.repository.ts'
import { nextTurnAt, turnOf, VERSION_FIELDS } from './prepared-versions.ts'
import { comparedListings } from './shop-listings.ts'
import { markVersion, versionsOf } from './versions.repository.ts'

/**
 * Asks the channel for versions whose minute has come, and for what is written where one is over. What is asked goes the way of everything that
 * is published, so that it is done once and goes on after a cut. @returns when the next one asks for something
 */
export async function turnVersions(
  { read, write }: Pick<Doors, 'read' | 'write'>,
  shopId: string,
  now: Instant,
): Promise<Instant | null> {
  const versions = await versionsOf(read, { shopId })
  const turning = versions.filter((version) => turnOf(version, now) !== null)
  if (turning.length > 0)
    await write(
      ['listings'],
      async (tx) => {
        const compared = await comparedListings(
          tx,
          now,
          turning.map(({ productId }) => productId),
        )
        for (const version of turning) {
          const turn = turnOf(version, now)
          if (turn === 'missed') await markVersion(tx, version.id, { begun_at: now, ended_at: now })
          if (turn === 'begins') await markVersion(tx, version.id, { begun_at: now })
          if (turn === 'ends') await markVersion(tx, version.id, { ended_at: now })
          const standing = compared.find(
            ({ product, shop }) => product.id === version.productId && shop.shopId === shopId,
          )
          if (turn === 'missed' || !standing?.own || !standing.theirs) continue
          const { ours, theirs } = standing
          await ask(tx, version, {
            listing: onlyOurs(ours, VERSION_FIELDS, theirs),
            isListed: theirs.item.state === 'live',
          })
        }
      },
      'step',
    )
  return nextTurnAt(versions, now)
}
