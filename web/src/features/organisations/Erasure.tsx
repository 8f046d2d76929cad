import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ErasureAnswer, ErasureItem, PersonDetails } from '../../api/generated/types.gen';
import { query } from '../../api/query';
import { useAct } from '../../api/useAct';
import { useLanguage, useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { ActDialog } from '../../ui/ActDialog';
import { may, WhyNot } from '../../ui/can';
import { Dialog } from '../../ui/Dialog';
import { ErasureFields } from '../../ui/ErasureFields';
import { Loaded } from '../../ui/Loaded';

/** Erases what is personal; says before what goes and what stays, and the same again when it is done. */
export function Erasure({ person, onClose }: { person: PersonDetails; onClose: () => void }) {
  const t = useText();
  const draft = useFormDraft(
    `erasure/${person.id}`,
    { reason: '', isSure: false },
    ({ reason }) => reason.trim() !== '',
  );
  const erasure = draft.value;
  const preview = useQuery({
    ...query(api.getPersonErasure, { path: { personId: person.id } }),
    gcTime: 0,
  });
  const erase = useAct(() =>
    call(api.erasePerson, {
      path: { personId: person.id },
      body: { reason: erasure.reason },
      version: preview.data?.version ?? person.version,
    }).then((erased) => {
      draft.forget();
      return erased;
    }),
  );
  if (erase.data) return <ErasureResult erased={erase.data} onClose={onClose} />;
  const isPossible = may(preview.data?.can.erasePerson);
  return (
    <ActDialog
      title={t(`${person.name}さんの個人情報を消去する`, `Erase the personal data of ${person.name}`)}
      act={{ ...erase, isPending: erase.isPending || !erasure.isSure || !isPossible }}
      draft={draft}
      onClose={onClose}
      confirm={t('消去する', 'Erase')}
      isDangerous
    >
      <Loaded query={preview}>
        {({ erases, stays, can }) => (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Items title={t('消えるもの', 'What goes')} items={erases} />
              <Items title={t('残るもの', 'What stays')} items={stays} />
            </div>
            <WhyNot can={can.erasePerson} />
          </>
        )}
      </Loaded>
      {isPossible && <ErasureFields value={erasure} onChange={draft.set} />}
    </ActDialog>
  );
}

function Items({ title, items }: { title: string; items: ErasureItem[] }) {
  const { language } = useLanguage();
  return (
    <section className="rounded-8 bg-solid-gray-50 p-3">
      <h3 className="heading-3">{title}</h3>
      <ul className="list-disc pl-5 text-[0.9375rem]">
        {items.map(({ what, messages }) => (
          <li key={what}>{messages[language]}</li>
        ))}
      </ul>
    </section>
  );
}

/** What went and what stays, in the server's sentences. */
export function ErasureResult({ erased, onClose }: { erased: ErasureAnswer; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('個人情報を消去しました', 'The personal data was erased')} onClose={onClose}>
      <div className="grid gap-4">
        <Items title={t('消えたもの', 'What went')} items={erased.erases} />
        <Items title={t('残っているもの', 'What stays')} items={erased.stays} />
      </div>
    </Dialog>
  );
}
