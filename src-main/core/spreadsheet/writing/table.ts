/** What a file shows: headings, and rows of text, whole numbers and blanks. */
export interface Table {
  name: string
  columns: { heading: string; width: number }[]
  rows: (string | number | null)[][]
}
