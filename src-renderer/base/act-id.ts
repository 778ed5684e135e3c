import { newId } from '../../src-shared/kernel/ids.ts'

/** Names a call, so that sent again it is done once. Questions carry a name too: nothing is remembered of what writes nothing. */
export const namedAct = () => ({ 'idempotency-key': newId() })
