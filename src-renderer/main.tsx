import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './app/App.tsx'
import { askFirst } from './app/first-questions.ts'
import { createQueryClient } from './base/query-client.ts'

// Under our content security policy nothing may be compiled from text; zod would try to, and be reported for it.
config({ jitless: true })

const queries = createQueryClient()
askFirst(queries, window.location.hash.slice(1) || '/')

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App queries={queries} />
    </StrictMode>,
  )
}
