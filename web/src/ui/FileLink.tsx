import type { ComponentProps, MouseEvent } from 'react';
import { call } from '../api/client';
import * as api from '../api/generated/operations.gen';
import { useSending } from '../api/useAct';
import { ProblemNotice } from './Notice';

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** Follows the link as the browser itself would. */
function follow({ href, download, target }: Pick<ComponentProps<'a'>, 'download' | 'target'> & { href: string }) {
  const link = document.createElement('a');
  link.href = href;
  if (download) link.download = download === true ? '' : String(download);
  if (target) link.target = target;
  link.rel = 'noreferrer';
  link.click();
}

/**
 * A link to a file of the server: saved, or with `isOpened` shown in a tab of its own. It first makes sure that the session is
 * still there, so that whoever was signed out meanwhile is asked to sign in here and then gets the file, not a refusal as a page.
 */
export function FileLink({
  href,
  isOpened = false,
  download = true,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'href' | 'target' | 'rel' | 'onClick'> & { href: string; isOpened?: boolean }) {
  const way = { href, target: isOpened ? '_blank' : undefined, download: isOpened ? undefined : download };
  const go = useSending({ mutationFn: () => call(api.getSession), onSuccess: () => follow(way) });
  return (
    <>
      <a
        {...rest}
        href={href}
        target={way.target}
        download={way.download}
        rel="noreferrer"
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          go.mutate();
        }}
      >
        {children}
      </a>
      <ProblemNotice error={go.error} />
    </>
  );
}
