import { asUnreadable } from '../../src-shared/kernel/unreadable.ts'

const reasons = new WeakMap<object, unknown>()

/**
 * Reads each stored row of a list by itself. One whose reading throws (damaged facts, words of a version to come) is answered
 * as `known` with a mark, so that it can be opened and cancelled, and takes no other row with it.
 */
export function readEach<Stored, Row extends object>(
  stored: readonly Stored[],
  read: (row: Stored) => Row,
  known: (row: Stored) => Partial<Row>,
): Row[] {
  return stored.map((row) => {
    try {
      return read(row)
    } catch (problem) {
      const unread = asUnreadable(known(row) as Row)
      reasons.set(unread, problem)
      return unread
    }
  })
}

/** Why a row could not be read, for the log. */
export const whyUnreadable = (row: object): unknown => reasons.get(row)
