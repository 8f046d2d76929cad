import { Link } from '@tanstack/react-router';
import { type FocusEvent, useId, useRef, useState } from 'react';
import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { membershipName, useSession } from '../../api/session';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ProblemNotice } from '../../ui/Notice';
import { SignOut } from './SignOut';

/** Who is signed in and acts as what, at the head of every screen; opens to change that or to leave. */
export function WhoAmI() {
  const t = useText();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { person, acting, memberships, can } = useSession();
  const change = useSending({
    mutationFn: (membershipId: string) => outside.call(api.actAs, { body: { membershipId } }),
    // Everything is read anew: in another place one sees other contracts.
    onSuccess: () => location.assign('/'),
  });
  const others = memberships.filter((membership) => membership.id !== acting.id);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const item =
    'block w-full cursor-pointer rounded-8 px-3 py-2 text-left text-[0.9375rem] hover:bg-key-50 hover:underline';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving it close what its button opened
    <div
      className="min-w-0 sm:relative"
      onKeyDown={(event) => event.key === 'Escape' && isOpen && close()}
      onBlur={(event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        className="flex min-h-11 max-w-40 cursor-pointer items-center gap-2 rounded-8 px-2 py-1 text-left leading-[1.35] hover:bg-key-50 sm:max-w-72"
        onClick={() => setOpen(!isOpen)}
      >
        <span className="min-w-0">
          <span className="block truncate font-700 text-[0.875rem]">{person.name}</span>
          <span className="block truncate text-[0.75rem] text-solid-gray-700">
            {acting.sectionName ?? acting.organisationName}
          </span>
        </span>
        <span aria-hidden="true" className="text-[0.625rem]">
          {isOpen ? '▲' : '▼'}
        </span>
      </button>
      <div
        id={id}
        hidden={!isOpen}
        tabIndex={-1}
        className="absolute top-full z-30 mt-1 rounded-12 max-sm:inset-x-4 sm:right-0 sm:w-88 border border-solid-gray-420 bg-white p-3 shadow-lg"
      >
        <p className="px-3 pb-2">
          <span className="block font-700">{person.name}</span>
          <span className="hint block">{person.mail}</span>
          <span className="mt-1 block text-[0.875rem]">{membershipName(acting, t)}</span>
        </p>
        {others.length > 0 && (
          <div className="border-solid-gray-300 border-t pt-2 pb-1">
            <p className="hint px-3">{t('所属を切り替える', 'Switch to')}</p>
            <ul>
              {others.map((membership) => (
                <li key={membership.id}>
                  <button
                    type="button"
                    className={item}
                    disabled={change.isPending}
                    onClick={() => change.mutate(membership.id)}
                  >
                    {membershipName(membership, t)}
                  </button>
                </li>
              ))}
            </ul>
            <ProblemNotice error={change.error} />
          </div>
        )}
        <div className="border-solid-gray-300 border-t pt-1">
          <Link to="/account" className={item} onClick={() => setOpen(false)}>
            {t('アカウント', 'My account')}
          </Link>
          {can.readPeople && (
            <Link
              to="/organisations/$id"
              params={{ id: acting.organisationId }}
              className={item}
              onClick={() => setOpen(false)}
            >
              {t('組織と利用者', 'Organisation and people')}
            </Link>
          )}
          <SignOut memberships={memberships} className={item} />
        </div>
      </div>
    </div>
  );
}
