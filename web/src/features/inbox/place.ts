/** Where the reader was in the list, kept for this tab: whoever comes back goes on there. */
interface Place {
  id: string;
  at: number;
}
const KEY = 'inbox-place';

export const rememberPlace = (place: Place): void => sessionStorage.setItem(KEY, JSON.stringify(place));

export function lastPlace(): Place | null {
  const kept = sessionStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Place) : null;
}

/** The order in which somebody began to read, kept for this tab: what a step moves within the list moves nobody out of their place. */
const ORDER = 'inbox-order';

export function orderOf(reading: string, id: string, ids: string[]): string[] {
  const kept = sessionStorage.getItem(ORDER);
  const before = kept ? (JSON.parse(kept) as { reading: string; ids: string[] }) : null;
  if (before?.reading === reading && before.ids.includes(id)) {
    const order = [...before.ids, ...ids.filter((one) => !before.ids.includes(one))];
    sessionStorage.setItem(ORDER, JSON.stringify({ reading, ids: order }));
    return order;
  }
  sessionStorage.setItem(ORDER, JSON.stringify({ reading, ids }));
  return ids;
}

/** A new reading begins in the order of the list as it stands. */
export const forgetOrder = (): void => sessionStorage.removeItem(ORDER);
