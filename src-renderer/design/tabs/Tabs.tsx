import { TabRow, type TabRowProps } from './TabRow.tsx'
import classes from './Tabs.module.css'

/** The main tabs of a page, underlined, with counts. Arrows move, the chosen one is shown at once. */
export const Tabs = <Id extends string>(props: TabRowProps<Id>) => (
  <TabRow {...props} look={{ row: classes.row, tab: classes.tab, count: classes.count }} />
)
