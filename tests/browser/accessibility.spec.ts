import { accessibilityFindings, expect, test } from './test'

const widths = [1440, 768, 375]

test('axe finds nothing on any screen, and no screen scrolls sideways', async ({ page, world }) => {
  test.slow()
  const { id } = await world.contract('すべての画面を見る契約')
  await world.recordAll(id)
  const report = await world.draft(id)
  const { acting } = await world.get<{ acting: { organisationId: string } }>('session')
  const screens = [
    '/',
    '/start',
    '/contracts',
    `/contracts/${id}`,
    `/contracts/${id}/questions`,
    `/contracts/${id}/proposals`,
    `/contracts/${id}/obligations`,
    `/contracts/${id}/obligations/15`,
    `/contracts/${id}/reports`,
    `/contracts/${id}/confirmation-document`,
    `/contracts/${id}/procedures`,
    `/contracts/${id}/procedures/new?subject=COPY_OUTSIDE&kind=PERMIT`,
    `/contracts/${id}/communications/new`,
    `/contracts/${id}/mail`,
    `/contracts/${id}/incident`,
    '/inbox',
    `/contracts/${id}/history`,
    `/reports/${report.id}`,
    '/reports/new',
    '/readings',
    '/editions',
    '/editions/ED-D',
    '/editions/diff?from=ED-C&to=ED-D',
    '/account',
    `/organisations/${acting.organisationId}`,
    '/parts',
    '/password-reset',
    '/nowhere',
  ]
  for (const screen of screens) {
    await test.step(screen, async () => {
      await page.goto(screen)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        expect.soft(await accessibilityFindings(page), `${screen} at ${width} px`).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect.soft(overflow, `${screen} at ${width} px scrolls sideways`).toBe(0)
      }
    })
  }
})

test('in English too', async ({ page, world }) => {
  const { id } = await world.contract('英語で見る契約')
  await page.goto(`/contracts/${id}/obligations`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Status of the obligations' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await accessibilityFindings(page)).toEqual([])
})
