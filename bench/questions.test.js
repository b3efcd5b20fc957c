import { describe, expect, it } from 'vitest';
import { answerTo } from './answerTo.js';
import { filtered, targetOf, unfiltered } from './questions.js';

for (const [name, questions] of Object.entries({ unfiltered, filtered }))
  describe(`${name} questions`, () => {
    it('are thousands of different ones', () => {
      const targets = questions().map(targetOf);
      expect(new Set(targets).size).toBe(targets.length);
      expect(targets.length).toBeGreaterThanOrEqual(2000);
    });

    it('have full pages', () => {
      for (const question of questions().filter((_, i) => i % 97 === 0))
        expect(answerTo(question).audit_logs).toHaveLength(50);
    });
  });
