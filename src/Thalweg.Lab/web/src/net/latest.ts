/** Questions of which only the last counts: answers come in any order, and a reader who chose again wants the later choice. */
export class Latest {
  private asked = 0;

  /** The answer or the fault of a question; null where another one was asked before it came. */
  async of<T>(question: Promise<T>): Promise<T | null> {
    const mine = (this.asked += 1);
    try {
      const answer = await question;
      return mine === this.asked ? answer : null;
    } catch (problem) {
      if (mine === this.asked) {
        throw problem;
      }
      return null;
    }
  }
}
