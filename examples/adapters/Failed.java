/** Why a log could not be read: a code of the protocol, and what happened. */
class Failed extends Exception {
  final String code;

  Failed(String code, String message) {
    super(message);
    this.code = code;
  }
}
