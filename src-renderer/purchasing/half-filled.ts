import type { ReceiveForm } from './receive-form.ts'

/** A receipt that was left half filled in waits here, so that Esc never costs anything and needs no question. */
let form: ReceiveForm | null = null

export const halfFilled = (): ReceiveForm | null => form

export function keepHalfFilled(next: ReceiveForm | null): void {
  form = next
}
