#pragma once
#include <curl/curl.h>

// `curl_easy_setopt` and `curl_easy_getinfo` take a varying number of arguments, which Swift does not see: one function
// for each kind of value.

typedef size_t (*regio_curl_bytes)(char *, size_t, size_t, void *);
typedef int (*regio_curl_trace)(CURL *, curl_infotype, char *, size_t, void *);

static inline CURLcode regio_curl_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode regio_curl_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode regio_curl_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode regio_curl_pointer(CURL *curl, CURLoption option, void *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode regio_curl_bytes_function(CURL *curl, CURLoption option, regio_curl_bytes value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode regio_curl_trace_function(CURL *curl, CURLoption option, regio_curl_trace value) {
    return curl_easy_setopt(curl, option, value);
}
