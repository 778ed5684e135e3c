import { test } from 'vitest'
import { lastPiecesSold } from './last-pieces-sold.ts'

test('two hundred times the last pieces, sold at two channels at once', () => lastPiecesSold(200))
