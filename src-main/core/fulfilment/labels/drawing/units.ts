/** PDF user space: 72 points to the inch. */
export const pt = (millimetres: number): number => (millimetres * 72) / 25.4

/** One dot of a 203 dpi thermal head: 8 dots to the millimetre. Edges that lie on dots print sharp. */
export const DOT = pt(1 / 8)

/** The nearest dot, and the last dot not beyond. */
export const toDot = (points: number): number => Math.round(points / DOT) * DOT
export const downToDot = (points: number): number => Math.floor(points / DOT + 1e-6) * DOT
