/** Blanks, dashes of every kind and what nobody sees: people and files write the same No. Resi with and without them. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}_]+/gu

/** A No. Resi as it is compared and looked up: `jx-0123 4567 91` and `JX0123456791` are one. Blank when there is none. */
export const waybillCode = (shown: string): string => shown.normalize('NFKC').replace(SEPARATORS, '').toUpperCase()
