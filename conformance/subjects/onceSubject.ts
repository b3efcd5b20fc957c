/** A subject that is started for each request, for shell scripts: one line in, its answer out, no hello. */
import { askOnce } from './askOnce.js';
import type { Capability, ClientConversation, Subject } from './Subject.js';
import { startedForEach } from './startedForEach.js';
import type { TalkOptions } from './Talk.js';

export interface OnceCommand extends TalkOptions {
  vendors: readonly string[];
  /** What it can do, as it cannot say so itself. */
  capabilities: readonly Capability[];
}

export function onceSubject({
  vendors,
  capabilities,
  ...options
}: OnceCommand): Subject<ClientConversation> {
  const introduction = {
    subject: { name: options.command.join(' ') },
    ...{ roles: ['client'], vendors, capabilities },
  };
  return startedForEach(introduction, async (what, time, patience) => {
    const { answer, heard } = await askOnce(options, (talk) => talk.fetch(what, time, patience));
    return { outcome: answer, heard };
  });
}
