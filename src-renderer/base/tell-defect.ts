import { client } from './api.ts'
import { createDefectTeller } from './defect-teller.ts'

const teller = createDefectTeller((defect) => client.settings.noteDefect(defect))
export const tellDefect = (problem: unknown): void => teller(problem, window.location.hash)

/** Hears what nobody caught. */
export function tellUncaught(on: Window): void {
  on.addEventListener('error', ({ error, message }) => tellDefect(error ?? message))
  on.addEventListener('unhandledrejection', ({ reason }) => {
    if (!isAnswered(reason)) tellDefect(reason)
  })
}

/** A refusal, or a defect of the core, which has written it down itself; and what was stopped on purpose. */
const isAnswered = (reason: unknown): boolean =>
  reason instanceof Error && ('code' in reason || reason.name === 'AbortError')
