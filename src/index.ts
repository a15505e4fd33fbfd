/**
 * The library: the same functions that the commands call. Each takes a request and an `Io`, which `nodeIo`
 * makes of the process, and gives an answer with its findings; none of them throws for bad input. `UNASKED`
 * is the request of a command without flags.
 */
export { accept } from './app/accept.ts';
export { cases } from './app/cases.ts';
export { check } from './app/check.ts';
export { clock } from './app/clock.ts';
export { diff } from './app/diff.ts';
export { explain } from './app/explain.ts';
export { init } from './app/init/init.ts';
export { log } from './app/log.ts';
export { report } from './app/report.ts';
export { sign } from './app/sign.ts';
export { sniff } from './app/sniff.ts';
export { validate } from './app/validate.ts';
export { type NodeIoOptions, nodeIo } from './files/node-io.ts';
export type * from './model/agreement.ts';
export type * from './model/change.ts';
export type * from './model/compliance.ts';
export type * from './model/diagnostic.ts';
export type * from './model/init.ts';
export type * from './model/io.ts';
export type * from './model/receipt.ts';
export type * from './model/requests.ts';
export { UNASKED } from './model/requests.ts';
export type * from './model/sniff.ts';
