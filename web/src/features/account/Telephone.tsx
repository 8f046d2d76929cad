import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { query } from '../../api/query';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { Facts } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { useFieldProblems } from '../../ui/useFieldProblems';

/** By which number one is called back: it stands below the letters that one sends by hand. */
export function Telephone() {
  const t = useText();
  const telephone = useQuery(query(api.getOwnTelephone));
  const [isOpen, setOpen] = useState(false);
  return (
    <div id="telephone" className="scroll-mt-4">
      <Panel
        title={t('差出人の電話番号', 'Telephone below your letters')}
        hint={t(
          '担当職員にメールで送る文面の末尾に、氏名とともに入ります。ほかには使いません。',
          'It stands with your name below the letters that you send to officers by mail, and nowhere else.',
        )}
        actions={
          <button type="button" className="button button-outline button-small" onClick={() => setOpen(true)}>
            {t('電話番号を変える', 'Change the number')}
          </button>
        }
      >
        <Loaded query={telephone}>
          {(data) => (
            <>
              <Facts items={[[t('電話', 'Telephone'), data.telephone ?? t('未記入', 'none')]]} />
              {isOpen && <TelephoneDialog present={data.telephone ?? ''} onClose={() => setOpen(false)} />}
            </>
          )}
        </Loaded>
      </Panel>
    </div>
  );
}

function TelephoneDialog({ present, onClose }: { present: string; onClose: () => void }) {
  const t = useText();
  const [telephone, setTelephone] = useState(present);
  const change = useAct(() => call(api.setOwnTelephone, { body: { telephone } }), onClose);
  const problemOf = useFieldProblems(change.error);
  return (
    <ActDialog
      title={t('電話番号を変える', 'Change the number')}
      act={change}
      onClose={onClose}
      confirm={t('変える', 'Change')}
    >
      <TextField
        label={t('電話（内線も書けます。空にすると消えます）', 'Telephone, with an extension; empty takes it away')}
        type="tel"
        autoComplete="tel"
        maxLength={50}
        value={telephone}
        error={problemOf('/telephone')}
        onChange={(event) => setTelephone(event.target.value)}
      />
    </ActDialog>
  );
}
