import { z } from 'zod'
import { showDay } from '../../../platform/day.ts'
import type { Day } from '../../../platform/day.ts'
import { minus, negative, plus, showMoney, sum } from '../../../platform/money.ts'
import type { Pence } from '../../../platform/money.ts'
import { DayField, Form, PoundsField, Problems, SelectField, TextField } from '../../../ui/fields.tsx'
import {
  dayField,
  optionalPoundsField,
  optionalTextField,
  readForm,
  refused,
  startingWith,
} from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Fieldset } from '../../../ui/nhsuk/index.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { RawForm, Reply } from '../../../ui/visit.ts'
import type { Account } from '../../budgets/index.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { typeStatement } from '../commands/type-statement.ts'
import { accountsToImport } from './add-statement.tsx'

const rowsAtFirst = 4
const mostRows = 60

/** Payments from paper or a phone's screen, with a check that they make the balance. */
export async function showTypeStatement(
  visit: PersonVisit,
  form: FormState = startingWith({ rows: String(rowsAtFirst) }),
): Promise<Reply> {
  const accounts = await visit.ask(accountsToImport, { personId: visit.person.id })
  const content = {
    title: 'Type payments in',
    back: { href: pathOf(visit.person, '/statements/new') },
    body: <TypePage visit={visit} form={form} accounts={accounts} />,
  }
  return Object.keys(form.problems).length === 0 ? page(content) : unusable(content)
}

export async function submitTypeStatement(visit: PersonVisit): Promise<Reply> {
  const accounts = await visit.ask(accountsToImport, { personId: visit.person.id })
  const { typed } = visit
  if (typed['more'] !== undefined) {
    return showTypeStatement(visit, startingWith({ ...typed, rows: String(rowsOf(typed) + rowsAtFirst) }))
  }
  const top = readForm(topForm, typed)
  const read = readRows(typed, visit.today)
  const problems = { ...(top.ok ? {} : top.form.problems), ...read.problems }
  if (!top.ok || Object.keys(problems).length > 0) return showTypeStatement(visit, { typed, problems })
  if (read.lines.length === 0)
    return showTypeStatement(visit, refused(typed, 'Type in one payment or more', 'on-0-day'))
  const { account = accounts[0]?.id, opening, closing } = top.value
  const outcome = await visit.perform(typeStatement, {
    personId: visit.person.id,
    accountId: account,
    opening,
    closing,
    lines: read.lines,
  })
  if (outcome.ok) return seeOther(pathOf(visit.person, `/statements/${outcome.value.importId}`))
  if (outcome.refusal === 'not-yet')
    return showTypeStatement(visit, refused(typed, 'A payment cannot be later than today', 'on-0-day'))
  const found = plus(opening ?? 0n, sum(read.lines.map((line) => line.amount)))
  const words = `The payments make ${showMoney(found)} at the end, not ${showMoney(closing ?? 0n)}. ${showMoney(minus(closing ?? 0n, found))} is missing: look for a payment that is left out, or typed wrong`
  return showTypeStatement(visit, refused(typed, words, 'closing'))
}

const topForm = z.object({
  account: optionalTextField(),
  opening: optionalPoundsField(),
  closing: optionalPoundsField(),
})

type TypedLine = { on: Day; words: string; amount: Pence }

/** Rows that are left empty do not count. */
function readRows(typed: RawForm, today: Day): { lines: TypedLine[]; problems: Record<string, string> } {
  const lines: TypedLine[] = []
  const problems: Record<string, string> = {}
  for (let row = 0; row < rowsOf(typed); row += 1) {
    const names = [
      `on-${row}-day`,
      `on-${row}-month`,
      `on-${row}-year`,
      `words-${row}`,
      `in-${row}`,
      `out-${row}`,
    ]
    if (names.every((name) => textOf(typed, name) === '')) continue
    const read = readForm(rowForm(row, today), typed)
    if (!read.ok) {
      Object.assign(problems, read.form.problems)
      continue
    }
    const {
      [`on-${row}`]: on,
      [`words-${row}`]: words,
      [`in-${row}`]: moneyIn,
      [`out-${row}`]: moneyOut,
    } = read.value as Record<string, unknown>
    const amount =
      (moneyIn as Pence | undefined) ?? (moneyOut === undefined ? undefined : negative(moneyOut as Pence))
    if (amount === undefined || (moneyIn !== undefined && moneyOut !== undefined)) {
      problems[`out-${row}`] = `Enter how much went out or came in on ${showDay(on as Day)}, one of the two`
      continue
    }
    lines.push({ on: on as Day, words: (words as string | undefined) ?? 'Nothing was printed', amount })
  }
  return { lines, problems }
}

const rowForm = (row: number, today: Day) =>
  z.object({
    [`on-${row}`]: dayField({ missing: 'Enter the day of the payment', notAfter: today }),
    [`words-${row}`]: optionalTextField(120),
    [`in-${row}`]: optionalPoundsField(),
    [`out-${row}`]: optionalPoundsField(),
  })

const textOf = (typed: RawForm, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}

const rowsOf = (typed: RawForm) =>
  Math.min(mostRows, Math.max(rowsAtFirst, Number(textOf(typed, 'rows')) || 0))

type PageProps = { visit: PersonVisit; form: FormState; accounts: readonly Account[] }

function TypePage({ visit, form, accounts }: PageProps) {
  const rows = Array.from({ length: rowsOf(form.typed) }, (_, row) => row)
  return (
    <>
      <Problems form={form} />
      <h1>Type payments in</h1>
      <p>Copy them from your statement or your bank’s app. Leave rows that you do not need.</p>
      <Form visit={visit}>
        <input type="hidden" name="rows" value={rows.length} />
        {accounts.length > 1 && (
          <SelectField
            form={form}
            name="account"
            label="Which account?"
            items={accounts.map((account) => ({ value: account.id, text: account.name }))}
          />
        )}
        <PoundsField
          form={form}
          name="opening"
          label="Balance before the first payment"
          hint="If you have it: then we can check that nothing is missing"
        />
        {rows.map((row) => (
          <Row key={row} form={form} row={row} />
        ))}
        <PoundsField form={form} name="closing" label="Balance after the last payment" />
        <div class="cp-buttons">
          <Button preventDoubleClick>Save these payments</Button>
          <Button name="more" value="yes" variant="secondary">
            More rows
          </Button>
        </div>
      </Form>
    </>
  )
}

function Row({ form, row }: { form: FormState; row: number }) {
  return (
    <Fieldset legend={{ text: `Payment ${row + 1}`, size: 's' }}>
      <DayField form={form} name={`on-${row}`} label="When" hint="" />
      <TextField form={form} name={`words-${row}`} label="Who, as the bank prints it" width={20} />
      <div class="cp-filter">
        <PoundsField form={form} name={`out-${row}`} label="Out" />
        <PoundsField form={form} name={`in-${row}`} label="In" />
      </div>
    </Fieldset>
  )
}
