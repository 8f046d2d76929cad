import type { Page } from '@playwright/test'
import { contractorFile, officeName } from './accounts'
import { browser as signedIn, enrol, join, password } from './joining'
import type { Office } from './parties'
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

/** Goes to the field with this name and types into it. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, isFocused(page, name))
  await page.keyboard.insertText(text)
}

test('the keyboard alone registers, records and reaches the report', async ({ page, world }) => {
  const focused = page.locator(':focus')
  const isOn = (name: string | RegExp) => isFocused(page, name)

  await test.step('the file chooser opens', async () => {
    await page.goto('/start')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(focused).toHaveText('本文へ')
    // Asked for well before the key: the browser takes up late what it is to hand over, and opens a chooser of its own until then.
    const chooser = page.waitForEvent('filechooser')
    await tabTo(page, isOn('ファイルを選ぶ'))
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

test('the keyboard alone asks for a 許可, sends it and finds it again', async ({ page, world }) => {
  const { id } = await world.contract('キーボードだけでお願いする契約')
  await page.goto(`/contracts/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await enter(page, /^担当職員への手続$/)
  await expect(page.getByRole('heading', { level: 1, name: '担当職員への手続' })).toBeVisible()
  await expect(page.getByRole('link', { name: '許可をお願いする' }).first()).toBeVisible()
  await enter(page, '許可をお願いする')
  await expect(page.getByRole('heading', { level: 1, name: '許可のお願い' })).toBeVisible()
  await expect(page.getByLabel('件名')).toBeVisible()
  await tabTo(page, async () => (await page.locator(':focus').getAttribute('type')) === 'radio')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('包括')).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByLabel('個別')).toBeChecked()
  await type(page, '件名', 'キーボードで書いた件名')
  await type(page, '内容', '装置を一台使います。')
  await enter(page, '許可をお願いする', 12)
  await expect(page.getByRole('heading', { name: 'お願いの内容' })).toBeVisible()

  await enter(page, 'キーボードだけでお願いする契約')
  await expect(page.getByRole('heading', { name: 'これまでの記録 1件' })).toBeVisible()
  await enter(page, 'キーボードで書いた件名')
  await expect(page.getByText('装置を一台使います。').first()).toBeVisible()
})

test('the keyboard alone composes a 確認書類 and presents it', async ({ page, world }) => {
  // Somebody of the section is here, so that it is presented by this system.
  const offices = await world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')
  const { id } = await world.contract('キーボードだけで提示する契約', offices.find((one) => one.name === officeName))
  await world.methods(id)
  const dialog = page.getByRole('dialog')
  await page.goto(`/contracts/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await enter(page, /^確認書類$/)
  await expect(page.getByRole('button', { name: '記録から下書きを作る' })).toBeVisible()
  await enter(page, '記録から下書きを作る')
  await expect(page.getByLabel('体制の説明')).toBeVisible()
  for (const name of ['体制の説明', '実施場所', '資本関係・役員']) await type(page, name, `${name}を記す。`)
  await page.keyboard.press('Tab')
  await expect(page.getByText('保存しました').first()).toBeVisible()

  if (!(await isFocused(page, '人を加える')())) await tabTo(page, isFocused(page, '人を加える'))
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  for (const role of ['情報管理責任者', '情報取扱管理者']) {
    if (!(await isFocused(page, role)())) await tabTo(page, isFocused(page, role), 12)
    await page.keyboard.press('Space')
    await expect(dialog.getByLabel(role)).toBeChecked()
  }
  for (const [name, text] of [
    ['氏名', '田中　三郎'],
    ['所属', '調査部'],
    ['専門性', '情報処理安全確保支援士'],
    ['実績', '類似の調査５件'],
    ['国籍', '日本'],
  ] as const)
    await type(page, name, text)
  await page.keyboard.press('Enter')
  await expect(page.getByText('体制の者 1名')).toBeVisible()
  await expect(page.getByRole('button', { name: '人を加える' })).toBeFocused()

  await enter(page, '提示して、了承をお願いする', 120)
  await expect(dialog).toBeVisible()
  if (!(await isFocused(page, '提示して、了承をお願いする')())) await tabTo(page, isFocused(page, '提示して、了承をお願いする'), 4)
  await page.keyboard.press('Enter')
  await expect(page.getByText('提示済み・了承待ち')).toBeVisible()
  await enter(page, /^第1版/, 60)
  await expect(page.getByRole('heading', { level: 1, name: '確認書類 第1版' })).toBeVisible()
})

test('who goes to another screen arrives at its heading, and who comes back at the link', async ({ page, world }) => {
  const { id } = await world.contract('キーボードだけで行き来する契約')
  const heading = page.getByRole('heading', { level: 1 })
  const arrived = async (name: string) => {
    await expect(heading).toHaveText(name)
    await expect(heading).toBeFocused()
    await expect(heading).toHaveCSS('outline-style', 'none')
  }
  const current = page.getByRole('navigation', { name: 'この契約の画面' }).locator('[aria-current=page]')

  await test.step('a page that is loaded leaves the focus to the browser', async () => {
    await page.goto(`/contracts/${id}/history`)
    await expect(heading).toHaveText('経緯')
    await expect(page.locator('body')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).toHaveText('本文へ')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })

  await test.step('the heading has the focus, the window the title, and what the heading does not say is told', async () => {
    await enter(page, /^概要$/)
    await arrived('契約の概要')
    await expect(page).toHaveTitle('契約の概要 キーボードだけで行き来する契約 | SecurityTracker')
    await expect(page.locator('p[aria-live=polite]')).toHaveText('キーボードだけで行き来する契約')
    await enter(page, /^担当職員への手続$/)
    await arrived('担当職員への手続')
    await expect(page.locator('p[aria-live=polite]')).toHaveText('キーボードだけで行き来する契約')
  })

  await test.step('back is where one left, forward is the heading again', async () => {
    await tabTo(page, isFocused(page, '利用承認をお願いする'))
    const link = page.locator(':focus')
    const address = await link.getAttribute('href')
    const scrolled = await page.evaluate(() => scrollY)
    expect(scrolled).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await arrived('利用承認のお願い')
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.goBack()
    await expect(page.locator(':focus')).toHaveAttribute('href', address ?? '')
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled)
    await page.goForward()
    await arrived('利用承認のお願い')
  })

  await test.step('what has no tab of its own is marked where it belongs', async () => {
    for (const [path, tab] of [
      ['procedures/new?subject=COPY_OUTSIDE&kind=PERMIT', '担当職員への手続'],
      ['mail', '担当職員への手続'],
      ['communications/new', '担当職員への手続'],
      ['incident', '担当職員への手続'],
      ['questions', '遵守事項'],
    ]) {
      await page.goto(`/contracts/${id}/${path}`)
      await expect(current).toHaveText([tab ?? ''])
    }
  })
})

test('期限: its days are those of Tokyo wherever the browser stands, and the keyboard alone goes through them', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: contractorFile, locale: 'ja-JP', timezoneId: 'America/Los_Angeles' })
  const page = await context.newPage()
  const focused = page.locator(':focus')
  // Half past midnight in Tokyo; where the browser is, it is still the morning before.
  await page.clock.setFixedTime('2026-10-14T15:30:00Z')
  await page.goto('/deadlines?view=grid')
  await expect(page.locator('td[aria-current=date]')).toContainText('10月15日 木')
  await tabTo(page, async () => (await focused.getAttribute('data-day')) === '2026-10-15')
  for (const [key, day] of [
    ['ArrowRight', '2026-10-16'],
    ['Home', '2026-10-12'],
    ['ArrowUp', '2026-10-05'],
    ['PageUp', '2026-09-05'],
    ['PageDown', '2026-10-05'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(focused).toHaveAttribute('data-day', day)
  }
  await expect(page).toHaveURL(/month=2026-10/)
  await context.close()
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
    await expect(page.getByRole('heading', { level: 1, name: 'アカウント' })).toBeFocused()
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
    await expect(dialog.getByLabel('氏名')).toBeFocused()
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
