import { createContext } from 'react'

/** True inside a DataTable: buttons there leave the Tab order, the row's own keys (Right, Left) reach them. */
export const InsideGrid = createContext(false)
