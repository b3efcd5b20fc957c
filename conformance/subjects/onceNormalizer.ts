/** A normalizer that is started for each trail: one line in, its answer out, no hello. */
import { askOnce } from './askOnce.js';
import { BrokenSubject, type NormalizerConversation, type Subject } from './Subject.js';
import type { TalkOptions } from './Talk.js';

export interface OnceNormalizerCommand extends TalkOptions {
  vendors: readonly string[];
}

export function onceNormalizer({
  vendors,
  ...options
}: OnceNormalizerCommand): Subject<NormalizerConversation> {
  const introduction = {
    subject: { name: options.command.join(' ') },
    ...{ roles: ['normalizer'], vendors, capabilities: [] },
  };
  return {
    open: async (zone) => ({
      ...{ introduction, isOver: false, overheard: () => '', close: async () => {} },
      async normalize(what, timeout) {
        const env = { ...options.env, ...(zone !== undefined && { TZ: zone }) };
        try {
          const { answer } = await askOnce({ ...options, env }, (talk) =>
            talk.normalize(what, timeout),
          );
          return answer;
        } catch (error) {
          if (!(error instanceof BrokenSubject)) throw error;
          return { kind: 'broken', reason: error.reason, says: error.message, events: [] };
        }
      },
    }),
  };
}
