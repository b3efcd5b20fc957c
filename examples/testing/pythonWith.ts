/** Finds a Python that has some modules. */
import { execFileSync } from 'node:child_process';

/** Its command; undefined where there is none. Debian's own may stand behind another on the path. */
export function pythonWith(...modules: string[]): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => {
    try {
      execFileSync(python, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}
