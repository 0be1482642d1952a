/** What a start does about the roles. */
export default () => ({
  /**
   * Whether it makes them match the table. There is no variable for it: permissions:check alone
   * starts without, for its own process.
   */
  syncAtStart: true,
});
