// For tests: a plain socket to a server on this machine, for what no well-behaved client sends.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <string>

namespace onrecord {

// A connected socket that the caller closes, or -1. What it waits for comes within `seconds`, or counts as closed.
inline int connect_to_loopback(std::uint16_t port, int seconds) {
  const int handle = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(handle);
    return -1;
  }
  const timeval patience{seconds, 0};
  setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  return handle;
}

// All that still comes before the other side closes; closes the socket, too.
inline std::string read_and_close(int handle) {
  std::string bytes;
  char part[4096];
  for (;;) {
    const ssize_t got = recv(handle, part, sizeof part, 0);
    if (got <= 0) break;
    bytes.append(part, static_cast<std::size_t>(got));
  }
  close(handle);
  return bytes;
}

}  // namespace onrecord
