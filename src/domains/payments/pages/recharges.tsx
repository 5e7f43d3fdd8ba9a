import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { csvRow, harmless } from '../../../platform/csv.ts'
import { showDay } from '../../../platform/day.ts'
import { plainPounds, showMoney } from '../../../platform/money.ts'
import type { Refused } from '../../../platform/outcome.ts'
import { Either } from '../../../ui/either.tsx'
import { Form, Problems } from '../../../ui/fields.tsx'
import { emptyForm, poundsField, readForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Input, Pagination, Table, Tag } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { PersonId } from '../../people/index.ts'
import { approveRecharge } from '../commands/approve-recharge.ts'
import { noteClaim } from '../commands/note-claim.ts'
import { RechargeId } from '../payment.ts'
import { recharges, rechargesPerPage } from '../queries/recharges.ts'
import type { RechargeModel } from '../queries/recharges.ts'
import { pageNumber } from './runs.tsx'

const whichOf = (visit: Visit) => (visit.query.get('which') === 'all' ? ('all' as const) : ('open' as const))

/** What one body pays of what another sent: worked out, claimed, approved. */
export async function showRecharges(visit: Visit, form: FormState = emptyForm): Promise<Reply> {
  const which = whichOf(visit)
  const pageNo = pageNumber.parse(visit.query.get('page') ?? 1)
  const found = await visit.ask(recharges, { which, pageNo })
  const content = {
    title: 'Recharges',
    wide: true,
    back: { href: '/finance', text: 'Finance' },
    body: (
      <>
        <Problems form={form} />
        <h1>Recharges</h1>
        <p>
          One body pays a person the whole, and each other funder pays back its part. The part is worked out
          from everything released so far, and a person’s contribution lowers the council’s part alone.
        </p>
        <Either
          label="Which recharges"
          choices={[
            { href: '/finance/recharges', text: 'Open', current: which === 'open' },
            { href: '/finance/recharges?which=all', text: 'All', current: which === 'all' },
          ]}
        />
        {found.total === 0 ? (
          <p>{which === 'open' ? 'No recharge is open.' : 'There was no recharge yet.'}</p>
        ) : (
          <Recharges visit={visit} found={found.recharges} />
        )}
        <Pagination {...pagination(visit.address, pageNo, Math.ceil(found.total / rechargesPerPage))} />
        {found.total > 0 && (
          <Button href={`/finance/recharges.csv?which=${which}`} variant="secondary">
            Download these (CSV)
          </Button>
        )}
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

/** The schedule as a file that the other body can check without signing in: who is meant stands as an id. */
export async function showRechargesAsCsv(visit: Visit): Promise<Reply> {
  const { recharges: found } = await visit.ask(recharges, { which: whichOf(visit) })
  const rows = found.map((recharge) => [
    recharge.id,
    recharge.personId,
    recharge.costCode ?? '',
    harmless(recharge.payer),
    harmless(recharge.funder),
    recharge.dueOn,
    plainPounds(recharge.amount),
    recharge.claimed === null ? '' : plainPounds(recharge.claimed),
    recharge.claimedOn ?? '',
    recharge.approvedOn ?? '',
  ])
  const heading = [
    'recharge',
    'person',
    'cost code',
    'payer',
    'funder',
    'due on',
    'amount',
    'claimed',
    'claimed on',
    'approved on',
  ]
  return {
    kind: 'file',
    name: `recharges-${visit.today}.csv`,
    type: 'text/csv; charset=utf-8',
    body: [heading, ...rows].map(csvRow).join(''),
  }
}

export async function submitClaim(visit: Visit): Promise<Reply> {
  const recharge = await rechargeOf(visit)
  if (!recharge) return notFound
  const read = readForm(
    z.object({ claimed: poundsField({ missing: 'Enter how much was claimed' }) }),
    visit.typed,
  )
  if (!read.ok) return showRecharges(visit, refused(visit.typed, Object.values(read.form.problems)[0] ?? ''))
  const outcome = await visit.perform(noteClaim, {
    ...read.value,
    personId: recharge.personId,
    rechargeId: recharge.id,
    claimedOn: visit.today,
  })
  return outcome.ok
    ? seeOther('/finance/recharges')
    : showRecharges(visit, refused(visit.typed, 'This is approved already'))
}

export async function submitApproveRecharge(visit: Visit): Promise<Reply> {
  const recharge = await rechargeOf(visit)
  if (!recharge) return notFound
  const { personId, id: rechargeId } = recharge
  const outcome = await visit.perform(approveRecharge, { personId, rechargeId })
  return outcome.ok
    ? seeOther('/finance/recharges')
    : showRecharges(visit, refused(visit.typed, refusalWords(outcome)))
}

const refusalWords = ({ refusal, facts }: Refused<RefusalOf<typeof approveRecharge>>): string =>
  ({
    'no-such-recharge': 'This is approved already',
    'not-your-organisation': 'Only who funds it can approve it',
    'not-claimed': 'Nobody has claimed it yet',
    'claim-differs': `${facts['claimed'] ?? ''} is claimed and ${facts['ours'] ?? ''} is what we work out. Talk to them, then note what is right`,
  })[refusal]

async function rechargeOf(visit: Visit): Promise<RechargeModel | undefined> {
  const personId = PersonId.safeParse(visit.params['personId'])
  const rechargeId = RechargeId.safeParse(visit.params['rechargeId'])
  const { recharges: found } = await visit.ask(recharges, { which: 'all' })
  return found.find((each) => each.id === rechargeId.data && each.personId === personId.data)
}

function Recharges({ visit, found }: { visit: Visit; found: readonly RechargeModel[] }) {
  const number = 'numeric' as const
  return (
    <Table
      responsive
      classes="cp-narrow-cells"
      head={[
        'Person',
        'From',
        'To',
        'Due on',
        { text: 'Worked out', format: number },
        'How it stands',
        'What to do',
      ]}
      rows={found.map((recharge) => [
        { text: <a href={`/people/${recharge.personId}/budgets`}>{recharge.personName}</a> },
        recharge.funder,
        recharge.payer,
        showDay(recharge.dueOn),
        { text: showMoney(recharge.amount), format: number },
        { text: <State recharge={recharge} /> },
        { text: <Actions visit={visit} recharge={recharge} /> },
      ])}
    />
  )
}

function State({
  recharge: { claimed, amount, approvedOn, approvedBy, claimedOn },
}: {
  recharge: RechargeModel
}) {
  if (approvedOn)
    return <Tag colour="green">{`Approved on ${showDay(approvedOn)} by ${approvedBy ?? ''}`}</Tag>
  if (claimed === null || !claimedOn) return <Tag colour="grey">Not claimed yet</Tag>
  if (claimed === amount)
    return <Tag colour="yellow">{`Claimed on ${showDay(claimedOn)}, and it agrees`}</Tag>
  return <Tag colour="orange">{`${showMoney(claimed)} is claimed: it does not agree`}</Tag>
}

function Actions({ visit, recharge }: { visit: Visit; recharge: RechargeModel }) {
  if (recharge.approvedOn) return null
  const path = `/finance/recharges/${recharge.personId}/${recharge.id}`
  const whose = (
    <span class="nhsuk-u-visually-hidden">
      {' '}
      ({recharge.personName}, {showDay(recharge.dueOn)})
    </span>
  )
  const funds = (visit.actor.grantees as readonly string[]).includes(recharge.funderId)
  const agrees = recharge.claimed === recharge.amount
  return (
    <>
      {!agrees && (
        <Form visit={visit} action={`${path}/claim`}>
          <div class="cp-filter">
            <Input
              id={`claimed-${recharge.id}`}
              name="claimed"
              label={{ text: 'Claimed', classes: 'nhsuk-u-visually-hidden' }}
              prefix="£"
              width={5}
              inputmode="decimal"
              value={plainPounds(recharge.claimed ?? recharge.amount)}
            />
            <Button small variant="secondary">
              Note the claim{whose}
            </Button>
          </div>
        </Form>
      )}
      {agrees && funds && visit.actor.permissions.has('approve payments') && (
        <Form visit={visit} action={`${path}/approve`}>
          <Button small>Approve{whose}</Button>
        </Form>
      )}
      {agrees && !funds && <span class="cp-quiet">Waits for {recharge.funder}</span>}
    </>
  )
}
