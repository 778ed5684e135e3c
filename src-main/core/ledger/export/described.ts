/** An entry in words: what its document is called, and what it is about. */
export interface Described {
  label: string
  memo: string
}
