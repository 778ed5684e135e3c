import { createRoot } from 'react-dom/client'
import { obeyContentPolicy } from '../design/content-policy.ts'
import { Gallery } from './Gallery.tsx'

obeyContentPolicy()

const root = document.getElementById('root')
if (root) createRoot(root).render(<Gallery />)
