import { type Defect, defectOf } from '../../src-shared/kernel/defect.ts'

const LONGEST = 8_000
const MOST = 50

/** Tells each defect of this window once; a page that breaks in a circle fills no log. */
export function createDefectTeller(tell: (defect: Defect) => Promise<unknown>) {
  const told = new Set<string>()
  return (problem: unknown, where: string): void => {
    const { code, details } = defectOf(problem, where)
    if (told.has(code) || told.size >= MOST) return
    told.add(code)
    // the host may be what broke; the page has shown the code already
    tell({ code, details: details.slice(0, LONGEST) }).catch(() => told.delete(code))
  }
}
