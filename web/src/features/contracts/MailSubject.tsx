import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ContractDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { may } from '../../ui/can';
import { FormButtons, form } from '../../ui/FormDialog';

/** The 件名 rule that the 課室 wants for mails of this contract. */
export function MailSubject({ contract }: { contract: ContractDetails }) {
  const t = useText();
  const { pattern, default: usual, example } = contract.mailSubject;
  const canSet = may(contract.can.setMailSubject);
  if (!canSet && pattern === null) return null;
  return (
    <section id="mail-subject" className="mt-10">
      <h2 className="heading-2 mb-2">{t('メールの件名の決まり', 'Subject of mails')}</h2>
      <p className="font-700">
        {pattern ?? usual}
        {pattern === null && <span className="hint ml-2 font-400">{t('既定値', 'default')}</span>}
      </p>
      <p className="mb-3 text-[0.9375rem] text-solid-gray-700">
        {t('例：', 'e.g. ')}
        {example}
      </p>
      <FormButtons
        isSmall
        contractId={contract.id}
        forms={[
          {
            label: t('件名の決まりを変える', 'Change the rule'),
            can: contract.can.setMailSubject,
            form: form({
              title: t('メールの件名の決まり', 'Subject of mails'),
              start: { pattern: pattern ?? usual },
              fields: [
                {
                  name: 'pattern',
                  label: t('件名', 'Subject'),
                  hint: t(
                    '{件名} は必ず1か所に入れてください。{契約件名} も使えます。空にすると既定値に戻ります。',
                    'Wants {件名} (the matter) once; {契約件名} is the contract. Empty: the default.',
                  ),
                },
              ],
              send: (body) => call(api.setMailSubject, { path: { id: contract.id }, body, version: contract.version }),
            }),
          },
        ]}
      />
    </section>
  );
}
