/** Where to go when it is done, and why; the most useful first. */
export interface NextStep {
  label: string
  why: string
  path: string
  /** What goes along to that page. */
  before?: () => void
}
