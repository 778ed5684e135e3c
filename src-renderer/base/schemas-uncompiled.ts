import { config } from 'zod'

/*
 * Under our content security policy nothing may be compiled from text; zod would try to at its first schema, and be reported
 * for it. The build keeps this beside zod itself, ahead of every schema (`electron.vite.config.ts`).
 */
config({ jitless: true })
