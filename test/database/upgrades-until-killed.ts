import { connect } from '../../src-main/core/database/connection.ts'
import { migrate } from '../../src-main/core/database/migrate.ts'
import { applyPragmas } from '../../src-main/core/database/pragmas.ts'

/**
 * Brings an old file along, and is killed with no warning right before one of its statements; with 0 it lives and tells how many
 * there are. Arguments: the file, the number of the statement, the moment.
 */
const [file = '', last = '0', moment = '0'] = process.argv.slice(2)
let statements = 0
const raw = connect(file, {
  verbose() {
    if (++statements === Number(last)) process.kill(process.pid, 'SIGKILL')
  },
})
applyPragmas(raw, 'writer')
migrate(raw, Number(moment))
raw.close()
process.stdout.write(String(statements))
