import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { useLanguage } from '../../i18n/language';
import { labelled } from '../../i18n/punctuation';
import { FileDrop } from '../../ui/FileDrop';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { kindNames, reportNames } from './words';

/** A mail server's report of a mail that it had taken and could not deliver is brought in as a file. */
export function BounceDrop() {
  const { t, language } = useLanguage();
  const bounce = useAct((file: File) => call(api.recordBounce, { body: { file } }));
  const { delivery, wasKnown } = bounce.data ?? {};
  return (
    <details className="card mb-4">
      <summary className="cursor-pointer font-700">
        {t('不達通知（エラーメール）を取り込む', 'Bring a bounce in')}
      </summary>
      <div className="mt-4 grid gap-4">
        <FileDrop
          title={t(
            '届かなかったことを知らせるメール（.eml）をここへ',
            'Drop the mail (.eml) that tells of the failure here',
          )}
          hint={t(
            'このシステムの差出人アドレスに戻ってきたメールを、転送せずに保存したファイルです。どのメールのことかを読み取り、下の記録に反映します。',
            'The mail that came back to the address of this program, saved and not forwarded. It is read which mail it is about, and noted below.',
          )}
          accept=".eml,message/rfc822"
          isBusy={bounce.isPending}
          onFiles={([file]) => file && bounce.mutate(file)}
        />
        <ProblemNotice error={bounce.error} />
        {delivery?.reported && (
          <Notice
            tone={wasKnown ? 'info' : 'success'}
            title={
              wasKnown
                ? t('すでに分かっていた内容です', 'This was known already')
                : t('通知の記録に反映しました', 'It is noted below')
            }
          >
            <p>
              {labelled(
                t(
                  `${delivery.to ?? '招待した方'}宛ての「${kindNames(t)[delivery.kind]}」`,
                  `${kindNames(t)[delivery.kind]} to ${delivery.to ?? 'somebody invited'}`,
                ),
                reportNames(t)[delivery.reported],
                t,
              )}
            </p>
            {delivery.meaning && <p>{delivery.meaning[language]}</p>}
          </Notice>
        )}
      </div>
    </details>
  );
}
