import { type Text, useText } from '../../i18n/language';
import { Notice } from '../../ui/Notice';

/** What to do when a provider's own page led back with nothing: `code` as the server gives it in the address. */
export function ProviderFailure({ code }: { code: string }) {
  const t = useText();
  return (
    <Notice
      tone="error"
      title={t('組織のサインインを終えられませんでした', 'Your organisation’s sign-in was not completed')}
    >
      {adviceOn(code, t)}
    </Notice>
  );
}

function adviceOn(code: string, t: Text) {
  switch (code) {
    case 'provider-account-unknown':
      return t(
        'このアカウントは、まだここの利用者に結び付いていません。招待のメールから始めるか、パスワードでサインインして「アカウント」の画面で結び付けてください。',
        'This account is not linked to anyone here yet. Start from your invitation email, or sign in with your password and link it under “My account”.',
      );
    case 'provider-linked-elsewhere':
      return t(
        'このアカウントは、ほかの利用者に結び付いているか、あなたには別のアカウントが結び付いています。先に解除してください。',
        'This account is linked to someone else, or you already have another one linked. Please remove that link first.',
      );
    case 'invitation-for-another':
      return t(
        'この招待は、別のメールアドレスの方に宛てたものです。招待されたアカウントで組織のサインインをやり直すか、ご自分のメールアドレスへの招待を依頼してください。',
        'This invitation is for another email address. Sign in with the account that was invited, or ask for an invitation to your own address.',
      );
    case 'provider-unavailable':
      return t(
        '組織のサインインのサーバーが応答していません。しばらくしてから試すか、ほかの方法でサインインしてください。',
        'Your organisation’s sign-in service is not responding. Try again later, or sign in another way.',
      );
    case 'provider-denied':
      return t(
        '組織のサインインの画面で取り消されました。続けるには、もう一度選んで許可してください。',
        'You declined on your organisation’s page. To go on, choose it again and allow access.',
      );
    case 'provider-answer-wrong':
      return t(
        '組織のサインインからの応答を確認できませんでした。組織の情報システム担当に、設定の確認を依頼してください。',
        'The reply from your organisation’s sign-in service could not be verified. Please ask your IT department to check its settings.',
      );
    case 'link-not-valid':
      return t(
        '招待のリンクは、使用済みか、有効期限が過ぎています。招待した方に、新しいリンクを依頼してください。',
        'The invitation has been used or has expired. Please ask the person who invited you for a new one.',
      );
    default:
      return t(
        '時間が経過したか、別の画面から戻りました。もう一度お試しください。',
        'It took too long, or you came back from another window. Please try again.',
      );
  }
}
