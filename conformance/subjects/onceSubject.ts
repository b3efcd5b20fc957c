/** A subject that is started for each request, for shell scripts: one line in, its answer out, no hello. */
import type { Capability, ClientConversation, Outcome, Subject } from './Subject.js';
import { startedForEach } from './startedForEach.js';
import { Talk, type TalkOptions } from './Talk.js';

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
    const talk = new Talk(options);
    let outcome: Outcome;
    try {
      await talk.start();
      const answer = talk.fetch(what, time, patience);
      talk.endInput();
      outcome = await answer;
    } finally {
      await talk.close();
    }
    return { outcome, heard: talk.overheard() };
  });
}
