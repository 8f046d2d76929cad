import { useState } from 'react';
import type { OwnMembership } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { countUnsent, forgetUnsent } from '../../saving/unsent';
import { Dialog } from '../../ui/Dialog';
import { leave } from './leave';

/**
 * Signs out. What was typed and has not reached the server goes with it, unless the person wants it kept on this device: others
 * may use this browser next. A session that ends by itself, or on another device, takes nothing away.
 */
export function SignOut({ memberships, className }: { memberships: OwnMembership[]; className: string }) {
  const t = useText();
  const [unsent, setUnsent] = useState(0);
  const owners = memberships.map((membership) => membership.id);
  const ask = async () => {
    // Where the browser keeps nothing for us (a private window), there is nothing to ask about.
    const count = await countUnsent(owners).catch(() => 0);
    if (count > 0) setUnsent(count);
    else await leave();
  };
  const clear = async () => {
    await forgetUnsent(owners);
    await leave();
  };
  return (
    <>
      <button type="button" className={className} onClick={ask}>
        {t('サインアウト', 'Sign out')}
      </button>
      {unsent > 0 && (
        <Dialog title={t('まだ送信していない入力があります', 'Not everything was sent')} onClose={() => setUnsent(0)}>
          <p>
            {t(
              `サーバーに届いていない入力が${unsent}件、このブラウザーに残っています。共用の端末では、消してからサインアウトしてください。`,
              `${unsent} entries that have not reached the server are kept in this browser. On a shared device, delete them before you sign out.`,
            )}
          </p>
          <div className="mt-4 grid gap-2">
            <button type="button" className="button button-danger" onClick={clear}>
              {t('入力を消してサインアウト', 'Delete them and sign out')}
            </button>
            <button type="button" className="button button-outline" onClick={leave}>
              {t('この端末に残してサインアウト', 'Keep them on this device and sign out')}
            </button>
            <button type="button" className="button button-text" onClick={() => setUnsent(0)}>
              {t('サインアウトしない', 'Stay signed in')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
