import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { Problem } from '../../api/client';
import { useLanguage } from '../../i18n/language';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';

/** A screen that could not be shown says so, with the server's own sentence where there is one. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const { t, language } = useLanguage();
  const isMissing = error instanceof Problem && error.status === 404;
  if (isMissing) return <RouteNotFound sentence={error.messages[language]} />;
  return (
    <Page title={t('表示できませんでした', 'This could not be shown')}>
      <ProblemNotice error={error} retry={reset} />
    </Page>
  );
}

export function RouteNotFound({ sentence }: { sentence?: string; data?: unknown }) {
  const { t } = useLanguage();
  return (
    <Page title={t('お探しのページは見つかりません', 'Page not found')}>
      <p>
        {sentence ??
          t(
            'アドレスが変わったか、いまの役割では表示できないものです。',
            'The address has changed, or this is not visible in your current role.',
          )}
      </p>
      <p className="mt-6">
        <Link to="/" className="button">
          {t('はじめの画面へ', 'Go to the start screen')}
        </Link>
      </p>
    </Page>
  );
}
