import type { Browser, BrowserContext, Page } from '@playwright/test'
import { pdf } from './files'
import { test } from './installation'
import { accessibilityFindings, expect } from './test'
import { totp } from './totp'
import { World } from './world'

test.describe.configure({ mode: 'serial' })
// A revoked session and a wrong code are refusals, which the browser notes.
test.use({ failingRequests: true })

const officer = { name: '山田　花子', mail: 'hanako@example.jp', password: '長い合言葉は安全です２０２６' }
const staff = { name: '鈴木　次郎', mail: 'jiro@example.jp', password: '別の長い合言葉にします２０２６' }

const subcontractor = { name: '高橋　三郎', mail: 'saburo@example.jp', password: '三つめの長い合言葉です２０２６' }

/** What the first person's app and drawer keep from one test to the next. */
const kept = { secret: '', recoveryCodes: [] as string[] }

let context: BrowserContext
let page: Page

/** A window of its own, watched for nothing but used as a person would. */
async function windowOf(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const own = await browser.newContext({
    baseURL,
    storageState: { cookies: [], origins: [] },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1440, height: 900 },
  })
  return own.newPage()
}

test.beforeAll(async ({ browser, installation }) => {
  page = await windowOf(browser, installation.url)
  context = page.context()
})
test.afterAll(() => context.close())

/** A name as it is read aloud: any space is one space. */
const spoken = (name: string) => new RegExp(name.replace(/\s/, '\\s'))
const whoAmI = (of: Page, name: string) => of.getByRole('banner').getByRole('button', { name: spoken(name) })

/** Opens the invitation that came by mail and takes it on with a password. */
async function accept(of: Page, person: typeof staff): Promise<void> {
  await of.goto(`/dev/mail?to=${person.mail}`)
  await of.locator('a[href^="/dev/mail/"]').first().click()
  await of.locator('a.link').first().click()
  await of.getByLabel('パスワード').fill(person.password)
  await of.getByRole('button', { name: '招待を受ける' }).click()
  await expect(whoAmI(of, person.name)).toBeVisible()
}

async function fromMenu(item: string): Promise<void> {
  await whoAmI(page, officer.name).click()
  await page.getByRole('link', { name: item }).click()
}

test('a fresh installation is set up by its first person, who enrols an authenticator app', async ({ installation }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'はじめの設定' })).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByLabel('設定コード').fill('AAAA-AAAA-AAAA-AAAA')
  await page.getByLabel('組織の名称').fill('例示総合研究所株式会社')
  await page.getByLabel('あなたの氏名').fill(officer.name)
  await page.getByLabel('メールアドレス').fill(officer.mail)
  await page.getByLabel('パスワード').fill(officer.password)
  await page.getByRole('button', { name: '二つめの確認の設定へ進む' }).click()
  await expect(page.getByRole('alert')).toBeVisible()

  await page.getByLabel('設定コード').fill(installation.code)
  await page.getByRole('button', { name: '二つめの確認の設定へ進む' }).click()
  await expect(page.getByRole('img', { name: /QRコード/ })).toBeVisible()
  kept.secret = (await page.locator('[data-secret]').textContent()) ?? ''
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByLabel('認証アプリの6桁のコード').fill(totp(kept.secret))
  await page.getByRole('button', { name: '登録する', exact: true }).click()

  await expect(page.getByRole('heading', { name: '回復コードを保管してください' })).toBeVisible()
  kept.recoveryCodes = await page.getByRole('listitem').allInnerTexts()
  expect(kept.recoveryCodes).toHaveLength(10)
  await page.getByLabel('保管しました').check()
  await page.getByRole('button', { name: '進む' }).click()
  await expect(whoAmI(page, officer.name)).toBeVisible()
})

test('signing out and in again keeps the address, with a recovery code in place of the app', async () => {
  await whoAmI(page, officer.name).click()
  await page.getByRole('button', { name: 'サインアウト' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'サインイン' })).toBeVisible()

  await page.goto('/editions')
  await expect(page.getByRole('heading', { level: 1, name: 'サインイン' })).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByLabel('メールアドレス').fill(officer.mail)
  await page.getByLabel('パスワード').fill('違う合言葉を入れてみる')
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('パスワード').fill(officer.password)
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
  await page.getByRole('button', { name: /回復コード/ }).click()
  await page.getByLabel('回復コード').fill(kept.recoveryCodes[0] ?? '')
  await page.getByRole('button', { name: '確認する' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '様式と版' })).toBeVisible()
  await expect(page).toHaveURL(/\/editions$/)
})

test('somebody invited by mail joins and sees what their role sees', async ({ browser, installation }) => {
  await fromMenu('組織と利用者')
  await page.getByRole('button', { name: '招待する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('氏名').fill(staff.name)
  await dialog.getByLabel('メールアドレス').fill(staff.mail)
  await dialog.getByLabel('役割').selectOption('CONTRACTOR_STAFF')
  await dialog.getByRole('button', { name: '招待を送る' }).click()
  await expect(page.getByText(`${staff.mail}に招待を送りました`)).toBeVisible()

  const theirs = await windowOf(browser, installation.url)
  await theirs.goto(`/dev/mail?to=${staff.mail}`)
  await theirs.locator('a[href^="/dev/mail/"]').first().click()
  await theirs.locator('a.link').first().click()
  await expect(theirs.getByText(`${officer.name}さんから`)).toBeVisible()
  expect(await accessibilityFindings(theirs)).toEqual([])
  await theirs.getByLabel('パスワード').fill('password1234')
  await theirs.getByRole('button', { name: '招待を受ける' }).click()
  await expect(theirs.getByRole('alert')).toBeVisible()
  await accept(theirs, staff)
  await theirs.context().close()

  await page.reload()
  await expect(page.getByRole('row', { name: spoken(staff.name) })).toContainText('受注者の担当者')
  await expect(page.getByText('返事を待っている招待はありません。')).toBeVisible()
})

test('a passkey is registered, signs in alone, and proves who is there before an act', async () => {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await fromMenu('アカウント')
  await page.getByRole('button', { name: 'パスキーを登録する' }).click()
  await page.getByLabel('このパスキーの名前').fill('会社のノートパソコン')
  await page.getByRole('button', { name: 'パスキーを作る' }).click()
  await expect(page.getByText('会社のノートパソコン')).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])

  await whoAmI(page, officer.name).click()
  await page.getByRole('button', { name: 'サインアウト' }).click()
  await page.getByRole('button', { name: 'パスキーでサインイン' }).click()
  await expect(whoAmI(page, officer.name)).toBeVisible()

  // As a quarter of an hour later: the server would answer so.
  await page.route('**/api/account/recovery-codes', (route) => route.fulfill({ status: 403, json: { code: 're-authentication-required' } }), { times: 1 })
  await fromMenu('アカウント')
  await page.getByRole('button', { name: '回復コードを作り直す' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '作り直す' }).click()
  await page.getByRole('button', { name: 'パスキーで確かめる' }).click()
  await expect(page.getByRole('heading', { name: '回復コードを保管してください' })).toBeVisible()
  kept.recoveryCodes = await page.getByRole('dialog').getByRole('listitem').allInnerTexts()
  await page.getByLabel('保管しました').check()
  await page.getByRole('button', { name: '進む' }).click()
})

test('a device that was signed out from another one goes on where it was, with what was typed', async ({ browser, installation }) => {
  const world = new World(page.request, installation.url)
  const { id } = await world.contract('途中でサインアウトされる契約')
  const other = await windowOf(browser, installation.url)
  await other.goto(`/contracts/${id}/obligations/10`)
  await other.getByLabel('メールアドレス').fill(officer.mail)
  await other.getByLabel('パスワード').fill(officer.password)
  await other.getByRole('button', { name: 'サインイン', exact: true }).click()
  await other.getByLabel('認証アプリの6桁のコード').fill(totp(kept.secret, 1))
  await other.getByRole('button', { name: '確認する', exact: true }).click()
  await other.getByLabel('確認書類で示す方法').fill('端末の更新を自動化します。')

  await page.goto('/account')
  await page.getByRole('button', { name: /をサインアウトさせる$/ }).first().click()
  await expect(page.getByText('サインアウトさせる')).toHaveCount(0)

  await other.getByLabel('確認書類で示す方法').blur()
  await expect(other.getByRole('heading', { name: 'もう一度サインインしてください' })).toBeVisible()
  expect(await accessibilityFindings(other)).toEqual([])
  await other.getByLabel('パスワード').fill(officer.password)
  await other.getByRole('button', { name: 'サインイン', exact: true }).click()
  await other.getByRole('button', { name: /回復コード/ }).click()
  await other.getByLabel('回復コード').fill(kept.recoveryCodes[0] ?? '')
  await other.getByRole('button', { name: '確認する', exact: true }).click()
  await expect(other.getByText('保存しました').first()).toBeVisible()
  await expect(other.getByLabel('確認書類で示す方法')).toHaveValue('端末の更新を自動化します。')
  expect((await world.obligation(id, 10)).method).toBe('端末の更新を自動化します。')
  await other.context().close()
})

test('one person acts in one membership at a time and changes between them', async () => {
  await whoAmI(page, officer.name).click()
  await page.getByRole('button', { name: /・管理者$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '組織と利用者' })).toBeVisible()
  await expect(page.getByRole('link', { name: '契約', exact: true })).toHaveCount(0)
  await whoAmI(page, officer.name).click()
  await page.getByRole('button', { name: /・受注者の情報セキュリティ責任者$/ }).click()
  await expect(page.getByRole('link', { name: '契約', exact: true })).toBeVisible()
})

test('a subcontractor is named, joins, and fills in its own row and nothing else', async ({ browser, installation }) => {
  const { id } = await new World(page.request, installation.url).contract('再委託のある契約')
  await page.goto(`/contracts/${id}`)
  await page.getByRole('button', { name: '再委託先・構成員を登録' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('例示印刷有限会社')
  await dialog.getByLabel('このシステムでの組織（任意）').selectOption({ label: '新しい組織として登録する' })
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: '例示印刷有限会社の責任者を招待' }).click()
  await dialog.getByLabel('氏名').fill(subcontractor.name)
  await dialog.getByLabel('メールアドレス').fill(subcontractor.mail)
  await dialog.getByRole('button', { name: '招待を送る' }).click()
  await expect(page.getByText(`${subcontractor.mail}に招待を送りました`)).toBeVisible()

  const theirs = await windowOf(browser, installation.url)
  await accept(theirs, subcontractor)
  await theirs.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '再委託先としての記録' }).click()
  await expect(theirs.getByRole('heading', { level: 1, name: '再委託先としての記録' })).toBeVisible()
  expect(await accessibilityFindings(theirs)).toEqual([])
  await theirs.getByRole('link', { name: '再委託のある契約' }).click()
  await theirs.getByRole('region', { name: /^10\)/ }).getByLabel('遵守の方法').fill('毎年四月に研修を行います。')
  await theirs.getByRole('group', { name: '10)の実施状況', exact: true }).getByLabel('実施', { exact: true }).check()
  await expect(theirs.getByText('保存しました').first()).toBeVisible()

  const files = theirs.getByRole('region', { name: '資料' })
  for (const name of ['誓約書.pdf', '下書き.pdf']) {
    await files.getByLabel('資料を添付').setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf(name) })
    await expect(files.getByRole('link', { name })).toBeVisible()
  }
  const saving = theirs.waitForEvent('download')
  await files.getByRole('link', { name: '誓約書.pdf' }).click()
  expect((await saving).suggestedFilename()).toBe('誓約書.pdf')
  await files.getByRole('button', { name: '「下書き.pdf」を消去' }).click()
  await theirs.getByLabel('消去する理由').fill('誤って添付したため。')
  expect(await accessibilityFindings(theirs)).toEqual([])
  await theirs.getByLabel('元に戻せないことを確認しました').check()
  await theirs.getByRole('button', { name: '消去する' }).click()
  await expect(files.getByText('誤って添付したため。')).toBeVisible()
  await expect(files.getByRole('link', { name: '下書き.pdf' })).toHaveCount(0)

  expect(await accessibilityFindings(theirs)).toEqual([])
  await theirs.goto(`/contracts/${id}`)
  await expect(theirs.getByRole('alert').first()).toBeVisible()
  await expect(theirs.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '契約', exact: true })).toHaveCount(0)
  await expect(theirs.getByText('再委託のある契約')).toHaveCount(0)
  await theirs.context().close()

  await page.reload()
  await page.getByRole('button', { name: '例示印刷有限会社の登録を変更' }).click()
  await expect(dialog.getByText('別の組織に変更できません')).toBeVisible()
  await expect(dialog.getByLabel('このシステムでの組織（任意）')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'やめる' }).click()
  await page.getByRole('link', { name: /^記録 1／/ }).click()
  const sent = page.getByRole('region', { name: '資料' })
  await expect(sent.getByRole('link', { name: '誓約書.pdf' })).toBeVisible()
  await expect(sent.getByText('登録した側だけです')).toBeVisible()
  await expect(sent.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('region', { name: /^10\)/ }).getByLabel('遵守の方法')).toHaveValue('毎年四月に研修を行います。')
})

test('staff see and record what is assigned to them, and nothing else', async ({ browser, installation }) => {
  const { id } = await new World(page.request, installation.url).contract('担当者のいる契約')
  await page.goto(`/contracts/${id}/obligations`)
  await page.getByRole('button', { name: '10)の担当者を決める' }).click()
  await page.getByRole('dialog').getByLabel(spoken(staff.name)).check()
  await page.getByRole('dialog').getByRole('button', { name: '記録する' }).click()
  await expect(page.locator('#row-10')).toContainText('鈴木')

  const theirs = await windowOf(browser, installation.url)
  await theirs.goto('/')
  await theirs.getByLabel('メールアドレス').fill(staff.mail)
  await theirs.getByLabel('パスワード').fill(staff.password)
  await theirs.getByRole('button', { name: 'サインイン', exact: true }).click()
  await expect(theirs.getByRole('heading', { level: 1, name: '要対応一覧' })).toBeVisible()
  await theirs.getByRole('link', { name: '契約', exact: true }).click()
  await theirs.getByRole('link', { name: '担当者のいる契約' }).click()
  await expect(theirs.locator('[id^=row-]')).toHaveCount(1)
  await theirs.locator('#row-10').getByLabel('実施', { exact: true }).check()
  await expect(theirs.getByText('保存しました').first()).toBeVisible()
  await expect(theirs.getByRole('link', { name: /^(報告|報告を作る|契約を追加)$/ })).toHaveCount(0)
  await theirs.getByRole('link', { name: '概要' }).click()
  await expect(theirs.getByRole('heading', { level: 1, name: '契約の概要' })).toBeVisible()
  await expect(theirs.getByRole('alert')).toHaveCount(0)
  expect(await accessibilityFindings(theirs)).toEqual([])
  await theirs.context().close()
})

test('a personal access token is shown once and reads as its owner', async ({ installation }) => {
  await fromMenu('アカウント')
  await page.getByRole('button', { name: 'トークンを作る' }).click()
  await page.getByLabel('何に使うか').fill('夜間の集計')
  await page.getByRole('dialog').getByRole('button', { name: '作る', exact: true }).click()
  const token = (await page.getByRole('dialog').locator('[data-secret]').textContent()) ?? ''
  await page.getByRole('button', { name: '写しました' }).click()
  const answer = await fetch(`${installation.url}/api/contracts`, { headers: { Authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(200)
  await page.getByRole('button', { name: '夜間の集計を無効にする' }).click()
  await expect(page.getByText('夜間の集計')).toHaveCount(0)
  expect((await fetch(`${installation.url}/api/contracts`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401)
})

test('a service account works with its token until it is ended', async ({ installation }) => {
  await fromMenu('組織と利用者')
  await page.getByRole('button', { name: 'サービスアカウントを作る' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名前').fill('月次の集計')
  await dialog.getByRole('button', { name: '作る', exact: true }).click()
  await expect(dialog).toBeHidden()
  const account = page.getByRole('listitem').filter({ hasText: '月次の集計' }).last()
  await account.getByRole('button', { name: 'トークンを作る' }).click()
  await dialog.getByLabel('何に使うか').fill('集計用')
  await dialog.getByRole('button', { name: '作る', exact: true }).click()
  const token = (await dialog.locator('[data-secret]').textContent()) ?? ''
  await dialog.getByRole('button', { name: '写しました' }).click()
  const read = async () => (await fetch(`${installation.url}/api/contracts`, { headers: { Authorization: `Bearer ${token}` } })).status
  expect(await read()).toBe(200)
  await account.getByRole('button', { name: '廃止する' }).click()
  await dialog.getByRole('button', { name: '廃止する' }).click()
  await expect(page.getByText('月次の集計')).toHaveCount(0)
  expect(await read()).toBe(401)
})

test('an administrator erases who left, and is told what goes and what stays', async () => {
  await whoAmI(page, officer.name).click()
  await page.getByRole('button', { name: /・管理者$/ }).click()
  await page.getByRole('button', { name: /^鈴木.*の個人情報を消去$/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('消えるもの')).toBeVisible()
  await dialog.getByLabel('消去する理由').fill('退職のため。')
  await dialog.getByLabel('元に戻せないことを確認しました').check()
  await dialog.getByRole('button', { name: '消去する' }).click()
  await expect(page.getByRole('heading', { name: '個人情報を消去しました' })).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '閉じる' }).click()
  await expect(page.getByRole('row', { name: /消去済み/ })).toBeVisible()
  await expect(page.getByText(staff.mail)).toHaveCount(0)
})
