import { Link, Outlet } from '@tanstack/react-router';
import { useLanguage } from '../../i18n/language';
import { ActorPicker } from './ActorPicker';

export function Shell() {
  const { t, language, setLanguage } = useLanguage();
  const other = language === 'ja' ? 'en' : 'ja';
  const place =
    'border-transparent border-b-4 px-1 py-2 font-700 text-[0.9375rem] whitespace-nowrap hover:underline aria-[current=page]:border-key-900 aria-[current=page]:text-key-900';
  return (
    <>
      <a
        href="#main"
        className="link sr-only bg-white focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:p-2"
      >
        {t('本文へ', 'Skip to content')}
      </a>
      <header className="border-solid-gray-420 border-b">
        <div className="mx-auto flex max-w-[76rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 lg:gap-x-6 pt-2 md:px-8">
          <Link to="/" className="flex items-center gap-2 py-2 font-700 text-[1.0625rem]">
            <img src="/favicon.svg" alt="" width="26" height="26" />
            SecurityTracker
          </Link>
          <nav
            aria-label={t('主な画面', 'Main')}
            className="order-last flex w-full gap-5 overflow-x-auto lg:order-none lg:w-auto"
          >
            <Link to="/inbox" className={place}>
              {t('要対応一覧', 'Inbox')}
            </Link>
            <Link to="/contracts" className={place}>
              {t('契約', 'Contracts')}
            </Link>
            <Link to="/readings" className={place}>
              {t('提出済み別紙の読取り', 'Read filled forms')}
            </Link>
            <Link to="/editions" className={place}>
              {t('様式と版', 'Editions')}
            </Link>
          </nav>
          <div className="ml-auto flex min-w-0 items-center gap-1 sm:gap-3">
            <ActorPicker />
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
        <Outlet />
      </main>
    </>
  );
}
