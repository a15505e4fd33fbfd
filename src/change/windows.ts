import type { Window } from '../model/time.ts';

/** Windows that overlap or touch are one. */
export function windowsText(windows: readonly Window[]): string {
  const merged: { open: number; close: number }[] = [];
  for (const { open, close } of [...windows].sort((a, b) => a.open - b.open)) {
    const last = merged.at(-1);
    if (last && open <= last.close) last.close = Math.max(last.close, close);
    else merged.push({ open, close });
  }
  return merged.length === 0
    ? 'closed'
    : merged.map(({ open, close }) => `${clock(open)}-${clock(close)}`).join(', ');
}

function clock(minutes: number): string {
  const past = minutes > 1440 ? minutes - 1440 : minutes;
  return `${String(Math.floor(past / 60)).padStart(2, '0')}:${String(past % 60).padStart(2, '0')}`;
}
