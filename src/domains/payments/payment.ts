import { idSchema } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'

export type PaymentId = Id<'payment'>
export const PaymentId = idSchema<'payment'>()
export type RunId = Id<'run'>
export const RunId = idSchema<'run'>()
export type DetailsId = Id<'details'>
export const DetailsId = idSchema<'details'>()
export type RechargeId = Id<'recharge'>
export const RechargeId = idSchema<'recharge'>()
