import { browserDrafts } from './drafts';

/** What forms of this tab keep for these people (useKept): keys that name whose they are. */
const keptKeys = (owners: string[]) =>
  Object.keys(sessionStorage).filter((key) => owners.some((owner) => key.includes(owner)));

/** How many texts of these memberships lie in this browser and have not reached the server. */
export async function countUnsent(owners: string[]): Promise<number> {
  const drafts = await Promise.all(owners.map((owner) => browserDrafts.below(`${owner}/`)));
  return drafts.reduce((sum, found) => sum + found.size, keptKeys(owners).length);
}

/** Clears them from this browser. Who leaves the page now is not asked once more. */
export async function forgetUnsent(owners: string[]): Promise<void> {
  for (const owner of owners)
    for (const rest of (await browserDrafts.below(`${owner}/`)).keys()) await browserDrafts.remove(`${owner}/${rest}`);
  for (const key of keptKeys(owners)) sessionStorage.removeItem(key);
  addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
}
