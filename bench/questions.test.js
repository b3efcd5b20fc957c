import { describe, expect, it } from 'vitest';
import { answerTo } from './answerTo.js';
import { filtered, targetOf, unfiltered } from './questions.js';

for (const [name, questions] of Object.entries({ unfiltered, filtered }))
  describe(`${name} questions`, () => {
    it('are thousands of different ones', () => {
      expect(new Set(questions().map(targetOf)).size).toBe(4000);
    });

    it('have full pages', () => {
      for (const question of questions().filter((_, i) => i % 97 === 0))
        expect(answerTo(question).audit_logs).toHaveLength(50);
    });
  });
