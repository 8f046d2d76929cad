import type { Page } from '@playwright/test'
import { expect, test } from './test'

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page: Page, found: () => Promise<boolean>, most = 80): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    if (await found()) return
  }
  throw new Error(`not reached with ${most} times Tab`)
}

test('the keyboard alone registers, records and reaches the report', async ({ page, world }) => {
  const focused = page.locator(':focus')
  const isOn = (name: string | RegExp) => async () =>
    (await focused.count()) === 1 && (await focused.evaluate((e) => `${e.getAttribute('aria-label') ?? ''}${(e as HTMLInputElement).labels?.[0]?.innerText ?? ''}${(e as HTMLElement).innerText ?? ''}`)).match(name) !== null

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
