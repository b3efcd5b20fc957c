import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code under test: reads the actions of an issue's audit log from Helpshift, oldest first. */
public class Reader {
  private static final HttpClient http = HttpClient.newHttpClient();

  public static List<String> actions(String baseUrl, String key, String domain, String issue)
      throws IOException, InterruptedException {
    List<String> actions = new ArrayList<>();
    int page = 1;
    for (int pages = 1; page <= pages; page++) {
      String url = baseUrl + "/v2/" + domain + "/issues/" + issue + "/_audit_logs?sort_order=asc&page_size=3&page=" + page;
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + key).build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
      Matcher action = Pattern.compile("\"action\":\"([^\"]*)\"").matcher(answer.body());
      while (action.find()) actions.add(action.group(1));
      Matcher total = Pattern.compile("\"total-pages\":(\\d+)").matcher(answer.body());
      if (total.find()) pages = Integer.parseInt(total.group(1));
    }
    return actions;
  }
}
