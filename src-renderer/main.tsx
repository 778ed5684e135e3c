import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './base/schemas-uncompiled.ts'
import { App } from './app/App.tsx'
import { askFirst } from './app/first-questions.ts'
import { createQueryClient } from './base/query-client.ts'
import { tellUncaught } from './base/tell-defect.ts'
import { obeyContentPolicy } from './design/content-policy.ts'

obeyContentPolicy()
tellUncaught(window)

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
