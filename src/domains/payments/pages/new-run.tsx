import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import type { Refused } from '../../../platform/outcome.ts'
import { CheckThenDo, stepOf } from '../../../ui/check-then-do.tsx'
import { ChoiceField, DayField, Form, Problems } from '../../../ui/fields.tsx'
import { choiceField, dayField, emptyForm, readForm, refused, startingWith } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Table, WarningCallout } from '../../../ui/nhsuk/index.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import type { Organisation } from '../../organisations/index.ts'
import { prepareRun } from '../commands/prepare-run.ts'
import { heldBack, payersOfViewer, readPayments, readRuns } from '../queries/runs.ts'
import type { HeldBack, PaymentModel, RunModel } from '../queries/runs.ts'

/** Gathers what falls due up to a day: looked at first, then prepared for somebody else to approve. */
export async function showNewRun(visit: Visit, form: FormState = emptyForm): Promise<Reply> {
  const payers = await visit.ask(payersOfViewer, {})
  const content = {
    title: 'Prepare a run',
    back: { href: '/finance/runs', text: 'Payment runs' },
    body: <RunForm visit={visit} form={form} payers={payers} />,
  }
  return Object.keys(form.problems).length === 0 ? page(content) : unusable(content)
}

export async function submitNewRun(visit: Visit): Promise<Reply> {
  const payers = await visit.ask(payersOfViewer, {})
  const fields = z.object({
    payerId: choiceField(
      payers.map((payer) => payer.id),
      'Choose who pays',
    ),
    payOn: dayField({ missing: 'Enter the day on which the money leaves', notBefore: visit.today }),
    dueUpTo: dayField({ missing: 'Enter up to which day you pay' }),
  })
  const typed = payers.length === 1 ? { payerId: payers[0]?.id ?? '', ...visit.typed } : visit.typed
  const read = readForm(fields, typed)
  if (!read.ok) return showNewRun(visit, read.form)
  const step = stepOf(visit.typed)
  if (step === 'change') return showNewRun(visit, startingWith(visit.typed))
  if (step === 'do') {
    const outcome = await visit.perform(prepareRun, read.value)
    if (outcome.ok) return seeOther(`/finance/runs/${outcome.value.runId}`)
    return showNewRun(visit, refusedForm(visit, outcome))
  }
  const { payerId, dueUpTo } = read.value
  const seen = await visit.rehearse(prepareRun, read.value, async ({ database, viewer }, { runId }) => ({
    run: (await readRuns(database, viewer, { runId, limit: 1, skip: 0 }))[0],
    payments: await readPayments(database, runId, { limit: shown, skip: 0 }),
    held: await heldBack(database, payerId, dueUpTo),
  }))
  if (!seen.ok) return showNewRun(visit, refusedForm(visit, seen))
  return page({ title: 'Check this run', wide: true, body: <Check visit={visit} {...seen.value} /> })
}

/** A run may have thousands: its page has them all, and the check the first of them. */
const shown = 200

function refusedForm(visit: Visit, { refusal, facts }: Refused<RefusalOf<typeof prepareRun>>): FormState {
  const held = Number(facts['heldBack'] ?? 0)
  const words: Record<RefusalOf<typeof prepareRun>, string> = {
    'not-your-organisation': 'You do not pay for this organisation',
    'day-is-past': 'Enter today or a later day',
    'not-a-working-day': 'Banks do not pay on this day. Enter a working day',
    'nothing-to-pay':
      held > 0
        ? `Nothing can be paid: ${String(held)} of what falls due by then has no confirmed payment details`
        : 'Nothing falls due by then that is not paid or prepared already',
  }
  const where = refusal === 'nothing-to-pay' ? 'dueUpTo' : 'payOn'
  return refused(visit.typed, words[refusal], where)
}

function RunForm({
  visit,
  form,
  payers,
}: {
  visit: Visit
  form: FormState
  payers: readonly Organisation[]
}) {
  return (
    <>
      <Problems form={form} />
      <h1>Prepare a run</h1>
      <p>
        A run pays everything that falls due up to a day. Somebody else approves it before anything is sent.
      </p>
      <Form visit={visit}>
        {payers.length > 1 && (
          <ChoiceField
            form={form}
            name="payerId"
            label="Who pays?"
            items={payers.map((payer) => ({ value: payer.id, text: payer.name }))}
          />
        )}
        <DayField form={form} name="dueUpTo" label="Pay what falls due up to" />
        <DayField form={form} name="payOn" label="The money leaves on" hint="A working day" />
        <Button>Look at what would be paid</Button>
      </Form>
    </>
  )
}

type CheckProps = {
  visit: Visit
  run: RunModel | undefined
  payments: readonly PaymentModel[]
  held: readonly HeldBack[]
}

function Check({ visit, run, payments, held }: CheckProps) {
  const number = 'numeric' as const
  return (
    <>
      <h1>Check this run</h1>
      {run && (
        <p>
          {String(run.payments)} {run.payments === 1 ? 'payment' : 'payments'}, {showMoney(run.total)} in all,
          on {showDay(run.payOn)}.
        </p>
      )}
      {held.length > 0 && (
        <WarningCallout heading="These are due and cannot be paid yet">
          <p>Nobody has confirmed where the money goes. They are in the next run after that.</p>
          <ul>
            {held.map((each) => (
              <li>
                <a href={`/people/${each.personId}/where-to-pay`}>{each.personName}</a>,{' '}
                {showMoney(each.amount)}, due on {showDay(each.dueOn)}
              </li>
            ))}
          </ul>
        </WarningCallout>
      )}
      <CheckThenDo visit={visit} does="Prepare this run">
        <Table
          responsive
          classes="cp-narrow-cells"
          head={['Person', 'What for', 'Account', 'Due on', { text: 'How much', format: number }]}
          rows={payments.map((payment) => [
            payment.personName,
            payment.what,
            payment.accountName,
            showDay(payment.dueOn),
            { text: showMoney(payment.amount), format: number },
          ])}
        />
        {run && run.payments > payments.length && (
          <p>The first {String(payments.length)} are shown. All of them stand on the run’s page.</p>
        )}
      </CheckThenDo>
    </>
  )
}
