import { Link, Outlet, useMatches } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session';
import { useLanguage, useText } from '../../i18n/language';
import { SignedIn } from '../session/SignedIn';
import { WhoAmI } from '../session/WhoAmI';
import { Arrival } from './Arrival';
import { InboxCount } from './InboxCount';

/** What all screens share. Those that are open to anybody come before a session; all others are for who is signed in. */
export function Shell() {
  const isOpen = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isOpen) });
  return (
    <>
      <Arrival />
      {isOpen ? (
        <Frame>
          <Outlet />
        </Frame>
      ) : (
        <SignedIn frame={(content) => <Frame>{content}</Frame>}>
          <Frame navigation={<Navigation />} who={<WhoAmI />}>
            <Outlet />
          </Frame>
        </SignedIn>
      )}
    </>
  );
}

/** The screens of the acting role. */
function Navigation() {
  const t = useText();
  const { can, acting } = useSession();
  const place =
    'border-transparent border-b-4 px-1 py-2 font-700 text-[0.9375rem] whitespace-nowrap hover:underline aria-[current=page]:border-key-900 aria-[current=page]:text-key-900';
  return (
    <nav
      aria-label={t('主な画面', 'Main')}
      className="order-last flex w-full flex-wrap gap-x-5 lg:order-none lg:w-auto"
    >
      {can.readInbox && (
        <Link to="/inbox" className={place}>
          {t('要対応一覧', 'Inbox')}
          <InboxCount />
        </Link>
      )}
      {can.readInbox && (
        <Link to="/deadlines" className={place}>
          {t('期限', 'Dates due')}
        </Link>
      )}
      {can.readContracts && (
        <Link to="/contracts" className={place}>
          {t('契約', 'Contracts')}
        </Link>
      )}
      {can.readPortfolio && (
        <Link to="/portfolio" className={place}>
          {t('契約の一覧表', 'By item')}
        </Link>
      )}
      {can.enterPart && !can.readContracts && (
        <Link to="/parts" className={place}>
          {t('再委託先としての記録', 'Your parts')}
        </Link>
      )}
      {can.readFilledForms && (
        <Link to="/readings" className={place}>
          {t('提出済み別紙の読取り', 'Read filled forms')}
        </Link>
      )}
      {can.readEditions && (
        <Link to="/editions" className={place}>
          {t('様式と版', 'Editions')}
        </Link>
      )}
      {can.managePeople && !can.readContracts && (
        <Link to="/organisations/$id" params={{ id: acting.organisationId }} className={place}>
          {t('組織と利用者', 'Organisation and people')}
        </Link>
      )}
    </nav>
  );
}

function Frame({ navigation, who, children }: { navigation?: ReactNode; who?: ReactNode; children: ReactNode }) {
  const { t, language, setLanguage } = useLanguage();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <>
      <a
        href="#main"
        className="link sr-only bg-white focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:p-2"
      >
        {t('本文へ', 'Skip to content')}
      </a>
      <header className="relative border-solid-gray-420 border-b">
        <div className="mx-auto flex max-w-[76rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 lg:gap-x-6 pt-2 md:px-8">
          <Link to="/" className="flex items-center gap-2 py-2 font-700 text-[1.0625rem]">
            <img src="/favicon.svg" alt="" width="26" height="26" />
            <span className={who ? 'sr-only min-[30rem]:not-sr-only' : ''}>SecurityTracker</span>
          </Link>
          {navigation}
          <div className="ml-auto flex min-w-0 items-center gap-1 sm:gap-3">
            {who}
            <button
              type="button"
              lang={other}
              className="button button-text button-small shrink-0"
              onClick={() => setLanguage(other)}
            >
              <span className="sr-only sm:not-sr-only">{other === 'en' ? 'English' : '日本語'}</span>
              <span className="sm:hidden" aria-hidden="true">
                {other === 'en' ? 'EN' : '日本'}
              </span>
            </button>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </>
  );
}
