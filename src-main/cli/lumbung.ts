import { enableCompileCache, getCompileCacheDir } from 'node:module'
import { join } from 'node:path'
import { projectFolder } from '../hosting/project-folder.ts'

// run from its sources, a command would spend half of its time on taking their types out
if (!getCompileCacheDir()) enableCompileCache(join(projectFolder, 'node_modules/.cache/compiled'))
await import('./commands.ts')
