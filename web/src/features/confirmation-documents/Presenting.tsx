import { useState } from 'react';
import { call } from '../../api/client';
import type { ConfirmationDocument } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { may } from '../../ui/can';
import { FormButtons, form } from '../../ui/FormDialog';
import { ProblemNotice } from '../../ui/Notice';
import { isRosterOnly } from './words';

/** The draft goes to the officer as a version, or is given up. */
export function Presenting({
  contractId,
  document,
  isBusy,
}: {
  contractId: string;
  document: ConfirmationDocument;
  isBusy: boolean;
}) {
  const t = useText();
  const { can, draft, firstWord, changeWord } = document;
  const isChange = document.versions.some(({ state }) => state === 'AGREED');
  const word = isChange ? changeWord : firstWord;
  const [isSure, setSure] = useState(false);
  const discard = useAct(() => call(api.discardDocumentDraft, { path: { contractId }, version: document.version }));
  if (!draft) return null;
  const label = !document.sectionIsHere
    ? t('この版を固定し、送る準備をする', 'Fix this version, ready to be sent')
    : isRosterOnly(document)
      ? t('従事者の名簿を再提示する', 'Show the roster again')
      : isChange
        ? t(`変更案を提出し、${word}をお願いする`, `Hand in the proposal and ask for ${word}`)
        : t(`提示して、${word}をお願いする`, `Present it and ask for ${word}`);
  return (
    <div className="mt-8 border-solid-gray-420 border-t pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <FormButtons
          contractId={contractId}
          forms={[
            {
              label,
              can: can.presentConfirmationDocument,
              isApt: !isBusy,
              weight: 'main' as const,
              form: form({
                title: label,
                confirm: label,
                above: document.sectionIsHere
                  ? t(
                      '内容をこの版として固定し、Word と PDF を作ります。固定した版は変わりません。',
                      'The content is frozen as this version, with its Word and PDF files.',
                    )
                  : t(
                      '内容をこの版として固定し、Word と PDF を作ります。担当課室の方はこのシステムにいないため、まだ提示にはなりません。次の画面のメールを送り、送ったことを記録してください。',
                      'The content is frozen as this version. Nobody of the section is here, so it is not presented by that: send the mail on the next page, and record that it was sent.',
                    ),
                fields: isChange
                  ? [
                      {
                        name: 'effectiveFrom',
                        label: t('いつから（予定）', 'In force from (planned)'),
                        kind: 'date' as const,
                      },
                    ]
                  : [],
                send: (body) =>
                  call(api.presentConfirmationDocument, { path: { contractId }, body, version: document.version }),
                after: () => scrollTo({ top: 0 }),
              }),
            },
          ]}
        />
        {may(can.discardDocumentDraft) &&
          (isSure ? (
            <>
              <button
                type="button"
                className="button button-danger"
                disabled={discard.isPending}
                onClick={() => discard.mutate()}
              >
                {t('下書きを破棄する', 'Discard the draft')}
              </button>
              <button type="button" className="button button-outline" onClick={() => setSure(false)}>
                {t('やめる', 'Cancel')}
              </button>
            </>
          ) : (
            <button type="button" className="button button-text" onClick={() => setSure(true)}>
              {t('下書きを破棄', 'Discard')}
            </button>
          ))}
      </div>
      <ProblemNotice error={discard.error} />
    </div>
  );
}
