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
        'This account belongs to nobody here yet. Begin from the mail that invited you, or sign in with your password and link it under My account.',
      );
    case 'provider-linked-elsewhere':
      return t(
        'このアカウントは、ほかの利用者に結び付いているか、あなたには別のアカウントが結び付いています。先に解除してください。',
        'This account is linked to someone else, or you have another one linked. End that link first.',
      );
    case 'provider-unavailable':
      return t(
        '組織のサインインのサーバーが応答していません。しばらくしてから試すか、ほかの方法でサインインしてください。',
        'Your organisation’s sign-in does not answer. Try again later, or sign in another way.',
      );
    case 'provider-denied':
      return t(
        '組織のサインインの画面で取り消されました。続けるには、もう一度選んで許可してください。',
        'It was declined on your organisation’s page. Choose it again and allow it to go on.',
      );
    case 'provider-answer-wrong':
      return t(
        '組織のサインインからの応答を確認できませんでした。組織の情報システム担当に、設定の確認を依頼してください。',
        'The answer of your organisation’s sign-in did not hold. Ask those who run it to check its settings.',
      );
    case 'link-not-valid':
      return t(
        '招待のリンクは、使用済みか、有効期限が過ぎています。招待した方に、新しいリンクを依頼してください。',
        'The invitation was used or has expired. Ask whoever invited you for a new one.',
      );
    default:
      return t(
        '時間が経過したか、別の画面から戻りました。もう一度お試しください。',
        'Time ran out, or another window answered. Please try again.',
      );
  }
}
