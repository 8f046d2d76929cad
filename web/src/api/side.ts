import { use } from 'react';
import { SessionContext } from '../features/session/session';

/** Which side of the contract the reader acts for; it words the screens and decides nothing else. */
export function useSide(): 'MINISTRY' | 'CONTRACTOR' {
  return use(SessionContext)?.acting.organisationKind === 'MINISTRY_OFFICE' ? 'MINISTRY' : 'CONTRACTOR';
}
