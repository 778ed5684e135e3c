import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'

export const piecesText = (pieces: number | null): string => (pieces === null ? '' : formatNumber(pieces))
