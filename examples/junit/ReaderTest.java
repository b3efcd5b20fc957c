import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Simulator.class)
class ReaderTest {
  @Test
  void readsEveryRecord(Simulator.Session session) throws Exception {
    assertEquals(4, read(session).size());
  }

  @Test
  void readsPageByPage(Simulator.Session session) throws Exception {
    read(session);
    assertEquals(2, session.journal().split("\"n\":").length - 1);
  }

  @RepeatedTest(6)
  void seesItsOwnRecordsOnly(Simulator.Session session, RepetitionInfo repetition) throws Exception {
    int mine = repetition.getCurrentRepetition();
    String record = "{\"action_taken_at\":1760000000000,\"action\":\"mine-" + mine + "\",\"actor\":{}}";
    String target = "{\"domain\":\"" + session.of("helpshift", "domain") + "\",\"issue_id\":\"" + session.of("helpshift", "issue_id") + "\"}";
    session.append("helpshift", target, Collections.nCopies(mine, record).toString());
    List<String> actions = read(session);
    assertEquals(Collections.nCopies(mine, "mine-" + mine), actions.subList(4, actions.size()));
  }

  /** The code under test is given base URL and credentials of the session, and nothing else. */
  private static List<String> read(Simulator.Session session) throws Exception {
    String baseUrl = session.of("helpshift", "baseUrl"), key = session.of("helpshift", "api_key");
    return Reader.actions(baseUrl, key, session.of("helpshift", "domain"), session.of("helpshift", "issue_id"));
  }
}
