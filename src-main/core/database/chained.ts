import { hash } from 'node:crypto'

/**
 * SHA-256 over the hash before it and a row in one fixed spelling, so that changing any row breaks every hash after it. The first row
 * stands on nothing.
 */
export const chained = (previous: string, row: readonly (string | number | null)[]): string =>
  hash('sha256', previous + JSON.stringify(row), 'base64url')
