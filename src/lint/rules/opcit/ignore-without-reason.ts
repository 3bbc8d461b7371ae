import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const ignoreWithoutReason: Rule = defineRule({
  code: 'ignore-without-reason',
  group: 'opcit',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds an `opcit-ignore` comment that gives no reason, or has no colon before it. It silences nothing until it does.',
    why: 'A finding was set aside by somebody who knew why. Whoever reads the text next does not.',
    instead: 'Write `<!-- opcit-ignore add-refs: the clerk asked us to leave it -->`.',
  },
  check: () => [],
  *checkIgnores(_subject, ignores) {
    for (const {ignore, verdict} of ignores) {
      const isWithoutReason = verdict === 'without-reason' || ignore.fault === 'no-colon';
      if (!isWithoutReason) continue;
      yield {
        span: ignore.span,
        message: `Unexpected ${quote(`opcit-ignore ${ignore.code}`)} without a reason, expected one after a colon`,
        help: `Write <!-- opcit-ignore ${ignore.code}: why it may stay -->; until then it silences nothing.`,
      };
    }
  },
});
