import { newId } from '../../src-shared/kernel/ids.ts'

/**
 * The desk this window is: a parcel open here is closed to other windows. A window that is loaded again is the same desk, and
 * what it had open is still its own.
 */
export const thisDesk = deskOfWindow()

function deskOfWindow(): string {
  const known = sessionStorage.getItem('lumbung.desk') ?? newId()
  sessionStorage.setItem('lumbung.desk', known)
  return known
}
