import { test } from 'vitest'
import { lastPiecesSold } from './last-pieces-sold.ts'

test('whatever two channels sell of the last pieces, what is oversold stands in its rows and banners, and neither shows any', () =>
  lastPiecesSold(2))
