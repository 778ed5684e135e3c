import type { Icon } from '@tabler/icons-react'

/** One entry of the sidebar. */
export interface FrameEntry {
  path: string
  label: string
  icon: Icon
  /** Entries of one group stand together; a rule parts the groups. */
  group: string
  /** What waits there; zero shows nothing. */
  count?: number
  /** True colours the count madder: something is wrong, not merely waiting. */
  isBad?: boolean
}
