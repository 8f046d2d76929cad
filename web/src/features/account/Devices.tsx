import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AccountDetails, DeviceDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { formatInstant } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import { ProblemNotice } from '../../ui/Notice';
import { Panel, Row } from '../../ui/Panel';

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];
const first = (names: [RegExp, string][], text: string) => names.find(([pattern]) => pattern.test(text))?.[1];

/** Chrome・Windows, as far as the browser says so; else what it says, shortened. */
export const deviceName = (userAgent: string, t: Text): string =>
  [first(browsers, userAgent), first(systems, userAgent)].filter(Boolean).join(t('・', ' on ')) ||
  userAgent.slice(0, 60) ||
  t('不明な端末', 'Unknown device');

const methodName = (method: DeviceDetails['method'], t: Text) =>
  ({
    PASSWORD: t('パスワード', 'password'),
    PASSKEY: t('パスキー', 'passkey'),
    OIDC: t('組織のサインイン', 'organisation’s sign-in'),
    TOKEN: t('トークン', 'token'),
  })[method];

/** Where one is signed in; a device that one does not know is signed out at once. */
export function Devices({ account }: { account: AccountDetails }) {
  const { t, language } = useLanguage();
  const end = useAct((id: string) => call(api.revokeDevice, { path: { deviceId: id } }));
  const endOthers = useAct(() => call(api.revokeOtherDevices));
  const isBusy = end.isPending || endOthers.isPending;
  return (
    <Panel
      title={t('サインインしている端末', 'Where you are signed in')}
      hint={t('心当たりのない端末は、サインアウトさせてください。', 'Sign out any device that you do not recognise.')}
      actions={
        account.devices.length > 1 && (
          <button
            type="button"
            className="button button-outline button-small"
            disabled={isBusy}
            onClick={() => endOthers.mutate()}
          >
            {t('ほかのすべての端末をサインアウト', 'Sign out everywhere else')}
          </button>
        )
      }
    >
      <ProblemNotice error={end.error ?? endOthers.error} />
      <ul>
        {account.devices.map((device) => (
          <Row
            key={device.id}
            action={
              device.current ? (
                <span className="chip border-green-800 bg-green-50 text-green-1000">
                  {t('この端末', 'this device')}
                </span>
              ) : (
                <button
                  type="button"
                  className="button button-text button-small"
                  disabled={isBusy}
                  aria-label={t(
                    `${deviceName(device.userAgent, t)}をサインアウトさせる`,
                    `Sign out ${deviceName(device.userAgent, t)}`,
                  )}
                  onClick={() => end.mutate(device.id)}
                >
                  {t('サインアウトさせる', 'Sign out')}
                </button>
              )
            }
          >
            <span className="font-700">{deviceName(device.userAgent, t)}</span>
            <span className="hint block">
              {t('サインイン ', 'Signed in ')}
              {formatInstant(device.signedInAt, language)}
              {inBrackets(methodName(device.method, t), t)}
              {t('・最後の操作 ', ', last seen ')}
              {formatInstant(device.lastSeenAt, language)}
            </span>
          </Row>
        ))}
      </ul>
    </Panel>
  );
}
