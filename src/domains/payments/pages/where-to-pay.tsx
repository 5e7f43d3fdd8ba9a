import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { showInstant } from '../../../platform/day.ts'
import { Form, Problems, TextField } from '../../../ui/fields.tsx'
import { digitsField, emptyForm, readForm, refused, textField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Card, SummaryList } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { showSortCode } from '../../budgets/index.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { confirmDetails } from '../commands/confirm-details.ts'
import { enterDetails } from '../commands/enter-details.ts'
import { DetailsId } from '../payment.ts'
import { whereToPay } from '../queries/where-to-pay.ts'
import type { WhereToPay } from '../queries/where-to-pay.ts'

/** Where a person's money goes: entered by one, confirmed by another. */
export async function showWhereToPay(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const places = await visit.ask(whereToPay, { personId: visit.person.id })
  const content = {
    title: 'Where to pay',
    back: { href: '/finance/details', text: 'Payment details to do' },
    body: (
      <>
        <Problems form={form} />
        <h1>Where to pay for {visit.person.knownAs}</h1>
        {places.length === 0 && (
          <p>
            Nothing of theirs is paid by you yet. An account appears here when a line of a budget is held in
            it.
          </p>
        )}
        {places.map((place) => (
          <Place visit={visit} place={place} />
        ))}
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitConfirm(visit: PersonVisit): Promise<Reply> {
  const detailsId = DetailsId.safeParse(visit.params['detailsId'])
  const places = await visit.ask(whereToPay, { personId: visit.person.id })
  const place = places.find((each) => each.details?.id === detailsId.data)
  if (!place || !detailsId.success) return notFound
  const outcome = await visit.perform(confirmDetails, { personId: place.personId, detailsId: detailsId.data })
  if (!outcome.ok) return showWhereToPay(visit, refused(visit.typed, confirmWords[outcome.refusal]))
  return seeOther(pathOf(visit.person, '/where-to-pay'))
}

const confirmWords: Record<RefusalOf<typeof confirmDetails>, string> = {
  'no-such-details': 'These details were changed. Look at them again',
  'confirmed-already': 'Somebody confirmed these details already',
  'somebody-else-must': 'You entered these details: somebody else must confirm them',
}

function Place({ visit, place }: { visit: PersonVisit; place: WhereToPay }) {
  const { details } = place
  const path = pathOf(visit.person, '/where-to-pay')
  const isMine = details?.enteredBy.id === visit.actor.userId
  return (
    <Card heading={place.name}>
      {details ? (
        <SummaryList
          rows={[
            { key: 'Name on the account', value: details.accountName },
            { key: 'Sort code', value: showSortCode(details.sortCode) },
            { key: 'Account number', value: details.accountNumber },
            { key: 'Entered', value: `${details.enteredBy.name}, ${showInstant(details.enteredBy.at)}` },
            {
              key: 'Confirmed',
              value: details.confirmedBy
                ? `${details.confirmedBy.name}, ${showInstant(details.confirmedBy.at)}`
                : 'Not yet: nothing is paid there',
            },
          ]}
        />
      ) : (
        <p>Nobody has entered where to pay yet. Nothing can be paid until it is entered and confirmed.</p>
      )}
      <div class="cp-buttons">
        {details && !details.confirmedBy && !isMine && (
          <Form visit={visit} action={`${path}/${details.id}/confirm`}>
            <Button small>I have checked this with them: confirm</Button>
          </Form>
        )}
        <Button small variant="secondary" href={`${path}/enter/${place.accountId ?? place.payeeId ?? ''}`}>
          {details ? 'Enter other details' : 'Enter details'}
          <span class="nhsuk-u-visually-hidden"> ({place.name})</span>
        </Button>
      </div>
      {details && !details.confirmedBy && isMine && <p>You entered this: somebody else confirms it.</p>}
    </Card>
  )
}

/** The details themselves, typed from what the person gave in writing. */
export async function showEnterDetails(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const place = await placeOf(visit)
  if (!place) return notFound
  const content = {
    title: 'Enter where to pay',
    back: { href: pathOf(visit.person, '/where-to-pay') },
    body: (
      <>
        <Problems form={form} />
        <h1>Where to pay: {place.name}</h1>
        <p>Somebody else confirms it before anything is paid.</p>
        <Form visit={visit}>
          <TextField form={form} name="accountName" label="Name on the account" width={20} />
          <TextField
            form={form}
            name="sortCode"
            label="Sort code"
            hint="Six digits"
            width={5}
            inputmode="numeric"
          />
          <TextField
            form={form}
            name="accountNumber"
            label="Account number"
            hint="Eight digits"
            width={10}
            inputmode="numeric"
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitEnterDetails(visit: PersonVisit): Promise<Reply> {
  const place = await placeOf(visit)
  if (!place) return notFound
  const read = readForm(details, visit.typed)
  if (!read.ok) return showEnterDetails(visit, read.form)
  const outcome = await visit.perform(enterDetails, {
    ...read.value,
    personId: place.personId,
    accountId: place.accountId ?? undefined,
    payeeId: place.payeeId ?? undefined,
  })
  return outcome.ok
    ? seeOther(pathOf(visit.person, '/where-to-pay'))
    : showEnterDetails(visit, refused(visit.typed, 'This account is closed, or the payee is gone'))
}

const needed = (count: number, missing: string, wrong: string) =>
  digitsField(count, wrong).transform((digits, context) => {
    if (digits !== undefined) return digits
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

const details = z.object({
  accountName: textField('Enter the name on the account', 80),
  sortCode: needed(6, 'Enter the sort code', 'Enter the six digits of the sort code, like 20-00-00'),
  accountNumber: needed(8, 'Enter the account number', 'Enter the eight digits of the account number'),
})

async function placeOf(visit: PersonVisit): Promise<WhereToPay | undefined> {
  const places = await visit.ask(whereToPay, { personId: visit.person.id })
  const id = visit.params['placeId']
  return places.find((place) => (place.accountId ?? place.payeeId) === id)
}
