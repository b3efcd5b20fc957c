import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;

/**
 * Lets auditrig judge a client that is written in Java; put your own where OpsRampClient is.
 *
 * <pre>javac -d out -cp "$JACKSON" examples/adapters/*.java
 * auditrig check client --vendor opsramp -- java -cp "out:$JACKSON" Adapter</pre>
 */
public class Adapter {
  static final ObjectMapper json = new ObjectMapper();

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Scanner in = new Scanner(System.in, StandardCharsets.UTF_8);
    while (in.hasNextLine()) {
      JsonNode asked = json.readTree(in.nextLine());
      switch (asked.path("type").asText()) {
        case "hello" -> out.println(hello());
        case "fetch" -> {
          try {
            JsonNode records = OpsRampClient.read(asked);
            out.println(message("records", asked).set("records", records));
            out.println(message("result", asked).put("complete", true));
          } catch (Failed failure) {
            String text = failure.getMessage();
            out.println(message("error", asked).put("code", failure.code).put("message", text));
          }
        }
        case "bye" -> System.exit(0);
      }
    }
  }

  static ObjectNode hello() {
    ObjectNode hello = json.createObjectNode().put("type", "hello").put("protocol", 1);
    hello.putObject("subject").put("name", "example").put("language", "java");
    hello.putArray("roles").add("client");
    hello.putArray("vendors").add("opsramp");
    List.of("since", "until", "order", "token", "retry").forEach(hello.putArray("capabilities")::add);
    return hello;
  }

  static ObjectNode message(String type, JsonNode asked) {
    return json.createObjectNode().put("type", type).put("id", asked.path("id").asText());
  }
}
