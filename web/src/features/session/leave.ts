import { outside } from '../../api/client';
import { api } from '../../paths';

/** Signs out and begins anew, so that nothing of this person stays in the tab. */
export async function leave(): Promise<void> {
  await outside.remove(api.session);
  location.assign('/sign-in');
}
