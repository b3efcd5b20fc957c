import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation with OpsRamp in Java's own HTTP client: token, read, dead token, rate limit.
 *
 * <pre>java OpsRamp.java http://127.0.0.1:4010 INC0000001798 [rounds [ask]]</pre>
 *
 * Prints every answer on a line of its own. With "ask" it prints "wait SECONDS" instead of
 * sleeping, and goes on at the next line of its input.
 */
public class OpsRamp {
  static final HttpClient http = HttpClient.newHttpClient();
  static final BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
  static String base, token;
  static boolean ask;

  public static void main(String[] args) throws Exception {
    base = args[0];
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    ask = args.length > 3;
    token = "expired";
    String path = "/api/v2/tenants/client_4/incidents/" + args[1] + "/activitylog";
    // The plus of a time must be encoded, which URLEncoder does.
    String start = URLEncoder.encode("2018-10-24T05:26:27+0000", StandardCharsets.UTF_8);
    for (int round = 0; round < rounds; round++)
      System.out.println(get(path + "?isDescendingOrder=false&startTs=" + start));
  }

  static String get(String path) throws Exception {
    boolean renewed = false;
    while (true) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
          .header("Authorization", "Bearer " + token).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      switch (answer.statusCode()) {
        case 200:
          return answer.body();
        case 407:
          if (renewed) throw new IOException("a new token is refused");
          renewed = true;
          System.err.println("the token is dead, getting a new one");
          logIn();
          break;
        case 429:
          waitFor(answer);
          break;
        default:
          throw new IOException(answer.statusCode() + " " + answer.body());
      }
    }
  }

  static void logIn() throws Exception {
    String form = "grant_type=client_credentials&client_id=opsramp-demo-client&client_secret=opsramp-demo-secret";
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/auth/oauth/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    Matcher found = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer.body());
    if (!found.find()) throw new IOException(answer.statusCode() + " " + answer.body());
    token = found.group(1);
  }

  /** The reset is an instant in seconds, to be compared with the server's own clock. */
  static void waitFor(HttpResponse<String> answer) throws Exception {
    Instant now = ZonedDateTime.parse(answer.headers().firstValue("Date").orElseThrow(),
        DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    long reset = Long.parseLong(answer.headers().firstValue("X-RateLimit-Reset").orElseThrow().replace("\"", ""));
    long seconds = Math.max(1, reset - now.getEpochSecond());
    System.err.println("too many requests, waiting " + seconds + " s");
    if (ask) {
      System.out.println("wait " + seconds);
      in.readLine();
    } else {
      Thread.sleep(seconds * 1000);
    }
  }
}
