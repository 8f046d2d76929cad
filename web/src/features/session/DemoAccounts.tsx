import type { DemoSignIn } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';

/** The made-up accounts of a demonstration: one press signs in. */
export function DemoAccounts({
  accounts,
  isBusy,
  onChoose,
}: {
  accounts: DemoSignIn[];
  isBusy: boolean;
  onChoose: (account: DemoSignIn) => void;
}) {
  const t = useText();
  return (
    <section className="rounded-12 border border-solid-gray-420 border-dashed bg-solid-gray-50 p-4">
      <h2 className="heading-3">{t('お試し用の利用者', 'Demo users')}</h2>
      <p className="hint mt-1">
        {t(
          '架空の人と会社です。選ぶと、その人としてサインインします。',
          'These people and firms are made up. Choose one to sign in as that person.',
        )}
      </p>
      <ul className="mt-3 grid gap-1">
        {accounts.map((account) => (
          <li key={account.mail}>
            <button
              type="button"
              disabled={isBusy}
              className="w-full cursor-pointer rounded-8 border border-transparent px-3 py-2 text-left hover:border-key-900 hover:bg-white"
              onClick={() => onChoose(account)}
            >
              <span className="block font-700 text-[0.9375rem] text-key-1000">
                {t(account.label.ja, account.label.en)}
              </span>
              <span className="hint flex flex-wrap gap-x-3">
                <span>{account.place}</span>
                <span>{account.mail}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
