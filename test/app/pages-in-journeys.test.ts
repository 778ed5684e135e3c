import { expect, test } from 'vitest'
import { DIRECTORY } from '../../src-renderer/app/directory.ts'
import { PLACES } from '../../src-renderer/app/places.ts'
import { EVERY_PAGE } from '../journeys/pages.ts'

const pathOf = (address: string) => address.split('?')[0]!

test('the journeys that walk every page forget none: no place, and no part of one that Ctrl+K leads to', () => {
  const known = [...PLACES, ...DIRECTORY].flatMap(({ path }) => (path ? [pathOf(path)] : []))
  const walked = new Set(EVERY_PAGE.map(pathOf))
  // Pembukuan opens with the neraca
  expect([...new Set(known)].filter((path) => path !== '/pembukuan' && !walked.has(path))).toEqual([])
})
