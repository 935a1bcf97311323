# Varnish in front of the archives, instead of the nginx of compose.yaml: varnishd -f deploy/varnish.vcl -a :8080
#
# Each answer of an archive says how it may be cached: max-age (DATELINE_MAX_AGE, five seconds) with must-revalidate,
# no-cache, or no-store. Varnish's built-in rules obey that, with one exception: they serve a stale answer for ten more
# seconds while they fetch a new one. In that time readers would see a killed story. So there is no grace here.
vcl 4.1;

import directors;

probe ready {
  .url = "/health/ready";
  .interval = 2s;
  .timeout = 1s;
  .window = 3;
  .threshold = 1;
  .initial = 1;
}

backend archive_1 {
  .host = "archive-1";
  .port = "3000";
  .connect_timeout = 500ms;
  .first_byte_timeout = 10s;
  # A stream sends a comment every 15 s.
  .between_bytes_timeout = 60s;
  .probe = ready;
}

backend archive_2 {
  .host = "archive-2";
  .port = "3000";
  .connect_timeout = 500ms;
  .first_byte_timeout = 10s;
  .between_bytes_timeout = 60s;
  .probe = ready;
}

sub vcl_init {
  new archives = directors.round_robin();
  archives.add_backend(archive_1);
  archives.add_backend(archive_2);
}

sub vcl_recv {
  set req.backend_hint = archives.backend();
  # Read-your-writes: such an answer is neither taken from the cache nor stored.
  if (req.http.Dateline-Position) {
    return (pass);
  }
  # These last as long as somebody follows.
  if (req.url ~ "^/v1/(stream|dump|stories/[^/]+/stream)(\?|$)") {
    return (pipe);
  }
}

sub vcl_pipe {
  # One connection for each stream; it is closed at its end.
  set bereq.http.Connection = "close";
}

sub vcl_backend_response {
  set beresp.grace = 0s;
  # A stale copy is kept, and served again only after the archive said that it is unchanged (304).
  set beresp.keep = 10m;
  # An archive that lost its log says how old its answer is. Such an answer is not cached.
  if (beresp.http.Dateline-Level-At) {
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
  }
  # This archive is not ready, or is behind. Another one may answer.
  if (beresp.status == 503 && bereq.retries < 1) {
    return (retry);
  }
}

sub vcl_backend_error {
  if (bereq.retries < 1) {
    return (retry);
  }
  set beresp.status = 503;
  set beresp.http.Content-Type = "application/problem+json";
  set beresp.http.Cache-Control = "no-store";
  set beresp.http.Retry-After = "2";
  set beresp.ttl = 0s;
  set beresp.body = """{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"No archive answers: repeat the request."}""";
  return (deliver);
}
