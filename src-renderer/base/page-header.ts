import { createContext } from 'react'

/** The place in the frame's header that the page on screen fills with its title. Null outside a frame. */
export const PageHeaderSlot = createContext<HTMLElement | null>(null)
