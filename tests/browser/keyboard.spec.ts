import type { Page } from '@playwright/test'
import { contractorFile } from './accounts'
import { browser as signedIn, enrol, join, password } from './joining'
import { expect, test } from './test'
import { totp } from './totp'

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page: Page, found: () => Promise<boolean>, most = 80): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    if (await found()) return
  }
  throw new Error(`not reached with ${most} times Tab`)
}

/** Whether the focus is on what has this name. */
const isFocused = (page: Page, name: string | RegExp) => async () => {
  const focused = page.locator(':focus')
  if ((await focused.count()) !== 1) return false
  return (
    (await focused.evaluate((e) => `${e.getAttribute('aria-label') ?? ''}${(e as HTMLInputElement).labels?.[0]?.innerText ?? ''}${(e as HTMLElement).innerText ?? ''}`)).match(name) !== null
  )
}

/** Goes to what has this name with a few times Tab, sees where it is, and presses Enter on it. */
async function enter(page: Page, name: string | RegExp, most?: number): Promise<void> {
  await tabTo(page, isFocused(page, name), most)
  await expect(page.locator(':focus')).toHaveCSS('outline-width', '4px')
  await page.keyboard.press('Enter')
}

test('the keyboard alone registers, records and reaches the report', async ({ page, world }) => {
  const focused = page.locator(':focus')
  const isOn = (name: string | RegExp) => isFocused(page, name)

  await test.step('the file chooser opens', async () => {
    await page.goto('/start')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(focused).toHaveText('本文へ')
    await tabTo(page, isOn('ファイルを選ぶ'))
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles('../seeds/001_136385ca66185d65.txt')
    await expect(page.getByRole('heading', { name: '読み取った結果' })).toBeVisible()
  })

  await test.step('a row is recorded', async () => {
    const { id } = await world.contract('キーボードだけで記録する契約')
    await page.goto(`/contracts/${id}/obligations`)
    await expect(page.locator('#row-2')).toBeVisible()
    await tabTo(page, async () => (await focused.getAttribute('type')) === 'radio')
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('#row-2').getByLabel('未実施', { exact: true })).toBeChecked()
    await tabTo(page, isOn('未実施の理由'))
    await page.keyboard.insertText('改正後の規程の周知を来月に行うため。')
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await world.obligation(id, 2)).reason).toBe('改正後の規程の周知を来月に行うため。')
    await tabTo(page, isOn('報告を作る'), 400)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/contracts/${id}/reports$`))
  })
})

test('the keyboard alone signs in, changes the account and invites somebody', async ({ browser, baseURL }) => {
  const contractor = await signedIn(contractorFile)
  const { acting } = await (await contractor.get('/api/session')).json()
  const person = { mail: 'keys@example.jp', name: '鍵山　六郎', role: 'CONTRACTOR_OFFICER' }
  const secret = await enrol(await join(contractor, acting.organisationId, person))
  const context = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  const dialog = page.getByRole('dialog')

  await test.step('password and code', async () => {
    await page.goto('/account')
    await expect(page.getByRole('heading', { level: 1, name: 'サインイン' })).toBeVisible()
    await tabTo(page, isFocused(page, 'メールアドレス'), 6)
    await page.keyboard.insertText(person.mail)
    await page.keyboard.press('Tab')
    expect(await isFocused(page, 'パスワード')()).toBe(true)
    await page.keyboard.insertText(password)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('認証アプリの6桁のコード')).toBeFocused()
    await page.keyboard.insertText(totp(secret, 1))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'アカウント' })).toBeVisible()
  })

  await test.step('my account: a dialog begins in its field, holds the focus and gives it back', async () => {
    await enter(page, '氏名を変える', 20)
    await expect(dialog.getByLabel('氏名')).toBeFocused()
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '氏名を変える' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('鍵山　七郎')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('banner').getByText('鍵山　七郎').first()).toBeVisible()
    await expect(page.getByRole('button', { name: '氏名を変える' })).toBeFocused()
  })

  await test.step('organisation and people, by the menu', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'アカウント' })).toBeVisible()
    await enter(page, '鍵山', 12)
    await enter(page, '組織と利用者', 6)
    await expect(page.getByRole('heading', { level: 1, name: '組織と利用者' })).toBeVisible()
    await enter(page, '招待する', 60)
    await expect(dialog.getByLabel('氏名')).toBeFocused()
    await page.keyboard.insertText('招田　八郎')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('hachiro@example.jp')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await enter(page, '招待を送る', 3)
    await expect(page.getByText('hachiro@example.jpに招待を送りました')).toBeVisible()
    await expect(page.getByText('受注者の担当者').last()).toBeVisible()
    await expect(page.getByRole('button', { name: '招待する' })).toBeFocused()
  })
  await context.close()
})
