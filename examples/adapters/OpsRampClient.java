import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.time.*;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** A client of OpsRamp's activity log. */
class OpsRampClient {
  static final ObjectMapper json = new ObjectMapper();
  static final HttpClient http = HttpClient.newHttpClient();  // which follows no redirects
  static final Map<Integer, String> CODES = Map.of(400, "invalid_request", 401, "unauthorized", 407, "unauthorized",
      403, "forbidden", 410, "forbidden", 404, "not_found", 429, "rate_limited");

  /** The answer as JSON; what may pass is asked for again. */
  static JsonNode send(HttpRequest.Builder request) throws Exception {
    Failed failure = null;
    for (int tries = 0; tries < 4; tries++) {
      long wait = 100;
      try {
        HttpResponse<String> answer = http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
        int status = answer.statusCode();
        boolean missing = status == 500 && answer.body().contains("\"0003\"");
        if (status == 200) return json.readTree(answer.body());
        failure = new Failed(missing ? "not_found" : CODES.getOrDefault(status, "unavailable"), "status " + status);
        if (status == 429) wait = 1000 * (reset(answer) - now(answer));
        else if (status < 500 || missing) break;
      } catch (JacksonException noJson) {
        failure = new Failed("malformed_response", "no JSON");
      } catch (IOException broken) {
        failure = new Failed("unavailable", String.valueOf(broken.getMessage()));
      }
      Thread.sleep(Math.max(0, wait));
    }
    throw failure;
  }

  static long reset(HttpResponse<String> answer) {
    return Long.parseLong(answer.headers().firstValue("X-RateLimit-Reset").orElseThrow().replace("\"", ""));
  }

  static long now(HttpResponse<String> answer) {
    String date = answer.headers().firstValue("Date").orElseThrow();
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond();
  }

  static HttpRequest.Builder to(JsonNode asked, String path) {
    return HttpRequest.newBuilder(URI.create(asked.path("base_url").asText() + path));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String token(JsonNode asked) throws Exception {
    JsonNode given = asked.path("credentials");
    if (given.has("token")) return given.path("token").asText();
    String form = "grant_type=client_credentials&client_id=" + encoded(given.path("client_id").asText())
        + "&client_secret=" + encoded(given.path("client_secret").asText());
    return send(to(asked, "/auth/oauth/token").header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))).path("access_token").asText();
  }

  /** All records; the plus of a time must be encoded, which URLEncoder does. */
  static JsonNode read(JsonNode asked) throws Exception {
    StringBuilder path = new StringBuilder("/api/v2/tenants/" + asked.at("/target/tenant_id").asText() + "/incidents/"
        + asked.at("/target/incident_id").asText() + "/activitylog?isDescendingOrder=" + !asked.at("/query/order").asText().equals("asc"));
    JsonNode query = asked.path("query");
    if (query.has("since")) path.append("&startTs=").append(time(query.path("since").asText()));
    if (query.has("until")) path.append("&endTs=").append(time(query.path("until").asText()));
    for (int logins = 0; ; logins++)
      try {
        JsonNode answer = send(to(asked, path.toString()).header("Authorization", "Bearer " + token(asked)));
        JsonNode results = answer.path("results");
        // A part is never passed off as the whole.
        if (!results.isArray() || answer.path("nextPage").asBoolean() || results.size() < answer.path("totalResults").asInt())
          throw new Failed("malformed_response", "these are not all results");
        return results;
      } catch (Failed failure) {  // A token may die at any time, and another may be had.
        if (!failure.code.equals("unauthorized") || logins == 1) throw failure;
      }
  }

  static String time(String instant) {
    return encoded(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC).format(Instant.parse(instant)));
  }
}
