import { MOST_PROBLEMS, type RowProblem } from '../../../../../src-shared/channels/channel-file.ts'

/** Gathers the problems of a file: the first ones are kept with it, as many as can be listed at all, and all are counted. */
export interface ProblemList {
  add(...problems: RowProblem[]): void
  /** The first of each kind, by row. */
  first(): RowProblem[]
  /** By row. */
  all(): RowProblem[]
  count(): number
  /** How many of them keep no order out. */
  remarkCount(): number
  /** A sheet that this kind of file does not read and another would. */
  leave(sheet: string): void
  leftSheets(): string[]
}

const byRow = (problems: readonly RowProblem[]) => problems.toSorted((a, b) => a.row - b.row)

export function createProblemList(): ProblemList {
  const problems: RowProblem[] = []
  let count = 0
  let remarkCount = 0
  const left: string[] = []
  return {
    add(...more) {
      count += more.length
      remarkCount += more.filter(({ blocks }) => !blocks).length
      for (const problem of more) if (problems.length < MOST_PROBLEMS.listed) problems.push(problem)
    },
    first: () => firstProblems(problems, MOST_PROBLEMS.blocking, MOST_PROBLEMS.remarks),
    all: () => byRow(problems),
    count: () => count,
    remarkCount: () => remarkCount,
    leave: (sheet) => void left.push(sheet),
    leftSheets: () => left,
  }
}

const SOME = 20

/** As many as a screen shows; reasons to stay out come before remarks, and some remarks are among them all the same. */
export const shownProblems = (problems: readonly RowProblem[]): RowProblem[] => {
  const blocking = problems.filter(({ blocks }) => blocks).slice(0, MOST_PROBLEMS.shown)
  return firstProblems(problems, MOST_PROBLEMS.shown, Math.max(MOST_PROBLEMS.shown - blocking.length, SOME))
}

function firstProblems(problems: readonly RowProblem[], blocking: number, remarks: number): RowProblem[] {
  const left = { blocking, remarks }
  return byRow(problems.filter(({ blocks }) => left[blocks ? 'blocking' : 'remarks']-- > 0))
}
