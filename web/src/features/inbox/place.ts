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
