export const FEE_PARTS = ['unmapped', 'names', 'rates', 'waiting'] as const
export type FeePart = (typeof FEE_PARTS)[number]

/** Which list is shown: what is to be mapped, unless the address says otherwise. */
export const partOf = (search: string): FeePart =>
  FEE_PARTS.find((part) => part === new URLSearchParams(search).get('part')) ?? 'unmapped'

export const feesPath = (part: FeePart): string => `/toko/potongan?part=${part}`
