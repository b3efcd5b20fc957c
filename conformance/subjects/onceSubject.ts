/** A subject that is started for each request, for shell scripts: one line in, its answer out, no hello. */
import {
  BrokenSubject,
  type Capability,
  type ClientConversation,
  type Introduction,
  type Subject,
} from './Subject.js';
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
  const introduction: Introduction = {
    subject: { name: options.command.join(' ') },
    ...{ roles: ['client'], vendors, capabilities },
  };
  return {
    async open() {
      let overheard = '';
      return {
        ...{ introduction, isOver: false, close: async () => {} },
        overheard() {
          const heard = overheard;
          overheard = '';
          return heard;
        },
        async fetch(what, time, patience) {
          const talk = new Talk(options);
          try {
            await talk.start();
            const answer = talk.fetch(what, time, patience);
            talk.endInput();
            return await answer;
          } catch (error) {
            if (!(error instanceof BrokenSubject)) throw error;
            return { kind: 'broken', reason: error.reason, says: error.message, records: [] };
          } finally {
            await talk.close();
            overheard += talk.overheard();
          }
        },
      };
    },
  };
}
