import { z } from 'zod'
import { addDays, startOfFinancialYear } from '../../../platform/day.ts'
import { ChoiceField, DayField, Form, Problems } from '../../../ui/fields.tsx'
import { choiceField, dayField, emptyForm, readForm, refused, startingWith } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button } from '../../../ui/nhsuk/index.ts'
import { page, unusable } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { exportFormats } from '../../ledger/index.ts'
import type { ExportFormat } from '../../ledger/index.ts'
import { exportLedgerOfOrganisation } from '../export-ledger.ts'

/** The books of everybody, for other ledger programs: by ids alone, with what was in each account at each month's end. */
export async function showExports(visit: Visit, form: FormState = emptyForm): Promise<Reply> {
  const start = startOfFinancialYear(visit.today)
  const [year = '', month = '', date = ''] = start.split('-')
  const [toYear = '', toMonth = '', toDate = ''] = visit.today.split('-')
  const usual = startingWith({
    'from-day': String(Number(date)),
    'from-month': String(Number(month)),
    'from-year': year,
    'to-day': String(Number(toDate)),
    'to-month': String(Number(toMonth)),
    'to-year': toYear,
    format: 'csv',
  })
  const shown = form === emptyForm ? usual : form
  const content = {
    title: 'Exports',
    back: { href: '/finance', text: 'Finance' },
    body: (
      <>
        <Problems form={form} />
        <h1>Exports for other programs</h1>
        <p>
          Every movement of both books, of everybody whose purse you may see, with what was in each account at
          the end of each month. Nobody is named: each purse is called by its number.
        </p>
        <Form visit={visit}>
          <DayField form={shown} name="from" label="From" />
          <DayField form={shown} name="to" label="To" />
          <ChoiceField
            form={shown}
            name="format"
            label="As a file for"
            items={exportFormats.map((format) => ({ value: format, ...formatWords[format] }))}
          />
          <Button>Download</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitExports(visit: Visit): Promise<Reply> {
  const read = readForm(fields, visit.typed)
  if (!read.ok) return showExports(visit, read.form)
  const { from, to, format } = read.value
  if (to < from)
    return showExports(visit, refused(visit.typed, 'The last day must not be before the first', 'to'))
  const { organisationId } = visit.actor
  const made = await visit.ask(exportLedgerOfOrganisation, {
    organisationId,
    format,
    from,
    until: addDays(to, 1),
  })
  return { kind: 'file', name: made.fileName, type: made.type, body: made.parts.join('') }
}

const fields = z.object({
  from: dayField({ missing: 'Enter the first day' }),
  to: dayField({ missing: 'Enter the last day' }),
  format: choiceField(exportFormats, 'Choose what the file is for'),
})

const formatWords: Record<ExportFormat, { text: string; hint: string }> = {
  csv: { text: 'A spreadsheet (CSV)', hint: 'Each movement is a row' },
  hledger: { text: 'hledger', hint: 'A journal with balance assertions' },
  beancount: { text: 'Beancount', hint: 'A file with balance assertions' },
}
