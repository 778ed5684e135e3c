import classes from './SegmentedTabs.module.css'
import { TabRow, type TabRowProps } from './TabRow.tsx'

/** Sub-tabs, or a choice of two or three views, in one box. */
export const SegmentedTabs = <Id extends string>(props: TabRowProps<Id>) => (
  <TabRow {...props} look={{ row: classes.row, tab: classes.tab, count: 'tab-count' }} />
)
