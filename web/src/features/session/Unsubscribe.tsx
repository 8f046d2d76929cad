import { Link, useRouterState } from '@tanstack/react-router';
import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { NarrowPage } from './SignInScreen';

/** Where a mail's way to less mail leads: it asks first, as programs open links too. */
export function Unsubscribe() {
  const t = useText();
  const token = useRouterState({ select: ({ location }) => location.hash });
  const less = useSending({ mutationFn: () => outside.call(api.unsubscribe, { path: { token } }) });
  return (
    <NarrowPage title={t('お知らせメールを減らす', 'Less mail')}>
      {less.isSuccess ? (
        <Notice tone="success" title={t('お知らせメールを減らしました', 'You will get less mail')}>
          {t(
            '受注者・再委託先の方には、期限を過ぎたものだけを週に1通お送りします。府省の方にはお送りしません。元に戻すときは、サインインして「アカウント」から選んでください。',
            'Contractors and subcontractors hear once a week of what is late; people of the ministry get no more. To change it back, sign in and choose under “My account”.',
          )}
        </Notice>
      ) : (
        <div className="grid gap-4">
          <p>
            {t(
              'SecurityTracker からのお知らせメールを、いちばん少ない頻度にします。期限を過ぎた事項は、契約上の義務に関わるため、受注者・再委託先の方には引き続きお知らせします。',
              'You will get the least mail from SecurityTracker that there is. What is late is still told to contractors and subcontractors: it is about duties under a contract.',
            )}
          </p>
          <ProblemNotice error={less.error} />
          <button
            type="button"
            className="button justify-self-start"
            disabled={!token || less.isPending}
            onClick={() => less.mutate()}
          >
            {t('お知らせメールを減らす', 'Send me less')}
          </button>
          {!token && <p>{t('メールにあるリンクから開いてください。', 'Open this page by the link in the mail.')}</p>}
        </div>
      )}
      <p className="mt-6">
        <Link to="/account" className="link">
          {t('頻度を自分で選ぶ（サインインが必要です）', 'Choose how often yourself (sign in first)')}
        </Link>
      </p>
    </NarrowPage>
  );
}
