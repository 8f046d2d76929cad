import { useQuery } from '@tanstack/react-query';
import { type AnyRouter, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { sessionQuery } from '../../api/session';

/**
 * Whoever goes from one screen to another inside the program arrives as after loading a page: the focus goes to the new
 * heading, or back to the link that one left by, and a screen reader hears where it is. Nothing moves before the eye. A screen
 * that puts the focus somewhere itself keeps it there.
 */
export function Arrival() {
  const router = useRouter();
  const [said, say] = useState('');
  useEffect(() => watch(router, say), [router]);

  // Signing in changes the screen and not the address.
  const { data } = useQuery({ ...sessionQuery, enabled: false });
  const isOut = data !== undefined && data?.next !== 'DONE';
  const wasOut = useRef(false);
  useEffect(() => {
    const isIn = wasOut.current && !isOut;
    wasOut.current = isOut;
    return isIn ? arrive(document.activeElement, heading, say) : undefined;
  }, [isOut]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

type Find = () => HTMLElement | null | undefined;
const heading: Find = () => document.querySelector<HTMLElement>('main h1');

function watch(router: AnyRouter, say: (title: string) => void): () => void {
  /** By which link an entry of the history was left. */
  const links = new Map<string, string>();
  let before: Element | null = null;
  let stop = () => {};
  const leaving = router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
    stop();
    before = document.activeElement;
    const link = before?.closest('main a')?.getAttribute('href');
    const key = fromLocation?.state.__TSR_key;
    if (key && link) links.set(key, link);
  });
  const arriving = router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged) return;
    const link = links.get(toLocation.state.__TSR_key ?? '');
    const target = toLocation.hash;
    stop = arrive(
      before,
      () =>
        (link && document.querySelector<HTMLElement>(`main a[href="${CSS.escape(link)}"]`)) ||
        (target && document.getElementById(target)) ||
        heading(),
      say,
    );
  });
  return () => {
    leaving();
    arriving();
    stop();
  };
}

/** Puts the focus on the place as soon as it is there, and again when it is drawn anew, until the reader does something. */
function arrive(before: Element | null, find: Find, say: (title: string) => void): () => void {
  let isThere = false;
  const look = () => {
    const now = document.activeElement;
    const place = find();
    if (!place || (isThere && now !== document.body)) return;
    isThere = true;
    if (now === before || !now?.closest('main, dialog')) focusOn(place);
    const title = document.title.replace(/ \| SecurityTracker$/, '');
    // What the heading says is heard there; the rest of the title is told, as which contract it is of.
    const read = place === document.activeElement && place === heading() ? (place.textContent ?? '') : '';
    say(title.startsWith(read) ? title.slice(read.length).trim() : title);
  };
  const observer = new MutationObserver(look);
  const acts = ['keydown', 'pointerdown'] as const;
  const stop = () => {
    observer.disconnect();
    for (const act of acts) removeEventListener(act, stop);
  };
  observer.observe(document.body, { childList: true, subtree: true });
  for (const act of acts) addEventListener(act, stop);
  look();
  return stop;
}

/** The focus, without scrolling; what cannot hold it by itself holds it unseen. */
function focusOn(place: HTMLElement) {
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.dataset.arrival = '';
  }
  place.focus({ preventScroll: true });
}
