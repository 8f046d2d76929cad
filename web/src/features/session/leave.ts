import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { startAt } from '../../ui/startAt';

/** Signs out and begins anew, so that nothing of this person stays in the tab. */
export async function leave(): Promise<void> {
  await outside.call(api.signOut);
  startAt('/sign-in');
}
