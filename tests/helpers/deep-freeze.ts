/** Freezes a value and all that it holds, maps and sets included: whoever changes it after that throws. */
export function deepFreeze<Value>(value: Value): Value {
  freeze(value, new Set());
  return value;
}

function freeze(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value) || Object.isFrozen(value)) return;
  seen.add(value);
  if (value instanceof Map || value instanceof Set) {
    for (const member of value.values()) freeze(member, seen);
    for (const change of ['set', 'add', 'delete', 'clear']) {
      if (!(change in value)) continue;
      Object.defineProperty(value, change, {
        value: () => {
          throw new TypeError(`Cannot ${change} in a frozen collection`);
        },
      });
    }
  }
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member, seen);
}
