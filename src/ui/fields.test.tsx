import { parse } from 'node-html-parser'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { day } from '../platform/day.ts'
import { DayField } from './fields.tsx'
import { dayField, emptyForm, readForm } from './form.ts'

test('the boxes of a day are called as the form reads them, and keep what was typed', () => {
  const form = z.object({ paidOn: dayField({ missing: 'Enter the day' }) })
  const boxes = (typed: Record<string, string>) =>
    parse(render(<DayField form={{ ...emptyForm, typed }} name="paidOn" label="When" />)).querySelectorAll(
      'input',
    )
  const names = boxes({}).map((box) => box.getAttribute('name') ?? '')
  const typed = Object.fromEntries(names.map((name, index) => [name, ['3', 'June', '2026'][index] ?? '']))
  expect(readForm(form, typed)).toEqual({ ok: true, value: { paidOn: day('2026-06-03') } })
  expect(boxes(typed).map((box) => box.getAttribute('value'))).toEqual(['3', 'June', '2026'])
})
