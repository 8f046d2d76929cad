import { readFileSync } from 'node:fs'
import { accessibilityFindings, expect, test } from './test'

const field = (name: string) => ({ name: '報告書.xlsx', mimeType: 'application/octet-stream', buffer: readFileSync(`../Server.Tests/Reading/field/${name}`) })

for (const width of [1440, 375])
  test(`a filled workbook is read at ${width} px: the sheet is chosen, and nothing vanishes`, async ({ page }, info) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/readings')
    await page.locator('input[type=file]').setInputFiles(field('09-a-sample-first.xlsx'))
    const choice = page.getByRole('group', { name: '別紙が2枚あります' })
    await expect(choice.getByRole('radio')).toHaveCount(2)
    await expect(page.getByRole('button', { name: '残す' })).toHaveCount(0)
    await choice.getByRole('radio', { name: /^別紙/ }).check()
    await expect(page.getByRole('heading', { name: 'シート「別紙」' })).toBeVisible()
    await expect(page.getByRole('button', { name: '残す' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await accessibilityFindings(page)).toEqual([])
    await page.screenshot({ path: info.outputPath(`sheets-${width}.png`), fullPage: true })

    await page.locator('input[type=file]').setInputFiles(field('08-a-column-zenkai.xlsx'))
    await expect(page.getByText('シート「別紙」 27行目：前回「実施」')).toBeVisible()
    await expect(page.getByText('14) の実施状況が空欄です。')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.screenshot({ path: info.outputPath(`unread-${width}.png`), fullPage: true })
  })
