import { MOST_PROBLEMS, type RowProblem } from '../../../../../src-shared/channels/channel-file.ts'

/** Gathers the problems of a file: the first ones are kept, all are counted. */
export interface ProblemList {
  add(...problems: RowProblem[]): void
  /** By row. */
  kept(): RowProblem[]
  count(): number
}

export function createProblemList(): ProblemList {
  const blocking: RowProblem[] = []
  const remarks: RowProblem[] = []
  let count = 0
  return {
    add(...problems) {
      count += problems.length
      for (const problem of problems) {
        if (problem.blocks && blocking.length < MOST_PROBLEMS.blocking) blocking.push(problem)
        if (!problem.blocks && remarks.length < MOST_PROBLEMS.remarks) remarks.push(problem)
      }
    },
    kept: () => [...blocking, ...remarks].sort((a, b) => a.row - b.row),
    count: () => count,
  }
}
