import { z } from 'zod'

/** A file as it comes through a door: its bytes, with its name and type; never text in JSON. */
export const CarriedFile = z.file().refine(({ name }) => name.length > 0 && name.length <= 255)

/** A file as it is handed out. */
export const HandedFile = z.file()

/** Facts beside a file: a form has only text for them, so they stand in one part of it as JSON. */
export const besideFile = <T extends z.ZodType>(facts: T, example: z.input<T>) =>
  z
    .string()
    .meta({ description: 'JSON.', examples: [JSON.stringify(example)] })
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' })
        return z.NEVER
      }
    })
    .pipe(facts as z.ZodType<z.output<T>, unknown>)
