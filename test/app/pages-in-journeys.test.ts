import { expect, test } from 'vitest'
import { PLACES } from '../../src-renderer/app/places.ts'
import { MEASURED_PAGES, PAGES_UNDER_POLICY, PAGES_WITH_KEYS } from '../journeys/pages.ts'

test.each(Object.entries({ MEASURED_PAGES, PAGES_UNDER_POLICY, PAGES_WITH_KEYS }))('%s forgets no page', (_, pages) => {
  const within = (path: string) => pages.some((address) => address.split(/[?]/)[0]!.startsWith(path))
  expect(PLACES.map(({ path }) => path).filter((path) => !within(path))).toEqual([])
})
