/**
 * A function of a text that keeps its last answer: one passage is asked about many times over, once for each cite in it and for
 * each work that a cite may mean.
 */
export function rememberLast<Value>(read: (text: string) => Value): (text: string) => Value {
  let last: {readonly text: string; readonly value: Value} | undefined;
  return text => {
    if (last?.text !== text) last = {text, value: read(text)};
    return last.value;
  };
}
