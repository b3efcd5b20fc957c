/** A subject that is started for each request, and says nothing of itself. */
import {
  BrokenSubject,
  type ClientConversation,
  type Introduction,
  type Outcome,
  type Subject,
} from './Subject.js';

/** What became of a request, and what was written beside the answer. */
export interface Answered {
  outcome: Outcome;
  heard: string;
}

/** @param answer starts it, asks it, and ends it; may throw a BrokenSubject */
export function startedForEach(
  introduction: Introduction,
  answer: (...request: Parameters<ClientConversation['fetch']>) => Promise<Answered>,
): Subject<ClientConversation> {
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
        async fetch(...request) {
          try {
            const { outcome, heard } = await answer(...request);
            overheard += heard;
            return outcome;
          } catch (error) {
            return brokenOutcome(error);
          }
        },
      };
    },
  };
}

/** @throws what it is given, where that is no BrokenSubject */
export function brokenOutcome(error: unknown): Outcome {
  if (!(error instanceof BrokenSubject)) throw error;
  return { kind: 'broken', reason: error.reason, says: error.message, records: [] };
}
