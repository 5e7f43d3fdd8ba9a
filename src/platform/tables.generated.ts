// Made from the migrated database by test/house/row-types.test.ts; `npx vitest run test/house/row-types -u` makes it anew.
import type { Generated } from 'kysely'
import type { Day } from './day.ts'
import type { Id } from './id.ts'
import type { Json } from './json.ts'
import type { Pence } from './money.ts'

export type Tables = {
  'accounts.coordinator': {
    person_id: Id<'person'>
    id: Id<'coordinator'>
    user_id: Id<'user'>
    starts_on: Day
    ends_on: Day | null
  }
  'accounts.membership': {
    user_id: Id<'user'>
    id: Id<'membership'>
    organisation_id: Id<'organisation'>
    role: 'coordinator' | 'finance' | 'administrator'
    starts_on: Day
    ends_on: Day | null
  }
  'accounts.user': {
    id: Id<'user'>
    name: string
    email: string | null
    person_id: Id<'person'> | null
    organisation_id: Id<'organisation'> | null
    ended_on: Day | null
  }
  'budgets.account': {
    person_id: Id<'person'>
    id: Id<'account'>
    kind: 'own' | 'card' | 'managed' | 'third-party'
    name: string
    holder_id: Id<'organisation'> | null
    sort_code: string | null
    account_number: string | null
    opened_on: Day
    references_stable: boolean | null
    closed_on: Day | null
  }
  'budgets.budget': {
    person_id: Id<'person'>
    id: Id<'budget'>
    plan_id: Id<'plan'>
    starts_on: Day
    until_on: Day
    basis: 'chc' | 'fast-track' | 'joint' | 's117' | 'children' | 'wheelchair'
    payer_id: Id<'organisation'>
    paid_every: 'week' | 'four-weeks' | 'month' | 'quarter'
    cost_code: string | null
    ended_on: Day | null
    ended_because: 'died' | 'moved' | 'chose' | 'no-longer-needed' | null
  }
  'budgets.change': {
    person_id: Id<'person'>
    id: Id<'change'>
    budget_id: Id<'budget'>
    kind: 'one-off' | 'more' | 'less' | 'taken-back' | 'held-differently' | 'ended' | 'carried-over'
    amount: Pence
    reason: string
    told_on: Day
    effective_on: Day
    decided_by: Id<'user'>
  }
  'budgets.commitment': {
    person_id: Id<'person'>
    id: Id<'commitment'>
    words: string
    payee_id: Id<'payee'> | null
    set_aside_on: Day
    due_on: Day | null
    told_paid_on: Day | null
    closed_on: Day | null
    closed_how: 'paid' | 'released' | null
  }
  'budgets.commitment_part': {
    person_id: Id<'person'>
    id: Id<'commitment_part'>
    commitment_id: Id<'commitment'>
    line_id: Id<'line'>
    amount: Pence
  }
  'budgets.contribution': {
    person_id: Id<'person'>
    id: Id<'contribution'>
    budget_id: Id<'budget'>
    amount: Pence
    from_on: Day
    until_on: Day | null
  }
  'budgets.contribution_due': {
    person_id: Id<'person'>
    id: Id<'contribution_due'>
    budget_id: Id<'budget'>
    due_on: Day
    amount: Pence
    received_on: Day | null
  }
  'budgets.funding': {
    person_id: Id<'person'>
    id: Id<'funding'>
    line_id: Id<'line'>
    funder_id: Id<'organisation'>
    parts: number
    from_on: Day
    until_on: Day | null
  }
  'budgets.holding': {
    person_id: Id<'person'>
    id: Id<'holding'>
    line_id: Id<'line'>
    way: 'notional' | 'third-party' | 'managed' | 'direct'
    account_id: Id<'account'> | null
    employer: 'person' | 'holder' | 'agency' | 'nobody'
    from_on: Day
    until_on: Day | null
  }
  'budgets.line': {
    person_id: Id<'person'>
    id: Id<'line'>
    budget_id: Id<'budget'>
    plan_line_id: Id<'plan_line'>
    awarded: Pence
    working: string
  }
  'budgets.release': {
    person_id: Id<'person'>
    id: Id<'release'>
    line_id: Id<'line'>
    release_on: Day
    amount: Pence
    why: 'start' | 'instalment' | 'one-off' | 'more' | 'less' | 'taken-back' | 'ended' | 'carried-over'
  }
  'ledger.account': {
    person_id: Id<'person'>
    no: number
    code: string
    book: 'purpose' | 'place'
    balance: Pence | null
    floor: Pence | null
  }
  'ledger.account_kind': {
    kind: string
    book: 'purpose' | 'place'
    keeps_balance: boolean
    floor: Pence | null
  }
  'ledger.journal': {
    person_id: Id<'person'>
    event: string
    subject_id: Id<'subject'>
    no: Generated<bigint>
    entry_id: Id<'entry'>
    occurred_on: Day
    recorded_at: Date
    why: string
    digest: Buffer
  }
  'ledger.purse': {
    person_id: Id<'person'>
    opened_at: Date
  }
  'ledger.reversal': {
    person_id: Id<'person'>
    journal_no: bigint
    n: number
    by_journal_no: bigint
    by_n: number
  }
  'ledger.transfer': {
    person_id: Id<'person'>
    journal_no: bigint
    n: number
    book: 'purpose' | 'place'
    from_no: number
    to_no: number
    amount: Pence
    occurred_on: Day
    recorded_at: Date
  }
  'monitoring.stay': {
    person_id: Id<'person'>
    id: Id<'stay'>
    place: 'hospital' | 'respite' | 'elsewhere'
    from_on: Day
    home_on: Day | null
    pay_until: Day
    words: string | null
    noted_by: Id<'user'>
  }
  'organisations.organisation': {
    id: Id<'organisation'>
    kind: 'icb' | 'council' | 'holder' | 'agent' | 'provider'
    name: string
    short_name: string
    ods_code: string | null
    phone: string | null
    phone_hours: string | null
    out_of_hours_phone: string | null
    email: string | null
    starts_on: Day
    ends_on: Day | null
    successor_id: Id<'organisation'> | null
  }
  'payments.details': {
    person_id: Id<'person'>
    id: Id<'details'>
    account_id: Id<'account'> | null
    payee_id: Id<'payee'> | null
    account_name: string
    sort_code: string
    account_number: string
    entered_by: Id<'user'>
    entered_at: Date
    confirmed_by: Id<'user'> | null
    confirmed_at: Date | null
    ended_on: Day | null
  }
  'payments.payment': {
    person_id: Id<'person'>
    id: Id<'payment'>
    run_id: Id<'run'>
    budget_id: Id<'budget'>
    details_id: Id<'details'>
    account_id: Id<'account'> | null
    commitment_id: Id<'commitment'> | null
    due_on: Day
    amount: Pence
    reference: string
    state: 'prepared' | 'sent' | 'arrived' | 'failed' | 'cancelled'
    sent_on: Day | null
    confirmed_on: Day | null
    arrived_on: Day | null
    failed_because: string | null
  }
  'payments.recharge': {
    person_id: Id<'person'>
    id: Id<'recharge'>
    budget_id: Id<'budget'>
    payer_id: Id<'organisation'>
    funder_id: Id<'organisation'>
    due_on: Day
    amount: Pence
    claimed: Pence | null
    claimed_on: Day | null
    approved_by: Id<'user'> | null
    approved_on: Day | null
  }
  'payments.run': {
    id: Id<'run'>
    payer_id: Id<'organisation'>
    pay_on: Day
    due_up_to: Day
    state: 'prepared' | 'approved' | 'sent' | 'cancelled'
    prepared_by: Id<'user'>
    prepared_at: Date
    approved_by: Id<'user'> | null
    approved_at: Date | null
    payments: number
    total: Pence
  }
  'people.access': {
    person_id: Id<'person'>
    id: Id<'access'>
    grantee_id: Id<'grantee'>
    reason: string
    starts_on: Day
    ends_on: Day | null
  }
  'people.communication_need': {
    person_id: Id<'person'>
    id: Id<'communication_need'>
    what: 'support' | 'contact' | 'professional' | 'format'
    words: string
    ended_on: Day | null
  }
  'people.person': {
    id: Id<'person'>
    given_name: string
    family_name: string
    known_as: string
    said_as: string | null
    born_on: Day
    nhs_number: string | null
    icb_id: Id<'organisation'>
    council_id: Id<'organisation'> | null
    phone: string | null
    email: string | null
    died_on: Day | null
  }
  'people.same_person': {
    person_id: Id<'person'>
    id: Id<'same_person'>
    other_person_id: Id<'person'>
    starts_on: Day
    ends_on: Day | null
  }
  'people.seen': {
    id: Generated<bigint>
    person_id: Id<'person'>
    user_id: Id<'user'>
    visit: string
    at: Date
  }
  'plans.payee': {
    person_id: Id<'person'>
    id: Id<'payee'>
    name: string
  }
  'plans.plan': {
    person_id: Id<'person'>
    id: Id<'plan'>
    agreed_on: Day
    ended_on: Day | null
    review_on: Day | null
  }
  'plans.plan_line': {
    person_id: Id<'person'>
    id: Id<'plan_line'>
    plan_id: Id<'plan'>
    place: number
    name: string
    what_for: string
    outcome: string
    amount: Pence
    per: 'once' | 'day' | 'week' | 'four-weeks' | 'month' | 'year'
    extra_per_bank_holiday: Pence
    kept_for: 'contingency' | 'leave' | 'saving' | null
    ended_on: Day | null
  }
  'plans.unpaid_support': {
    person_id: Id<'person'>
    id: Id<'unpaid_support'>
    plan_id: Id<'plan'>
    who: string
    what: string
    ended_on: Day | null
  }
  'plans.usual_payee': {
    person_id: Id<'person'>
    id: Id<'usual_payee'>
    plan_line_id: Id<'plan_line'>
    payee_id: Id<'payee'>
  }
  'platform.answered': {
    user_id: Id<'user'>
    command: string
    key: string
    input_hash: Buffer
    answer: Json | null
    at: Date
  }
  'platform.daily_job': {
    name: string
    last_run_on: Day
  }
  'platform.job': {
    id: Id<'job'>
    kind: string
    ids: Json
    on_behalf_of: Json
    run_at: Date
    attempts: Generated<number>
    failed_because: string | null
    given_up_at: Date | null
  }
  'platform.message': {
    id: Id<'message'>
    channel: string
    to_user_id: Id<'user'>
    says: string
    asked_at: Date
    try_at: Date
    attempts: Generated<number>
    failed_because: string | null
    sent_at: Date | null
    given_up_at: Date | null
  }
  'platform.migration': {
    name: string
    sha256: string
    applied_at: Date
  }
  'platform.progress': {
    id: Id<'progress'>
    done: bigint
    of: bigint | null
    words: string
    at: Date
  }
  'platform.session': {
    secret_hash: Buffer
    user_id: Id<'user'>
    csrf_secret: string
    started_at: Date
    seen_at: Date
    ends_at: Date
  }
  'platform.upload': {
    id: Id<'upload'>
    sha256: Buffer
    size: bigint
    file_name: string
    uploaded_by: Id<'user'>
    uploaded_at: Date
  }
  'platform.world': {
    one: Generated<boolean>
    synthetic: string | null
    standing_at: Date | null
  }
  'record.entry': {
    id: Id<'entry'>
    person_id: Id<'person'> | null
    organisation_id: Id<'organisation'> | null
    at: Date
    user_id: Id<'user'>
    acting_as: string
    command: string
    rules: string
    payload: string | null
    salt: Buffer | null
    payload_hash: Buffer
    wrote_digest: Buffer
    wrote_rows: number
  }
  'record.seal': {
    chain_id: Id<'chain'>
    no: bigint
    entry_id: Id<'entry'>
    previous: Buffer
    hash: Buffer
    sealed_at: Date
  }
  'record.unsealed': {
    entry_id: Id<'entry'>
  }
  'record.written': {
    entry_id: Id<'entry'>
    table_name: string
    row_id: string
    rows: number
    digest: Buffer
    no: Generated<bigint>
  }
  'statements.import': {
    person_id: Id<'person'>
    id: Id<'import'>
    account_id: Id<'account'> | null
    upload_id: Id<'upload'> | null
    started_by: Id<'user'>
    started_at: Date
    state: 'reading' | 'which-account' | 'same-payments' | 'applied' | 'refused'
    format: string | null
    problem: string | null
    problem_facts: Json | null
    opening: Pence | null
    closing: Pence | null
    from_on: Day | null
    to_on: Day | null
    proven: boolean | null
    off_our_books: Pence | null
    lines: number | null
    added: number | null
    known_already: number | null
    reading: Json | null
    matched: number | null
    asked: number | null
    not_booked: number | null
    applied_at: Date | null
  }
  'statements.known_payee': {
    person_id: Id<'person'>
    id: Id<'known_payee'>
    payee_key: string
    payee_id: Id<'payee'>
    plan_line_id: Id<'plan_line'> | null
    always: boolean
    times: number
    least: Pence
    most: Pence
    last_on: Day
  }
  'statements.match': {
    person_id: Id<'person'>
    id: Id<'match'>
    no: Generated<bigint>
    entry_id: Id<'entry'>
    statement_line_id: Id<'statement_line'>
    kind: string
    how: 'certain' | 'answer'
    what: string
    reason: string
    payee_id: Id<'payee'> | null
    parts: Json
    commitment_id: Id<'commitment'> | null
    payment_id: Id<'payment'> | null
    contribution_due_id: Id<'contribution_due'> | null
  }
  'statements.question': {
    person_id: Id<'person'>
    id: Id<'question'>
    account_id: Id<'account'>
    payee_key: string
    guess_plan_line_id: Id<'plan_line'> | null
    guess_commitment_id: Id<'commitment'> | null
    guess_kind: string | null
    guess_why: string | null
    state: 'open' | 'handed-over' | 'answered'
    asked_on: Day
  }
  'statements.staged_line': {
    person_id: Id<'person'>
    import_id: Id<'import'>
    no: number
    statement: number
    place: number
    booked_on: Day
    amount: Pence
    payee: string
    text: string
    reference: string | null
    bank_reference: string | null
    kind: string | null
  }
  'statements.statement_line': {
    person_id: Id<'person'>
    id: Id<'statement_line'>
    no: Generated<bigint>
    entry_id: Id<'entry'>
    account_id: Id<'account'>
    import_id: Id<'import'>
    place: number
    booked_on: Day
    amount: Pence
    payee: string
    text: string
    reference: string | null
    bank_reference: string | null
    kind: string | null
    format: string
  }
  'statements.undone': {
    person_id: Id<'person'>
    match_id: Id<'match'>
    no: Generated<bigint>
    entry_id: Id<'entry'>
  }
  'statements.unexplained': {
    person_id: Id<'person'>
    id: Id<'unexplained'>
    statement_line_id: Id<'statement_line'>
    question_id: Id<'question'>
    settled: Generated<boolean>
  }
  'tasks.task': {
    person_id: Id<'person'>
    id: Id<'task'>
    kind: 'nobody-came' | 'need-help' | 'payment-failed' | 'in-hospital' | 'line-overspent' | 'contribution-missing' | 'wants-to-hold-differently' | 'question-handed-over' | 'statement-missing'
    organisation_id: Id<'organisation'>
    user_id: Id<'user'> | null
    about_id: Id<'about'> | null
    words: string
    opened_by: Id<'user'>
    opened_at: Date
    due_on: Day
    closed_at: Date | null
    closed_by: Id<'user'> | null
    closed_with: string | null
  }
}
