import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ListingField, ListingVersion, VersionState, Written } from '../../../src-shared/listings/listings.ts'
import type { StoredVersion } from './versions.repository.ts'

/** What a prepared version can say otherwise. */
export const VERSION_FIELDS: ReadonlySet<ListingField> = new Set(['title', 'description', 'prices'])

const LATE_MS = 60_000
/** What is over is shown so long. */
const SHOWN_MS = 30 * 86_400_000

export const isCurrent = ({ startsAt, endsAt, removedAt }: StoredVersion, now: Instant): boolean =>
  removedAt === null && startsAt <= now && now < endsAt

/** What shall stand now: what is written, with what a version says for this time. */
export const withVersion = (
  written: Written,
  version: Pick<StoredVersion, 'title' | 'description' | 'prices'> | undefined,
): Written =>
  version
    ? {
        ...written,
        title: version.title ?? written.title,
        description: version.description ?? written.description,
        prices: { ...written.prices, ...version.prices },
      }
    : written

function stateOf(version: StoredVersion, now: Instant): VersionState {
  const { startsAt, shownAt, begunAt } = version
  if (!isCurrent(version, now)) return startsAt > now ? 'planned' : 'over'
  if (begunAt === null || shownAt === null) return now - startsAt > LATE_MS ? 'late' : 'sending'
  return shownAt - startsAt > LATE_MS ? 'late' : 'shown'
}

/** As the page shows them; those that were over long ago are left out. */
export const versionsShown = (versions: readonly StoredVersion[], now: Instant): ListingVersion[] =>
  versions
    .filter(({ endsAt }) => endsAt > now - SHOWN_MS)
    .map((version) => {
      const { id, name, title, description, prices, startsAt, endsAt, shownAt } = version
      return { id, name, title, description, prices, startsAt, endsAt, shownAt, state: stateOf(version, now) }
    })

/** What a version asks of the channel now: that it be shown, or that what is written be shown again. */
export function turnOf(version: StoredVersion, now: Instant): 'begins' | 'ends' | 'missed' | null {
  const { begunAt, endedAt, startsAt, endsAt, removedAt } = version
  if (endedAt !== null) return null
  if (begunAt !== null) return removedAt !== null || endsAt <= now ? 'ends' : null
  if (removedAt !== null) return null
  if (endsAt <= now) return 'missed'
  return startsAt <= now ? 'begins' : null
}

/** When a version asks for something next; null when none will. */
export const nextTurnAt = (versions: readonly StoredVersion[], now: Instant): Instant | null => {
  const moments = versions
    .filter(({ endedAt, removedAt }) => endedAt === null && removedAt === null)
    .flatMap(({ begunAt, startsAt, endsAt }) => (begunAt === null ? [startsAt, endsAt] : [endsAt]))
    .filter((moment) => moment > now)
  return moments.length === 0 ? null : Math.min(...moments)
}
