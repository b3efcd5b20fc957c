import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for a {@link Session} one of its own on a running simulator, and ends
 * it with the test: {@code @ExtendWith(Simulator.class)}.
 *
 * <p>The variable AUDITRIG_ADMIN_TOKEN has its token, AUDITRIG_ADMIN says where it is.
 */
public class Simulator implements ParameterResolver, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(Simulator.class);
  private static final HttpClient http = HttpClient.newHttpClient();

  /** A world of the test's own. */
  public static class Session {
    private final String opened = ask("POST", "/sessions", "{\"expiresIn\":\"PT10M\"}");
    private final String path = "/sessions/" + find(opened, "id");

    /** The first text that a vendor has by a name, such as baseUrl, api_key or issue_id. */
    public String of(String vendor, String name) {
      return find(opened.substring(opened.indexOf("\"" + vendor + "\":{")), name);
    }

    /** Adds records, as JSON, to a ticket that the vendor has by these names, as JSON too. */
    public void append(String vendor, String target, String records) {
      String body = "{\"vendor\":\"%s\",\"target\":%s,\"records\":%s}";
      ask("POST", path + "/records", String.format(body, vendor, target, records));
    }

    /** Moves the clock on, such as by PT1H. */
    public void advance(String duration) {
      ask("POST", path + "/clock", "{\"advance\":\"" + duration + "\"}");
    }

    /** What was asked and answered, as JSON. */
    public String journal() {
      return ask("GET", path + "/journal", "");
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Session.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(OURS).getOrComputeIfAbsent(Session.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Session session = context.getStore(OURS).get(Session.class, Session.class);
    if (session != null) ask("DELETE", session.path, "");
  }

  private static String ask(String method, String path, String body) {
    String admin = System.getenv().getOrDefault("AUDITRIG_ADMIN", "http://127.0.0.1:4011");
    HttpRequest request = HttpRequest.newBuilder(URI.create(admin + path))
        .header("Authorization", "Bearer " + System.getenv("AUDITRIG_ADMIN_TOKEN"))
        .header("Content-Type", "application/json")
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) throw new IOException(answer.statusCode() + " " + answer.body());
      return answer.body();
    } catch (IOException | InterruptedException error) {
      throw new IllegalStateException(method + " " + admin + path, error);
    }
  }

  /** Enough of JSON for this; a project that has a JSON library uses that. */
  private static String find(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"\\\\]*)\"").matcher(json);
    if (!found.find()) throw new IllegalStateException("no " + name + " in " + json);
    return found.group(1);
  }
}
