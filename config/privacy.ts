/** Where personal data are protected as usual; a command that mends keys starts without the check. */
export default () => ({ checksKeysAtStart: true });
