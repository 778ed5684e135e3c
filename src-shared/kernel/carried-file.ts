import { z } from 'zod'

/** A file as it comes through a door: its bytes, with its name and type; never text in JSON. */
export const CarriedFile = z.file().refine(({ name }) => name.length > 0 && name.length <= 255)

/** A file as it is handed out. */
export const HandedFile = z.file()
